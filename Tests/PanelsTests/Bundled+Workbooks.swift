import Panels
import Tables
import TestSupport

extension Bundled {
  /// Every generation of layouts.
  static func layouts() throws -> [WorkbookLayout] {
    try [2005...2007, 2008...2008, 2009...2016, 2017...2019].flatMap { years in
      let name = years.count == 1 ? "2008" : "\(years.lowerBound)-\(years.upperBound)"
      return try WorkbookLayout.layouts(years: years, reading: table("layouts/\(name).csv"))
    }
  }

  /// The layout of the transparency sheet of one year.
  static func layout(of year: Int) throws -> WorkbookLayout {
    guard
      let layout = try layouts().first(where: {
        $0.years.contains(year) && $0.subindex == subindex
      })
    else { throw PanelError.noLayout(file: "", year: year, known: []) }
    return layout
  }

  /// A reader that knows the bundled tables: of the layouts those of transparency, of the corrections those
  /// that put something right.
  static func reader() throws -> WorkbookReader {
    WorkbookReader(
      gazetteer: try gazetteer(), codebook: try codebook(),
      layouts: try layouts().filter { $0.subindex == subindex },
      corrections: try Correction.corrections(reading: table("corrections.csv")).filter {
        $0.readAs != nil
      })
  }
}

/// Returns a table read from CSV text.
func table(csv text: String, file: String) throws -> Table {
  try CSVReader().table(bytes: Array(text.utf8), file: file)
}

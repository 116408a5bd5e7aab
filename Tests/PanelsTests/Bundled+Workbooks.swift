import Panels
import Tables
import TestSupport

extension Bundled {
  /// Both generations of layouts.
  static func layouts() throws -> [WorkbookLayout] {
    try WorkbookLayout.layouts(years: 2013...2016, reading: table("layouts/2013-2016.csv"))
      + WorkbookLayout.layouts(years: 2017...2019, reading: table("layouts/2017-2019.csv"))
  }

  /// The layout of one year.
  static func layout(of year: Int) throws -> WorkbookLayout {
    guard let layout = try layouts().first(where: { $0.years.contains(year) }) else {
      throw PanelError.noLayout(file: "", year: year, known: "")
    }
    return layout
  }

  /// A reader that knows all of the bundled tables.
  static func reader() throws -> WorkbookReader {
    WorkbookReader(gazetteer: try gazetteer(), codebook: try codebook(), layouts: try layouts())
  }
}

/// Returns a table read from CSV text.
func table(csv text: String, file: String) throws -> Table {
  try CSVReader().table(bytes: Array(text.utf8), file: file)
}

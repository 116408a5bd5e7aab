import Panels
import Tables
import TestSupport

/// A sheet as the index publishes it, with made-up figures, for tests to spoil.
struct PublishedSheet {
  let year: Int
  let layout: WorkbookLayout
  let indicators: [Indicator]
  var rows: [[Cell]]

  /// Fills the layout of a year with the bundled provinces in their order.
  init(year: Int) throws {
    let layout = try Bundled.layout(of: year)
    let indicators = try Bundled.codebook().indicators(of: layout.subindex, in: year)
    let margin = [Cell](repeating: .empty, count: layout.provinceColumn - 1)
    rows = [[Cell]](repeating: [.text("title")], count: layout.headingRow - 1)
    rows.append(margin + [.text("Province")] + indicators.map { .text($0.headings.last ?? "") })
    for (row, province) in try Bundled.gazetteer().provinces(in: year).enumerated() {
      let values = indicators.indices.map { column in
        Cell.number(Self.value(of: indicators[column], row: row, column: column))
      }
      rows.append(margin + [.text(province.nameVi)] + values)
    }
    self.year = year
    self.layout = layout
    self.indicators = indicators
  }

  /// A value the indicator can have, exact in few digits and different in every cell of a column.
  static func value(of indicator: Indicator, row: Int, column: Int) -> Double {
    switch indicator.unit {
    case .share: Double(row + 1) / 128 + Double(column) / 1024
    case .mean: 1 + Double(row) / 32
    case .score: 4 + Double(row) / 32
    case .days, .hours, .count, .rank: Double(row + 1)
    case .points, .rate, .ratio, .money, .factor: Double(row) / 2
    }
  }

  var file: String { "PCI_\(year).xlsx" }

  var table: Table { Table(file: "in/" + file, sheet: "Transparency", rows: rows) }

  func reading() throws -> Reading {
    try Bundled.reader().reading(of: table, layout: layout, year: year)
  }

  /// The cell at a spreadsheet's own place, such as F12.
  subscript(_ place: String) -> Cell {
    get {
      let (row, column) = Self.indices(place)
      return rows[row][column]
    }
    set {
      let (row, column) = Self.indices(place)
      rows[row][column] = newValue
    }
  }

  private static func indices(_ place: String) -> (row: Int, column: Int) {
    let letters = place.prefix { $0.isLetter }
    return (
      (Int(place.dropFirst(letters.count)) ?? 0) - 1,
      (Location.column(named: String(letters)) ?? 0) - 1
    )
  }
}

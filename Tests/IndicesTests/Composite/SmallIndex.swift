import Indices
import Panels
import Tables

/// Structures and tables small enough to be worked out by hand.
enum SmallIndex {
  /// Indicators a, b, … with equal weights under one index.
  static func flat(_ directions: [Direction]) throws -> IndexStructure {
    try IndexStructure(
      directions.enumerated().map { number, direction in
        IndexStructure.Element(code: code(number), parent: nil, direction: direction)
      })
  }

  /// A table of units A, B, … with a column for each indicator.
  static func table(_ columns: [[Double]], groups: [String]? = nil) -> IndicatorTable {
    IndicatorTable(
      units: (columns.first ?? []).indices.map { $0 < 26 ? code($0).uppercased() : "unit \($0)" },
      codes: columns.indices.map(code), columns: columns, groups: groups)
  }

  static func code(_ number: Int) -> String { String(UnicodeScalar(UInt8(97 + number))) }

  static func table(csv text: String, file: String = "small.csv") throws -> Table {
    try CSVReader().table(bytes: Array(text.utf8), file: file)
  }
}

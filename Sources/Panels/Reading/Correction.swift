public import Tables

/// A cell of a published workbook that must not be read as it stands.
///
/// Faults of the files are put right by a table that anyone can read, never by code: each entry says
/// what stands in a cell, what to read instead, and why. It applies only while the cell says so; a
/// revised workbook where it does not is read as it is.
public struct Correction: Sendable, Hashable {
  /// The year of the workbook.
  public let year: Int
  /// The name of the sheet; `*` for every one.
  public let sheet: String
  /// The cells: one, or a block.
  public let cells: CellRange
  /// What stands in the cell; empty for an empty cell, for a block, and for a warning that holds whatever
  /// stands there.
  public let found: String
  /// What to read instead, `-` for nothing; else the entry only warns.
  public let readAs: String?
  /// Why, in a sentence for an analyst.
  public let reason: String

  /// Reads a table of corrections: year, sheet, cell, found, read_as and reason.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public static func corrections(reading table: Table) throws -> [Self] {
    try Records(
      table, required: ["year", "sheet", "cell", "found", "read_as", "reason"]
    ).map { record in
      guard let cells = CellRange(try record.text("cell")) else {
        throw PanelError.badEntry(
          record.location("cell"), "a cell such as B4, or a block such as B4:B66")
      }
      let readAs = record.optionalText("read_as")
      guard readAs == nil || cells.isOneCell else {
        throw PanelError.badEntry(record.location("read_as"), "nothing, since a block only warns")
      }
      return Self(
        year: try record.integer("year"), sheet: try record.text("sheet"), cells: cells,
        found: (record.optionalText("found") ?? "").withSingleSpaces, readAs: readAs,
        reason: try record.text("reason"))
    }
  }

  /// What stands for a value that is no value.
  static let missing = "-"

  /// Whether the entry is about a sheet of the workbook of a year.
  func isAbout(sheet: String, year: Int) -> Bool {
    self.year == year && (self.sheet == "*" || self.sheet == sheet.withSingleSpaces)
  }
}

/// A block of cells, named as in a spreadsheet.
public struct CellRange: Sendable, Hashable {
  /// The rows, counted from 1.
  public let rows: ClosedRange<Int>
  /// The columns, counted from 1.
  public let columns: ClosedRange<Int>

  /// The block that a text such as `B4` or `B4:C66` names, or nil.
  public init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { Self.corner(String($0).withoutOuterSpaces) }
    guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  /// Whether the block is a single cell.
  var isOneCell: Bool { rows.count == 1 && columns.count == 1 }

  // No sheet is larger: a cell mistyped beyond would be filled up to.
  private static let lastRow = 1_048_576
  private static let lastColumn = 16_384

  private static func corner(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.prefix { $0.isLetter }
    let digits = text.dropFirst(letters.count)
    guard let column = Location.column(named: String(letters)), column <= lastColumn,
      digits.utf8.first.map({ (0x30...0x39).contains($0) }) == true, let row = Int(digits),
      (1...lastRow).contains(row)
    else { return nil }
    return (row, column)
  }
}

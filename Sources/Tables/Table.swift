/// A grid of cells, each able to say where it stood.
///
/// A table read from a file keeps the file's own rows: `rows[i]` is row i + 1 of the sheet, or
/// the (i + 1)st record of a CSV file, where a blank line is a record without cells. Rows may
/// differ in length. A table of results has its column names in the first row.
public struct Table: Sendable, Equatable {
  /// The name of the file the table was read from, without its folders.
  public let file: String?
  /// The worksheet the table was read from.
  public let sheet: String?
  /// What the table is called where it is shown.
  public var title: String?
  /// The cells, row by row.
  public let rows: [[Cell]]
  /// What a reader of the table should know.
  public var notes: [Phrase]
  /// The character between the cells of the CSV file the table was read from.
  ///
  /// It tells how to read the numbers, and has no part in whether two tables are equal.
  public let separator: Character?
  /// The line of each row, kept only where a quoted line break makes it differ from the row.
  private let lines: [Int]?

  /// Creates a table from rows as they stood in a file.
  public init(file: String?, sheet: String? = nil, rows: [[Cell]]) {
    self.init(file: file, sheet: sheet, rows: rows, lines: nil)
  }

  init(
    file: String?, sheet: String?, rows: [[Cell]], lines: [Int]?, separator: Character? = nil
  ) {
    precondition(lines == nil || lines?.count == rows.count, "every row must have a line")
    self.file = file.map(Location.lastComponent)
    self.sheet = sheet
    self.title = nil
    self.rows = rows
    self.notes = []
    self.separator = separator
    self.lines = lines
  }

  /// Creates a table of results, whose first row becomes the column names.
  ///
  /// - Precondition: Every row has as many cells as there are columns.
  public init(title: String?, columns: [String], rows: [[Cell]], notes: [Phrase] = []) {
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count,
        "row \(index + 1) has \(row.count) cells for \(columns.count) columns")
    }
    self.file = nil
    self.sheet = nil
    self.title = title
    self.rows = [columns.map(Cell.text)] + rows
    self.notes = notes
    self.separator = nil
    self.lines = nil
  }

  /// The first row, or nothing in a table without rows.
  public var header: [Cell] {
    rows.first ?? []
  }

  /// The number of rows, the header among them.
  public var rowCount: Int {
    rows.count
  }

  /// The number of cells in the longest row.
  ///
  /// - Complexity: O(rows).
  public var columnCount: Int {
    rows.reduce(0) { max($0, $1.count) }
  }

  /// The cell at a row and column counted from 1, empty outside the table.
  public subscript(row: Int, column: Int) -> Cell {
    guard rows.indices.contains(row - 1) else { return .empty }
    let cells = rows[row - 1]
    return cells.indices.contains(column - 1) ? cells[column - 1] : .empty
  }

  /// Returns the place of a cell in its file.
  ///
  /// In a CSV file the place names the line where the row's record starts. A table that was not
  /// read from a file names itself by its title.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 1.
  ///   - column: The column, counted from 1.
  /// - Returns: The place, also of a cell outside the table.
  public func location(row: Int, column: Int) -> Location {
    var line = row
    if let lines, lines.indices.contains(row - 1) { line = lines[row - 1] }
    return Location(file: file ?? title ?? "table", sheet: sheet, row: line, column: column)
  }

  public static func == (one: Table, other: Table) -> Bool {
    one.file == other.file && one.sheet == other.sheet && one.title == other.title
      && one.rows == other.rows && one.notes == other.notes && one.lines == other.lines
  }
}

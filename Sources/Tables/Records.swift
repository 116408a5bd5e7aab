/// A table read by the names in its first row.
///
/// Names are compared without the white space around them. Columns without a name cannot be
/// asked for; rows without content are passed over.
public struct Records: Sendable, RandomAccessCollection {
  let table: Table
  /// The column of each name, counted from 1; of each synonym too.
  let columns: [String: Int]
  /// The rows that hold a record, counted from 1.
  private let recordRows: [Int]

  /// Reads the header and checks the length of every record.
  ///
  /// - Parameters:
  ///   - table: A table whose first row holds the column names.
  ///   - required: Names that must be there.
  ///   - synonym: The name by which a heading may be asked for besides its own; a column that has
  ///     that name itself counts before.
  /// - Throws: `TableError` for a missing or repeated name, and for a record with more cells than
  ///   the header.
  public init(
    _ table: Table, required: [String] = [], synonym: (String) -> String? = { _ in nil }
  ) throws {
    let header = table.header
    var columns: [String: Int] = [:]
    for (index, cell) in header.enumerated() where !cell.isEmpty {
      let name = cell.description.withoutOuterSpaces
      if let first = columns.updateValue(index + 1, forKey: name) {
        throw TableError.duplicateColumn(
          name, table.location(row: 1, column: index + 1),
          first: table.location(row: 1, column: first))
      }
    }
    let headings = columns
    for heading in Self.names(in: header) {
      if let name = synonym(heading), columns[name] == nil { columns[name] = headings[heading] }
    }
    for name in required where columns[name] == nil {
      throw TableError.missingColumn(
        name, in: table.location(row: 1, column: 1), columns: Self.names(in: header))
    }

    var recordRows: [Int] = []
    for (index, cells) in table.rows.enumerated().dropFirst()
    where !cells.allSatisfy(\.isEmpty) {
      guard cells.count <= header.count else {
        throw TableError.tooManyCells(
          table.location(row: index + 1, column: header.count + 1), cells: cells.count,
          columns: header.count)
      }
      recordRows.append(index + 1)
    }
    self.table = table
    self.columns = columns
    self.recordRows = recordRows
  }

  /// The names of the columns, from left to right.
  public var columnNames: [String] {
    Self.names(in: table.header)
  }

  /// All names that can be asked for, synonyms among them.
  public var knownNames: Set<String> { Set(columns.keys) }

  /// The heading of a column as it stands in the file; the name itself where there is no such column.
  public func heading(of name: String) -> String {
    columns[name].map { table[1, $0].description.withoutOuterSpaces } ?? name
  }

  /// The number of a column, counted from 1; nothing for a column that does not exist.
  public func columnNumber(of name: String) -> Int? { columns[name] }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of records.
  public var endIndex: Int { recordRows.count }

  /// The record at an index from 0.
  public subscript(index: Int) -> Record {
    Record(records: self, row: recordRows[index])
  }

  private static func names(in header: [Cell]) -> [String] {
    header.filter { !$0.isEmpty }.map(\.description.withoutOuterSpaces)
  }
}

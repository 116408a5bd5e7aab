/// One row of a table, asked by column name.
///
/// A column the table does not have reads as empty where the value is optional, and throws
/// where it is not.
public struct Record: Sendable {
  let records: Records
  /// The row of the table, counted from 1.
  public let row: Int

  /// Returns the text of a column without the white space around it.
  ///
  /// A number or another value is written as it would stand in CSV.
  ///
  /// - Throws: `TableError` where the cell is empty or the column does not exist.
  public func text(_ column: String) throws -> String {
    guard let text = optionalText(column) else { throw nothing(in: column) }
    return text
  }

  /// Returns the text of a column, or nothing where the cell is empty.
  public func optionalText(_ column: String) -> String? {
    let cell = cell(column)
    return cell.isEmpty ? nil : cell.description.withoutOuterSpaces
  }

  /// Returns the number of a column.
  ///
  /// - Throws: `TableError` where the cell is empty or not a number, or the column does not exist.
  public func number(_ column: String) throws -> Double {
    guard let number = try optionalNumber(column) else { throw nothing(in: column) }
    return number
  }

  /// Returns the number of a column, or nothing where the cell is empty.
  ///
  /// A text is read by the grammar of `Double.init(decimal:)`.
  ///
  /// - Throws: `TableError` where the cell holds something else than a number.
  public func optionalNumber(_ column: String) throws -> Double? {
    let cell = cell(column)
    if cell.isEmpty { return nil }
    if let number = cell.number { return number }
    if case .text(let text) = cell, let number = Double(decimal: text) { return number }
    throw TableError.notANumber(
      location(column), column: records.heading(of: column), text: cell.description)
  }

  /// Returns what the cell of a column says by a grammar of numbers.
  ///
  /// Unlike `optionalNumber(_:)` this knows decimal commas, percentages and the signs for missing
  /// values, and leaves it to the caller what to make of them. A column that does not exist is
  /// missing.
  public func number(_ column: String, by grammar: NumberGrammar) -> CellNumber {
    grammar.number(in: cell(column))
  }

  /// Returns the whole number of a column.
  ///
  /// - Throws: `TableError` where the cell is empty or not a whole number, or the column does
  ///   not exist.
  public func integer(_ column: String) throws -> Int {
    let number = try number(column)
    guard let integer = Int(exactly: number) else {
      throw TableError.notAnInteger(
        location(column), column: records.heading(of: column), text: cell(column).description)
    }
    return integer
  }

  /// Returns the place of a column's cell in the file.
  ///
  /// For a column that does not exist it is the place of the record's first cell.
  public func location(_ column: String) -> Location {
    records.table.location(row: row, column: records.columns[column] ?? 1)
  }

  /// Returns the number of a column, counted from 1; nothing for a column that does not exist.
  public func columnNumber(_ column: String) -> Int? { records.columns[column] }

  private func cell(_ column: String) -> Cell {
    guard let index = records.columns[column] else { return .empty }
    return records.table[row, index]
  }

  /// Why a column has nothing to give: it does not exist, or its cell is empty.
  private func nothing(in column: String) -> TableError {
    records.columns[column] == nil
      ? .missingColumn(
        column, in: records.table.location(row: 1, column: 1), columns: records.columnNames)
      : .emptyCell(location(column), column: records.heading(of: column))
  }
}

public import Tables

/// Where observations come from: columns that can be asked for by name.
public protocol ObservationSource: Sendable {
  /// The names of the columns, in order.
  var columnNames: [String] { get }
  /// The number of rows.
  var rowCount: Int { get }
  /// The number of a row where it came from, for people, such as the line of a file.
  ///
  /// - Parameter row: a row counted from zero.
  /// - Returns: its number in the source.
  func rowNumber(_ row: Int) -> Int
  /// The numbers of a column, NaN where they are missing.
  ///
  /// - Parameter column: the name of a column that there is.
  /// - Returns: one number a row.
  /// - Throws: a fault of the data that names the place of a cell that is no number.
  func numbers(of column: String) throws -> [Double]
  /// The texts of a column, nil where they are missing.
  ///
  /// - Parameter column: the name of a column that there is.
  /// - Returns: one text a row.
  func labels(of column: String) -> [String?]
  /// The texts of a column by number.
  ///
  /// - Parameter column: the name of a column that there is.
  /// - Returns: the same as `labels(of:)`, each text once.
  func numberedLabels(of column: String) -> NumberedLabels
  /// Whether the numbers of a column in two rows of one unit are of the same question.
  ///
  /// - Parameters:
  ///   - column: the name of a column.
  ///   - earlier: a row.
  ///   - later: another row of the same unit.
  /// - Returns: true where nothing else is known.
  func isComparable(_ column: String, _ earlier: Int, with later: Int) -> Bool
  /// Whether a row is one that was asked for; others serve lags and changes alone.
  ///
  /// - Parameter row: a row counted from zero.
  /// - Returns: true where all rows were asked for.
  func isChosen(_ row: Int) -> Bool
}

extension ObservationSource {
  public func numberedLabels(of column: String) -> NumberedLabels {
    NumberedLabels(labels(of: column))
  }

  public func isComparable(_ column: String, _ earlier: Int, with later: Int) -> Bool { true }

  public func isChosen(_ row: Int) -> Bool { true }
}

/// Observations in a table whose first row names the columns.
///
/// Cells that are empty or hold a mark such as `NA`, `-` or `..` are missing. A percentage is read as a
/// share. Only the columns asked for need to hold numbers.
public struct TableSource: ObservationSource {
  private let records: Records
  private let grammar: NumberGrammar

  /// Reads the header and finds how the numbers are written.
  ///
  /// - Parameter table: the table.
  /// - Throws: `TableError` for a repeated heading, a row that is too long, or mixed decimal signs.
  public init(_ table: Table) throws {
    records = try Records(table)
    grammar = try NumberGrammar(of: table)
  }

  public var columnNames: [String] { records.columnNames }

  public var rowCount: Int { records.count }

  public func rowNumber(_ row: Int) -> Int {
    columnNames.first.map { records[row].location($0).row } ?? row + 1
  }

  public func numbers(of column: String) throws -> [Double] {
    try records.map { record in
      switch record.number(column, by: grammar) {
      case .number(let value, let isPercentage): return isPercentage ? value / 100 : value
      case .missing: return .nan
      case .notANumber:
        throw TableError.notANumber(
          record.location(column), column: column, text: record.optionalText(column) ?? "")
      }
    }
  }

  public func labels(of column: String) -> [String?] {
    records.map { record in
      switch grammar.number(in: record.optionalText(column) ?? "") {
      case .missing: nil
      case .number, .notANumber: record.optionalText(column)
      }
    }
  }
}

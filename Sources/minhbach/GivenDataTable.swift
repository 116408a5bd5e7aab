import Panels
import Sensitivity
import Tables

/// Inputs and an output that a table holds.
struct GivenDataTable {
  /// What the table is called.
  let file: String
  /// The column of the output.
  let response: String
  /// The rows that have all numbers.
  let data: GivenData
  /// The number of rows left out because a number is missing.
  let gaps: Int
  /// Columns that are not inputs because not all of them is numbers, each with the first cell that is none.
  let textColumns: [(name: String, place: Location)]
  /// Columns that hold nothing.
  let emptyColumns: [String]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: one run or case a row, with headings.
  ///   - response: the column of the output.
  ///   - inputs: the columns of the inputs; nil for every other that is all numbers.
  /// - Throws: `TableError` for a column that there is not or a cell that is no number; `GivenDataError`
  ///   where there is too little to tell anything by.
  init(reading table: Table, response: String, inputs: [String]?) throws {
    let file = table.file ?? "the table"
    let records = try Records(table, required: [response] + (inputs ?? []))
    let grammar = try NumberGrammar(of: table)
    let outputs = try Self.numbers(of: response, in: records, grammar)
    var (names, columns): ([String], [[Double?]]) = ([], [])
    var (textColumns, emptyColumns): ([(String, Location)], [String]) = ([], [])
    for name in inputs ?? records.columnNames.filter({ $0 != response }) {
      do {
        let column = try Self.numbers(of: name, in: records, grammar)
        guard inputs != nil || column.contains(where: { $0 != nil }) else {
          emptyColumns.append(name)
          continue
        }
        names.append(name)
        columns.append(column)
      } catch TableError.notANumber(let place, column: _, text: _) where inputs == nil {
        textColumns.append((name, place))
      }
    }
    guard !names.isEmpty else {
      throw GivenDataError.noInput(file, response: response, texts: textColumns.map(\.0))
    }
    let complete = outputs.indices.filter { row in
      outputs[row] != nil && columns.allSatisfy { $0[row] != nil }
    }
    guard complete.count >= RankStatisticIndices.fewestRows else {
      throw GivenDataError.tooFewRows(file, complete: complete.count, all: records.count)
    }
    let data = GivenData(
      names: names,
      points: Points(columns: columns.map { column in complete.compactMap { column[$0] } }),
      outputs: complete.compactMap { outputs[$0] })
    guard !data.isOutputConstant else { throw GivenDataError.constant(file, response: response) }
    self.file = file
    self.response = response
    self.data = data
    gaps = records.count - complete.count
    self.textColumns = textColumns
    self.emptyColumns = emptyColumns
  }

  /// Squares of smaller or larger numbers are none.
  private static let sizes = 1e-100...1e100

  /// The numbers of a column, nil where they are missing; a percentage is a share.
  private static func numbers(
    of column: String, in records: Records, _ grammar: NumberGrammar
  ) throws -> [Double?] {
    try records.map { record in
      switch record.number(column, by: grammar) {
      case .missing: return nil
      case .number(let number, let isPercentage):
        let value = isPercentage ? number / 100 : number
        guard value == 0 || sizes.contains(abs(value)) else {
          throw PanelError.badEntry(
            record.location(column), "a number between 1e-100 and 1e100, or zero: take another unit"
          )
        }
        return value
      case .notANumber:
        throw TableError.notANumber(
          record.location(column), column: column, text: record.optionalText(column) ?? "")
      }
    }
  }
}

/// What can be wrong with a table of inputs and an output.
enum GivenDataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No column can be an input.
  case noInput(String, response: String, texts: [String])
  /// There are too few rows without gaps.
  case tooFewRows(String, complete: Int, all: Int)
  /// The output is the same in all rows.
  case constant(String, response: String)

  var description: String {
    switch self {
    case .noInput(let file, let response, let texts):
      "\(file) has no column of numbers beside \"\(response)\" to be an input"
        + (texts.isEmpty ? "" : "; of text are \(texts.joined(separator: ", "))")
    case .tooFewRows(let file, let complete, let all):
      "\(file) has \(complete) rows without gaps, of \(all); \(RankStatisticIndices.fewestRows) at least tell "
        + "something"
    case .constant(let file, let response):
      "\(file): \"\(response)\" is the same in all rows: nothing can be seen to move it"
    }
  }
}

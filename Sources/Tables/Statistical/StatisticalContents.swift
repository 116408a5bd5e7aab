/// What is read from the file of a statistics program, as it is told piece by piece.
final class StatisticalContents {
  /// One column of the file.
  struct Variable {
    let name: String
    let label: String
    /// The name of the list that holds the labels of its values.
    let labelList: String?
  }

  /// A value that can have a label.
  enum Key: Hashable {
    case number(Double)
    case text(String)
  }

  /// The number of texts that were not well-formed and had to be mended.
  var mendedTexts = 0
  /// The number of long strings that hold binary data and were left empty.
  var binaryTexts = 0
  /// Whether a text has other characters than ASCII.
  var hasForeignLetters = false

  private let file: String
  private let limits: StatisticalLimits
  private var formatVersion = 0
  /// The number of rows the file says it has.
  private var expectedRows: Int?
  private var variables: [Variable] = []
  private var labels: [String: [Key: String]] = [:]
  /// The finished rows.
  private var rows: [[Cell]] = []
  /// The row being told.
  private var cells: [Cell] = []
  private var textBytes = 0

  /// The bytes a file gives to the name of a list of labels.
  var listNameLimit: Int {
    switch formatVersion {
    case 104..<110: 9
    case 110..<118: 33
    default: 129
    }
  }

  init(file: String, limits: StatisticalLimits) {
    self.file = file
    self.limits = limits
  }

  /// The sizes of the file, before anything else.
  func begin(rows: Int?, variables: Int, version: Int) throws(TableError) {
    guard variables > 0 || (rows ?? 0) == 0 else { throw fault(.damaged("rows without variables")) }
    let (cells, overflows) = variables.multipliedReportingOverflow(by: (rows ?? 0) + 1)
    guard !overflows, cells <= limits.cells else { throw fault(.tooManyCells(limit: limits.cells)) }
    expectedRows = rows
    formatVersion = version
  }

  func add(_ variable: Variable) throws(TableError) {
    guard variables.count < limits.cells else { throw fault(.tooManyCells(limit: limits.cells)) }
    variables.append(variable)
  }

  /// Takes the next value, in order of rows and then variables, both counted from 0.
  func add(_ cell: Cell, row: Int, column: Int) throws(TableError) {
    if row == rows.count + 1 { try endRow() }
    guard row == rows.count, column == cells.count, column < variables.count else {
      throw fault(.damaged("values out of order"))
    }
    if case .text(let text) = cell {
      textBytes += text.utf8.count
      guard textBytes <= limits.textBytes else {
        throw fault(.tooMuchText(limit: limits.textBytes))
      }
    }
    if cells.isEmpty { cells.reserveCapacity(variables.count) }
    cells.append(cell)
  }

  func add(label: String, of key: Key, list: String) {
    labels[list, default: [:]][key] = label
  }

  /// Checks that all that was announced has come.
  func end() throws(TableError) {
    if !cells.isEmpty { try endRow() }
    guard expectedRows == nil || expectedRows == rows.count else {
      throw fault(.damaged("\(rows.count) of \(expectedRows ?? 0) rows"))
    }
  }

  /// Returns the table.
  func table(usingLabels: Bool, isEncodingSupposed: Bool) -> Table {
    if usingLabels { replaceLabelledValues() }
    var table = Table(file: file, rows: [variables.map { Cell.text($0.name) }] + rows)
    for variable in variables where !variable.label.isEmpty {
      table.notes.append(Phrase(verbatim: "\(variable.name): \(variable.label)"))
    }
    if isEncodingSupposed, hasForeignLetters, formatVersion < 118 {
      table.notes.append(Phrase("read as \("Windows-1252")"))
    }
    if binaryTexts > 0 {
      table.notes.append(
        Phrase("long strings of binary data, which are empty here: \(binaryTexts)"))
    }
    if mendedTexts > 0 {
      table.notes.append(
        Phrase("texts that were not well-formed and have \("\u{FFFD}") now: \(mendedTexts)"))
    }
    return table
  }

  private func endRow() throws(TableError) {
    guard cells.count == variables.count else { throw fault(.damaged("a row cut short")) }
    guard (rows.count + 2) * variables.count <= limits.cells else {
      throw fault(.tooManyCells(limit: limits.cells))
    }
    rows.append(cells)
    cells.removeAll()
  }

  private func replaceLabelledValues() {
    for (column, variable) in variables.enumerated() {
      guard let list = variable.labelList, let labels = labels[list] else { continue }
      for row in rows.indices {
        let label: String?
        switch rows[row][column] {
        case .number(let value): label = labels[.number(value)]
        case .text(let text): label = labels[.text(text)]
        default: label = nil
        }
        if let label { rows[row][column] = .text(label) }
      }
    }
  }

  /// Returns the error of a fault in this file.
  func fault(_ fault: TableError.StatisticalFault) -> TableError {
    .statistical(file: file, fault)
  }
}

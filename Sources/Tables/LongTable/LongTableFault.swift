/// What is wrong with a record, before it is known in which line of the file it stands.
struct LongTableFault: Error, Sendable {
  enum Kind: Sendable {
    case strayQuote(column: Int)
    case textAfterQuote(column: Int)
    case unterminatedQuote(column: Int)
    case nulByte(column: Int)
    case cells(Int)
    case tooLong
    case notUTF8
    case emptyCell(LongTableLayout.Role)
    case notAnInteger(LongTableLayout.Role, String)
    case notANumber(String)
    /// A record that the first reading did not find.
    case changed
    /// Nothing is wrong: the record that was looked for.
    case found
    case reading(TableError)

    /// Whether to name the line where the record starts rather than the one that was reached.
    var isOfWholeRecord: Bool {
      switch self {
      case .strayQuote, .textAfterQuote, .unterminatedQuote, .nulByte: false
      default: true
      }
    }
  }

  let kind: Kind
  /// The line, counted from 0 at the start of the window.
  let line: Int

  /// The error to throw, for a window that starts at a line of the file.
  func error(in layout: LongTableLayout, from first: Int, recordLimit: Int) -> TableError {
    let line = first + line
    func place(_ column: Int) -> Location {
      Location(file: layout.file, row: line, column: column)
    }
    switch kind {
    case .strayQuote(let column): return .strayQuote(place(column))
    case .textAfterQuote(let column): return .textAfterQuote(place(column))
    case .unterminatedQuote(let column): return .unterminatedQuote(place(column))
    case .nulByte(let column): return .nulByte(place(column))
    case .cells(let count):
      let columns = layout.roles.count
      return count > columns
        ? .tooManyCells(place(columns + 1), cells: count, columns: columns)
        : .tooFewCells(place(count), cells: count, columns: columns)
    case .tooLong: return .recordTooLong(place(1), limit: recordLimit)
    case .notUTF8: return .notUTF8(file: layout.file, line: line)
    case .emptyCell(let role):
      return .emptyCell(layout.location(role, line: line), column: name(role, layout))
    case .notAnInteger(let role, let text):
      return .notAnInteger(
        layout.location(role, line: line), column: name(role, layout), text: text)
    case .notANumber(let text):
      return .notANumber(
        layout.location(.value, line: line), column: name(.value, layout), text: text)
    case .changed, .found:
      return .unreadableFile(layout.file, reason: "it changed while it was read")
    case .reading(let error): return error
    }
  }

  private func name(_ role: LongTableLayout.Role, _ layout: LongTableLayout) -> String {
    layout.columns[role.rawValue].name
  }
}

/// Writes tables as JSON: the settings used, the notes, and one object per row.
///
/// Text is UTF-8, not escaped to ASCII. Numbers are written by the shortest digits that read back
/// to the same number. Empty cells and not-a-number are null; an infinity, which JSON cannot say,
/// is the text `inf` or `-inf`.
public struct JSONWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Returns the table as one JSON object with the members settings, notes and rows.
  ///
  /// The first row names the members of each row's object. A column without a name gets its
  /// letters, a repeated name a number in brackets. Rows without cells are left out.
  ///
  /// - Parameters:
  ///   - table: A table whose first row holds the column names.
  ///   - settings: Names and values, written in this order; a name occurs once.
  /// - Returns: The text, one row per line, ending with a line break.
  public func string(_ table: Table, settings: [(String, Cell)] = []) -> String {
    precondition(
      Set(settings.map(\.0)).count == settings.count, "a setting's name must occur once")
    var output: [UInt8] = []
    append("{\n  \"settings\": {", to: &output)
    for (index, setting) in settings.enumerated() {
      append(index > 0 ? ", " : "", to: &output)
      appendQuoted(setting.0, to: &output)
      append(": ", to: &output)
      append(setting.1, to: &output)
    }
    append("},\n  \"notes\": [", to: &output)
    for (index, note) in table.notes.enumerated() {
      append(index > 0 ? ", " : "", to: &output)
      appendQuoted(note.text, to: &output)
    }
    append("],\n  \"rows\": [", to: &output)
    let names = memberNames(of: table)
    var isFirst = true
    for row in table.rows.dropFirst() where !row.isEmpty {
      append(isFirst ? "\n    " : ",\n    ", to: &output)
      append(row, names: names, to: &output)
      isFirst = false
    }
    append(isFirst ? "]\n}\n" : "\n  ]\n}\n", to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func memberNames(of table: Table) -> [String] {
    var taken: Set<String> = []
    return (1...max(table.columnCount, 1)).map { column in
      let cell = table[1, column]
      let name = cell.isEmpty ? Location.columnName(column) : cell.description
      var unique = name
      var count = 1
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(name) (\(count))"
      }
      return unique
    }
  }

  private func append(_ row: [Cell], names: [String], to output: inout [UInt8]) {
    append("{", to: &output)
    for (column, name) in names.enumerated() {
      append(column > 0 ? ", " : "", to: &output)
      appendQuoted(name, to: &output)
      append(": ", to: &output)
      append(row.indices.contains(column) ? row[column] : .empty, to: &output)
    }
    append("}", to: &output)
  }

  private func append(_ cell: Cell, to output: inout [UInt8]) {
    switch cell {
    case .empty:
      append("null", to: &output)
    case .text(let text), .error(let text):
      appendQuoted(text, to: &output)
    case .boolean(let value):
      append(value ? "true" : "false", to: &output)
    case .number(let number) where number.isNaN:
      append("null", to: &output)
    case .number(let number) where number.isInfinite:
      appendQuoted(number.shortestDecimal, to: &output)
    case .number(let number):
      append(number.shortestDecimal, to: &output)
    }
  }

  private func append(_ text: String, to output: inout [UInt8]) {
    output.append(contentsOf: text.utf8)
  }

  private func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"", to: &output)
      case UInt8(ascii: "\\"): append("\\\\", to: &output)
      case 0x0A: append("\\n", to: &output)
      case 0x0D: append("\\r", to: &output)
      case 0x09: append("\\t", to: &output)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, to: &output)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

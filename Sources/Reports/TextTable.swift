public import Tables

/// A table set in columns of text, for a terminal.
public struct TextTable: Sendable {
  /// The table.
  public let table: Table
  /// The width notes are broken at, in characters.
  public let width: Int

  /// Sets a table.
  public init(_ table: Table, width: Int = 100) {
    self.table = table
    self.width = width
  }

  /// The title, the columns, and the notes below.
  ///
  /// A column is set right when all its cells are numbers, or texts that begin like one. Widths count
  /// characters, of which Vietnamese letters are one each however they are encoded. Where the table
  /// is wider than it may be, the last column is broken into lines.
  public var text: String {
    let header = table.header.map(Self.text)
    let body = table.rows.dropFirst().map { row in
      header.indices.map { $0 < row.count ? Self.text(row[$0]) : "" }
    }
    var widths = header.indices.map { column in
      ([header] + body).map { $0[column].count }.max() ?? 0
    }
    // Messages come last, and are broken where they would run out of the terminal.
    let rest = width - widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let isBroken = rest >= Self.leastMessage && (widths.last ?? 0) > rest
    if isBroken { widths[widths.count - 1] = rest }
    let isRight = header.indices.map { column in body.allSatisfy { Self.isNumeric($0[column]) } }
    func line(_ cells: [String]) -> String {
      zip(cells, zip(widths, isRight)).map { cell, setting in
        let space = String(repeating: " ", count: setting.0 - cell.count)
        return setting.1 ? space + cell : cell + space
      }.joined(separator: "  ").trimmedAtEnd
    }
    var lines: [String] = []
    if let title = table.title { lines += [title, ""] }
    lines.append(line(header))
    lines.append(line(widths.map { String(repeating: "─", count: $0) }))
    lines += body.flatMap { row -> [String] in
      guard isBroken, let message = row.last else { return [line(row)] }
      let parts = wrapped(message, to: rest, indent: "")
      return parts.enumerated().map { index, part in
        line((index == 0 ? row.dropLast() : row.dropLast().map { _ in "" }) + [part])
      }
    }
    if !table.notes.isEmpty { lines.append("") }
    lines += table.notes.flatMap { wrapped("- " + $0.text, to: width, indent: "  ") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in lines of at most a width; a longer word stays whole.
  private func wrapped(_ text: String, to width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return lines + [line]
  }

  /// The fewest characters a column of messages is broken to.
  private static let leastMessage = 30

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: "–"
    default: cell.description
    }
  }

  private static func isNumeric(_ text: String) -> Bool {
    guard let first = text.first else { return true }
    if text == "–" { return true }
    let signs: Set<Character> = ["+", "-", "−", "."]
    return first.isNumber || (signs.contains(first) && text.dropFirst().first?.isNumber == true)
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

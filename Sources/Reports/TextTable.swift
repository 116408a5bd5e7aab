public import Tables

/// A table set in columns of text, for a terminal.
public struct TextTable: Sendable {
  /// How a table is set off from what stands around it.
  public enum Style: Sendable, Hashable {
    /// Text alone, as a file or another program reads it.
    case plain
    /// A bold header and dim notes, by the escape sequences of ECMA-48.
    case terminal
  }

  /// The table.
  public let table: Table
  /// The width that notes and messages are broken at, in columns of a terminal.
  public let width: Int
  /// How the table is set off.
  public let style: Style

  /// Sets a table.
  public init(_ table: Table, width: Int = 100, style: Style = .plain) {
    self.table = table
    self.width = width
    self.style = style
  }

  /// The title, the columns, and the notes below.
  ///
  /// A column is set right when all its cells are numbers, or texts that begin like one. Widths are those
  /// of a terminal, whatever the encoding of a letter. Where the table is wider than it may be, the last
  /// column is broken into lines.
  public var text: String {
    let header = table.header.map(Self.text)
    let body = table.rows.dropFirst().map { row in
      header.indices.map { $0 < row.count ? Self.text(row[$0]) : "" }
    }
    let columns = ColumnSetting(header: header, body: body, width: width)
    var lines: [String] = []
    if let title = table.title { lines += [strong(Self.printable(title)), ""] }
    lines.append(strong(columns.line(header)))
    lines.append(columns.rule)
    lines += body.flatMap(columns.lines)
    if !table.notes.isEmpty { lines.append("") }
    lines += table.notes.flatMap { note in
      Self.wrapped("- " + Self.printable(note.text), to: width, indent: "  ").map(faint)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func strong(_ line: String) -> String {
    style == .terminal ? "\u{1B}[1m\(line)\u{1B}[22m" : line
  }

  private func faint(_ line: String) -> String {
    style == .terminal ? "\u{1B}[2m\(line)\u{1B}[22m" : line
  }

  /// A text in lines of at most a width; a longer word stays whole.
  fileprivate static func wrapped(_ text: String, to width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let size = TerminalWidth(of: word).columns
      if !line.isEmpty, columns + 1 + size > width {
        lines.append(line)
        line = indent + word
        columns = indent.count + size
      } else {
        columns += size + (line.isEmpty ? 0 : 1)
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return lines + [line]
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: "–"
    default: printable(cell.description)
    }
  }

  /// A text without control characters, which a terminal would obey: a file's must not colour it or name its window.
  private static func printable(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var printable = String.UnicodeScalarView()
    printable.append(
      contentsOf: text.unicodeScalars.map { scalar in
        scalar.properties.isWhitespace ? " " : isControl(scalar) ? "\u{FFFD}" : scalar
      })
    return String(printable)
  }
}

/// Where the columns of a table stand.
private struct ColumnSetting {
  private var widths: [Int]
  private let isRight: [Bool]
  /// The width that the last column is broken at; nil where it need not be.
  private let messageWidth: Int?

  init(header: [String], body: [[String]], width: Int) {
    widths = header.indices.map { column in
      ([header] + body).map { TerminalWidth(of: $0[column]).columns }.max() ?? 0
    }
    // Messages come last, and are broken where they would run out of the terminal.
    let rest = width - widths.dropLast().reduce(0) { $0 + $1 + 2 }
    messageWidth = rest >= Self.leastMessage && (widths.last ?? 0) > rest ? rest : nil
    if let messageWidth { widths[widths.count - 1] = messageWidth }
    isRight = header.indices.map { column in body.allSatisfy { Self.isNumeric($0[column]) } }
  }

  /// The fewest columns of the terminal that messages are broken to.
  private static let leastMessage = 30

  /// The line below the header.
  var rule: String { line(widths.map { String(repeating: "─", count: $0) }) }

  /// A row in one line.
  func line(_ cells: [String]) -> String {
    zip(cells, zip(widths, isRight)).map { cell, setting in
      let space = String(
        repeating: " ", count: max(0, setting.0 - TerminalWidth(of: cell).columns))
      return setting.1 ? space + cell : cell + space
    }.joined(separator: "  ").trimmedAtEnd
  }

  /// A row in as many lines as its message takes.
  func lines(_ row: [String]) -> [String] {
    guard let messageWidth, let message = row.last else { return [line(row)] }
    let parts = TextTable.wrapped(message, to: messageWidth, indent: "")
    return parts.enumerated().map { index, part in
      line((index == 0 ? row.dropLast() : row.dropLast().map { _ in "" }) + [part])
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

/// Writes tables as CSV after RFC 4180, with lines that end by LF.
///
/// Numbers are written by the shortest digits that read back to the same number. A text is
/// quoted only where needed: for a separator, quote, line break or byte order mark, and where it
/// begins like a formula (`=`, `+`, `-`, `@`), which it is not. Reading back gives the same
/// texts, except that an empty text becomes an empty cell. Notes are not written.
public struct CSVWriter: Sendable {
  private let separator: UInt8
  private let byteOrderMark: Bool

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - separator: An ASCII character.
  ///   - byteOrderMark: Whether to begin with the mark by which Excel recognises UTF-8.
  public init(separator: Character = ",", byteOrderMark: Bool = false) {
    self.separator = CSVFormat.checked(separator)
    self.byteOrderMark = byteOrderMark
  }

  /// Returns the table as text.
  public func string(_ table: Table) -> String {
    var output: [UInt8] = byteOrderMark ? CSVFormat.byteOrderMark : []
    // Readers guess the separator from the first line with content, so no other candidate may
    // stand there outside quotes.
    let headerRow = table.rows.firstIndex { !$0.isEmpty }
    for (index, row) in table.rows.enumerated() {
      append(row, isHeader: index == headerRow, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func append(_ row: [Cell], isHeader: Bool, to output: inout [UInt8]) {
    let start = output.count
    for (index, cell) in row.enumerated() {
      if index > 0 { output.append(separator) }
      if case .text(let text) = cell {
        append(text, isHeader: isHeader, to: &output)
      } else {
        output.append(contentsOf: cell.description.utf8)
      }
    }
    // A single empty cell would otherwise read back as a blank line.
    if row.count == 1, output.count == start {
      output.append(contentsOf: [CSVFormat.quote, CSVFormat.quote])
    }
    output.append(CSVFormat.lineFeed)
  }

  private func append(_ text: String, isHeader: Bool, to output: inout [UInt8]) {
    guard needsQuotes(text, isHeader: isHeader) else {
      output.append(contentsOf: text.utf8)
      return
    }
    output.append(CSVFormat.quote)
    for byte in text.utf8 {
      if byte == CSVFormat.quote { output.append(CSVFormat.quote) }
      output.append(byte)
    }
    output.append(CSVFormat.quote)
  }

  private func needsQuotes(_ text: String, isHeader: Bool) -> Bool {
    switch text.utf8.first {
    case nil: return false
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    default: break
    }
    if isHeader, text.unicodeScalars.first == "\u{FEFF}" { return true }
    return text.utf8.contains { byte in
      byte == separator || byte == CSVFormat.quote || CSVFormat.isLineEnd(byte)
        || (isHeader && CSVFormat.separators.contains(byte))
    }
  }
}

/// Writes tables as CSV after RFC 4180, with lines that end by LF unless told otherwise.
///
/// Numbers are written by the shortest digits that read back to the same number. A text is
/// quoted only where needed: for a separator, quote, line break or byte order mark, and where it
/// begins like a formula (`=`, `+`, `-`, `@`). Quotes do not keep a spreadsheet program from computing
/// such a text: what is to be opened by one is written by `forVietnameseExcel`, or as a workbook.
/// Reading back gives the same texts, except that an empty text becomes an empty cell. Notes are not
/// written.
public struct CSVWriter: Sendable {
  private let separator: UInt8
  private let byteOrderMark: Bool
  private let decimalMark: DecimalMark
  private let lineEnd: LineEnd
  private let marksTexts: Bool

  /// What ends a line.
  public enum LineEnd: Sendable, Hashable {
    /// A line feed.
    case lineFeed
    /// A carriage return and a line feed, as RFC 4180 has it.
    case carriageReturnLineFeed
  }

  /// What Excel opens with a double click where decimals stand after a comma, as in Viet Nam.
  ///
  /// Semicolons stand between the cells, a byte order mark tells that the letters are UTF-8, and lines end
  /// as on Windows. A text that Excel would take for a formula, since it begins with `=`, `+`, `-`, `@`, a tab
  /// or a line end, has an apostrophe before it, which stays when it is read back.
  public static let forVietnameseExcel = CSVWriter(
    separator: ";", byteOrderMark: true, decimalMark: .comma, lineEnd: .carriageReturnLineFeed,
    marksTexts: true)

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - separator: An ASCII character.
  ///   - byteOrderMark: Whether to begin with the mark by which Excel recognises UTF-8.
  ///   - decimalMark: What stands before the decimals of numbers.
  ///   - lineEnd: What ends a line.
  ///   - marksTexts: Whether texts that begin like a formula get an apostrophe before them.
  /// - Precondition: A comma is not both the separator and the decimal mark.
  public init(
    separator: Character = ",", byteOrderMark: Bool = false, decimalMark: DecimalMark = .point,
    lineEnd: LineEnd = .lineFeed, marksTexts: Bool = false
  ) {
    precondition(
      separator != "," || decimalMark != .comma, "a comma cannot part both cells and decimals")
    self.separator = CSVFormat.checked(separator)
    self.byteOrderMark = byteOrderMark
    self.decimalMark = decimalMark
    self.lineEnd = lineEnd
    self.marksTexts = marksTexts
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
      switch cell {
      case .text(let text) where marksTexts && Self.beginsLikeFormula(text):
        append("'" + text, isHeader: isHeader, to: &output)
      case .text(let text): append(text, isHeader: isHeader, to: &output)
      case .number where decimalMark == .comma:
        let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
        output.append(contentsOf: cell.description.utf8.map { $0 == point ? comma : $0 })
      case .empty, .number, .boolean, .error: output.append(contentsOf: cell.description.utf8)
      }
    }
    // A single empty cell would otherwise read back as a blank line.
    if row.count == 1, output.count == start {
      output.append(contentsOf: [CSVFormat.quote, CSVFormat.quote])
    }
    if lineEnd == .carriageReturnLineFeed { output.append(UInt8(ascii: "\r")) }
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

  /// Whether Excel takes a text for a formula, quotes or not.
  private static func beginsLikeFormula(_ text: String) -> Bool {
    text.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
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

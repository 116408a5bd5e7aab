/// Reads tables from text files whose cells are set apart by commas, semicolons or tabs.
///
/// The text is UTF-8, with or without a byte order mark; lines end by LF, CRLF or CR; cells are
/// quoted as in RFC 4180. Nothing is interpreted: a cell is a text, or empty where it has no
/// characters. Rows may differ in length, and a blank line is a row without cells.
public struct CSVReader: Sendable {
  private let separator: UInt8?

  /// Creates a reader.
  ///
  /// - Parameter separator: An ASCII character, or nothing to choose for each file the one among
  ///   comma, semicolon and tab that occurs most often outside quotes in its first line with
  ///   content.
  public init(separator: Character? = nil) {
    self.separator = separator.map(CSVFormat.checked)
  }

  /// Reads the file at a path.
  ///
  /// - Throws: `TableError.missingFile` where there is none, other cases of `TableError` for a
  ///   file that cannot be read or is not well-formed.
  public func table(contentsOf path: String) throws -> Table {
    try table(bytes: InputFile.bytes(of: path), file: path)
  }

  /// Reads a table from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - file: The name used in messages; of a path the last component.
  /// - Returns: A table whose rows are the records.
  /// - Throws: `TableError` naming the line at fault.
  public func table(bytes: [UInt8], file: String) throws -> Table {
    let span = bytes.span
    let name = Location.lastComponent(of: file)
    try CSVFormat.checkUTF8(span, file: name)
    let start = CSVFormat.startsWithByteOrderMark(span) ? 3 : 0
    let separator = separator ?? CSVFormat.likelySeparator(of: span, from: start)
    var parser = CSVParser(file: name, separator: separator, position: start)
    return try parser.table(span)
  }
}

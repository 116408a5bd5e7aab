/// Reads tables from text files whose cells are set apart by commas, semicolons or tabs.
///
/// Lines end by LF, CRLF or CR; cells are quoted as in RFC 4180. Nothing is interpreted: a cell is
/// a text, or empty where it has no characters. Rows may differ in length, and a blank line is a
/// row without cells.
///
/// The text is UTF-8, or UTF-16 with a byte order mark. UTF-16 without one is recognised where
/// most characters are plain Latin letters, digits and separators; what is not UTF-8 but looks
/// like Vietnamese in Windows-1258 is read as that. Either choice is a note on the table.
public struct CSVReader: Sendable {
  private let separator: UInt8?
  private let encoding: TextEncoding?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - separator: An ASCII character, or nothing to choose for each file the one among comma,
  ///     semicolon and tab that occurs most often outside quotes in its first line with content.
  ///   - encoding: How the text is stored, or nothing to find it out for each file.
  public init(separator: Character? = nil, encoding: TextEncoding? = nil) {
    self.separator = separator.map(CSVFormat.checked)
    self.encoding = encoding
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
    let name = Location.lastComponent(of: file)
    let text = try DecodedText(bytes, encoding: encoding, file: name)
    let span = text.bytes.span
    let separator = separator ?? CSVFormat.likelySeparator(of: span, from: text.start)
    var parser = CSVParser(file: name, separator: separator, position: text.start)
    var table = try parser.table(span)
    table.notes = text.notes
    return table
  }
}

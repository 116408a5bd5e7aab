/// Reads tables from the files of Stata (.dta, versions 104 to 119) and SPSS (.sav, .zsav).
///
/// The first row holds the names of the variables, and the others have a cell for each. Numbers
/// are as stored, a `float` as the number it stands for exactly, dates and times as the count
/// they are stored as; missing values, the program's own and those a user defined, are empty, and
/// so are empty strings. The labels of the variables are notes: "income: Household income".
public struct StatisticalReader: Sendable {
  /// The most bytes a file may have.
  private static let sizeLimit = 1 << 30

  private let usesLabels: Bool
  private let encoding: TextEncoding?
  private let limits: StatisticalLimits

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - usingLabels: Whether a value with a label becomes the label's text.
  ///   - encoding: How the texts are stored, where the file does not tell the right encoding.
  ///     Stata tells none before version 14; Windows-1252 is then supposed, which a note says
  ///     where it matters.
  ///
  /// - Precondition: The encoding is not UTF-16, which these files never have.
  public init(usingLabels: Bool = false, encoding: TextEncoding? = nil) {
    self.init(usingLabels: usingLabels, encoding: encoding, limits: StatisticalLimits())
  }

  init(usingLabels: Bool = false, encoding: TextEncoding? = nil, limits: StatisticalLimits) {
    precondition(
      encoding != .utf16LittleEndian && encoding != .utf16BigEndian,
      "the files of statistics programs are never in UTF-16")
    usesLabels = usingLabels
    self.encoding = encoding
    self.limits = limits
  }

  /// Reads the file at a path.
  ///
  /// - Throws: `TableError.missingFile` where there is none, other cases of `TableError` for a
  ///   file that cannot be read.
  public func table(contentsOf path: String) throws -> Table {
    try table(bytes: InputFile.bytes(of: path, limit: Self.sizeLimit), file: path)
  }

  /// Reads a table from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - file: The name used in messages; of a path the last component.
  /// - Returns: A table whose first row holds the names of the variables.
  /// - Throws: `TableError.statistical` for a file that is not one of these formats, is damaged,
  ///   or holds more than fits in memory.
  public func table(bytes: [UInt8], file: String) throws -> Table {
    let file = Location.lastComponent(of: file)
    let format = try StatisticalFormat(bytes, file: file)
    let contents = try contents(of: bytes, format, file: file)
    return contents.table(
      usingLabels: usesLabels, isEncodingSupposed: format == .stata && encoding == nil)
  }

  private func contents(
    of bytes: [UInt8], _ format: StatisticalFormat, file: String
  ) throws(TableError) -> StatisticalContents {
    let contents = StatisticalContents(file: file, limits: limits)
    let context = ReadStatContext(bytes, contents, encoding: encoding)
    try ReadStatParser(context).run(format)
    guard context.isToldWindows1258 else { return contents }
    let decoded = StatisticalContents(file: file, limits: limits)
    try ReadStatParser(ReadStatContext(bytes, decoded, encoding: .windows1258)).run(format)
    return decoded
  }
}

/// How much a file may hold.
struct StatisticalLimits: Sendable {
  /// The most cells, the names of the variables among them.
  var cells = SheetLimits.cells
  /// The most bytes of text: a small file can refer to one long text from every row.
  var textBytes = 1 << 30
}

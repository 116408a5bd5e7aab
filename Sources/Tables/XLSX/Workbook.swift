/// An .xlsx workbook opened for reading.
///
/// The file is read once, at opening, and kept in memory packed; each sheet is unpacked when it
/// is asked for. Sheets without cells, such as chart sheets, are not listed.
public struct Workbook: Sendable {
  /// Whether a sheet is shown.
  public enum State: String, Sendable {
    /// The sheet is shown.
    case visible
    /// The sheet is hidden and can be shown from the program's menu.
    case hidden
    /// The sheet is hidden and can be shown by a macro only.
    case veryHidden
  }

  /// A worksheet's name and state.
  public struct Sheet: Sendable, Hashable {
    /// The name on the sheet's tab.
    public let name: String
    /// Whether the sheet is shown.
    public let state: State
  }

  /// The file's name without its folders.
  public let file: String
  /// The worksheets in the workbook's order.
  public let sheets: [Sheet]

  private let bytes: [UInt8]
  /// The part of each sheet, in the order of `sheets`.
  private let parts: [String]
  private let sharedStrings: [String]

  /// Opens the workbook at a path.
  ///
  /// - Throws: `TableError.missingFile` where there is none, other cases of `TableError` for a
  ///   file that is not a readable workbook.
  public init(contentsOf path: String) throws {
    let bytes = try InputFile.bytes(of: path, limit: ZipEntry.sizeLimit)
    try self.init(bytes: bytes, file: path)
  }

  /// Opens a workbook from the bytes of its file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - file: The name used in messages; of a path the last component.
  /// - Throws: `TableError` for a file that is not a readable workbook.
  public init(bytes: [UInt8], file: String) throws {
    let file = Location.lastComponent(of: file)
    if let fault = FileSignature.fault(of: bytes) {
      throw TableError.workbook(file: file, fault)
    }
    let archive = try ZipArchive(bytes, file: file)
    let contents = try WorkbookContents(archive)
    self.file = file
    self.bytes = bytes
    sheets = contents.sheets
    parts = contents.parts
    sharedStrings = contents.sharedStrings
  }

  /// Reads the cells of a worksheet.
  ///
  /// Values are as stored: a formula's is the one computed when the file was saved, and empty
  /// where there is none; a date is the number it is stored as; of merged cells only the first
  /// has a value. Rows end at their last cell with a value, and the table at its last such row;
  /// a gap of many blank rows costs eight bytes for each.
  ///
  /// - Parameter name: The name as it stands in `sheets`.
  /// - Returns: A table whose rows are the sheet's.
  /// - Throws: `TableError` where there is no such sheet, or its part is not well-formed.
  public func table(sheet name: String) throws -> Table {
    guard let index = sheets.firstIndex(where: { $0.name == name }) else {
      throw TableError.missingSheet(name, file: file, sheets: sheets.map(\.name))
    }
    let archive = try ZipArchive(bytes, file: file)
    let handler = WorksheetHandler(file: file, sheet: name, sharedStrings: sharedStrings)
    try XMLPart.read(parts[index], of: archive, with: handler)
    return Table(file: file, sheet: name, rows: handler.rows)
  }
}

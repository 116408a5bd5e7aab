/// An .xlsx or .xls workbook opened for reading.
///
/// The format is known by the file's first bytes, not by its name; of .xls those of Excel 97 and
/// later are read. The file is read once, at opening, and kept in memory; the cells of a sheet
/// are read when they are asked for. Sheets without cells, such as chart sheets, are not listed.
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

  private let content: any WorkbookFormat

  /// Opens the workbook at a path.
  ///
  /// - Throws: `TableError.missingFile` where there is none, other cases of `TableError` for a
  ///   file that is not a readable workbook.
  public init(contentsOf path: String) throws {
    let bytes = try InputFile.bytes(of: path)
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
    if bytes.isEmpty { throw TableError.workbook(file: file, .empty) }
    switch FileSignature(of: bytes) {
    case .zip: content = try XLSXWorkbook(bytes, file: file)
    case .compoundFile: content = try XLSWorkbook(compoundFile: bytes, file: file)
    case .records: content = try XLSWorkbook(records: bytes, file: file)
    case nil: throw TableError.workbook(file: file, .notZip)
    }
    self.file = file
    sheets = content.sheets
  }

  /// Reads the cells of a worksheet.
  ///
  /// Values are as stored: a formula's is the one computed when the file was saved, and
  /// `Cell.uncalculated` where there is none; a date is the number it is stored as; of merged
  /// cells only the first has a value. Rows end at their last cell with a value, and the table at
  /// its last such row; a gap of many blank rows costs eight bytes for each.
  ///
  /// - Parameter name: The name as it stands in `sheets`.
  /// - Returns: A table whose rows are the sheet's.
  /// - Throws: `TableError` where there is no such sheet, or it is not well-formed.
  public func table(sheet name: String) throws -> Table {
    guard let index = sheets.firstIndex(where: { $0.name == name }) else {
      throw TableError.missingSheet(name, file: file, sheets: sheets.map(\.name))
    }
    return Table(file: file, sheet: name, rows: try content.rows(ofSheet: index))
  }
}

/// A workbook of XML parts in a zip archive (ECMA-376).
///
/// The bytes are kept packed; each sheet is unpacked when it is asked for.
struct XLSXWorkbook: WorkbookFormat {
  let sheets: [Workbook.Sheet]
  private let file: String
  private let bytes: [UInt8]
  /// The part of each sheet, in the order of `sheets`.
  private let parts: [String]
  private let sharedStrings: [String]

  init(_ bytes: [UInt8], file: String) throws(TableError) {
    let archive = try ZipArchive(bytes, file: file)
    let contents = try WorkbookContents(archive)
    sheets = contents.sheets
    parts = contents.parts
    sharedStrings = contents.sharedStrings
    self.file = file
    self.bytes = bytes
  }

  func rows(ofSheet index: Int) throws(TableError) -> [[Cell]] {
    let archive = try ZipArchive(bytes, file: file)
    let handler = WorksheetHandler(
      file: file, sheet: sheets[index].name, sharedStrings: sharedStrings)
    try XMLPart.read(parts[index], of: archive, with: handler)
    return handler.rows
  }
}

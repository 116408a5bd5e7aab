/// A workbook of binary records, as Excel 97 to 2003 wrote them ([MS-XLS]).
struct XLSWorkbook: WorkbookFormat {
  let sheets: [Workbook.Sheet]
  private let file: String
  /// The workbook's records.
  private let stream: [UInt8]
  /// Where the records of each sheet begin, in the order of `sheets`.
  private let offsets: [Int]
  private let sharedStrings: [String]

  /// Opens a workbook inside a compound file.
  init(compoundFile bytes: [UInt8], file: String) throws(TableError) {
    var stream: [UInt8]?
    do throws(XLSFault) {
      let container = try CompoundFile(bytes)
      // A workbook of either kind with a password is stored as this stream
      // ([MS-OFFCRYPTO] 2.3.4).
      if container.hasStream("EncryptedPackage") {
        throw .other(.workbook(file: file, .encrypted))
      }
      // Excel 5 and 95 named it Book; a file may hold one of each kind.
      stream = try container.stream("Workbook")
      if stream == nil { stream = try container.stream("Book") }
    } catch {
      throw Self.placed(error, file: file)
    }
    guard let stream else { throw .workbook(file: file, .notOldWorkbook) }
    try self.init(records: stream, file: file)
  }

  /// Opens a workbook by its records.
  init(records stream: [UInt8], file: String) throws(TableError) {
    do throws(XLSFault) {
      let globals = try XLSGlobals(stream, file: file)
      sheets = globals.sheets
      offsets = globals.offsets
      sharedStrings = globals.sharedStrings
    } catch {
      throw Self.placed(error, file: file)
    }
    self.file = file
    self.stream = stream
  }

  func rows(ofSheet index: Int) throws(TableError) -> [[Cell]] {
    let name = sheets[index].name
    var reader = XLSSheetReader(file: file, sheet: name, sharedStrings: sharedStrings)
    do throws(XLSFault) {
      try reader.read(stream, from: offsets[index])
    } catch {
      switch error {
      case .malformed(let reason): throw .sheet(name, file: file, reason: reason)
      case .other(let error): throw error
      }
    }
    return reader.rows
  }

  private static func placed(_ fault: XLSFault, file: String) -> TableError {
    switch fault {
    case .malformed(let reason): .workbook(file: file, .damaged(reason))
    case .other(let error): error
    }
  }
}

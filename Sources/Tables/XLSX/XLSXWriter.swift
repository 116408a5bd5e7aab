/// Writes tables as the sheets of an .xlsx workbook.
///
/// The first row of each sheet is its header, which stays in view and filters; numbers are numbers, and a
/// text is a text, also where it begins as a formula does. Nothing but the table stands on its sheet, so that it
/// is read back as it was; what is said of it stands on sheets after it. Numbers keep 16 significant
/// digits, which libxlsxwriter writes: rarely the last bit is lost. Error values and infinities
/// are written as texts. The same tables give the same bytes.
public struct XLSXWriter: Sendable {
  /// When the document says it was made, in seconds since 1970.
  public let created: Int

  /// The day that zip archives count from, 1980-01-01: no clock enters a workbook.
  public static let noTime = 315_532_800

  /// Creates a writer.
  ///
  /// - Parameter created: when the document says it was made, in seconds since 1970; by itself no true time.
  public init(created: Int = noTime) { self.created = created }

  /// Writes a workbook so that the file is never seen half written.
  ///
  /// Missing folders are created, and an existing file is replaced in one step. Without tables
  /// the workbook has one empty sheet.
  ///
  /// - Parameters:
  ///   - tables: One table for each sheet; the notes of all stand on a sheet "notes" after them.
  ///   - path: Where the workbook will be.
  /// - Throws: `TableError.unwritableFile`, or `.unwritableCell` for a text longer than 32,767
  ///   characters or holding a NUL and for a cell outside a sheet's limits; what stood at the
  ///   path is then untouched.
  public func write(_ tables: [Table], to path: String) throws {
    try write(tables.map { TableSheet($0) }, to: path)
  }

  /// Writes tables with what is known of them.
  ///
  /// - Parameters:
  ///   - tables: one for each sheet, then their charts, notes and settings.
  ///   - settings: names and values that stand on a sheet of their own.
  ///   - words: what the sheets beside the tables are called.
  ///   - path: where the workbook will be.
  /// - Throws: as `write(_:to:)` of tables alone does.
  public func write(
    _ tables: [TableSheet], settings: [(String, Cell)] = [], words: SheetWords = .english,
    to path: String
  ) throws {
    try placed(at: path) { workbook throws(TableError) in
      let spreadsheet = try Spreadsheet(
        of: tables, settings: settings, words: words, path: path)
      try spreadsheet.write(to: &workbook, created: created)
    }
  }

  /// Writes a workbook of sheets as they are.
  ///
  /// - Parameters:
  ///   - spreadsheet: the sheets; their names must be ones that Excel accepts.
  ///   - path: where the workbook will be.
  /// - Throws: as `write(_:to:)` of tables does.
  public func write(_ spreadsheet: Spreadsheet, to path: String) throws {
    try placed(at: path) { workbook throws(TableError) in
      try spreadsheet.write(to: &workbook, created: created)
    }
  }

  /// Fills a workbook and gives it its name when it is complete.
  private func placed(
    at path: String, fill: (inout WorkbookOutput) throws(TableError) -> Void
  ) throws {
    let file = try OutputFile(path: path)
    do {
      var workbook = try WorkbookOutput(path: file.temporaryPath, finalPath: path)
      try fill(&workbook)
      try workbook.close()
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }
}

extension Spreadsheet {
  fileprivate func write(
    to workbook: inout WorkbookOutput, created: Int
  ) throws(TableError) {
    workbook.describe(title: title, created: created)
    for sheet in sheets { try workbook.add(sheet) }
    for name in names { try workbook.define(name) }
  }
}

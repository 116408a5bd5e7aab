/// Writes tables as the sheets of an .xlsx workbook.
///
/// The first row is bold and stays in view; numbers are numbers; notes stand below the table.
/// A sheet is named by its table's title, made valid and unique. Numbers keep 16 significant
/// digits, which libxlsxwriter writes: rarely the last bit is lost. Error values and infinities
/// are written as texts.
public struct XLSXWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Writes a workbook so that the file is never seen half written.
  ///
  /// Missing folders are created, and an existing file is replaced in one step. Without tables
  /// the workbook has one empty sheet.
  ///
  /// - Parameters:
  ///   - tables: One table for each sheet.
  ///   - path: Where the workbook will be.
  /// - Throws: `TableError.unwritableFile`, or `.unwritableCell` for a text longer than 32,767
  ///   characters or holding a NUL and for a cell outside a sheet's limits; what stood at the
  ///   path is then untouched.
  public func write(_ tables: [Table], to path: String) throws {
    let file = try OutputFile(path: path)
    do {
      var workbook = try WorkbookOutput(path: file.temporaryPath, finalPath: path)
      var names = SheetName()
      for table in tables {
        let name = names.next(table.title ?? table.sheet ?? table.file)
        try workbook.add(table, named: name)
      }
      try workbook.close()
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }
}

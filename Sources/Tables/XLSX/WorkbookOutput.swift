import CXLSXWriter

/// A workbook of libxlsxwriter, which holds all cells until it is closed.
@safe
struct WorkbookOutput: ~Copyable {
  /// The workbook until it is closed, which frees it.
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private let bold: UnsafeMutablePointer<lxw_format>
  private let path: String

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to write.
  ///   - finalPath: The name of that file in messages.
  /// - Throws: `TableError.unwritableFile` where memory does not suffice.
  init(path: String, finalPath: String) throws(TableError) {
    guard let created = unsafe workbook_new(path) else {
      throw .unwritableFile(finalPath, reason: "out of memory")
    }
    guard let format = unsafe workbook_add_format(created) else {
      unsafe lxw_workbook_free(created)
      throw .unwritableFile(finalPath, reason: "out of memory")
    }
    unsafe format_set_bold(format)
    unsafe handle = created
    unsafe bold = format
    self.path = finalPath
  }

  deinit {
    if let open = unsafe handle { unsafe lxw_workbook_free(open) }
  }

  /// Writes the file.
  mutating func close() throws(TableError) {
    guard let open = unsafe handle else { return }
    unsafe handle = nil
    let result = unsafe workbook_close(open)
    guard result == LXW_NO_ERROR else {
      throw .unwritableFile(path, reason: Self.message(result))
    }
  }

  /// Adds a sheet with the table's rows and, below them, its notes.
  func add(_ table: Table, named name: String) throws(TableError) {
    guard let sheet = unsafe workbook_add_worksheet(handle, name) else {
      throw .unwritableFile(path, reason: "\"\(name)\" cannot be the name of a sheet")
    }
    var target = unsafe SheetOutput(sheet: sheet, name: name, path: path)
    for (index, row) in table.rows.enumerated() {
      try unsafe target.append(row, format: index == 0 ? bold : nil)
    }
    if !table.rows.isEmpty { unsafe worksheet_freeze_panes(sheet, 1, 0) }
    if !table.notes.isEmpty { try unsafe target.append([], format: nil) }
    for note in table.notes {
      try unsafe target.append([.text(note.text)], format: nil)
    }
  }

  static func message(_ result: lxw_error) -> String {
    unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? "error \(result.rawValue)"
  }
}

/// A sheet being filled from the top.
@safe
private struct SheetOutput {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let path: String
  private var rowCount = 0

  @unsafe
  init(sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, path: String) {
    unsafe self.sheet = unsafe sheet
    self.name = name
    self.path = path
  }

  @unsafe
  mutating func append(
    _ row: [Cell], format: UnsafeMutablePointer<lxw_format>?
  ) throws(TableError) {
    rowCount += 1
    for (index, cell) in row.enumerated() {
      let place = Location(file: path, sheet: name, row: rowCount, column: index + 1)
      try unsafe write(cell, at: place, format: format)
    }
  }

  @unsafe
  private func write(
    _ cell: Cell, at place: Location, format: UnsafeMutablePointer<lxw_format>?
  ) throws(TableError) {
    if cell == .empty { return }
    guard place.row <= SheetLimits.rows, place.column <= SheetLimits.columns else {
      throw .unwritableCell(place, reason: "a sheet ends at row 1,048,576 and column XFD")
    }
    let (row, column) = (lxw_row_t(place.row - 1), lxw_col_t(place.column - 1))
    let result: lxw_error
    switch cell {
    case .number(let number) where number.isFinite:
      result = unsafe worksheet_write_number(sheet, row, column, number, format)
    case .boolean(let value):
      result = unsafe worksheet_write_boolean(sheet, row, column, value ? 1 : 0, format)
    case .empty, .text, .number, .error:
      let text = cell.description
      guard !text.utf8.contains(0) else {
        throw .unwritableCell(place, reason: "the text holds a NUL character")
      }
      let encoded = EscapedText.encoded(text)
      result = unsafe worksheet_write_string(sheet, row, column, encoded, format)
    }
    guard result == LXW_NO_ERROR else {
      throw .unwritableCell(place, reason: WorkbookOutput.message(result))
    }
  }
}

import CXLSXWriter

/// A workbook of libxlsxwriter, which holds all cells until it is closed.
@safe
struct WorkbookOutput: ~Copyable {
  /// The workbook until it is closed, which frees it.
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: WorkbookFormats
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
    unsafe handle = created
    unsafe formats = WorkbookFormats(workbook: created, path: finalPath)
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

  /// Sets what the document says of itself: no author, and a time of making that is not the clock's.
  func describe(title: String?, created seconds: Int) {
    unsafe EscapedText.plain(title ?? "").withCString { text in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = unsafe title == nil ? nil : UnsafeMutablePointer(mutating: text)
      // Zero would be the present.
      unsafe properties.created = max(1, seconds)
      _ = unsafe workbook_set_properties(handle, &properties)
    }
  }

  /// Adds a sheet.
  mutating func add(_ worksheet: Worksheet) throws(TableError) {
    guard let sheet = unsafe workbook_add_worksheet(handle, worksheet.name) else {
      throw .unwritableFile(path, reason: "\"\(worksheet.name)\" cannot be the name of a sheet")
    }
    let target = unsafe SheetOutput(sheet: sheet, name: worksheet.name, path: path)
    for entry in worksheet.entries {
      try unsafe target.write(entry, format: formats.format(of: entry.style))
    }
    target.lay(out: worksheet)
    for validation in worksheet.validations { try target.add(validation) }
    for comment in worksheet.comments { try target.comment(comment.text, at: comment.place) }
    for comparison in worksheet.comparisons {
      try unsafe target.mark(
        comparison.range, whereOtherThanOn: comparison.sheet, format: formats.changed())
    }
    for drawing in worksheet.charts {
      let chart = try unsafe ChartOutput(drawing.chart, in: handle, path: path)
      try target.insert(chart, at: drawing.place, description: drawing.chart.title)
    }
  }

  /// Adds a name for cells.
  func define(_ name: DefinedName) throws(TableError) {
    let result = unsafe workbook_define_name(handle, name.name, name.reference)
    guard result == LXW_NO_ERROR else {
      throw .unwritableFile(path, reason: "\(name.name): \(Self.message(result))")
    }
  }

  static func message(_ result: lxw_error) -> String {
    unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? "error \(result.rawValue)"
  }
}

import CXLSXWriter

/// A sheet of libxlsxwriter being filled.
@safe
struct SheetOutput {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let path: String

  /// Of a column whose width is left as it is.
  private static let usualWidth = 8.43
  /// How many characters go on the width of a page in print that can be read.
  private static let readableWidth = 260.0
  /// In points.
  private static let lineHeight = 15.0

  @unsafe
  init(sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, path: String) {
    unsafe self.sheet = unsafe sheet
    self.name = name
    self.path = path
  }

  /// Writes a cell.
  @unsafe
  func write(
    _ entry: Worksheet.Entry, format: UnsafeMutablePointer<lxw_format>?
  ) throws(TableError) {
    let (row, column) = entry.place.indices
    switch entry.content {
    case .value(let cell): try unsafe write(cell, at: entry.place, format: format)
    case .formula(let formula, .number(let number)):
      try check(
        unsafe worksheet_write_formula_num(
          sheet, row, column, "=" + formula.text, format, number), at: entry.place)
    case .formula(let formula, let result):
      try check(
        unsafe worksheet_write_formula_str(
          sheet, row, column, "=" + formula.text, format,
          stored(result.description, at: entry.place)), at: entry.place)
    }
  }

  @unsafe
  private func write(
    _ cell: Cell, at place: CellPlace, format: UnsafeMutablePointer<lxw_format>?
  ) throws(TableError) {
    let (row, column) = place.indices
    switch cell {
    case .empty:
      // Without a format there is nothing to be written.
      _ = unsafe worksheet_write_blank(sheet, row, column, format)
    case .number(let number) where number.isFinite:
      try check(unsafe worksheet_write_number(sheet, row, column, number, format), at: place)
    case .boolean(let value):
      try check(
        unsafe worksheet_write_boolean(sheet, row, column, value ? 1 : 0, format), at: place)
    case .text, .number, .error:
      try check(
        unsafe worksheet_write_string(
          sheet, row, column, stored(cell.description, at: place), format), at: place)
    }
  }

  /// A text as the file holds it.
  private func stored(_ text: String, at place: CellPlace) throws(TableError) -> String {
    guard !text.utf8.contains(0) else {
      throw .unwritableCell(location(place), reason: "the text holds a NUL character")
    }
    return EscapedText.encoded(text)
  }

  /// Sets widths of columns, what stays in view and what is filtered.
  func lay(out worksheet: Worksheet) {
    for (column, width) in worksheet.columnWidths.enumerated() {
      guard let width else { continue }
      _ = unsafe worksheet_set_column(
        sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    for (row, lines) in worksheet.linesOfRows.sorted(by: { $0.key < $1.key }) where lines > 1 {
      // Excel finds heights of rows itself, others may not.
      _ = unsafe worksheet_set_row(
        sheet, lxw_row_t(row - 1), Double(lines) * Self.lineHeight, nil)
    }
    if worksheet.frozen != (0, 0) {
      unsafe worksheet_freeze_panes(
        sheet, lxw_row_t(worksheet.frozen.rows), lxw_col_t(worksheet.frozen.columns))
    }
    if let filter = worksheet.filter {
      let ((top, left), (bottom, right)) = (filter.first.indices, filter.last.indices)
      _ = unsafe worksheet_autofilter(sheet, top, left, bottom, right)
    }
    // Printed lying on A4, with the header on each page, and as wide as one where that can be read.
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)
    let width = worksheet.columnWidths.reduce(0) { $0 + ($1 ?? Self.usualWidth) }
    if width <= Self.readableWidth { unsafe worksheet_fit_to_pages(sheet, 1, 0) }
    if worksheet.frozen.rows > 0 {
      _ = unsafe worksheet_repeat_rows(sheet, 0, lxw_row_t(worksheet.frozen.rows - 1))
    }
  }

  /// Says what may be typed.
  func add(_ validation: Worksheet.Validation) throws(TableError) {
    var strings = CStrings()
    defer { strings.free() }
    var data = unsafe lxw_data_validation()
    let first = validation.range.first
    unsafe data.error_message = try unsafe strings.copy(stored(validation.message, at: first))
    switch validation.rule {
    case .number(let limits):
      unsafe data.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe data.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      // Sixteen digits of the greatest number of all are infinity.
      unsafe data.minimum_number = max(limits.lowerBound, -1e300)
      unsafe data.maximum_number = min(limits.upperBound, 1e300)
    case .choice(let words):
      unsafe data.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var stored: [String] = []
      for word in words { stored.append(try self.stored(word, at: first)) }
      unsafe data.value_list = unsafe strings.copy(stored)
    }
    let ((top, left), (bottom, right)) = (
      validation.range.first.indices, validation.range.last.indices
    )
    try check(
      unsafe worksheet_data_validation_range(sheet, top, left, bottom, right, &data), at: first)
  }

  /// Says something of a cell.
  func comment(_ text: String, at place: CellPlace) throws(TableError) {
    let (row, column) = place.indices
    try check(
      unsafe worksheet_write_comment(sheet, row, column, stored(text, at: place)), at: place)
  }

  /// Lets cells stand out that are not as on another sheet.
  @unsafe
  func mark(
    _ range: CellRange, whereOtherThanOn other: String, format: UnsafeMutablePointer<lxw_format>
  ) throws(TableError) {
    var strings = CStrings()
    defer { strings.free() }
    let same = Formula(range.first).equals(Formula(range.first, of: other))
    var condition = unsafe lxw_conditional_format()
    unsafe condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe condition.value_string = unsafe strings.copy(
      "=" + Formula.when(same, then: Formula(0.0), else: Formula(1.0)).text)
    unsafe condition.format = unsafe format
    let ((top, left), (bottom, right)) = (range.first.indices, range.last.indices)
    try check(
      unsafe worksheet_conditional_format_range(sheet, top, left, bottom, right, &condition),
      at: range.first)
  }

  /// Puts a chart on the sheet.
  func insert(
    _ chart: ChartOutput, at place: CellPlace, description: String
  ) throws(TableError) {
    var strings = CStrings()
    defer { strings.free() }
    let (row, column) = place.indices
    var options = unsafe lxw_chart_options()
    unsafe options.x_scale = chart.scale.width
    unsafe options.y_scale = chart.scale.height
    unsafe options.description = unsafe strings.copy(EscapedText.plain(description))
    try check(
      unsafe worksheet_insert_chart_opt(sheet, row, column, chart.handle, &options), at: place)
  }

  private func location(_ place: CellPlace) -> Location {
    Location(file: path, sheet: name, row: place.row, column: place.column)
  }

  private func check(_ result: lxw_error, at place: CellPlace) throws(TableError) {
    guard result == LXW_NO_ERROR else {
      throw .unwritableCell(location(place), reason: WorkbookOutput.message(result))
    }
  }
}

extension CellPlace {
  /// The row and the column counted from 0, as the library counts.
  var indices: (row: lxw_row_t, column: lxw_col_t) {
    (lxw_row_t(row - 1), lxw_col_t(column - 1))
  }
}

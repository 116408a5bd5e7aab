import CXLSXWriter

/// The formats of a workbook of libxlsxwriter, each made once.
@safe
struct WorkbookFormats {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var marking: UnsafeMutablePointer<lxw_format>?

  @unsafe
  init(workbook: UnsafeMutablePointer<lxw_workbook>, path: String) {
    unsafe self.workbook = unsafe workbook
    self.path = path
  }

  /// The format of a style; none for one that changes nothing.
  @unsafe
  mutating func format(
    of style: CellStyle
  ) throws(TableError) -> UnsafeMutablePointer<lxw_format>? {
    if style == CellStyle() { return nil }
    if let known = unsafe formats[style] { return unsafe known }
    let format = try unsafe made()
    if let code = style.digits.code { unsafe format_set_num_format(format, code) }
    if style.isWrapped {
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    unsafe Self.apply(style.role, to: format)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  /// How cells stand out that were changed.
  @unsafe
  mutating func changed() throws(TableError) -> UnsafeMutablePointer<lxw_format> {
    if let marking = unsafe marking { return unsafe marking }
    let format = try unsafe made()
    unsafe format_set_bold(format)
    unsafe format_set_bg_color(format, Colour.changed)
    unsafe marking = unsafe format
    return unsafe format
  }

  @unsafe
  private func made() throws(TableError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .unwritableFile(path, reason: "out of memory")
    }
    return unsafe format
  }

  @unsafe
  private static func apply(_ role: CellStyle.Role, to format: UnsafeMutablePointer<lxw_format>) {
    switch role {
    case .plain: break
    case .header:
      unsafe format_set_bold(format)
      unsafe format_set_bg_color(format, Colour.header)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .input:
      unsafe format_set_bg_color(format, Colour.input)
      unsafe format_set_font_color(format, Colour.typed)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, Colour.line)
      unsafe format_set_unlocked(format)
    case .result:
      unsafe format_set_bold(format)
      unsafe format_set_bg_color(format, Colour.result)
    case .remark: unsafe format_set_font_color(format, Colour.grey)
    }
  }
}

/// The colours of workbooks; each text on its ground has a contrast of 4.5 at the least.
enum Colour {
  static let header: lxw_color_t = 0xDCE6F1
  static let input: lxw_color_t = 0xFFF9DB
  static let typed: lxw_color_t = 0x1F3FBF
  static let line: lxw_color_t = 0xC8B560
  static let result: lxw_color_t = 0xE2F0D9
  static let changed: lxw_color_t = 0xFFC78A
  static let grey: lxw_color_t = 0x595959
  static let grid: lxw_color_t = 0xD9D9D9
  /// Of what is drawn: blue, orange and green that the colour-blind can tell apart (Okabe and Ito 2008).
  static let series: [lxw_color_t] = [0x0072B2, 0xD55E00, 0x009E73, 0x56B4E9, 0xE69F00]
}

@testable import Tables

/// An .xls workbook composed from its records.
struct XLSFixture {
  /// A sheet and the records between its beginning and its end.
  struct Sheet {
    var name: String
    var visibility: UInt8 = 0
    var kind: UInt8 = 0
    /// What the sheet's first record says it is.
    var beginning: UInt16 = 0x10
    var records: [UInt8] = []
  }

  var sheets: [Sheet]
  /// The version in the records that begin the globals and the sheets.
  var version: UInt16 = 0x0600
  /// Records of the globals before the list of sheets.
  var globals: [UInt8] = []
  /// The records of the shared strings.
  var strings: [UInt8]

  init(sheets: [Sheet], strings: [UInt8] = []) {
    self.sheets = sheets
    self.strings = strings
  }

  /// Makes a workbook with one sheet called "Data".
  init(_ records: [UInt8]..., strings: [String] = []) {
    sheets = [Sheet(name: "Data", records: records.flatMap(\.self))]
    self.strings = TextRecord(strings.map { TextRecord.Text($0) }).records()
  }

  /// The workbook's records.
  func stream() -> [UInt8] {
    let beginning = BIFF.record(0x0809, littleEndian(version) + littleEndian(UInt16(5)) + BIFF.rest)
    let end = BIFF.record(0x000A)
    func list(_ offsets: [Int]) -> [UInt8] {
      zip(sheets, offsets).flatMap { sheet, offset in
        BIFF.record(
          0x0085,
          littleEndian(UInt32(offset)) + [
            sheet.visibility, sheet.kind, UInt8(sheet.name.utf16.count),
          ]
            + BIFF.characters(sheet.name))
      }
    }
    var offset =
      beginning.count + globals.count + list(sheets.map { _ in 0 }).count + strings.count
      + end.count
    var offsets: [Int] = []
    var bodies: [UInt8] = []
    for sheet in sheets {
      offsets.append(offset + bodies.count)
      bodies += BIFF.record(
        0x0809, littleEndian(version) + littleEndian(sheet.beginning) + BIFF.rest)
      bodies += sheet.records + end
    }
    offset = 0
    return beginning + globals + list(offsets) + strings + end + bodies
  }

  /// The bytes of the file.
  func bytes() -> [UInt8] {
    CompoundFixture([.stream("Workbook", stream())]).bytes()
  }

  /// The workbook as read, under the name book.xls.
  func workbook() throws -> Workbook {
    try Workbook(bytes: bytes(), file: "in/book.xls")
  }

  /// The rows of its first sheet as read.
  func rows() throws -> [[Cell]] {
    let workbook = try workbook()
    return try workbook.table(sheet: workbook.sheets[0].name).rows
  }
}

/// Composes the records of an .xls workbook; rows and columns count from 0, as stored.
enum BIFF {
  /// What follows version and kind in a record that begins something.
  static let rest = [UInt8](repeating: 0, count: 12)

  static func record(_ type: UInt16, _ content: [UInt8] = []) -> [UInt8] {
    littleEndian(type) + littleEndian(UInt16(content.count)) + content
  }

  /// The flags of a text and its characters, narrow where they fit.
  static func characters(_ text: String) -> [UInt8] {
    let isWide = text.utf16.contains { $0 > 0xFF }
    return [isWide ? 1 : 0]
      + (isWide ? text.utf16.flatMap(littleEndian) : text.utf16.map(UInt8.init))
  }

  static func text(_ text: String) -> [UInt8] {
    littleEndian(UInt16(text.utf16.count)) + characters(text)
  }

  static func cell(_ type: UInt16, _ row: Int, _ column: Int, _ content: [UInt8]) -> [UInt8] {
    record(type, place(row, column) + [0x0F, 0] + content)
  }

  static func number(_ row: Int, _ column: Int, _ value: Double) -> [UInt8] {
    cell(0x0203, row, column, littleEndian(value.bitPattern))
  }

  static func rk(_ row: Int, _ column: Int, _ packed: UInt32) -> [UInt8] {
    cell(0x027E, row, column, littleEndian(packed))
  }

  static func multipleRK(_ row: Int, _ column: Int, _ packed: [UInt32]) -> [UInt8] {
    record(
      0x00BD,
      place(row, column) + packed.flatMap { [0x0F, 0] + littleEndian($0) }
        + littleEndian(UInt16(column + packed.count - 1)))
  }

  static func multipleBlanks(_ row: Int, _ column: Int, count: Int) -> [UInt8] {
    record(
      0x00BE,
      place(row, column) + [UInt8](repeating: 1, count: 2 * count)
        + littleEndian(UInt16(column + count - 1)))
  }

  static func blank(_ row: Int, _ column: Int) -> [UInt8] {
    cell(0x0201, row, column, [])
  }

  static func sharedString(_ row: Int, _ column: Int, _ index: Int) -> [UInt8] {
    cell(0x00FD, row, column, littleEndian(UInt32(index)))
  }

  static func label(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
    cell(0x0204, row, column, Self.text(text))
  }

  static func boolean(_ row: Int, _ column: Int, _ value: UInt8) -> [UInt8] {
    cell(0x0205, row, column, [value, 0])
  }

  static func error(_ row: Int, _ column: Int, _ code: UInt8) -> [UInt8] {
    cell(0x0205, row, column, [code, 1])
  }

  /// A formula whose value is a number or, by its first bytes, something else.
  static func formula(_ row: Int, _ column: Int, value: [UInt8]) -> [UInt8] {
    // =A1, as tokens
    let tokens: [UInt8] = [0x44, 0, 0, 0, 0xC0]
    return cell(
      0x0006, row, column,
      value + [0, 0, 0, 0, 0, 0] + littleEndian(UInt16(tokens.count)) + tokens)
  }

  static func formula(_ row: Int, _ column: Int, _ value: Double) -> [UInt8] {
    formula(row, column, value: littleEndian(value.bitPattern))
  }

  static func formula(_ row: Int, _ column: Int, kind: UInt8, _ value: UInt8 = 0) -> [UInt8] {
    formula(row, column, value: [kind, 0, value, 0, 0, 0, 0xFF, 0xFF])
  }

  /// The text that is the value of the formula before.
  static func formulaText(_ text: String) -> [UInt8] {
    record(0x0207, Self.text(text))
  }

  private static func place(_ row: Int, _ column: Int) -> [UInt8] {
    littleEndian(UInt16(row)) + littleEndian(UInt16(column))
  }
}

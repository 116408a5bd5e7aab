/// How far a worksheet reaches.
enum SheetLimits {
  /// The last row of a worksheet.
  static let rows = 1_048_576
  /// The last column of a worksheet, XFD.
  static let columns = 16_384
  /// The most cells a table may spread over.
  ///
  /// Empty cells before others count, since they are stored: this many take about 400 MB. Without
  /// the limit a small file with one cell at the far right of every row would ask for 400 GB.
  static let cells = 1 << 24
  /// The most shared strings; with what lies around them, these too take about 400 MB.
  static let sharedStrings = 1 << 22
  /// The most sheets of a workbook; each is looked up in the list of parts.
  static let sheets = 1_000
  /// The most bytes of one text: spreadsheet programs end at 32,767 characters.
  static let textBytes = 1 << 20
}

/// How far a worksheet reaches.
enum SheetLimits {
  /// The last row of a worksheet.
  static let rows = 1_048_576
  /// The last column of a worksheet, XFD.
  static let columns = 16_384
  /// The most cells a sheet may spread over, and the most shared strings.
  ///
  /// Empty cells before others count, since they are stored: this many take about 800 MB. Without
  /// the limit a small file with one cell at the far right of every row would ask for 400 GB.
  static let cells = 1 << 25
}

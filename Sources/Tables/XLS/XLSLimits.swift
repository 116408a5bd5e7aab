/// How far a worksheet of an .xls workbook reaches ([MS-XLS], Rw and Col).
enum XLSLimits {
  /// The last row; the field that holds a row's number has no room for more.
  static let rows = 1 << 16
  /// The last column, IV.
  static let columns = 256
}

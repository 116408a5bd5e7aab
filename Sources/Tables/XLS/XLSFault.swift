/// Why the bytes of an .xls workbook cannot be read.
enum XLSFault: Error, Equatable {
  /// The bytes are not what they should be; the workbook adds the place.
  case malformed(String)
  /// A fault that knows its place.
  case other(TableError)
}

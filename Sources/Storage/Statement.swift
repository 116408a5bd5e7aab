import CSQLite

/// A compiled statement; it finalizes itself.
@safe
internal struct Statement: ~Copyable {
  private let handle: OpaquePointer

  /// Compiles one statement.
  internal init(_ sql: String, on connection: borrowing Connection) throws(StorageError) {
    var compiled: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(connection.handle, sql, -1, &compiled, nil) == SQLITE_OK,
      let compiled = unsafe compiled
    else { throw connection.failure }
    unsafe handle = compiled
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds a text to a parameter, counted from one; nothing is null.
  internal borrowing func bind(_ text: String?, at index: Int32) {
    guard let text else {
      unsafe sqlite3_bind_null(handle, index)
      return
    }
    // A Swift string may hold NUL: its bytes are counted.
    let count = Int32(text.utf8.count)
    unsafe minhbach_bind_text(handle, index, text, count)
  }

  /// Binds a whole number to a parameter, counted from one; nothing is null.
  internal borrowing func bind(_ number: Int?, at index: Int32) {
    guard let number else {
      unsafe sqlite3_bind_null(handle, index)
      return
    }
    unsafe sqlite3_bind_int64(handle, index, Int64(number))
  }

  /// Binds a number to a parameter, counted from one.
  internal borrowing func bind(_ number: Double, at index: Int32) {
    unsafe sqlite3_bind_double(handle, index, number)
  }

  /// Runs to the next row; false past the last one.
  internal borrowing func step(on connection: borrowing Connection) throws(StorageError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.failure
    }
  }

  /// Runs a statement that gives no row, and makes it ready to run again.
  internal borrowing func run(on connection: borrowing Connection) throws(StorageError) {
    _ = try step(on: connection)
    unsafe sqlite3_reset(handle)
  }

  /// Whether a column of the current row, counted from zero, is null.
  internal borrowing func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The text in a column of the current row, counted from zero.
  internal borrowing func text(_ column: Int32) -> String {
    guard let bytes = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The text in a column of the current row, or nothing where it is null.
  internal borrowing func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// The whole number in a column of the current row, counted from zero.
  internal borrowing func integer(_ column: Int32) -> Int {
    unsafe Int(sqlite3_column_int64(handle, column))
  }

  /// The whole number in a column of the current row, or nothing where it is null.
  internal borrowing func optionalInteger(_ column: Int32) -> Int? {
    isNull(column) ? nil : integer(column)
  }

  /// The number in a column of the current row, counted from zero.
  internal borrowing func number(_ column: Int32) -> Double {
    unsafe sqlite3_column_double(handle, column)
  }
}

import CSQLite
import Glibc

/// An open database; it closes itself.
@safe
internal struct Connection: ~Copyable {
  internal let path: String
  private let handle: OpaquePointer

  /// Opens a database, making the file only when asked to.
  internal init(path: String, creating: Bool) throws(StorageError) {
    var opened: OpaquePointer?
    let flags = creating ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
    // SQLite keeps some names for itself, such as none at all and ":memory:"; a path is never one.
    let place = path.first == "/" ? path : "./" + path
    let code = unsafe sqlite3_open_v2(place, &opened, flags, nil)
    guard let opened = unsafe opened else {
      throw .sqlite(path: path, message: "SQLite has no memory left")
    }
    guard code == SQLITE_OK else {
      let message = unsafe String(cString: sqlite3_errmsg(opened))
      unsafe sqlite3_close_v2(opened)
      if code == SQLITE_CANTOPEN, !creating, unsafe access(place, F_OK) != 0 {
        throw .missing(path: path)
      }
      throw .sqlite(path: path, message: message)
    }
    self.path = path
    unsafe handle = opened
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  internal borrowing func execute(_ sql: String) throws(StorageError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Lends a compiled statement, for as long as the closure runs.
  internal borrowing func withStatement<Result>(
    _ sql: String, _ body: (borrowing Statement) throws -> Result
  ) throws -> Result {
    var compiled: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &compiled, nil) == SQLITE_OK,
      let compiled = unsafe compiled
    else { throw failure }
    let statement = unsafe Statement(compiled)
    return try body(statement)
  }

  /// Runs a closure in one transaction: all of it is kept, or nothing.
  internal borrowing func transaction(_ body: () throws -> Void) throws {
    try execute("BEGIN IMMEDIATE")
    do {
      try body()
      try execute("COMMIT")
    } catch {
      // The first error is the one to tell; SQLite rolls back by itself where this cannot.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The error of the last call.
  internal var failure: StorageError {
    switch unsafe sqlite3_errcode(handle) {
    case SQLITE_NOTADB: .notAStore(path: path)
    case SQLITE_CORRUPT: .damaged(path: path)
    default: .sqlite(path: path, message: unsafe String(cString: sqlite3_errmsg(handle)))
    }
  }
}

/// A compiled statement; it finalizes itself.
@safe
internal struct Statement: ~Copyable {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { unsafe self.handle = unsafe handle }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Binds a text to a parameter, counted from one.
  internal borrowing func bind(_ text: String, at index: Int32) {
    // A Swift string may hold NUL: its bytes are counted.
    let count = Int32(text.utf8.count)
    unsafe minhbach_bind_text(handle, index, text, count)
  }

  /// Binds a whole number to a parameter, counted from one.
  internal borrowing func bind(_ number: Int, at index: Int32) {
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

  /// Makes the statement ready to run again.
  internal borrowing func reset() { unsafe sqlite3_reset(handle) }

  /// The text in a column of the current row, counted from zero.
  internal borrowing func text(_ column: Int32) -> String {
    guard let bytes = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The whole number in a column of the current row, counted from zero.
  internal borrowing func integer(_ column: Int32) -> Int {
    unsafe Int(sqlite3_column_int64(handle, column))
  }

  /// The number in a column of the current row, counted from zero.
  internal borrowing func number(_ column: Int32) -> Double {
    unsafe sqlite3_column_double(handle, column)
  }
}

import CSQLite
import Glibc

/// An open database; it closes itself.
///
/// The last one to close a store in WAL mode merges its log and takes the files `-wal` and `-shm`
/// away.
@safe
internal struct Connection: ~Copyable {
  /// How a file is opened.
  internal enum Access {
    /// As it is; nothing is written, though a log left by a program that was killed is merged.
    case reading
    /// As a file that nobody can change, without a lock or a log.
    case frozen
    /// Made where there is none.
    case writing
    /// Kept in memory alone, under the name of a file.
    case memory
  }

  internal let path: String
  internal let handle: OpaquePointer

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: how to open it.
  ///   - patience: how long to wait for another program that holds the file, in milliseconds.
  /// - Throws: `StorageError` where there is no file to read, or it cannot be opened.
  internal init(path: String, access: Access, patience: Int32 = 5000) throws(StorageError) {
    // SQLite keeps some names for itself, such as none at all and ":memory:"; a path is never one.
    let place = path.first == "/" ? path : "./" + path
    var opened: OpaquePointer?
    var code = unsafe sqlite3_open_v2(
      Self.name(of: place, access), &opened, Self.flags(access), nil)
    guard let opened = unsafe opened else {
      throw .sqlite(path: path, message: "SQLite has no memory left")
    }
    if code == SQLITE_OK {
      unsafe sqlite3_busy_timeout(opened, patience)
      let settings =
        "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; "
        + "PRAGMA query_only = \(access == .reading ? "ON" : "OFF")"
      code = unsafe sqlite3_exec(opened, settings, nil, nil, nil)
    }
    guard code == SQLITE_OK else {
      let error = unsafe Self.failure(of: opened, path: path)
      unsafe sqlite3_close_v2(opened)
      if access != .writing, unsafe Glibc.access(place, F_OK) != 0 { throw .missing(path: path) }
      throw error
    }
    self.path = path
    unsafe handle = opened
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Whether the system lets nobody write to the file.
  internal var isWriteProtected: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Runs statements that give no rows.
  internal borrowing func execute(_ sql: String) throws(StorageError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Lends a compiled statement, for as long as the closure runs.
  internal borrowing func withStatement<Result>(
    _ sql: String, _ body: (borrowing Statement) throws -> Result
  ) throws -> Result {
    let statement = try Statement(sql, on: self)
    return try body(statement)
  }

  /// The rows a query gives, each made into a value.
  internal borrowing func rows<Row>(
    _ sql: String, binding bind: (borrowing Statement) -> Void = { _ in },
    _ row: (borrowing Statement) throws -> Row
  ) throws -> [Row] {
    try withStatement(sql) { statement in
      bind(statement)
      var rows: [Row] = []
      while try statement.step(on: self) { rows.append(try row(statement)) }
      return rows
    }
  }

  /// The whole number in the first column of a query's first row; zero without one.
  internal borrowing func integer(_ sql: String) throws -> Int {
    try rows(sql) { $0.integer(0) }.first ?? 0
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

  /// Copies another database over this one.
  internal borrowing func copy(from other: borrowing Connection) throws(StorageError) {
    guard let backup = unsafe sqlite3_backup_init(handle, "main", other.handle, "main") else {
      throw failure
    }
    let code = unsafe sqlite3_backup_step(backup, -1)
    unsafe sqlite3_backup_finish(backup)
    // A copy that could not be read tells so by its code alone.
    guard code == SQLITE_DONE else { throw Self.error(code, path: path, message: "cannot be read") }
  }

  /// The error of the last call.
  internal var failure: StorageError { unsafe Self.failure(of: handle, path: path) }

  private static func failure(of handle: OpaquePointer, path: String) -> StorageError {
    unsafe error(
      sqlite3_errcode(handle), path: path, message: String(cString: sqlite3_errmsg(handle)))
  }

  private static func error(_ code: Int32, path: String, message: String) -> StorageError {
    switch code {
    case SQLITE_NOTADB: .notAStore(path: path)
    case SQLITE_CORRUPT: .damaged(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
    case SQLITE_READONLY, SQLITE_PERM: .unwritable(path: path)
    case SQLITE_CANTOPEN: .unopenable(path: path)
    case SQLITE_FULL: .full(path: path)
    default: .sqlite(path: path, message: message)
    }
  }

  private static func flags(_ access: Access) -> Int32 {
    switch access {
    // A reader that may write takes the log's files away again.
    case .reading: SQLITE_OPEN_READWRITE
    case .frozen: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .writing, .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }

  /// What SQLite is to open.
  private static func name(of place: String, _ access: Access) -> String {
    switch access {
    case .memory: ":memory:"
    case .reading, .writing: place
    case .frozen: (place.first == "/" ? "file://" : "file:") + quoted(place) + "?immutable=1"
    }
  }

  /// A path as it stands in a URI.
  private static func quoted(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}

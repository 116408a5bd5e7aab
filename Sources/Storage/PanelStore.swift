public import Panels

/// Figures kept in one SQLite file, with the files they came from.
///
/// One row a figure, by keys of province and indicator; names, units and rules stay in the tables
/// that an analyst can edit.
@safe
public struct PanelStore: ~Copyable {
  internal let connection: Connection

  /// Opens the store in a file.
  ///
  /// A store of an earlier version is brought up to date where it is opened to be written, and in
  /// memory where it is opened to be read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - creating: whether to open the file to be written, and to make it where there is none.
  /// - Throws: `StorageError` for a file that is missing, is no store, is too new, or may not be
  ///   opened in this way.
  public init(path: String, creating: Bool = false) throws {
    try self.init(path: path, creating: creating, patience: 5000)
  }

  /// Opens a store, waiting for other programs for a number of milliseconds.
  internal init(path: String, creating: Bool, patience: Int32) throws {
    connection =
      creating
      ? try Self.writing(path: path, patience: patience)
      : try Self.reading(path: path, patience: patience)
  }

  private init(_ connection: consuming Connection) {
    self.connection = connection
  }

  /// Opens the store in a file to be read; it holds nothing where the file is missing or empty.
  ///
  /// - Throws: `StorageError`, as for any other store.
  public static func ifAny(path: String) throws -> PanelStore {
    do {
      return try PanelStore(path: path)
    } catch StorageError.missing, StorageError.empty {
      let connection = try Connection(path: path, access: .memory)
      try Schema.migrate(connection)
      return PanelStore(connection)
    }
  }

  /// Every figure, ordered by year, indicator and province.
  ///
  /// - Throws: `StorageError`.
  public borrowing func figures() throws -> [Figure] {
    try storedFigures(where: "true") { _ in }.map(\.figure)
  }

  private static func writing(path: String, patience: Int32) throws -> Connection {
    let connection = try Connection(path: path, access: .writing, patience: patience)
    guard try Schema.version(of: connection) < Schema.version else { return connection }
    if connection.isWriteProtected { throw StorageError.unwritable(path: path) }
    connection.useLog()
    try Schema.migrate(connection)
    return connection
  }

  private static func reading(path: String, patience: Int32) throws -> Connection {
    let connection = try readable(path: path, patience: patience)
    let version = try Schema.version(of: connection)
    guard version > 0 else { throw StorageError.empty(path: path) }
    guard version < Schema.version else { return connection }
    let migrated = try Connection(path: path, access: .memory)
    try migrated.copy(from: connection)
    try Schema.migrate(migrated)
    return migrated
  }

  /// Opens a file so that it can be read, wherever it lies.
  private static func readable(path: String, patience: Int32) throws -> Connection {
    do {
      let connection = try Connection(path: path, access: .reading, patience: patience)
      // Reading a protected file might leave a log beside it that it may not take away.
      if !connection.isWriteProtected || log(of: path) != nil {
        // Only the first look into the file shows whether its log can be opened or made.
        _ = try connection.integer("PRAGMA schema_version")
        return connection
      }
    } catch StorageError.unwritable, StorageError.unopenable {
      if let log = log(of: path) { throw StorageError.unmerged(path: path, log: log) }
    }
    return try Connection(path: path, access: .frozen, patience: patience)
  }
}

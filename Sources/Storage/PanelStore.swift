public import Panels

/// Figures kept in one SQLite file.
///
/// One row a figure, by keys of province and indicator; names, units and rules stay in the tables
/// that an analyst can edit.
@safe
public struct PanelStore: ~Copyable {
  private let connection: Connection

  /// Marks a file as ours: the letters «mnhb».
  private static let applicationID = 0x6D6E_6862

  /// The schema, one entry per version; an entry never changes once it has been released.
  private static let migrations = [
    """
    CREATE TABLE figures (
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      province TEXT NOT NULL,
      value REAL NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (year, indicator, province)
    ) STRICT, WITHOUT ROWID
    """
  ]

  /// Opens the store in a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - creating: whether to make the file where there is none.
  /// - Throws: `StorageError` for a file that is missing, is no store, or is too new.
  public init(path: String, creating: Bool = false) throws {
    connection = try Self.prepared(
      Connection(path: path, creating: creating), creating: creating)
  }

  /// Adds figures: those of a whole sheet in place of all of that sub-index and year, others one by one
  /// in place of what was there.
  ///
  /// All are kept, or none.
  ///
  /// - Parameters:
  ///   - readings: the figures of whole sub-indices.
  ///   - codebook: tells which indicators belong to a sub-index.
  /// - Returns: the number of figures replaced.
  /// - Throws: `StorageError`.
  /// - Precondition: no two readings are of one sub-index and year.
  @discardableResult
  public borrowing func save(
    _ readings: [Reading], codebook: Codebook
  ) throws -> Int {
    let places = readings.map { "\($0.subindex) \($0.year)" }
    precondition(Set(places).count == places.count, "each sub-index of a year is given once")
    var replaced = 0
    try connection.transaction {
      for reading in readings {
        if reading.isWhole {
          let codes = codebook.indicators.filter { $0.subindex == reading.subindex }.map(\.code)
          for code in codes { replaced += try delete(code, year: reading.year) }
        } else {
          for figure in reading.figures {
            replaced += try delete(
              figure.indicator, year: figure.year, province: figure.province)
          }
        }
        try insert(reading.figures)
      }
    }
    return replaced
  }

  /// Every figure, ordered by year, indicator and province.
  ///
  /// - Throws: `StorageError`.
  public borrowing func figures() throws -> [Figure] {
    try connection.withStatement(
      "SELECT province, year, indicator, value, source FROM figures "
        + "ORDER BY year, indicator, province"
    ) { statement in
      var figures: [Figure] = []
      while try statement.step(on: connection) {
        figures.append(
          Figure(
            province: statement.text(0), year: statement.integer(1), indicator: statement.text(2),
            value: statement.number(3), source: statement.text(4)))
      }
      return figures
    }
  }

  /// Deletes what one year holds of an indicator, for one province or for all.
  private borrowing func delete(
    _ indicator: String, year: Int, province: String? = nil
  ) throws -> Int {
    // A parameter that is not bound is null.
    try connection.withStatement(
      "DELETE FROM figures WHERE year = ? AND indicator = ? AND province = coalesce(?, province) "
        + "RETURNING 1"
    ) { statement in
      statement.bind(year, at: 1)
      statement.bind(indicator, at: 2)
      if let province { statement.bind(province, at: 3) }
      var deleted = 0
      while try statement.step(on: connection) { deleted += 1 }
      return deleted
    }
  }

  private borrowing func insert(_ figures: [Figure]) throws {
    try connection.withStatement(
      "INSERT INTO figures (province, year, indicator, value, source) VALUES (?, ?, ?, ?, ?)"
    ) { statement in
      for figure in figures {
        statement.bind(figure.province, at: 1)
        statement.bind(figure.year, at: 2)
        statement.bind(figure.indicator, at: 3)
        statement.bind(figure.value, at: 4)
        statement.bind(figure.source, at: 5)
        _ = try statement.step(on: connection)
        statement.reset()
      }
    }
  }

  /// Checks whose file it is and brings the schema up to date.
  private static func prepared(
    _ connection: consuming Connection, creating: Bool
  ) throws -> Connection {
    let path = connection.path
    let owner = try connection.pragma("application_id")
    let version = try connection.pragma("user_version")
    let isEmpty = try connection.pragma("schema_version") == 0
    guard owner == applicationID || (owner == 0 && isEmpty), version >= 0 else {
      throw StorageError.notAStore(path: path)
    }
    guard version <= migrations.count else {
      throw StorageError.tooNew(path: path, version: version)
    }
    guard version < migrations.count else { return connection }
    guard creating else { throw StorageError.empty(path: path) }
    try connection.transaction {
      try connection.execute("PRAGMA application_id = \(applicationID)")
      for sql in migrations[version...] { try connection.execute(sql) }
      try connection.execute("PRAGMA user_version = \(migrations.count)")
    }
    return connection
  }
}

extension Connection {
  fileprivate borrowing func pragma(_ name: String) throws -> Int {
    try withStatement("PRAGMA \(name)") { statement in
      _ = try statement.step(on: self)
      return statement.integer(0)
    }
  }
}

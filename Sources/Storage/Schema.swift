/// The tables of a store, and how those of earlier versions become them.
///
/// All tables are strict. `files` knows every file by its SHA-256, which is null only where a store
/// of version 1 did not keep it. The cell of a figure is kept as sheet and cell of its file; or in
/// words, as `source`, where it is a line of a text file or what a table itself names as its source.
internal enum Schema {
  /// Marks a file as ours: the letters «mnhb».
  private static let applicationID = 0x6D6E_6862

  /// The version this program writes.
  internal static let version = migrations.count

  /// Brings a store up to date.
  ///
  /// Two programs may try at once: what is to be done is decided when no other can write.
  internal static func migrate(_ connection: borrowing Connection) throws {
    try connection.transaction {
      let known = try version(of: connection)
      guard known < version else { return }
      try connection.execute("PRAGMA application_id = \(applicationID)")
      for sql in migrations[known...] { try connection.execute(sql) }
      try connection.execute("PRAGMA user_version = \(version)")
    }
  }

  /// The version of a store; zero for one that holds nothing yet.
  ///
  /// - Throws: `StorageError` where it is no store of ours, or of a later version.
  internal static func version(of connection: borrowing Connection) throws -> Int {
    let owner = try connection.integer("PRAGMA application_id")
    let found = try connection.integer("PRAGMA user_version")
    let isEmpty = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
    // A store has none; in a file of another's a view could compute for ever, and a trigger change what is saved.
    let acts = try connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')")
    guard owner == applicationID || (owner == 0 && isEmpty && found == 0), found >= 0, acts == 0
    else {
      throw StorageError.notAStore(path: connection.path)
    }
    guard found <= version else {
      throw StorageError.tooNew(path: connection.path, version: found)
    }
    return found
  }

  /// One entry per version; an entry never changes once it has been released.
  private static let migrations = [figuresAlone, figuresOfFiles]

  private static let figuresAlone = """
    CREATE TABLE figures (
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      province TEXT NOT NULL,
      value REAL NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (year, indicator, province)
    ) STRICT, WITHOUT ROWID
    """

  private static let figuresOfFiles = """
    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT UNIQUE CHECK (length(sha256) = 64)
    ) STRICT;

    ALTER TABLE figures RENAME TO figures_alone;

    CREATE TABLE figures (
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      province TEXT NOT NULL,
      value REAL NOT NULL,
      file_id INTEGER NOT NULL REFERENCES files (id),
      sheet TEXT,
      cell TEXT,
      source TEXT,
      PRIMARY KEY (year, indicator, province),
      CHECK ((sheet IS NULL) = (cell IS NULL) AND (sheet IS NULL) <> (source IS NULL))
    ) STRICT, WITHOUT ROWID;

    -- Figures that others took the place of; the revision grows by one with every file that does so.
    CREATE TABLE superseded (
      revision INTEGER NOT NULL CHECK (revision > 0),
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      province TEXT NOT NULL,
      value REAL NOT NULL,
      file_id INTEGER NOT NULL REFERENCES files (id),
      sheet TEXT,
      cell TEXT,
      source TEXT,
      replaced_by INTEGER NOT NULL REFERENCES files (id),
      PRIMARY KEY (revision, year, indicator, province),
      CHECK ((sheet IS NULL) = (cell IS NULL) AND (sheet IS NULL) <> (source IS NULL))
    ) STRICT, WITHOUT ROWID;

    -- What was worth knowing when a file's sub-index of one year was read.
    CREATE TABLE remarks (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES files (id),
      subindex TEXT NOT NULL,
      reading_year INTEGER NOT NULL,
      severity TEXT NOT NULL,
      year INTEGER,
      province TEXT,
      indicator TEXT,
      place TEXT NOT NULL,
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX remarks_by_reading ON remarks (reading_year, subindex);

    -- Version 1 named the file in the source alone: before '#' where it gave a cell, before a comma
    -- where it gave a place in words.
    CREATE TEMP TABLE named AS
      SELECT *, CASE
        WHEN instr(source, '#') > 1 THEN substr(source, 1, instr(source, '#') - 1)
        WHEN instr(source, ', line ') > 1 THEN substr(source, 1, instr(source, ', line ') - 1)
        WHEN instr(source, ', sheet "') > 1 THEN substr(source, 1, instr(source, ', sheet "') - 1)
        ELSE 'unknown' END AS name
      FROM figures_alone;
    INSERT INTO files (name) SELECT DISTINCT name FROM named ORDER BY name;
    -- Trimming all but '!' off the end leaves what comes before the cell.
    INSERT INTO figures
      SELECT year, indicator, province, value, (SELECT id FROM files WHERE files.name = cut.name),
        iif(is_cell, sheet, NULL), iif(is_cell, cell, NULL), iif(is_cell, NULL, source)
      FROM (
        SELECT *, cell GLOB '[A-Z]*[0-9]' AND cell NOT GLOB '*[^A-Z0-9]*'
          AND name || '#' || sheet || '!' || cell = source AS is_cell
        FROM (
          SELECT *, substr(head, 1, length(head) - 1) AS sheet,
            substr(place, length(head) + 1) AS cell
          FROM (
            SELECT *, rtrim(place, replace(place, '!', '')) AS head
            FROM (SELECT *, substr(source, length(name) + 2) AS place FROM named)
          )
        )
      ) AS cut;
    DROP TABLE named;
    DROP TABLE figures_alone
    """
}

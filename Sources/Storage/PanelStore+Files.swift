import Tables

extension PanelStore {
  /// Every file the store has taken in, ordered by name and digest.
  ///
  /// Also those whose figures others have replaced since, or had given before.
  ///
  /// - Throws: `StorageError`.
  public borrowing func files() throws -> [StoredFile] {
    try connection.rows("SELECT name, sha256 FROM files ORDER BY name, sha256, id") { row in
      try file(row, at: 0)
    }
  }

  /// The file named in two columns of a row, the first of them counted from zero.
  internal borrowing func file(_ row: borrowing Statement, at column: Int32) throws -> StoredFile {
    let digest = try row.optionalText(column + 1).map { text in
      guard let digest = FileDigest(hexadecimal: text) else {
        throw StorageError.damaged(path: connection.path)
      }
      return digest
    }
    return StoredFile(name: row.text(column), digest: digest)
  }

  /// The number of the file of a digest, if the store knows it.
  internal borrowing func number(of digest: FileDigest) throws -> Int? {
    try connection.rows(
      "SELECT id FROM files WHERE sha256 = ?", binding: { $0.bind(digest.hexadecimal, at: 1) }
    ) { $0.integer(0) }.first
  }

  /// The numbers of the files of one name whose digest is not known.
  internal borrowing func numbersWithoutDigest(named name: String) throws -> [Int] {
    try connection.rows(
      "SELECT id FROM files WHERE sha256 IS NULL AND name = ? ORDER BY id",
      binding: { $0.bind(name, at: 1) }
    ) { $0.integer(0) }
  }

  /// The name the store knows a file by.
  internal borrowing func name(ofFile number: Int) throws -> String {
    try connection.rows(
      "SELECT name FROM files WHERE id = ?", binding: { $0.bind(number, at: 1) }
    ) { $0.text(0) }.first ?? ""
  }

  /// Takes a file in; returns its number.
  internal borrowing func insert(_ file: IncomingFile) throws -> Int {
    try connection.rows(
      "INSERT INTO files (name, sha256) VALUES (?, ?) RETURNING id",
      binding: { statement in
        statement.bind(file.name, at: 1)
        statement.bind(file.digest.hexadecimal, at: 2)
      }
    ) { $0.integer(0) }.first ?? 0
  }

  /// Writes down the digest of a file that was taken in without one.
  internal borrowing func setDigest(_ digest: FileDigest, of number: Int) throws {
    try connection.withStatement("UPDATE files SET sha256 = ? WHERE id = ?") { statement in
      statement.bind(digest.hexadecimal, at: 1)
      statement.bind(number, at: 2)
      try statement.run(on: connection)
    }
  }
}

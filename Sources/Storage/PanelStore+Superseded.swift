import Panels

extension PanelStore {
  /// The figures that others have taken the place of, ordered by revision, year, indicator and
  /// province.
  ///
  /// - Throws: `StorageError`.
  public borrowing func supersededFigures() throws -> [SupersededFigure] {
    try connection.rows(
      "SELECT year, indicator, province, value, \(Self.source), revision, "
        + "files.name, files.sha256, later.name, later.sha256 "
        + "FROM superseded JOIN files ON files.id = file_id JOIN files AS later "
        + "ON later.id = replaced_by ORDER BY revision, year, indicator, province"
    ) { row in
      SupersededFigure(
        revision: row.integer(5), figure: Self.figure(row), file: try file(row, at: 6),
        replacement: try file(row, at: 8))
    }
  }

  /// What a file once gave that others have taken the place of.
  internal borrowing func superseded(of file: Int) throws -> Set<FigureKey> {
    try Set(
      connection.rows(
        "SELECT year, indicator, province, value, '' FROM superseded WHERE file_id = ?",
        binding: { $0.bind(file, at: 1) }
      ) { FigureKey(Self.figure($0)) })
  }

  /// Moves figures to those that others have taken the place of.
  internal borrowing func supersede(_ keys: [FigureKey], by file: Int) throws {
    guard !keys.isEmpty else { return }
    let revision = try connection.integer("SELECT coalesce(max(revision), 0) + 1 FROM superseded")
    let figure = "WHERE year = ?1 AND indicator = ?2 AND province = ?3"
    try connection.withStatement(
      "INSERT INTO superseded SELECT ?4, year, indicator, province, value, file_id, sheet, cell, "
        + "source, ?5 FROM figures \(figure)"
    ) { statement in
      statement.bind(revision, at: 4)
      statement.bind(file, at: 5)
      for key in keys {
        Self.bind(key, to: statement)
        try statement.run(on: connection)
      }
    }
    try connection.withStatement("DELETE FROM figures \(figure)") { statement in
      for key in keys {
        Self.bind(key, to: statement)
        try statement.run(on: connection)
      }
    }
  }
}

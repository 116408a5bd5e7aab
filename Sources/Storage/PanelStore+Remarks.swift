public import Panels

extension PanelStore {
  /// What was worth knowing of the files whose figures the store holds.
  ///
  /// Ordered by the year and sub-index they were read for and the name of the file, and within one
  /// as they were made. A remark goes when its sheet, or the figure it is about, is replaced.
  ///
  /// - Throws: `StorageError`.
  public borrowing func remarks() throws -> [Remark] {
    try remarks(where: "true") { _ in }
  }

  /// What was worth knowing of the sheets that one sub-index was read from.
  ///
  /// - Throws: `StorageError`.
  public borrowing func remarks(of subindex: String) throws -> [Remark] {
    try remarks(where: "subindex = ?1") { $0.bind(subindex, at: 1) }
  }

  /// What a file was remarked of when a reading was taken from it.
  internal borrowing func remarks(on reading: Reading, of file: Int) throws -> [Remark] {
    try remarks(where: Self.reading + " AND file_id = ?3") { statement in
      Self.bind(reading, to: statement)
      statement.bind(file, at: 3)
    }
  }

  /// Takes out what was remarked of a reading: by one file, or by all.
  internal borrowing func deleteRemarks(on reading: Reading, of file: Int?) throws {
    try connection.withStatement(
      "DELETE FROM remarks WHERE \(Self.reading) AND file_id = coalesce(?3, file_id)"
    ) { statement in
      Self.bind(reading, to: statement)
      statement.bind(file, at: 3)
      try statement.run(on: connection)
    }
  }

  /// Takes out what was remarked of single figures.
  internal borrowing func deleteRemarks(on keys: [FigureKey]) throws {
    // Few figures have remarks, and many are saved at a time.
    let remarked = try remarkedFigures(of: Set(keys.map(\.year)))
    let keys = keys.filter(remarked.contains)
    // Most remarks are looked for by the year of their reading, which is that of their figure.
    try connection.withStatement(
      "DELETE FROM remarks WHERE reading_year = ?1 AND year = ?1 AND indicator = ?2 "
        + "AND province = ?3"
    ) { statement in
      for key in keys {
        Self.bind(key, to: statement)
        try statement.run(on: connection)
      }
    }
  }

  /// The figures of some years that remarks are about.
  private borrowing func remarkedFigures(of years: Set<Int>) throws -> Set<FigureKey> {
    try Set(
      years.sorted().flatMap { year in
        try connection.rows(
          "SELECT year, indicator, province FROM remarks WHERE reading_year = ?1 AND year = ?1 "
            + "AND indicator IS NOT NULL AND province IS NOT NULL"
        ) { statement in
          statement.bind(year, at: 1)
        } _: { row in
          FigureKey(year: row.integer(0), indicator: row.text(1), province: row.text(2))
        }
      })
  }

  /// Keeps what is worth knowing of a reading.
  internal borrowing func insertRemarks(on reading: Reading, of file: Int) throws {
    try connection.withStatement(
      "INSERT INTO remarks (reading_year, subindex, file_id, severity, year, province, indicator, "
        + "place, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      for remark in reading.remarks {
        Self.bind(reading, to: statement)
        statement.bind(file, at: 3)
        statement.bind(remark.severity.rawValue, at: 4)
        statement.bind(remark.year, at: 5)
        statement.bind(remark.province, at: 6)
        statement.bind(remark.indicator, at: 7)
        statement.bind(remark.place, at: 8)
        statement.bind(remark.message, at: 9)
        try statement.run(on: connection)
      }
    }
  }

  private static let reading = "reading_year = ?1 AND subindex = ?2"

  private static func bind(_ reading: Reading, to statement: borrowing Statement) {
    statement.bind(reading.year, at: 1)
    statement.bind(reading.subindex, at: 2)
  }

  private borrowing func remarks(
    where condition: String, binding bind: (borrowing Statement) -> Void
  ) throws -> [Remark] {
    try connection.rows(
      "SELECT severity, year, province, indicator, place, message FROM remarks "
        + "JOIN files ON files.id = file_id WHERE \(condition) "
        + "ORDER BY reading_year, subindex, name, sha256, remarks.id", binding: bind
    ) { row in
      guard let severity = Remark.Severity(rawValue: row.text(0)) else {
        throw StorageError.damaged(path: connection.path)
      }
      return Remark(
        severity, year: row.optionalInteger(1), province: row.optionalText(2),
        indicator: row.optionalText(3), place: row.text(4), row.text(5))
    }
  }
}

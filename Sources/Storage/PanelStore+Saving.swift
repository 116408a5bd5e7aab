public import Panels

extension PanelStore {
  /// What saving a file would change.
  ///
  /// Figures where the store has none are added. Where it has another value, that is to be replaced;
  /// so are figures that a whole sheet no longer has. A figure with the value that another file gave
  /// before keeps that source.
  ///
  /// Of a file the store knows, nothing changes that others have taken the place of since: saving a
  /// file again does not undo a correction.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - codebook: tells which indicators belong to a sub-index.
  ///   - puttingBack: whether to put back what others have taken the place of, all the same.
  /// - Returns: the changes, of which those that replace figures should be agreed to.
  /// - Throws: `StorageError`.
  public borrowing func changes(
    by file: IncomingFile, codebook: Codebook, puttingBack: Bool = false
  ) throws -> FileChanges {
    try comparison(with: file, codebook: codebook, puttingBack: puttingBack).changes
  }

  /// Saves a file: all of it is kept, or nothing.
  ///
  /// What it replaces is kept beside, see `supersededFigures()`. Where nothing changes, nothing is
  /// written.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - codebook: tells which indicators belong to a sub-index.
  ///   - puttingBack: as for `changes(by:codebook:puttingBack:)`.
  ///   - agreed: the changes somebody has agreed to; nil to make any.
  /// - Returns: what was changed.
  /// - Throws: `StorageError`; `changedMeanwhile` where the changes are no longer those agreed to.
  @discardableResult
  public borrowing func save(
    _ file: IncomingFile, codebook: Codebook, puttingBack: Bool = false,
    agreed: FileChanges? = nil
  ) throws -> FileChanges {
    // Changes that somebody has agreed to are looked at once more where no other program can write.
    if agreed?.isEmpty != false {
      let expected = try changes(by: file, codebook: codebook, puttingBack: puttingBack)
      if expected.isEmpty, agreed == nil || agreed == expected { return expected }
    }
    var made = FileChanges(isKnown: false)
    connection.useLog()
    try connection.transaction {
      // Now no other program can write.
      let comparison = try comparison(with: file, codebook: codebook, puttingBack: puttingBack)
      guard agreed == nil || agreed == comparison.changes else {
        throw StorageError.changedMeanwhile(path: connection.path)
      }
      try apply(comparison, of: file, codebook: codebook)
      made = comparison.changes
    }
    connection.mergeLog()
    return made
  }

  private borrowing func apply(
    _ comparison: Comparison, of file: IncomingFile, codebook: Codebook
  ) throws {
    let number = try comparison.number ?? insert(file)
    if comparison.lacksDigest { try setDigest(file.digest, of: number) }
    let changes = comparison.changes
    let replaced = changes.replaced.map { FigureKey($0.stored) }
    try supersede(replaced, by: number)
    // A copy under another name is the file the store knows.
    let name = try name(ofFile: number)
    try insert(changes.added + changes.replaced.compactMap(\.new), of: number, named: name)
    try deleteRemarks(on: replaced + changes.added.map(FigureKey.init))
    for reading in comparison.remarked {
      // A whole sheet takes the place of all that was remarked of its sub-index and year.
      try deleteRemarks(on: reading, of: reading.isWhole ? nil : number)
      // Nor are remarks kept of a file that has no figure left there.
      let codes = codebook.codes(of: reading.subindex)
      for loser in comparison.losers where try !holdsFigures(loser, reading.year, codes) {
        try deleteRemarks(on: reading, of: loser)
      }
      try insertRemarks(on: reading, of: number)
    }
    for reading in comparison.renewed {
      try deleteRemarks(on: reading, of: number)
      try insertRemarks(on: reading, of: number)
    }
  }

  /// Whether any figure of a year and some indicators is still a file's.
  private borrowing func holdsFigures(
    _ file: Int, _ year: Int, _ codes: Set<String>
  ) throws -> Bool {
    try storedFigures(where: "file_id = ? AND year = ?") { statement in
      statement.bind(file, at: 1)
      statement.bind(year, at: 2)
    }.contains { codes.contains($0.figure.indicator) }
  }

  private borrowing func insert(_ figures: [Figure], of file: Int, named name: String) throws {
    try connection.withStatement(
      "INSERT INTO figures (year, indicator, province, value, file_id, sheet, cell, source) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ) { statement in
      for figure in figures {
        let place = FigurePlace(source: figure.source, file: name)
        Self.bind(FigureKey(figure), to: statement)
        statement.bind(figure.value, at: 4)
        statement.bind(file, at: 5)
        statement.bind(place.sheet, at: 6)
        statement.bind(place.cell, at: 7)
        statement.bind(place.words, at: 8)
        try statement.run(on: connection)
      }
    }
  }
}

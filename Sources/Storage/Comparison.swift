import Panels

/// A file set beside what a store holds, which tells what saving it is to do.
internal struct Comparison {
  /// What changes.
  internal var changes: FileChanges
  /// The number the store knows the file by, if it does.
  internal let number: Int?
  /// The readings that bring something new, whose remarks are to be kept.
  internal var remarked: [Reading] = []
  /// The readings that bring nothing but their remarks.
  internal var renewed: [Reading] = []
  /// The files that lose figures.
  internal var losers: Set<Int> = []

  /// Whether the store knows the file by its name alone, and is to be told its digest.
  internal var lacksDigest: Bool { number != nil && !changes.isKnown }
}

extension PanelStore {
  /// Compares a file with what the store holds of the same indicators and years.
  internal borrowing func comparison(
    with file: IncomingFile, codebook: Codebook, puttingBack: Bool
  ) throws -> Comparison {
    let known = try number(of: file.digest)
    let number = try known ?? numberWithoutDigest(of: file)
    // What others have taken the place of stays so, unless it is to be put back.
    let settled = puttingBack ? [] : try number.map { try superseded(of: $0) } ?? []
    var comparison = Comparison(changes: FileChanges(isKnown: known != nil), number: number)
    for reading in file.readings {
      let found = try self.comparison(
        with: reading, of: number, codebook: codebook, settled: settled, puttingBack: puttingBack)
      comparison.changes.added += found.changes.added
      comparison.changes.replaced += found.changes.replaced
      comparison.changes.agreeing += found.changes.agreeing
      comparison.changes.settled += found.changes.settled
      comparison.losers.formUnion(found.losers)
      if !found.changes.added.isEmpty || !found.changes.replaced.isEmpty {
        comparison.remarked.append(reading)
      } else if let number {
        // Only where remarks can be missing, or are asked for: saving a file again changes nothing.
        guard puttingBack || comparison.lacksDigest, found.own == reading.figures.count,
          try remarks(on: reading, of: number) != reading.remarks
        else { continue }
        comparison.changes.renewsRemarks = true
        comparison.renewed.append(reading)
      } else if found.changes.agreeing == 0 {
        comparison.remarked.append(reading)
      }
    }
    return comparison
  }

  /// Compares one reading of a file.
  private borrowing func comparison(
    with reading: Reading, of number: Int?, codebook: Codebook, settled: Set<FigureKey>,
    puttingBack: Bool
  ) throws -> (changes: FileChanges, own: Int, losers: Set<Int>) {
    var changes = FileChanges(isKnown: number != nil)
    var own = 0
    var losers: Set<Int> = []
    var rest = Dictionary(uniqueKeysWithValues: reading.figures.map { (FigureKey($0), $0) })
    for stored in try storedFigures(besides: reading, codebook: codebook) {
      let key = FigureKey(stored.figure)
      if let new = rest.removeValue(forKey: key) {
        if new.value.isWritten(as: stored.figure.value) {
          if stored.file == number { own += 1 } else { changes.agreeing += 1 }
        } else if settled.contains(key) {
          changes.settled += 1
        } else {
          changes.replaced.append(.init(stored: stored.figure, new: new))
          losers.insert(stored.file)
        }
      } else if reading.isWhole, key.year == reading.year {
        // What another file has given since to fill a gap stays, too.
        if number != nil, stored.file != number, !puttingBack {
          changes.settled += 1
        } else {
          changes.replaced.append(.init(stored: stored.figure, new: nil))
          losers.insert(stored.file)
        }
      }
    }
    for figure in reading.figures where rest[FigureKey(figure)] != nil {
      if settled.contains(FigureKey(figure)) {
        changes.settled += 1
      } else {
        changes.added.append(figure)
      }
    }
    return (changes, own, losers)
  }

  /// What the store holds of the indicators and years of a reading; of all indicators of its
  /// sub-index where the reading is whole.
  private borrowing func storedFigures(
    besides reading: Reading, codebook: Codebook
  ) throws -> [StoredFigure] {
    var codes: [Int: Set<String>] = [:]
    for figure in reading.figures { codes[figure.year, default: []].insert(figure.indicator) }
    if reading.isWhole {
      codes[reading.year, default: []].formUnion(
        codebook.codes(of: reading.subindex))
    }
    return try codes.sorted { $0.key < $1.key }.flatMap { year, codes in
      // A new year has none at all, and is not asked for code by code.
      let held = try indicators(in: year)
      return try codes.intersection(held).sorted().flatMap { code in
        try storedFigures(where: "year = ? AND indicator = ?") { statement in
          statement.bind(year, at: 1)
          statement.bind(code, at: 2)
        }
      }
    }
  }

  /// The indicators of which a year holds figures.
  private borrowing func indicators(in year: Int) throws -> Set<String> {
    try Set(
      connection.rows("SELECT DISTINCT indicator FROM figures WHERE year = ?") { statement in
        statement.bind(year, at: 1)
      } _: { row in
        row.text(0)
      })
  }

  /// The number of a file that a store of version 1 took in, where all it gave is in this one.
  private borrowing func numberWithoutDigest(of file: IncomingFile) throws -> Int? {
    let candidates = try numbersWithoutDigest(named: file.name)
    guard !candidates.isEmpty else { return nil }
    let figures = Set(file.readings.flatMap(\.figures))
    return try candidates.first { number in
      try storedFigures(where: "file_id = ?", binding: { $0.bind(number, at: 1) })
        .allSatisfy { figures.contains($0.figure) }
    }
  }
}

extension Codebook {
  /// The indicators of a sub-index, whatever their years.
  internal func codes(of subindex: String) -> Set<String> {
    Set(indicators.filter { $0.subindex == subindex }.map(\.code))
  }
}

extension Double {
  /// Whether two programs that write numbers may mean one value.
  ///
  /// Spreadsheet programs keep 15 significant digits of the 17 that a number may need, so that a copy saved
  /// by another program differs by up to 5e-15 of the value.
  fileprivate func isWritten(as other: Double) -> Bool {
    self == other || abs(self - other) <= 1e-14 * max(abs(self), abs(other))
  }
}

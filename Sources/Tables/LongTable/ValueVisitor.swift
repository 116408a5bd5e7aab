/// Finds the cell that a record gives a value for.
struct CellFinder: Sendable {
  var keys: KeyColumns
  /// What each key adds to the index of the cell.
  private let unitSteps: [Int]
  private let yearSteps: [Int]
  private let indicatorSteps: [Int]

  init(_ columns: KeyColumns, _ sorted: LongTableKeys) {
    keys = columns
    let years = sorted.years.count
    let indicators = sorted.indicators.count
    unitSteps = sorted.unitPlaces.map { $0 * years * indicators }
    yearSteps = sorted.yearPlaces.map { $0 * indicators }
    indicatorSteps = sorted.indicatorPlaces
  }

  /// The index of the cell, or nothing where a key is not known.
  @inline(__always)
  mutating func index(_ record: borrowing RecordScanner, in bytes: Span<UInt8>) -> Int? {
    guard let unit = keys.unit.number(record.unit, in: bytes),
      let year = keys.year.number(record.year, in: bytes),
      let indicator = keys.indicator.number(record.indicator, in: bytes)
    else { return nil }
    return unitSteps[unit] + yearSteps[year] + indicatorSteps[indicator]
  }
}

/// Puts the values of a long table into their cells: the second reading.
struct ValueVisitor: LongTableVisitor {
  static let isFirstReading = false

  private var finder: CellFinder
  var keys: KeyColumns {
    @inline(__always) get { finder.keys }
    @inline(__always) _modify { yield &finder.keys }
  }
  private let cells: SharedCells
  private let grammar: NumberGrammar
  private let mark: UInt8
  /// How many records gave a value, or said that it is missing.
  private(set) var count = 0
  private(set) var fault: LongTableFault.Kind?
  /// Whether a cell was given twice.
  private(set) var hasRepetition = false

  init(_ finder: CellFinder, _ cells: SharedCells, _ grammar: NumberGrammar) {
    self.finder = finder
    self.cells = cells
    self.grammar = grammar
    mark = UInt8(ascii: grammar.decimalMark == .point ? "." : ",")
  }

  @inline(__always)
  mutating func visit(_ record: borrowing RecordScanner, in bytes: Span<UInt8>) -> Bool {
    guard let index = finder.index(record, in: bytes) else {
      // Every key was met in the first reading, except in records without content.
      if !record.isBlank(bytes) { fault = .changed }
      return fault == nil
    }
    var bits = SharedCells.missing
    if let value = PlainDecimal(bytes, from: record.value.range.lowerBound, mark: mark),
      value.end == record.value.range.upperBound
    {
      bits = value.value.bitPattern
    } else if !record.value.range.isEmpty {
      if let value = number(record.value, in: bytes) { bits = value.bitPattern }
      if fault != nil { return false }
    }
    if !cells.put(bits, at: index) { hasRepetition = true }
    count += 1
    return true
  }

  /// The number of a cell, or nothing where it is missing or `fault` says what it is.
  private mutating func number(
    _ field: RecordScanner.Field, in bytes: Span<UInt8>
  ) -> Double? {
    if field.style != .escaped,
      let value = Double(decimalBytes: bytes.extracting(field.range), mark: mark)
    {
      return value
    }
    let content = bytes.content(of: field)
    guard (try? UTF8Span(validating: content.span)) != nil else {
      fault = .notUTF8
      return nil
    }
    let text = String(decoding: content, as: UTF8.self)
    switch grammar.number(in: text) {
    case .missing: return nil
    case .number(let value, isPercentage: false): return value
    case .number, .notANumber:
      fault = .notANumber(text)
      return nil
    }
  }
}

/// Looks for the first record that gives a cell a second value, and before that for the first.
struct RepetitionVisitor: LongTableVisitor {
  static let isFirstReading = false

  private var finder: CellFinder
  var keys: KeyColumns {
    get { finder.keys }
    _modify { yield &finder.keys }
  }
  /// The cells met, a bit each; or none where only `sought` is looked for.
  private var met: [UInt64]
  private(set) var sought: Int?
  private(set) var fault: LongTableFault.Kind?

  /// Looks for the second record of any cell.
  init(_ finder: CellFinder, cells: Int) {
    self.finder = finder
    met = [UInt64](repeating: 0, count: (cells + 63) / 64)
  }

  /// Looks for the first record of a cell.
  init(_ finder: CellFinder, for cell: Int) {
    self.finder = finder
    met = []
    sought = cell
  }

  mutating func visit(_ record: borrowing RecordScanner, in bytes: Span<UInt8>) -> Bool {
    guard let index = finder.index(record, in: bytes) else { return true }
    if met.isEmpty {
      if index == sought { fault = .found }
    } else {
      let bit: UInt64 = 1 << UInt64(index & 63)
      if met[index >> 6] & bit != 0 {
        sought = index
        fault = .found
      }
      met[index >> 6] |= bit
    }
    return fault == nil
  }
}

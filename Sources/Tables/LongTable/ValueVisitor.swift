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

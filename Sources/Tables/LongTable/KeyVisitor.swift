/// Collects the units, years and indicators of a long table: the first reading.
struct KeyVisitor: LongTableVisitor {
  static let isFirstReading = true

  var keys = KeyColumns()
  private(set) var fault: LongTableFault.Kind?

  @inline(__always)
  mutating func visit(_ record: borrowing RecordScanner, in bytes: Span<UInt8>) -> Bool {
    if keys.unit.number(record.unit, in: bytes) != nil,
      keys.year.number(record.year, in: bytes) != nil,
      keys.indicator.number(record.indicator, in: bytes) != nil
    {
      return true
    }
    return collect(record, in: bytes)
  }

  private mutating func collect(
    _ record: borrowing RecordScanner, in bytes: Span<UInt8>
  ) -> Bool {
    if record.isBlank(bytes) { return true }
    fault =
      keys.unit.insert(record.unit, in: bytes) ?? keys.year.insert(record.year, in: bytes)
      ?? keys.indicator.insert(record.indicator, in: bytes)
    return fault == nil
  }
}

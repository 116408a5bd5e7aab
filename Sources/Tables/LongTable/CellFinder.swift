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

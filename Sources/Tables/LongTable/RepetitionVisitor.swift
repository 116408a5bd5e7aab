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

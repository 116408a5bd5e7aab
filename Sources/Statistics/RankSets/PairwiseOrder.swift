/// Which of units have been shown to be above which: a square of bits.
struct PairwiseOrder: Sendable, Hashable {
  /// The number of units.
  let units: Int
  private var bits: [UInt64]

  /// Notes what has been shown.
  init(units: Int, shown: [ShownPair]) {
    self.units = units
    bits = [UInt64](repeating: 0, count: (units * units + 63) / 64)
    for pair in shown {
      let place = pair.above * units + pair.below
      bits[place / 64] |= 1 << (place % 64)
    }
  }

  /// Whether one unit has been shown to be above another.
  func isAbove(_ unit: Int, _ other: Int) -> Bool {
    precondition((0..<units).contains(unit) && (0..<units).contains(other), "there is no such unit")
    let place = unit * units + other
    return bits[place / 64] >> (place % 64) & 1 == 1
  }
}

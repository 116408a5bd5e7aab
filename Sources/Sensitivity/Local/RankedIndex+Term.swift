extension RankedIndex {
  /// How one input enters the index, in plain numbers for the inner loops.
  internal struct Term: Sendable {
    let lower: Double
    let upper: Double
    let width: Double
    let start: Double
    let base: Double
    let sign: Double
    let weight: Double
    /// Between which of the unit's own values the range stays: its ends, or beyond them where the unit stands.
    let stays: ClosedRange<Double>

    init(_ input: Input) {
      lower = input.range.lowerBound
      upper = input.range.upperBound
      width = input.output.upperBound - input.output.lowerBound
      start = input.output.lowerBound
      base = input.isRising ? 0 : input.output.lowerBound + input.output.upperBound
      sign = input.isRising ? 1 : -1
      weight = input.weight
      stays = min(lower, input.value)...max(upper, input.value)
    }

    private init(_ term: Term, lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
      width = term.width
      start = term.start
      base = term.base
      sign = term.sign
      weight = term.weight
      stays = term.stays
    }

    /// Whether a value of the unit's own widens the range.
    @inline(__always)
    func isPassed(by value: Double) -> Bool {
      value < stays.lowerBound || value > stays.upperBound
    }

    /// The term on the range that a value of the unit's own makes.
    ///
    /// The end goes with the value that passes it. Where the unit stands beyond an end already, as a range typed
    /// rounded leaves it, the end keeps its distance, so that nothing jumps.
    @inline(__always)
    func widened(by value: Double) -> Term {
      value > stays.upperBound
        ? Term(self, lower: lower, upper: value + (upper - stays.upperBound))
        : value < stays.lowerBound
          ? Term(self, lower: value + (lower - stays.lowerBound), upper: upper) : self
    }

    /// The part of the index that a value makes.
    ///
    /// In the order of operations of the rules of the index, so that both have the same digits.
    @inline(__always)
    func callAsFunction(_ value: Double) -> Double {
      weight * (base + sign * (width * (value - lower) / (upper - lower) + start))
    }

    /// The parts of eight values.
    @inline(__always)
    func callAsFunction(_ values: SIMD8<Double>) -> SIMD8<Double> {
      weight * (base + sign * (width * (values - lower) / (upper - lower) + start))
    }
  }
}

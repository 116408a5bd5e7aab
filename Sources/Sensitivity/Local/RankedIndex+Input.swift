extension RankedIndex {
  /// One input of an index: where the unit stands in it, where its rivals stand, and how it is scored.
  ///
  /// With the range [l, u] and the output [a, b] a value x scores (b − a) (x − l) / (u − l) + a where more is
  /// better, and a + b less that where less is; the weight times that is its part of the index. Values
  /// outside the range score beyond the ends.
  public struct Input: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The unit's own value.
    public let value: Double
    /// The values of the rivals, in an order that all inputs share.
    public let rivals: [Double]
    /// The range it is scored on.
    public let range: ClosedRange<Double>
    /// Its share of the index.
    public let weight: Double
    /// The scores of the worse and of the better end of the range.
    public let output: ClosedRange<Double>
    /// Whether more is better.
    public let isRising: Bool
    /// The lowest and highest value there can be.
    public let limits: ClosedRange<Double>

    /// Describes an input.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - value: the unit's own value.
    ///   - rivals: the values of the rivals.
    ///   - range: the range it is scored on.
    ///   - weight: its share of the index.
    ///   - output: the scores of the worse and of the better end.
    ///   - isRising: whether more is better.
    ///   - limits: the lowest and highest value there can be; all numbers if nothing is said.
    /// - Precondition: all values are finite and within the limits, range and output are not empty, and
    ///   the weight is above zero.
    public init(
      name: String, value: Double, rivals: [Double], range: ClosedRange<Double>, weight: Double,
      output: ClosedRange<Double>, isRising: Bool,
      limits: ClosedRange<Double> = -Double
        .greatestFiniteMagnitude...Double
        .greatestFiniteMagnitude
    ) {
      precondition(
        range.lowerBound < range.upperBound && (range.upperBound - range.lowerBound).isFinite,
        "an input is scored on a range that is not empty")
      precondition(
        output.lowerBound < output.upperBound, "the better end scores more than the worse")
      precondition(weight > 0 && weight.isFinite, "a weight is above zero")
      precondition(
        limits.contains(value) && rivals.allSatisfy(limits.contains),
        "a value lies within its limits")
      self.name = name
      self.value = value
      self.rivals = rivals
      self.range = range
      self.weight = weight
      self.output = output
      self.isRising = isRising
      self.limits = limits
    }

    /// What one unit more adds to the score inside the range; below zero where less is better.
    public var slope: Double {
      (isRising ? 1 : -1) * (output.upperBound - output.lowerBound) * weight
        / (range.upperBound - range.lowerBound)
    }

    /// The values that are asked about, from the lowest to the highest.
    ///
    /// Where ranges are held, the range, and what lies between it and the unit's own value: beyond it the
    /// index would not hold it. Where they move, one width of the range beyond either end. Never beyond the
    /// limits.
    ///
    /// - Parameter ranges: what becomes of a range when the unit passes its end.
    /// - Returns: an interval that holds the unit's own value.
    public func reach(_ ranges: Ranges) -> ClosedRange<Double> {
      let width = ranges == .moving ? range.upperBound - range.lowerBound : 0
      let lower = min(range.lowerBound - width, value)
      let upper = max(range.upperBound + width, value)
      return max(lower, limits.lowerBound)...min(upper, limits.upperBound)
    }

    /// The value after a change for the better, no farther than the values asked about go.
    ///
    /// - Parameters:
    ///   - size: how far; below zero for the worse.
    ///   - ranges: what becomes of a range when the unit passes its end.
    /// - Returns: the value.
    public func improved(by size: Double, _ ranges: Ranges) -> Double {
      let reach = reach(ranges)
      let value = isRising ? self.value + size : self.value - size
      return min(max(value, reach.lowerBound), reach.upperBound)
    }

    /// The best value that is asked about.
    ///
    /// - Parameter ranges: what becomes of a range when the unit passes its end.
    /// - Returns: the better end of the reach.
    public func best(_ ranges: Ranges) -> Double {
      isRising ? reach(ranges).upperBound : reach(ranges).lowerBound
    }
  }
}

extension Sequence<Double> {
  /// The quantile at a given share, by linear interpolation between order statistics.
  ///
  /// With the sorted numbers x₁ … xₙ and h = (n − 1) p, it is the point a fraction h − ⌊h⌋ of the way
  /// from the element at ⌊h⌋ to the next, counted from zero. Definition 7 of Hyndman & Fan (1996),
  /// doi:10.2307/2684934, as R and NumPy have it by default.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: nil for no numbers at all.
  public func quantile(_ share: Double) -> Double? {
    precondition((0...1).contains(share), "a quantile is asked for at a share from 0 to 1")
    return quantiles([share]).first
  }

  /// The quantiles at several shares, the numbers put in order once.
  ///
  /// - Parameter shares: each from 0 to 1.
  /// - Returns: one number for each share, as `quantile(_:)`; nothing for no numbers at all.
  public func quantiles(_ shares: [Double]) -> [Double] {
    precondition(
      shares.allSatisfy((0...1).contains), "a quantile is asked for at a share from 0 to 1")
    // Sorted as an array, for which the compiler has a sort of plain numbers.
    let ordered = [Double](self).sorted()
    guard let last = ordered.last else { return [] }
    return shares.map { share in
      let position = Double(ordered.count - 1) * share
      let below = Int(position)
      guard below + 1 < ordered.count else { return last }
      return ordered[below] + (position - Double(below)) * (ordered[below + 1] - ordered[below])
    }
  }

  /// The number in the middle, or half-way between the two in the middle.
  public var median: Double? { quantile(0.5) }
}

/// How exactly published scores are known: what was rounded to two decimals admits an interval.
public struct PublishedPrecision: Sendable, Hashable {
  /// The decimals that all values are printed with; nil where they carry all the digits that were
  /// computed.
  public let decimals: Int?
  /// How far the value that was computed can be from the one published.
  public let halfWidth: Double

  /// Finds the precision of a column of published values.
  ///
  /// Values that all end within four decimals were rounded to the longest of them. Others are 32-bit
  /// numbers, sums of ten to twenty rounded products: the rules give scores of 1 to 10 back to 1.02e-6 at
  /// worst, so that 1.5e-6 is allowed, and as much more as the scale is wider.
  ///
  /// - Parameters:
  ///   - values: the published values.
  ///   - scaleWidth: the best score less the worst.
  public init(of values: [Double], scaleWidth: Double) {
    // A decimal read from text is the nearest double; stored with 32 bits it moves by a part of 6e-8.
    func storage(_ value: Double) -> Double { 1e-9 + 6e-8 * abs(value) }
    let rounded = [(0, 1.0), (1, 10), (2, 100), (3, 1e3), (4, 1e4)].first { _, power in
      values.allSatisfy { abs($0 * power - ($0 * power).rounded()) < power * storage($0) }
    }
    if let (decimals, power) = rounded, !values.isEmpty {
      self.decimals = decimals
      let moved = values.contains { abs($0 * power - ($0 * power).rounded()) > power * 1e-9 }
      halfWidth = 0.5 / power + (moved ? values.map(storage).max() ?? 0 : 1e-9)
    } else {
      decimals = nil
      halfWidth = 1.5e-6 * scaleWidth / 9
    }
  }

  /// The values that may have been computed where one is published.
  public func interval(around value: Double) -> ClosedRange<Double> {
    (value - halfWidth)...(value + halfWidth)
  }
}

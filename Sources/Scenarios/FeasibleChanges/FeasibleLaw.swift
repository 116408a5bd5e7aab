/// What has become of an indicator within a year, of provinces that stood where this one stands.
///
/// Improvements are changes for the better, in the indicator's unit, whichever way that is; none goes
/// beyond the values the indicator can have.
public struct FeasibleLaw: Sendable, Hashable {
  /// The code of the indicator.
  public let indicator: String
  /// The share of the other provinces that this one is better than, ties counting half.
  public let position: Double
  /// The net changes, ascending, as changes of the value: below zero for a fall.
  ///
  /// With the value added all are values that the indicator can have.
  public let changes: [Double]
  /// The net improvement that half of the cases exceeded.
  public let median: Double
  /// A 95 % interval for it.
  public let medianInterval: ClosedRange<Double>
  /// The net improvement that one case in ten exceeded: a good year.
  public let good: Double
  /// A 95 % interval for it.
  public let goodInterval: ClosedRange<Double>
  /// The improvement that half of the cases exceeded, whatever the country did.
  public let rawMedian: Double
  /// The improvement that one case in ten exceeded, whatever the country did.
  public let rawGood: Double
  /// A good year's improvement in each bootstrap sample of provinces, in the order drawn.
  public let goodDraws: [Double]
  /// The standard deviation of the changes in each of the same samples.
  internal let deviationDraws: [Double]
  /// The number of own cases the figures rest on; zero where they are borrowed.
  public let cases: Int

  /// Whether the indicator has no past changes of its own.
  ///
  /// The changes are then those of the other indicators, of provinces near the same position, divided by
  /// the spread among provinces then and multiplied by this indicator's spread now.
  public var isBorrowed: Bool { cases == 0 }
}

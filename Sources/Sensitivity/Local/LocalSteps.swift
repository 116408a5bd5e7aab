/// The changes of one input that are asked about.
public struct LocalSteps: Sendable, Hashable {
  /// One unit: what people count the input in.
  public let unit: Double
  /// A typical change, such as a standard deviation.
  public let typical: Double
  /// An improvement that a good year brings; nil where that is not known.
  public let good: Double?
  /// The value in the middle of all.
  public let median: Double
  /// The best value anyone has.
  public let best: Double

  /// Asks about changes.
  ///
  /// - Parameters:
  ///   - unit: what people count the input in.
  ///   - typical: a typical change.
  ///   - good: an improvement that a good year brings.
  ///   - median: the value in the middle of all.
  ///   - best: the best value anyone has.
  /// - Precondition: the unit is above zero and the typical change is not negative.
  public init(unit: Double, typical: Double, good: Double?, median: Double, best: Double) {
    precondition(unit > 0, "a unit is above zero")
    precondition(typical >= 0, "a typical change is a distance")
    self.unit = unit
    self.typical = typical
    self.good = good
    self.median = median
    self.best = best
  }
}

/// How a search for the least value ended.
public enum Outcome: Sendable, Hashable {
  /// No other point costs less, by more than the precision of the solver (1e-7 in a row or a bound).
  case optimal(Point)
  /// The search was broken off: no point costs less than `bound`, and `best` is the best one seen.
  case stopped(best: Point?, bound: Double)
  /// No point meets the conditions.
  case infeasible

  /// A point that meets the conditions.
  public struct Point: Sendable, Hashable {
    /// One value per variable; exactly whole where that was asked.
    public let values: [Double]
    /// What the point costs.
    public let cost: Double

    /// Describes a point.
    ///
    /// - Parameters:
    ///   - values: one value per variable.
    ///   - cost: what the point costs.
    public init(values: [Double], cost: Double) {
      self.values = values
      self.cost = cost
    }
  }
}

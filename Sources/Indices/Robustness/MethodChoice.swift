/// One choice of method that differs from the index's own.
public enum MethodChoice: Sendable, Hashable {
  /// Another way to score indicators.
  case normalisation(Normalisation)
  /// Another way to put scores together, on every level.
  case aggregation(Aggregation)
  /// Equal weights within each parent.
  case equalWeights
  /// Weights drawn at random within a share of the index's own.
  case weights(range: Double)
  /// One indicator left out.
  case without(indicator: String)
}

/// What one choice of method alone does to the ranks, all else being the index's own.
public struct MethodEffect: Sendable, Hashable {
  /// The choice.
  public let choice: MethodChoice
  /// The rank of each unit; with weights at random the mean of many draws.
  public let ranks: [Double]
  /// How many places the rank of each unit moves, up or down; with weights at random the mean of the
  /// places moved.
  public let shifts: [Double]
  /// The Monte Carlo standard error of the mean shift; nil where nothing is drawn.
  public let error: Double?

  /// How many places the ranks move on average of all units.
  public var meanShift: Double { shifts.reduce(0, +) / Double(max(shifts.count, 1)) }

  /// The number of the unit that moves most, the first of equal ones; nil without units.
  public var mostMoved: Int? {
    shifts.indices.max { (shifts[$0], -$0) < (shifts[$1], -$1) }
  }
}

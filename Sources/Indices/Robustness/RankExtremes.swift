/// The best and the worst rank that any weights of a box give a unit.
public struct RankExtremes: Sendable, Hashable {
  /// One end.
  public struct Extreme: Sendable, Hashable {
    /// The rank that the weights give.
    public let rank: Int
    /// The rank that no weights of the box go beyond, proved up to the precision of the solver.
    public let bound: Int
    /// The weights, one per indicator.
    public let weights: [Double]
    /// The score with these weights.
    public let score: Double

    /// Whether no weights do better, or worse: the search came to its end.
    public var isProved: Bool { rank == bound }
  }

  /// The best rank; of the weights that give it those most favourable to the unit: its score is
  /// farthest above the mean of all.
  public let best: Extreme
  /// The worst rank; of the weights that give it the most unfavourable.
  public let worst: Extreme
}

public import Statistics

/// Where one score stands among its rivals' scores, while these hold still.
public struct Standing: Sendable {
  /// The score.
  public let score: Double
  /// The scores of the others.
  public let rivals: [Double]
  /// How scores become ranks.
  public let ranking: Ranking

  /// Sets a score among others.
  public init(score: Double, rivals: [Double], ranking: Ranking) {
    self.score = score
    self.rivals = rivals
    self.ranking = ranking
  }

  /// The rank.
  public var rank: Int { rank(after: 0) }

  /// How many rivals share the rank.
  public var ties: Int { ranking.ties(of: score, among: rivals) }

  /// The rank once the score has changed.
  public func rank(after change: Double) -> Int {
    ranking.rank(of: score + change, among: rivals)
  }

  /// The places gained once the score has changed; negative for places lost.
  public func places(after change: Double) -> Int { rank - rank(after: change) }

  /// The smallest rise that gains a place: it draws level with the next score above.
  ///
  /// Equal scores share the better rank, so that drawing level is enough; where several rivals tie
  /// above, it gains as many places at once. Nil at the top.
  public var nextPlace: (rise: Double, places: Int)? {
    let above = rivals.filter { $0 > score + ranking.tolerance }
    guard let next = above.min() else { return nil }
    let rise = next - score
    return (rise, places(after: rise))
  }
}

/// How scores become ranks: 1 is the highest, and equal scores share the better rank.
///
/// The rank of a score is one more than the number of scores above it. Two scores no further apart
/// than `tolerance` count as equal; the tolerance is the precision with which scores are known.
public struct Ranking: Sendable, Hashable {
  /// The largest difference that still counts as a tie.
  public let tolerance: Double

  /// Ranks scores known to a given precision.
  ///
  /// - Precondition: the tolerance is not negative.
  public init(tolerance: Double) {
    precondition(tolerance >= 0, "a tolerance cannot be negative")
    self.tolerance = tolerance
  }

  /// The rank of every score, in the order of the scores.
  ///
  /// - Complexity: O(n²), without a sort: n is the number of provinces.
  public func ranks(of scores: [Double]) -> [Int] {
    scores.map { rank(of: $0, among: scores) }
  }

  /// The rank of one score among others; the score itself may be one of them.
  public func rank(of score: Double, among others: [Double]) -> Int {
    1 + others.count { $0 > score + tolerance }
  }

  /// How many of the others tie with a score.
  public func ties(of score: Double, among others: [Double]) -> Int {
    // By the same sums as the rank: a difference would round otherwise.
    others.count { !($0 > score + tolerance) && !(score > $0 + tolerance) }
  }

  /// The lowest score that has at least a given rank among others, tying where a tie suffices.
  ///
  /// That is the score of the rival who stands at that rank; nil where every score has that rank.
  public func scoreNeeded(for rank: Int, among rivals: [Double]) -> Double? {
    precondition(rank >= 1, "ranks count from one")
    let descending = rivals.sorted(by: >)
    return rank <= descending.count ? descending[rank - 1] : nil
  }
}

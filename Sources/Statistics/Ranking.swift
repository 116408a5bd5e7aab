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
  /// Not-a-number ranks first: nothing is above it. Leave out scores that are missing.
  ///
  /// - Complexity: O(n log n), and O(n) where many scores spread evenly over their range; few are
  ///   compared each with each.
  public func ranks(of scores: [Double]) -> [Int] {
    guard scores.count > Self.comparisonLimit else { return comparedRanks(of: scores) }
    let order = DescendingOrder(scores)
    var ranks = [Int](repeating: 1, count: scores.count)
    var above = 0
    for (score, place) in zip(order.numbers, order.places) {
      // The bar falls with the score, so that what is above one score is above the next.
      while order.numbers[above] > score + tolerance { above += 1 }
      ranks[place] = above + 1
    }
    return ranks
  }

  /// The rank of every score by a rule for ties, in the order of the scores.
  ///
  /// With m the rank by `TieRule.minimum` and M the number of scores that the score is not above
  /// (`TieRule.maximum`), `average` is (m + M) / 2. `dense` numbers the values of m that occur;
  /// `ordinal` goes by m, and by the order of the input where m is the same.
  ///
  /// - Parameters:
  ///   - scores: any number of scores, none of them not-a-number.
  ///   - ties: the rule.
  /// - Returns: whole numbers, and halves for `average`.
  public func ranks(of scores: [Double], ties: TieRule) -> [Double] {
    let best = ranks(of: scores)
    switch ties {
    case .minimum: return best.map(Double.init)
    case .maximum: return worstRanks(of: scores).map(Double.init)
    case .average:
      return zip(best, worstRanks(of: scores)).map { Double($0 + $1) / 2 }
    case .dense:
      var dense = [Int](repeating: 0, count: scores.count + 1)
      for rank in best { dense[rank] = 1 }
      for rank in dense.indices.dropFirst() { dense[rank] += dense[rank - 1] }
      return best.map { Double(dense[$0]) }
    case .ordinal:
      var ordinal = [Double](repeating: 0, count: scores.count)
      let order = best.indices.sorted { (best[$0], $0) < (best[$1], $1) }
      for (position, place) in order.enumerated() { ordinal[place] = Double(position + 1) }
      return ordinal
    }
  }

  /// The rank of every score, each compared with eight others at a time.
  private func comparedRanks(of scores: [Double]) -> [Int] {
    let blocks = stride(from: 0, to: scores.count, by: 8).map { start in
      // Nothing is below minus infinity, so that what fills the last block counts for nobody.
      var block = SIMD8<Double>(repeating: -.infinity)
      for lane in 0..<min(8, scores.count - start) { block[lane] = scores[start + lane] }
      return block
    }
    return scores.map { score in
      let bar = SIMD8(repeating: score + tolerance)
      var above = SIMD8<Int64>.zero
      for block in blocks { above.replace(with: above &+ 1, where: block .> bar) }
      return 1 + Int(above.wrappedSum())
    }
  }

  /// The number of scores that a score is not above, for every score.
  private func worstRanks(of scores: [Double]) -> [Int] {
    let order = DescendingOrder(scores)
    var ranks = [Int](repeating: scores.count, count: scores.count)
    var below = 0
    for (score, place) in zip(order.numbers, order.places).reversed() {
      while score > order.numbers[order.numbers.count - 1 - below] + tolerance { below += 1 }
      ranks[place] = scores.count - below
    }
    return ranks
  }

  /// The most scores for which comparing each with each is faster than sorting them.
  private static let comparisonLimit = 128

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

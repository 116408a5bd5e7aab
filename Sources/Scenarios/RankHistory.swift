public import Indices
public import Panels
public import Statistics

/// How published ranks have moved, inside years whose scores compare.
///
/// A plain count of what happened, without a model: the base rate against which a target stands.
public struct RankHistory: Sendable {
  /// The published rank of each province, by year; nil where it has none.
  private let ranks: [Int: [Int?]]
  private let comparable: @Sendable (Int, Int) -> Bool

  /// Collects the published ranks of the years up to a given one.
  ///
  /// Two years compare when every rule from the one to the other has the same indicators and weights.
  public init(panel: Panel, rules: [ScoringRule], subindex: String, through year: Int) {
    let rules = rules.filter { $0.subindex == subindex }
    var ranks: [Int: [Int?]] = [:]
    let code = panel.indicators.first { $0.isScore && $0.subindex == subindex }?.code
    for past in panel.years where past <= year {
      guard let code, let scores = panel.column(code, in: past) else { continue }
      let published = scores.compactMap { $0 }
      ranks[past] = scores.map { $0.map { Ranking.ofScores.rank(of: $0, among: published) } }
    }
    self.ranks = ranks
    comparable = { first, last in
      let between = (first...last).map { year in rules.first { $0.year == year } }
      guard let start = between.first ?? nil else { return false }
      return between.allSatisfy { $0?.isComparable(with: start) == true }
    }
  }

  /// The changes of rank over some years, larger ranks being worse: positive for places gained.
  public func moves(over horizon: Int) -> [Int] {
    pairs(over: horizon).map { $0.before - $0.after }
  }

  /// How often provinces that stood near a rank had reached another after some years.
  ///
  /// - Parameters:
  ///   - rank: where they stood, give or take `width` places.
  ///   - goal: the rank to have reached, or a better one.
  ///   - horizon: the number of years between.
  ///   - width: how near counts as near.
  /// - Returns: the count; without cases where no past years compare.
  public func baseRate(from rank: Int, to goal: Int, over horizon: Int, width: Int) -> Proportion {
    let near = pairs(over: horizon).filter { abs($0.before - rank) <= width }
    return Proportion(successes: near.count { $0.after <= goal }, trials: near.count)
  }

  /// How far ranks move from one year to the next, in a sentence; none without such years.
  public var notes: [String] {
    let moves = moves(over: 1).map { Double(abs($0)) }
    guard let middle = moves.median else {
      return ["No two years under one rule yet tell how far ranks move by themselves."]
    }
    return [
      "From one year to the next under one rule, half of the provinces moved \(Int(middle.rounded())) "
        + "places or more (\(moves.count) changes): so much of a rank is noise and rivals."
    ]
  }

  private func pairs(over horizon: Int) -> [(before: Int, after: Int)] {
    ranks.keys.sorted().flatMap { year -> [(before: Int, after: Int)] in
      guard let first = ranks[year], let last = ranks[year + horizon],
        comparable(year, year + horizon)
      else { return [] }
      return zip(first, last).compactMap { pair in
        pair.0.flatMap { before in pair.1.map { (before, $0) } }
      }
    }
  }
}

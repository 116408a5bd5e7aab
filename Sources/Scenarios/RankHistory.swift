public import Tables
public import Indices
public import Panels
public import Statistics

/// How ranks have moved, inside years whose scores compare.
///
/// A plain count of what happened, without a model: the base rate against which a target stands. Scores
/// are those published; in a year that has none for some province scored by its rule, as on units made
/// of several provinces, they are the rule's.
public struct RankHistory: Sendable {
  /// The rank and score of each province, by year; nil where it has none.
  private let standings: [Int: [(rank: Int, score: Double)?]]
  private let comparable: @Sendable (Int, Int) -> Bool

  /// Collects the ranks of the years up to a given one.
  ///
  /// Two years compare when every rule from the one to the other has the same indicators and weights.
  public init(panel: Panel, rules: [ScoringRule], subindex: String, through year: Int) {
    let rules = rules.filter { $0.subindex == subindex }
    var standings: [Int: [(rank: Int, score: Double)?]] = [:]
    let code = panel.indicators.first { $0.isScore && $0.subindex == subindex }?.code
    for past in panel.years where past <= year {
      guard let code, let published = panel.column(code, in: past) else { continue }
      let rule = rules.first { $0.year == past }
      let scores = Self.rebuilt(published, by: rule, from: panel) ?? published
      // A rank among those of whom a score happens to be known is no rank.
      guard Self.isComplete(scores, in: panel, year: past, rule: rule) else { continue }
      let known = scores.compactMap { $0 }
      standings[past] = scores.map { score in
        score.map { (Ranking.ofScores.rank(of: $0, among: known), $0) }
      }
    }
    self.standings = standings
    comparable = { first, last in
      let between = (first...last).map { year in rules.first { $0.year == year } }
      guard let start = between.first ?? nil else { return false }
      return between.allSatisfy { $0?.isComparable(with: start) == true }
    }
  }

  /// Whether every province that has figures in a year has a score.
  private static func isComplete(
    _ scores: [Double?], in panel: Panel, year: Int, rule: ScoringRule?
  ) -> Bool {
    guard let columns = rule?.indicators.compactMap({ panel.column($0, in: year) }) else {
      return true
    }
    return scores.indices.allSatisfy { row in
      scores[row] != nil || columns.allSatisfy { $0[row] == nil }
    }
  }

  /// The scores by the rule, where a province it scores has no published one; else nil.
  ///
  /// A fitted rule is no stand-in for scores that nobody published.
  private static func rebuilt(
    _ published: [Double?], by rule: ScoringRule?, from panel: Panel
  ) -> [Double?]? {
    guard let rule, rule.standing == .exact, published.contains(where: { $0 == nil }),
      let board = try? rule.scoreboard(of: panel),
      board.rows.contains(where: { $0.publishedScore == nil })
    else { return nil }
    return panel.provinces.map { board[$0]?.score }
  }

  /// The changes of rank over some years, larger ranks being worse: positive for places gained.
  public func moves(over horizon: Int) -> [Int] {
    spans(of: horizon).flatMap { $0.map { $0.before.rank - $0.after.rank } }
  }

  /// The number of pairs of years that lie some years apart and compare.
  public func pairsOfYears(apart horizon: Int) -> Int { spans(of: horizon).count }

  /// How often provinces that stood near a rank, but short of another, had reached it some years on.
  ///
  /// - Parameters:
  ///   - rank: where they stood, give or take `width` places.
  ///   - goal: the rank to have reached, or a better one; who stood there already does not count.
  ///   - horizon: the number of years between.
  ///   - width: how near counts as near.
  /// - Returns: the count; without cases where no past years compare.
  public func baseRate(from rank: Int, to goal: Int, over horizon: Int, width: Int) -> Proportion {
    let near = spans(of: horizon).joined().filter {
      abs($0.before.rank - rank) <= width && $0.before.rank > goal
    }
    return Proportion(successes: near.count { $0.after.rank <= goal }, trials: near.count)
  }

  /// How often a province gained at least so much score in some years, net of the median gain.
  public func gainRate(of gain: Double, over horizon: Int) -> Proportion {
    let gains = spans(of: horizon).flatMap { span in
      let gains = span.map { $0.after.score - $0.before.score }
      let national = gains.median ?? 0
      return gains.map { $0 - national }
    }
    return Proportion(successes: gains.count { $0 >= gain }, trials: gains.count)
  }

  /// How far ranks move from one year to the next, in a sentence.
  public var notes: [Phrase] {
    let moves = moves(over: 1).map { Double(abs($0)) }
    guard let middle = moves.median else {
      return [
        Phrase("No two years under one rule yet tell how far ranks move by themselves.")
      ]
    }
    return [
      Phrase(
        """
        From one year to the next under one rule, half of the provinces moved \
        \(Int(middle.rounded())) places or more (\(moves.count) changes): so much of a rank is noise \
        and rivals.
        """)
    ]
  }

  private typealias Standing = (rank: Int, score: Double)

  /// Every province's standing before and after, by pair of years.
  private func spans(of horizon: Int) -> [[(before: Standing, after: Standing)]] {
    standings.keys.sorted().compactMap { year in
      guard let first = standings[year], let last = standings[year + horizon],
        comparable(year, year + horizon)
      else { return nil }
      return zip(first, last).compactMap { pair in
        pair.0.flatMap { before in pair.1.map { (before, $0) } }
      }
    }
  }
}

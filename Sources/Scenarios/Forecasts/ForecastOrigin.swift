import Indices
import Panels
import Statistics

/// A year from which ranks of later years are foretold, with what came.
struct ForecastOrigin {
  let rule: ScoringRule
  /// The published ranks of the years after it whose scores compare, by province of the panel.
  let outcomes: [[Int?]]
  /// The published ranks of the year itself.
  let before: [Int?]
  /// "The same rank", fitted to changes over 1, 2, … years known in the year; nil where none are.
  let same: [SameRank?]

  /// The origins that a panel allows: years with a rule, whose scores compare with those of the next.
  ///
  /// - Parameters:
  ///   - rules: the rules known.
  ///   - panel: figures and published scores.
  ///   - horizon: the farthest look ahead.
  ///   - span: the years that forecasts are made in.
  /// - Returns: nothing where none serves.
  static func all(
    of rules: [ScoringRule], in panel: Panel, horizon: Int, span: ClosedRange<Int>
  ) -> [ForecastOrigin] {
    let ranks = Dictionary(
      uniqueKeysWithValues: panel.years.compactMap { year in
        published(panel, in: year, rules: rules).map { (year, $0) }
      })
    return rules.filter { span.contains($0.year) }.sorted { $0.year < $1.year }.compactMap {
      rule in
      guard let before = ranks[rule.year] else { return nil }
      let years = (1...max(horizon, 1)).prefix { ahead in
        ranks[rule.year + ahead] != nil
          && (rule.year + 1...rule.year + ahead).allSatisfy {
            compares(panel, of: rule.subindex, $0)
          }
      }
      guard !years.isEmpty else { return nil }
      return ForecastOrigin(
        rule: rule, outcomes: years.compactMap { ranks[rule.year + $0] }, before: before,
        same: years.map { ahead in
          let moves = ranks.keys.sorted().filter {
            $0 + ahead <= rule.year && ranks[$0 + ahead] != nil
              && ($0 + 1...$0 + ahead).allSatisfy { compares(panel, of: rule.subindex, $0) }
          }.flatMap { year in
            zip(ranks[year] ?? [], ranks[year + ahead] ?? []).compactMap { pair in
              pair.0.flatMap { first in pair.1.map { (before: first, after: $0) } }
            }
          }
          return SameRank(moves, ranks: before.count { $0 != nil })
        })
    }
  }

  private static func score(_ panel: Panel, of subindex: String) -> Indicator? {
    panel.indicators.first { $0.isScore && $0.subindex == subindex }
  }

  /// Whether the scores of a year compare with those of the year before.
  private static func compares(_ panel: Panel, of subindex: String, _ year: Int) -> Bool {
    score(panel, of: subindex)?.isComparable(withYearBefore: year) == true
  }

  /// The published ranks of a year; nil where scores of some provinces only are known.
  private static func published(
    _ panel: Panel, in year: Int, rules: [ScoringRule]
  ) -> [Int?]? {
    guard let subindex = rules.first?.subindex, let code = score(panel, of: subindex)?.code,
      let column = panel.column(code, in: year)
    else { return nil }
    let known = column.compactMap { $0 }
    // A rank among those of whom a score happens to be known is no rank.
    guard known.count == panel.provinces(in: year).count else { return nil }
    return column.map { $0.map { Ranking.ofScores.rank(of: $0, among: known) } }
  }
}

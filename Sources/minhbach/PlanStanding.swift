import Indices
import MinhBachKit
import Panels
import Statistics

/// The rank a province would have by a year's rule if its indicators had other values, rivals held still.
struct PlanStanding {
  private let rule: ScoringRule
  private let values: [Double]
  private let rivals: [Double]

  /// Prepares; nil where the year has no figures or no rule, or the province no score.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: the year of the rule and the rivals.
  ///   - data: the figures and rules.
  /// - Throws: what is wrong with the rule's file.
  init?(of province: Province, _ year: Int, _ data: LoadedData) throws {
    guard data.panel.years.contains(year),
      try data.datasets.ruleYears(of: DataOptions.subindex).contains(year)
    else { return nil }
    let rule = try data.rule(year)
    let board = try rule.scoreboard(of: data.panel)
    guard board[province] != nil else { return nil }
    self.rule = rule
    values = try rule.values(of: province, in: data.panel)
    rivals = board.rows.filter { $0.province.key != province.key }.map(\.score)
  }

  /// The rank; ties share the better one.
  ///
  /// - Parameter changed: the values of some indicators by their codes; all others are the year's.
  /// - Returns: from 1 to the number of provinces.
  func rank(_ changed: [String: Double]) -> Int {
    let new = zip(rule.components, values).map { changed[$0.indicator] ?? $1 }
    let score = rule.score(new)
    return Ranking.ofScores.rank(of: score, among: rivals + [score])
  }
}

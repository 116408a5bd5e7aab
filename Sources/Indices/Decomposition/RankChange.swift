public import Panels

/// Why the score and the rank of a province moved between two years.
public struct RankChange: Sendable {
  /// The province.
  public let province: Province
  /// The years, with the scores of all provinces.
  public let years: YearPair
  /// The change as it was, under each year's own rule.
  public let whole: Decomposition
  /// The change on the indicators that compare, under one rule of ours; nil where the years compare.
  public let shared: Decomposition?
  /// The years under that rule of ours.
  let comparison: YearPair?

  /// Explains the change of one province.
  ///
  /// - Parameters:
  ///   - province: a province of the panel.
  ///   - panel: the figures of both years.
  ///   - before: the rule of the first year.
  ///   - after: the rule of the second year.
  /// - Throws: what `ScoringRule.scoreboard(of:)` and `YearPair.decomposition(of:)` throw.
  public init(
    of province: Province, panel: Panel, from before: ScoringRule, to after: ScoringRule
  ) throws {
    let years = try YearPair(panel: panel, from: before, to: after)
    let comparison = try years.onComparableIndicators()
    self.province = province
    self.years = years
    self.comparison = comparison
    whole = try years.decomposition(of: province)
    shared = try comparison?.decomposition(of: province)
  }

  /// Explains each step of a chain of years, one after the other.
  ///
  /// - Parameters:
  ///   - province: a province of the panel.
  ///   - panel: the figures of all years.
  ///   - rules: the rules of the years, in their order.
  /// - Returns: one change fewer than there are rules; their parts add up to the change from the first
  ///   year to the last where all rules are exact.
  /// - Throws: as for one change.
  public static func chain(
    of province: Province, panel: Panel, through rules: [ScoringRule]
  ) throws -> [RankChange] {
    try zip(rules, rules.dropFirst()).map { before, after in
      try RankChange(of: province, panel: panel, from: before, to: after)
    }
  }
}

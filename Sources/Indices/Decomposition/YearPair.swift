public import Panels
import Statistics

/// Two years of a sub-index, with the scores of all provinces under every mixture of the two.
///
/// Three things can be those of either year: the values of the provinces, the ranges of the indicators
/// that both rules have, and the rule. An indicator that one rule alone has keeps its own range, and its
/// values are those of that rule's year, for there are no others: what it does belongs to the rule. A
/// province ranked in one year only is a rival where the values are those of that year; where the other
/// rule asks for more than it has, it takes the median.
///
/// Where a rule does not give its year's published scores back, what is left over is carried with each
/// province's values, so that both ends are the published scores and ranks.
public struct YearPair: Sendable {
  /// The figures.
  public let panel: Panel
  /// The indicators that both rules have, in the order of the second.
  public let shared: [String]
  /// Whether what the rules leave of the published scores is carried along.
  ///
  /// So where a rebuilt score of either year is farther from the published one than rounding takes it, and
  /// both years have a published score of every province that is ranked.
  public let usesPublishedScores: Bool
  /// The first year.
  let first: ScoredYear
  /// The second year.
  let second: ScoredYear
  /// The scores under each mixture, at its number, by position in the panel.
  private let scores: [[Double?]]

  /// The rule of the first year.
  public var before: ScoringRule { first.rule }
  /// The rule of the second year.
  public var after: ScoringRule { second.rule }

  /// Scores the provinces under every mixture of two years.
  ///
  /// - Parameters:
  ///   - panel: the figures of both years.
  ///   - before: the rule of the first year.
  ///   - after: the rule of the second year.
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws for either year.
  /// - Precondition: both rules are about one sub-index.
  public init(panel: Panel, from before: ScoringRule, to after: ScoringRule) throws {
    try self.init(panel: panel, from: before, to: after, isOurs: false)
  }

  /// Scores the provinces under every mixture of two years.
  ///
  /// - Parameters:
  ///   - panel: the figures of both years.
  ///   - before: the rule of the first year.
  ///   - after: the rule of the second year.
  ///   - isOurs: whether the rules are of our own making, so that no published score goes with them.
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws for either year.
  /// - Precondition: both rules are about one sub-index.
  init(panel: Panel, from before: ScoringRule, to after: ScoringRule, isOurs: Bool) throws {
    precondition(before.subindex == after.subindex, "both rules are about one sub-index")
    let first = try ScoredYear(panel: panel, rule: before)
    let second = try ScoredYear(panel: panel, rule: after)
    let carries =
      !isOurs && !(first.isExact && second.isExact) && first.isPublished && second.isPublished
    self.panel = panel
    self.first = first
    self.second = second
    shared = after.indicators.filter(Set(before.indicators).contains)
    usesPublishedScores = carries
    scores = Mixture.all.map { mixture in
      Self.scores(under: mixture, of: (first, second), provinces: panel.provinces.count, carries)
    }
  }

  /// The score of the province at a position in the panel under a mixture; nil where it is not ranked in
  /// the year of the values.
  func score(of row: Int, under mixture: Mixture) -> Double? { scores[mixture.number][row] }

  /// The scores of all provinces but one under a mixture, in the order of the panel.
  func scores(besides row: Int, under mixture: Mixture) -> [Double] {
    scores[mixture.number].indices.compactMap { $0 == row ? nil : scores[mixture.number][$0] }
  }

  /// What a province's published score has beyond its rule, where that is carried along.
  func leftOver(of row: Int, in side: Side) -> Double {
    usesPublishedScores ? (side == .first ? first : second).leftOver(of: row) : 0
  }

  private static func scores(
    under mixture: Mixture, of years: (ScoredYear, ScoredYear), provinces: Int, _ carries: Bool
  ) -> [Double?] {
    func year(_ side: Side) -> ScoredYear { side == .first ? years.0 : years.1 }
    let (values, rule) = (year(mixture.values), year(mixture.rule))
    let components = components(rule: rule.rule, ranges: year(mixture.ranges).rule)
    let isShared = Set(year(mixture.rule.other).rule.indicators)
    var scores = [Double?](repeating: nil, count: provinces)
    for row in values.rows {
      scores[row] = components.reduce(carries ? values.leftOver(of: row) : 0) { sum, part in
        let source = isShared.contains(part.indicator) ? values : rule
        let value = source.value(part.indicator, of: row) ?? source.medians[part.indicator] ?? 0
        return sum + part.weight * part.score(value)
      }
    }
    return scores
  }

  /// The components of one rule with the ranges of another where that has them.
  static func components(
    rule: ScoringRule, ranges: ScoringRule
  ) -> [ScoringRule.Component] {
    let ends = ranges.ranges
    return rule.components.map { part in
      let range = ends[part.indicator] ?? part.minimum...part.maximum
      return ScoringRule.Component(
        indicator: part.indicator, dimension: part.dimension, weight: part.weight,
        minimum: range.lowerBound, maximum: range.upperBound, direction: part.direction,
        scale: part.scale)
    }
  }
}

extension YearPair {
  /// One of the two years.
  enum Side: Int, Sendable, CaseIterable {
    case first, second

    var other: Side { self == .first ? .second : .first }
  }

  /// Which year each of the three is of.
  struct Mixture: Sendable {
    var values: Side
    var ranges: Side
    var rule: Side

    /// Its place in `all`.
    var number: Int { values.rawValue + 2 * ranges.rawValue + 4 * rule.rawValue }

    static let all = Side.allCases.flatMap { rule in
      Side.allCases.flatMap { ranges in
        Side.allCases.map { Mixture(values: $0, ranges: ranges, rule: rule) }
      }
    }
  }
}

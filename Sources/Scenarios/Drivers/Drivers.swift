import Tables
public import Indices
public import Panels
public import Sensitivity
import Statistics

/// Which indicators move a province's rank most, the values of all others held still.
public struct Drivers: Sendable {
  /// The province.
  public let province: Province
  /// The rule.
  public let rule: ScoringRule
  /// The rank as a function of the province's own values, one input per component of the rule.
  public let index: RankedIndex
  /// Where the province stands among the others.
  public let standing: Standing
  /// The others that are scored, in the order of the index's rivals.
  public let rivals: [Province]
  /// The effects, those of most places by a good year first, then of most score by it.
  public let effects: [LocalSensitivity]
  /// The effects where ranges do otherwise, in the same order.
  public let effectsOtherwise: [LocalSensitivity]
  /// The yearly variation of each indicator, by code.
  public let variation: [String: YearlyVariation]
  /// What a year has brought to provinces that stood near; nil in the first year there is.
  public let feasible: FeasibleChanges?
  /// The changes asked about, in the order of the rule: with the median and the best value of the year.
  public let steps: [LocalSteps]
  /// The provinces that are best in each indicator, in the order of the rule.
  public let leaders: [[Province]]
  /// The unit of each indicator, by code.
  internal let units: [String: String]
  internal let history: RankHistory
  internal let boardNotes: [Phrase]

  /// Studies one province in the year of a rule.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - panel: the figures.
  ///   - rule: the rule of the year.
  ///   - rules: every rule known, to tell which past years compare.
  ///   - ranges: what becomes of the rule's ranges when the province passes an end.
  ///   - past: the past changes up to the year; nil to collect them.
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`, `ScenarioError`.
  public init(
    of province: Province, panel: Panel, rule: ScoringRule, rules: [ScoringRule],
    ranges: RankedIndex.Ranges = .held, past: PastChanges? = nil
  ) throws {
    let board = try rule.scoreboard(of: panel)
    let index = try rule.rankedIndex(of: province, in: panel, ranges: ranges)
    let variation = try Self.known(by: rule) {
      try panel.yearlyVariation(of: rule.subindex, through: rule.year)
    }
    let feasible = try Self.known(by: rule) {
      try FeasibleChanges(
        of: province, from: past ?? PastChanges(in: panel, rule: rule), in: panel)
    }
    let steps = Self.steps(
      for: index, in: panel, rule: rule, variation: variation ?? [:], feasible: feasible)
    let otherwise = index.with(ranges == .held ? .moving : .held)
    let effects = steps.indices.map { LocalSensitivity(of: $0, in: index, steps: steps[$0]) }
    let order = Self.order(of: effects)
    self.province = province
    self.rule = rule
    self.index = index
    self.variation = variation ?? [:]
    self.feasible = feasible
    standing = board.standing(of: province)
    rivals = try rule.rivals(of: province, in: panel)
    self.effects = order.map { effects[$0] }
    effectsOtherwise = order.map { LocalSensitivity(of: $0, in: otherwise, steps: steps[$0]) }
    leaders = zip(rule.indicators, steps).map { code, steps in
      zip(panel.provinces, panel.column(code, in: rule.year) ?? [])
        .filter { $0.1 == steps.best }.map(\.0)
    }
    self.steps = steps
    history = RankHistory(
      panel: panel, rules: rules, subindex: rule.subindex, through: rule.year)
    boardNotes = board.notes
    units = panel.units
  }

  /// What the past tells; nil in the first year there is.
  private static func known<Answer>(by rule: ScoringRule, _ body: () throws -> Answer) throws
    -> Answer?
  {
    do {
      return try body()
    } catch ScenarioError.noHistory {
      return nil
    }
  }

  /// The changes asked about, in the order of the rule.
  private static func steps(
    for index: RankedIndex, in panel: Panel, rule: ScoringRule,
    variation: [String: YearlyVariation], feasible: FeasibleChanges?
  ) -> [LocalSteps] {
    zip(rule.components, index.values).map { component, value in
      let code = component.indicator
      let column = panel.column(code, in: rule.year) ?? []
      return LocalSteps(
        unit: panel.indicator(code)?.unit == .share ? 0.01 : 1,
        typical: variation[code]?.standardDeviation ?? 0, good: feasible?[code]?.good,
        median: column.compactMap { $0 }.median ?? value,
        best: panel.best(of: component, in: [rule.year]) ?? value)
    }
  }

  /// The numbers of the inputs in the order of their effects.
  private static func order(of effects: [LocalSensitivity]) -> [Int] {
    effects.indices.sorted { first, second in
      let (a, b) = (effects[first], effects[second])
      let (good, other) = (a.good ?? a.typical, b.good ?? b.typical)
      return (other.places, other.score, first) < (good.places, good.score, second)
    }
  }

  /// The number of an effect's input in the rule.
  ///
  /// - Parameter effect: one of `effects`.
  /// - Returns: the place of its indicator among the components.
  public func position(of effect: LocalSensitivity) -> Int {
    rule.indicators.firstIndex(of: effect.input.name) ?? 0
  }

  /// The unit of an indicator.
  public func unit(of code: String) -> String { units[code] ?? "" }

  /// The net improvement that one case in ten stayed below: mostly below zero.
  ///
  /// - Parameter law: the law of an indicator of the rule.
  /// - Returns: the improvement, in the indicator's unit.
  public func badYear(of law: FeasibleLaw) -> Double {
    let isRising = index.inputs.first { $0.name == law.indicator }?.isRising ?? true
    let share = 1 - FeasibleChanges.goodShare
    return isRising
      ? law.changes.quantile(share) ?? 0 : -(law.changes.quantile(1 - share) ?? 0)
  }
}

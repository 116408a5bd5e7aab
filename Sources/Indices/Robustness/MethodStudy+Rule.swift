public import Panels
import Statistics

extension MethodStudy {
  /// Makes the sub-index of a year ready, with its rule as the index's own method.
  ///
  /// Units are the keys of the provinces that have all indicators, in the order of the panel.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - panel: the figures.
  ///   - alternatives: what may be otherwise.
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws, and `CompositeError`.
  public init(of rule: ScoringRule, panel: Panel, alternatives: MethodAlternatives) throws {
    let board = try rule.scoreboard(of: panel)
    let sample = try panel.sample(of: rule.indicators, in: rule.year)
    let table = IndicatorTable(
      units: sample.provinces.map(\.key), codes: sample.indicators, columns: sample.columns,
      time: "\(rule.year)")
    let names = Dictionary(
      uniqueKeysWithValues: sample.provinces.map { ($0.key, $0.nameVi) })
    try self.init(
      of: rule.composite(), table, alternatives: alternatives, ranking: .ofScores,
      notes: board.notes, naming: { names[$0] ?? $0 })
  }
}

public import Indices
public import Panels
public import Sensitivity
public import Tables
import Statistics

/// Which indicators move a province's rank most, one at a time, rivals and ranges held still.
public struct Drivers: Sendable {
  /// The province.
  public let province: Province
  /// The rule.
  public let rule: ScoringRule
  /// Where the province stands among the others.
  public let standing: Standing
  /// The effects, those of most places by a typical year first.
  public let effects: [LocalSensitivity]
  /// The yearly variation of each indicator, by code.
  public let variation: [String: YearlyVariation]
  /// The provinces that are best in each indicator, by code.
  public let leaders: [String: [Province]]
  /// The unit of each indicator, by code.
  private let units: [String: String]
  private let history: RankHistory
  private let boardNotes: [String]

  /// Studies one province in the year of a rule.
  ///
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`, `ScenarioError`.
  public init(of province: Province, panel: Panel, rule: ScoringRule, rules: [ScoringRule]) throws {
    let board = try rule.scoreboard(of: panel)
    let values = try rule.values(of: province, in: panel)
    let variation = try Self.variation(in: panel, rule: rule)
    let standing = board.standing(of: province)
    var leaders: [String: [Province]] = [:]
    let inputs = zip(rule.components, values).map { component, value in
      let best = panel.best(of: component, in: [rule.year]) ?? value
      let column = panel.column(component.indicator, in: rule.year) ?? []
      leaders[component.indicator] = zip(panel.provinces, column)
        .filter { $0.1 == best }.map(\.0)
      return LocalInput(
        name: component.indicator, value: value, slope: component.slope, limit: component.best,
        step: variation[component.indicator]?.standardDeviation ?? 0, best: best)
    }
    let effects = inputs.map { LocalSensitivity(of: $0, at: standing) }
    self.province = province
    self.rule = rule
    self.standing = standing
    self.variation = variation
    self.leaders = leaders
    self.effects = effects.enumerated().sorted { first, second in
      let (a, b) = (first.element.typical, second.element.typical)
      return (b.places, b.score, first.offset) < (a.places, a.score, second.offset)
    }.map(\.element)
    history = RankHistory(
      panel: panel, rules: rules, subindex: rule.subindex, through: rule.year)
    boardNotes = board.notes
    units = panel.units
  }

  /// The yearly variation by code; none at all in the first year there is.
  private static func variation(
    in panel: Panel, rule: ScoringRule
  ) throws -> [String: YearlyVariation] {
    do {
      return try panel.yearlyVariation(of: rule.subindex, through: rule.year)
    } catch ScenarioError.noHistory {
      return [:]
    }
  }

  /// The columns of `table()`, in order.
  ///
  /// `next_value` is the value at which the next place is gained, `variation` one standard deviation of
  /// the net yearly change, `best` the best value of any province in the year.
  public func table() -> Table {
    Table(
      title: "sensitivity",
      columns: [
        "indicator", "value", "unit", "score_per_unit", "next_value", "next_change", "next_places",
        "variation", "variation_changes", "variation_value", "variation_score", "variation_places",
        "best", "best_province", "best_score", "best_places",
      ],
      rows: effects.map { effect in
        let input = effect.input
        let next = effect.nextPlace
        let own = variation[input.name]
        return [
          .text(input.name), .number(input.value), .text(units[input.name] ?? ""),
          .number(input.slope), Cell(next?.value), Cell(next.map { $0.value - input.value }),
          Cell(next.map { Double($0.places) }), Cell(own?.standardDeviation),
          Cell(own.map { Double($0.changes) }), Cell(own.map { _ in effect.typical.value }),
          Cell(own.map { _ in effect.typical.score }),
          Cell(own.map { _ in Double(effect.typical.places) }), .number(input.best),
          .text((leaders[input.name] ?? []).map(\.nameVi).joined(separator: "; ")),
          .number(effect.reachingBest.score), Cell(effect.reachingBest.places),
        ]
      },
      notes: notes())
  }

  /// What is worth knowing: ties, borrowed variation, shortened steps, how ranks have moved.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    let borrowed = effects.map(\.input.name).filter { variation[$0]?.isBorrowed == true }
    let shortened =
      variation.isEmpty ? [] : effects.filter(\.isTypicalShortened).map { name($0.input.name) }
    return [
      "Rivals and ranges are held as in \(rule.year). Of \(standing.rivals.count + 1) provinces, "
        + "this one ranks \(standing.rank)"
        + (standing.ties == 0 ? ", alone." : ", a rank it shares with \(standing.ties) more.")
        + " Equal scores share the better rank: drawing level with the next province gains its place.",
      variation.isEmpty
        ? "\(ScenarioError.noHistory(subindex: rule.subindex, year: rule.year))"
        : "A year's change is one standard deviation of past yearly changes, each less the median "
          + "change of all provinces in that year: what all share moves no rank.",
      YearlyVariation.borrowedNote(on: borrowed.map(name), through: rule.year),
      shortened.isEmpty
        ? nil
        : "The range ends within one yearly variation for \(shortened.joined(separator: ", ")): "
          + "their places are those gained at its end.",
    ].compactMap(\.self) + history.notes + boardNotes
  }
}

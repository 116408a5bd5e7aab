import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// The sliders of a province: its place in the index as a function of its own figures, and how far each can go.
struct SimulatorData {
  /// How far a slider goes for the better.
  ///
  /// For the worse all end at the worst figure of the year.
  enum Reach {
    /// To the best figure that any province has reached up to the year, as plans do.
    case reached
    /// One width of the range beyond its end, as far as there can be such a figure: the range is widened then.
    case possible
  }

  /// What the simulator and its table say, by whoever knows the language.
  struct Texts {
    /// The words of the simulator.
    let words: Simulator.Words
    /// That this is arithmetic and not a chance, and where chances are told.
    let caution: Prose
    /// The line above the table that stands in for the sliders.
    let caption: String
    /// The heads of its columns: the indicator, today's figure, one step, what a step adds to the score.
    let heads: (indicator: String, today: String, step: String, gain: String)
    /// The sign before decimals.
    let decimalMark: Character
    /// What an indicator is called, by its code.
    let name: (String) -> String
    /// What follows a figure of a unit, with the space before it; of shares a sign of percentages.
    let suffix: (IndicatorUnit) -> String
    /// One step of a unit in words; of shares a percentage point.
    let step: (IndicatorUnit) -> String
  }

  /// The province.
  let province: Province
  /// The rule of the year.
  let rule: ScoringRule
  /// The figures.
  let panel: Panel
  /// The place of the province as a function of its figures.
  let index: RankedIndex
  /// The scores as they stand.
  let board: Scoreboard
  /// The figures of the least plan by code; those it leaves as they are may be wanting.
  let plan: [String: Double]
  /// How far sliders go for the better.
  let reach: Reach

  /// Gathers the figures.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - rule: the rule of the year.
  ///   - panel: the figures of the year and of those before.
  ///   - plan: the figures of the least plan by code; none where there is no plan.
  ///   - ranges: what becomes of a range when a figure passes its end.
  ///   - reach: how far sliders go for the better.
  /// - Throws: `IndexError` where the province cannot be scored, `PanelError`.
  init(
    of province: Province, by rule: ScoringRule, in panel: Panel, plan: [String: Double] = [:],
    ranges: RankedIndex.Ranges = .moving, reach: Reach = .reached
  ) throws {
    self.province = province
    self.rule = rule
    self.panel = panel
    self.plan = plan
    self.reach = reach
    index = try rule.rankedIndex(of: province, in: panel, ranges: ranges)
    board = try rule.scoreboard(of: panel)
  }

  /// Where the province stands today.
  var standing: Simulator.Standing {
    Simulator.Standing(
      score: index.score, rank: index.rank, median: board.rows.map(\.score).median ?? index.score)
  }

  /// The figures a slider goes between; today's and the plan's among them.
  ///
  /// - Parameter position: the number of the indicator in the rule.
  /// - Returns: from the worst figure of the year to the best that can be.
  func bounds(_ position: Int) -> ClosedRange<Double> {
    let (component, input) = (rule.components[position], index.inputs[position])
    let best =
      switch reach {
      case .reached: panel.best(of: component, through: rule.year) ?? input.value
      case .possible: input.best(.moving)
      }
    let worst = component.direction == .positive ? input.rivals.min() : input.rivals.max()
    let figures = [input.value, best, worst, plan[component.indicator]].compactMap(\.self)
    return (figures.min() ?? input.value)...(figures.max() ?? input.value)
  }

  /// The simulator.
  ///
  /// - Parameters:
  ///   - texts: what it says.
  ///   - years: the years a scenario can be saved for.
  ///   - fileName: what a saved scenario is called.
  /// - Returns: the simulator, for a page.
  func simulator(_ texts: Texts, years: ClosedRange<Int>, fileName: String) -> Simulator {
    precondition(
      years.lowerBound > rule.year && years.upperBound <= rule.year + Scenario.longest,
      "scenarios are about years to come")
    return Simulator(
      indicators: index.inputs.indices.map { indicator($0, texts) }, standing: standing,
      tolerance: index.ranking.tolerance, isMoving: index.ranges == .moving,
      scenario: Simulator.Scenario(
        province: province.nameVi, rule: rule.year, years: Array(years), fileName: fileName),
      caution: texts.caution, table: table(texts), words: texts.words,
      decimalMark: texts.decimalMark)
  }

  private func indicator(_ position: Int, _ texts: Texts) -> Simulator.Indicator {
    let (component, input) = (rule.components[position], index.inputs[position])
    let unit = unit(component.indicator)
    return Simulator.Indicator(
      code: component.indicator, label: texts.name(component.indicator),
      format: Simulator.Format(
        decimals: unit.decimals, isPercentage: unit == .share, suffix: texts.suffix(unit)),
      weight: component.weight, range: input.range, scale: component.scale,
      isRising: component.direction == .positive, today: input.value,
      plan: plan[component.indicator], bounds: bounds(position), step: unit.step,
      rivals: input.rivals)
  }

  private func unit(_ code: String) -> IndicatorUnit { panel.indicator(code)?.unit ?? .score }

  /// What stands in for the sliders.
  private func table(_ texts: Texts) -> DataTable {
    func written(_ number: Double, _ format: NumberFormat, isSigned: Bool = false) -> String {
      format.string(number, isSigned: isSigned)
        .replacing(".", with: String(texts.decimalMark))
    }
    return DataTable(
      id: "simulator-slopes", caption: texts.caption,
      columns: [
        .init(texts.heads.indicator), .init(texts.heads.today, isNumeric: true),
        .init(texts.heads.step), .init(texts.heads.gain, isNumeric: true),
      ],
      rows: zip(rule.components, index.values).map { component, value in
        let unit = unit(component.indicator)
        let shown = unit == .share ? 100 * value : value
        let gain = component.slope * (unit == .share ? 0.01 : 1)
        return .init([
          .init(texts.name(component.indicator)),
          .init(written(shown, .decimals(unit.decimals)) + texts.suffix(unit), order: value),
          .init(texts.step(unit)),
          .init(written(gain, .decimals(4), isSigned: true), order: gain),
        ])
      })
  }
}

extension IndicatorUnit {
  /// The decimals that people write.
  fileprivate var decimals: Int {
    switch self {
    case .share, .days, .hours, .count: 1
    case .mean, .score, .points, .rate, .ratio, .money, .factor: 2
    case .rank: 0
    }
  }

  /// The distance between two places of a slider: what an analyst would write down.
  fileprivate var step: Double {
    switch self {
    case .share: 0.001
    // The research team gives half and quarter points.
    case .points: 0.25
    case .days, .hours, .count: 0.5
    case .rank: 1
    case .mean, .score, .rate, .ratio, .money, .factor: 0.01
    }
  }
}

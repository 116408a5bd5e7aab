import Indices
import Panels
import Plans
import Scenarios
import Statistics

/// The chances of a plan's goal in its final year, before and after what was reported, among rivals that move.
struct TrackedChances {
  private let data: LoadedData
  private let rule: ScoringRule
  private let errors: FigureErrors?
  private let options: FutureOptions
  private let plan: Plan
  private let aim: Aim

  /// Prepares; nil where the plan names no goal, the province has no score, or the plan's final survey is out.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - data: what was loaded.
  ///   - source: where from.
  ///   - year: the year of the rivals and the rule.
  ///   - options: how futures are drawn.
  /// - Throws: what is wrong with the goal, the rule or a file.
  init?(
    _ plan: Plan, _ data: LoadedData, _ source: DataOptions, _ year: Int, _ options: FutureOptions
  ) throws {
    guard let goal = plan.goal, plan.finalYear > year else { return nil }
    rule = try data.rule(year)
    let board = try rule.scoreboard(of: data.panel)
    guard board[plan.province] != nil else { return nil }
    self.plan = plan
    self.data = data
    self.options = options
    aim = try Aim(goal, of: plan.province, on: board)
    errors = try options.sampling.errors(data, source, through: year)?.errors
  }

  /// The chances.
  ///
  /// Without the plan all figures move as the model says; by the plan, its changes come on top. What was reported
  /// takes the place of the year's own figures, from which the model then starts; what is still to be done comes on
  /// top of that.
  ///
  /// - Parameter progress: how the plan stands.
  /// - Returns: nil where no past years tell how rivals move.
  /// - Throws: what a simulation throws.
  func outlook(_ progress: Progress) throws -> PlanOutlook<SimulatedChance>? {
    do {
      let history = try RivalHistory(data.panel, rule: rule, errors: errors)
      let reported = try RivalHistory(panel(with: progress), rule: rule, errors: errors)
      return try PlanOutlook(
        before: chance(history, []),
        planned: chance(
          history, progress.lines.map { entry($0, $0.planned.target - $0.planned.current) }),
        standing: chance(reported, []),
        projected: chance(
          reported,
          progress.lines.filter(\.isPlanned).map { line in
            entry(line, line.projected - (line.report?.value ?? line.planned.current))
          }))
    } catch ScenarioError.noHistory {
      return nil
    }
  }

  /// The figures with those of the province that were reported.
  private func panel(with progress: Progress) throws -> Panel {
    let values = Dictionary(
      uniqueKeysWithValues: progress.lines.compactMap { line in
        line.report.map { (line.planned.indicator.code, $0.value) }
      })
    return try Panel(
      data.panel.figures.map { figure in
        guard figure.province == plan.province.key, figure.year == rule.year,
          let value = values[figure.indicator]
        else { return figure }
        return Figure(
          province: figure.province, year: figure.year, indicator: figure.indicator, value: value,
          source: figure.source)
      }, gazetteer: data.gazetteer, codebook: data.codebook)
  }

  /// A change for the better that comes on top; nil where there is none, or the rule has no such indicator.
  private func entry(_ line: Progress.Line, _ change: Double) -> Scenario.Entry? {
    let indicator = line.planned.indicator
    guard rule.indicators.contains(indicator.code), indicator.direction.sign * change > 0 else {
      return nil
    }
    return Scenario.Entry(
      province: plan.province.key, indicator: indicator.code, year: plan.finalYear, value: change,
      kind: .beyond)
  }

  private func chance(
    _ history: RivalHistory, _ entries: [Scenario.Entry?]
  ) throws -> SimulatedChance {
    let futures = try Simulation(
      history, model: options.rivals.model, scenario: Scenario(entries.compactMap(\.self)),
      through: plan.finalYear
    ).futures(
      draws: options.draws, watching: Futures.watched(for: aim, of: plan.province),
      replicates: options.replicates)
    return futures.chance(of: aim, for: plan.province, in: plan.finalYear)
  }
}

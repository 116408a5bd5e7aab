import Indices
import Panels
import Plans
import Scenarios
import Statistics

/// The chances of a plan's rank in its final year, before and after what was reported, among rivals that move.
struct TrackedChances {
  private let history: RivalHistory
  private let options: FutureOptions
  private let plan: Plan
  private let goal: Int

  /// Prepares; nil where the plan names no rank, its final survey is out, or the province has no score.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - history: what is known of the past, up to the year of the rivals.
  ///   - options: how futures are drawn.
  init?(_ plan: Plan, _ history: RivalHistory, _ options: FutureOptions) {
    guard let goal = plan.goal, plan.finalYear > history.rule.year,
      history.place(of: plan.province) != nil
    else { return nil }
    self.plan = plan
    self.goal = goal
    self.history = history
    self.options = options
  }

  /// The chances.
  ///
  /// Without the plan all figures move as the model says. By the plan, and as far as what is behind allows, figures
  /// reach their targets at least; what was reported stays exactly as it is.
  ///
  /// - Parameter progress: how the plan stands.
  /// - Returns: nil where no past years tell how rivals move.
  /// - Throws: what a simulation throws.
  func outlook(_ progress: Progress) throws -> PlanOutlook<SimulatedChance>? {
    do {
      return try PlanOutlook(
        before: chance([]),
        planned: chance(
          progress.lines.filter(\.isPlanned).map { entry($0, $0.planned.target, isFloor: true) }),
        standing: chance(
          progress.lines.compactMap { line in
            line.report.map { entry(line, $0.value, isFloor: false) }
          }),
        projected: chance(
          progress.lines.filter { $0.isPlanned || $0.report != nil }
            .map { entry($0, $0.projected, isFloor: true) }))
    } catch ScenarioError.noHistory {
      return nil
    }
  }

  private func entry(_ line: Progress.Line, _ value: Double, isFloor: Bool) -> Scenario.Entry? {
    let code = line.planned.indicator.code
    guard history.rule.indicators.contains(code) else { return nil }
    return Scenario.Entry(
      province: plan.province.key, indicator: code, year: plan.finalYear, value: value,
      isFloor: isFloor)
  }

  private func chance(_ entries: [Scenario.Entry?]) throws -> SimulatedChance {
    let futures = try Simulation(
      history, model: options.rivals.model, scenario: Scenario(entries.compactMap(\.self)),
      through: plan.finalYear
    ).futures(draws: options.draws, replicates: options.replicates)
    return SimulatedChance(
      probability: futures.ranks(of: plan.province, in: plan.finalYear).probability(upTo: goal),
      draws: options.draws)
  }
}

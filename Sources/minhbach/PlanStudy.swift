import Indices
import Panels
import Plans
import Scenarios
import Tables

/// What is loaded once to make plans for any number of provinces.
struct PlanStudy {
  let data: LoadedData
  let year: Int
  let rule: ScoringRule
  let rules: [ScoringRule]
  let sampled: SampledAnswer
  let names: Names
  let deadline: CalendarDate?
  let checklist: Checklist?
  /// How futures are drawn; nil where no past years tell.
  let odds: FutureOdds?
  /// How likely the goal is to be; nil for drawing level.
  let probability: Double?
  /// Who answers for what in a province.
  let agencies: (Province) throws -> Agencies
  /// When a province's reports are due.
  let calendar: (Province) throws -> ReportingCalendar?

  /// The plan of a province.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - goal: what to reach.
  ///   - final: the last year.
  /// - Returns: the plan with its chance.
  /// - Throws: what is wrong with the question or the files.
  func answer(for province: Province, goal: Goal, by final: Int) throws -> PlanAnswer {
    // A province without a score is told before the goal is looked at.
    _ = try rule.values(of: province, in: data.panel)
    let (least, isProbable) = try RobustTarget.least(
      forProbability: probability, by: odds, from: year
    ) { gain in
      try Target(
        of: province, goal: goal, by: final, gaining: gain, panel: data.panel, rule: rule,
        rules: rules)
    }
    let target = try least.rounded(to: names.grid)
    let agencies = try agencies(province)
    return PlanAnswer(
      plan: try Plan(
        of: target, grid: names.grid, panel: data.panel, agencies: agencies, deadline: deadline),
      target: target, odds: try odds.map { try TargetOdds(of: target, by: $0) },
      isProbable: isProbable, probability: probability, sampled: sampled, agencies: agencies,
      calendar: try calendar(province), checklist: checklist, names: names)
  }
}

import Indices
import Panels
import Plans
import Scenarios
import Tables

/// What is loaded once to make plans for any number of provinces.
struct PlanStudy {
  /// What a plan is to reach.
  enum Goal {
    /// A rank, or a better one.
    case rank(Int)
    /// So many places more than the province has; the first rank at most.
    case gain(Int)
  }

  let data: LoadedData
  let year: Int
  let rule: ScoringRule
  let rules: [ScoringRule]
  let sampled: SampledAnswer
  let names: Names
  let deadline: CalendarDate?
  let checklist: Checklist?
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
  ///   - isOneOfMany: whether the chance of the last year is enough, and what it takes for others need not be
  ///     looked for.
  /// - Returns: the plan with its chance.
  /// - Throws: what is wrong with the question or the files.
  func answer(for province: Province, goal: Goal, by final: Int, isOneOfMany: Bool = false) throws
    -> PlanAnswer
  {
    let target = try Target(
      of: province, rank: rank(for: goal, province), by: final, panel: data.panel, rule: rule,
      rules: rules
    ).rounded(to: names.grid)
    let agencies = try agencies(province)
    let plan = try Plan(
      of: target, grid: names.grid, panel: data.panel, agencies: agencies, deadline: deadline)
    let odds = isOneOfMany ? nil : try sampled.ranks.flatMap { try TargetOdds(of: target, $0) }
    return PlanAnswer(
      plan: plan, target: target, odds: odds,
      chance: try odds?.path.last ?? chance(of: plan, target.goal),
      sampled: sampled, agencies: agencies, calendar: try calendar(province),
      checklist: checklist, names: names)
  }

  /// The chance of a plan's goal in its last year.
  private func chance(of plan: Plan, _ goal: Int) throws -> Double? {
    try sampled.ranks.flatMap { PlanChance(of: goal, plan.province, $0) }?.probability(
      Dictionary(uniqueKeysWithValues: plan.lines.map { ($0.indicator.code, $0.target) }))
  }

  /// The rank that a goal comes to.
  ///
  /// - Throws: `IndexError` where the province has no score.
  private func rank(for goal: Goal, _ province: Province) throws -> Int {
    switch goal {
    case .rank(let rank): return rank
    case .gain(let places):
      _ = try rule.values(of: province, in: data.panel)
      guard let now = try rule.scoreboard(of: data.panel)[province]?.rank else {
        throw IndexError.notRanked(province: province.nameVi, year: year)
      }
      return max(1, now - places)
    }
  }
}

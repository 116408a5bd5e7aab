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
  /// Who answers for what in a province.
  let agencies: (Province) throws -> Agencies
  /// When a province's reports are due.
  let calendar: (Province) throws -> ReportingCalendar?

  /// The plan of a province.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - rank: the rank to reach.
  ///   - final: the last year.
  /// - Returns: the plan with its chance.
  /// - Throws: what is wrong with the question or the files.
  func answer(for province: Province, rank: Int, by final: Int) throws -> PlanAnswer {
    let target = try Target(
      of: province, rank: rank, by: final, panel: data.panel, rule: rule, rules: rules
    ).rounded(to: names.grid)
    let agencies = try agencies(province)
    return PlanAnswer(
      plan: try Plan(
        of: target, grid: names.grid, panel: data.panel, agencies: agencies, deadline: deadline),
      target: target, odds: try sampled.ranks.flatMap { try TargetOdds(of: target, $0) },
      sampled: sampled, agencies: agencies, calendar: try calendar(province),
      checklist: checklist, names: names)
  }
}

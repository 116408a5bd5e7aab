import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

/// The report on one province: where it stands, why, what moves it, a plan, and how sure all this is.
struct ProvinceReport {
  let shared: ReportYear
  let province: Province
  let standing: Scoreboard.Row
  let profile: Profile
  /// What changed since the year before; nil where that does not compare or has no rule.
  let change: RankChange?
  let sampledChange: SampledChange?
  let drivers: StudyAnswer
  let odds: DriverOdds?
  /// The places that a good year of each indicator likely gains, in the order of the effects.
  let places: [ClosedRange<Int>?]
  /// The plan; nil at the first rank.
  let plan: PlanAnswer?

  var words: Words { shared.words }
  var names: Names { shared.names }
  var year: Int { shared.year }
  var name: String { names.province(province) }

  /// Works the report out.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - shared: what all reports of the year share.
  ///   - goal: what its plan is to reach; nil for the usual goal.
  ///   - options: how futures and studies are drawn.
  /// - Throws: what is wrong with the question or the figures.
  init(
    of province: Province, in shared: ReportYear, goal: Goal?, _ options: FutureOptions
  ) throws {
    let (data, rule) = (shared.data, shared.rule)
    guard let standing = shared.board[province] else {
      _ = try rule.values(of: province, in: data.panel)
      throw IndexError.notRanked(province: province.nameVi, year: shared.year)
    }
    self.shared = shared
    self.province = province
    self.standing = standing
    profile = try Profile(
      of: province, in: shared.year, subject: shared.profiles.subject, panel: data.panel)
    (change, sampledChange) = try Self.change(of: province, in: shared, options.sampling)
    let drivers = try Drivers(
      of: province, panel: data.panel, rule: rule, rules: shared.plans.rules, past: shared.changes)
    let ranks = shared.sampled.ranks
    odds = try ranks.flatMap { try DriverOdds(of: drivers, $0) }
    let draws = drivers.goodYearDraws(amid: try ranks.flatMap { try $0.trueScores(for: drivers) })
    places = draws.places
    var study = DriverStudy.Options()
    study.parts = [.shapley]
    self.drivers = StudyAnswer(
      study: try DriverStudy(of: drivers, options: study, options.replicates) { _ in },
      method: .all, names: shared.names, order: draws.order)
    plan = try (goal ?? shared.usualGoal(of: province)).map {
      try shared.plans.answer(for: province, goal: $0, by: shared.finalYear)
    }
  }

  private static func change(
    of province: Province, in shared: ReportYear, _ sampling: SamplingOptions
  ) throws -> (RankChange?, SampledChange?) {
    let data = shared.data
    guard shared.past.last?.isComparable == true, shared.past.count > 1,
      let before = shared.plans.rules.first(where: { $0.year == shared.year - 1 })
    else { return (nil, nil) }
    // Without them there is no score to have come from.
    guard before.indicators.allSatisfy({ data.panel[province.key, $0, before.year] != nil })
    else { return (nil, nil) }
    return (
      try RankChange.chain(of: province, panel: data.panel, through: [before, shared.rule]).first,
      try SampledChange(
        of: province, in: [before.year, shared.year], sampling, data, shared.source,
        DataOptions.subindex)
    )
  }
}

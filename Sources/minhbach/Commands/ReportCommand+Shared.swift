import Indices
import Panels
import Plans
import Scenarios
import Statistics

extension ReportCommand {
  /// What all pages share.
  ///
  /// - Throws: what is wrong with the figures, the rule or a file.
  func shared() throws -> ReportYear {
    let profiles = try ProfileData(
      loading: .subindex(DataOptions.subindex), by: data, for: nil)
    let loaded = profiles.loaded
    let year = try loaded.year(year)
    let rule = try loaded.rule(year)
    let last = by ?? year + 2
    guard last > year else { throw ScenarioError.noTime(from: year, to: last) }
    let words = try Datasets.find().words(lang)
    let history = try futures.history(loaded, data, year)
    let sampled = try futures.sampling.ranks(loaded, data, year)
    let board = try rule.scoreboard(of: loaded.panel)
    let plans = PlanStudy(
      data: loaded, year: year, rule: rule, rules: try loaded.rules(), sampled: sampled,
      names: Names(words: words, panel: loaded.panel), deadline: nil, checklist: nil,
      odds: try FutureOdds(
        history, through: last, watching: history.provinces, futures),
      probability: goal.probability,
      agencies: { province in
        try loaded.datasets.planTable(.agencies, named: agencies, of: province).map {
          try Agencies(reading: $0.table, codebook: loaded.codebook)
        } ?? Agencies()
      }, calendar: { _ in nil })
    return ReportYear(
      profiles: profiles, source: data, year: year, rule: rule, board: board,
      past: try ReportYear.past(through: year, in: loaded) { year in
        guard (try? loaded.datasets.ruleYears(of: DataOptions.subindex).contains(year)) == true
        else { return nil }
        return try futures.sampling.ranks(loaded, data, year).ranks
      }, likely: sampled.ranks?.likelyRanks() ?? [:],
      changes: try? PastChanges(in: loaded.panel, rule: rule, replicates: futures.replicates),
      plans: plans, finalYear: last, tiles: try loaded.datasets.tiles(gazetteer: loaded.gazetteer),
      words: words)
  }
}

import Indices
import MinhBachKit
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
    let exactYears = Set(plans.rules.filter { $0.standing == .exact }.map(\.year))
    let (before, after) = try (
      ReportYear.published(in: 0...year, of: loaded) { year in
        guard exactYears.contains(year) else { return nil }
        return try futures.sampling.ranks(loaded, data, year).ranks
      }, ReportYear.published(in: year + 1...last, of: data.load(.scores)) { _ in nil }
    )
    return ReportYear(
      profiles: profiles, source: data, year: year, rule: rule, board: board, past: before,
      later: after,
      breaksAhead: loaded.publishedScore.map { score in
        (year + 1...last).filter { !score.isComparable(withYearBefore: $0) }
      } ?? [],
      likely: sampled.ranks?.likelyRanks() ?? [:],
      changes: try pastChanges(in: loaded.panel, rule),
      plans: plans, finalYear: last,
      tiles: try loaded.datasets.tiles(of: data.units, gazetteer: loaded.gazetteer),
      ranked: board.rows.sorted {
        ($0.rank, $0.province.nameVi) < ($1.rank, $1.province.nameVi)
      }, words: words)
  }

  /// What a good year is drawn from; nil where no past years tell.
  private func pastChanges(in panel: Panel, _ rule: ScoringRule) throws -> PastChanges? {
    do {
      return try PastChanges(in: panel, rule: rule, replicates: futures.replicates)
    } catch ScenarioError.noHistory {
      return nil
    }
  }
}

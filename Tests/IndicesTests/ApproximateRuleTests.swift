import Indices
import Panels
import TestSupport
import Testing

/// Changes from or to a year whose rule does not give the published scores back.
@Suite struct ApproximateRuleTests {
  @Test func partsAddUpToThePublishedChange() throws {
    let panel = try Bundled.panel()
    let years = try YearPair(panel: panel, from: .madeWrong(2015), to: Bundled.rule(2016))
    #expect(years.usesPublishedScores)
    for province in panel.provinces {
      let change = try years.decomposition(of: province)
      let before = try #require(panel[province.key, "transparency", 2015])
      let after = try #require(panel[province.key, "transparency", 2016])
      // Sums of a dozen terms below 10.
      #expect(abs(change.sums.score - (after - before)) < 1e-12)
      #expect(abs(change.sums.rank - Double(change.to.rank - change.from.rank)) < 1e-9)
      // The exact rule of 2015 gives the published ranks, which are those of both ends here.
      let exact = try Bundled.rule(2015).scoreboard(of: panel)
      #expect(change.from.rank == exact[province]?.rank)
      #expect(change[.unexplained] != nil)
    }
  }

  @Test func anExactRuleLeavesNothingUnexplained() throws {
    let years = try YearPair(
      panel: Bundled.panel(), from: Bundled.rule(2015), to: Bundled.rule(2016))
    #expect(
      try years.decomposition(of: Bundled.gazetteer().province(named: "daknong"))[.unexplained]
        == nil)
  }

  @Test func whereNotAllScoresArePublishedTheRebuiltOnesAreExplained() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "thuathienhue" && figure.year == 2015 && figure.indicator == "transparency"
        ? nil : figure.value
    }
    let province = try Bundled.gazetteer().province(named: "daknong")
    let wrong = try ScoringRule.madeWrong(2015)
    let change = try RankChange(of: province, panel: panel, from: wrong, to: Bundled.rule(2016))
    #expect(change.whole[.unexplained] == nil)
    #expect(change.whole.from.rank == (try wrong.scoreboard(of: panel))[province]?.rank)
    #expect(
      change.notes().contains(
        "The rule of 2015 does not give the published scores back exactly, and not every province has "
          + "one: the rebuilt scores are explained, not the published."))
  }
}

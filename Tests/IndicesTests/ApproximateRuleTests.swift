import Tables
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

  /// From 2005 on, through two changes of rules, four fitted years and the end of Hà Tây.
  @Test(arguments: 2006...2013)
  func partsAddUpFromEveryYearToTheNext(year: Int) throws {
    let panel = try Bundled.history()
    let years = try YearPair(panel: panel, from: Self.rule(year - 1), to: Self.rule(year))
    #expect(years.usesPublishedScores == (2009...2013).contains(year))
    let before = try years.before.scoreboard(of: panel)
    let after = try years.after.scoreboard(of: panel)
    // Not all were surveyed in 2005, and Hà Tây was ranked until 2008.
    for province in panel.provinces where before[province] != nil && after[province] != nil {
      let change = try years.decomposition(of: province)
      #expect(abs(change.sums.score - change.score) < 1e-12)
      #expect(abs(change.sums.rank + Double(change.places)) < 1e-9)
      let published = try #require(panel[province.key, "transparency", year])
      // Where the rules are exact the score is rebuilt, to the precision of published ones.
      #expect(abs(change.to.score - published) < (years.usesPublishedScores ? 1e-12 : 1.5e-6))
    }
  }

  /// The rule of a year, fitted or exact.
  private static func rule(_ year: Int) throws -> ScoringRule {
    guard (2009...2012).contains(year) else { return try Bundled.rule(year) }
    return try ScoringRule(
      year: year, subindex: Bundled.subindex, standing: .approximate,
      reading: Bundled.table("transparency/rules/\(year).approximate.csv"))
  }

  @Test func twoFittedRulesCompareWhereTheyHaveTheSameIndicators() throws {
    let change = try RankChange(
      of: Bundled.gazetteer().province(named: "daknong"), panel: Bundled.history(),
      from: Self.rule(2011), to: Self.rule(2012))
    #expect(change.years.obstacles.isEmpty && change.shared == nil)
    #expect(
      change.notes().texts.last
        == "Both rules are fitted: the rule's part is how differently their weights were estimated."
    )
    // The largest difference that the scoreboards tell.
    #expect(change.notes().texts.contains { $0.contains("miss published scores, by up to 0.346.") })
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
      change.notes().texts.contains(
        "The rule of 2015 misses published scores, by up to 0.231, and not every province has one: the "
          + "rebuilt scores are explained, not the published."))
  }
}

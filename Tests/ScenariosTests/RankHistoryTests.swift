import Indices
import Panels
import Scenarios
import Statistics
import TestSupport
import Tables
import Testing

@Suite struct RankHistoryTests {
  private func history(through year: Int) throws -> RankHistory {
    RankHistory(
      panel: try Bundled.panel(), rules: try Bundled.rules(), subindex: Bundled.subindex,
      through: year)
  }

  @Test func neverCrossesAChangeOfRule() throws {
    // 2013–2016 gives three yearly pairs, 2017–2019 two, 2016–2017 none.
    #expect(try history(through: 2019).moves(over: 1).count == 5 * 63)
    #expect(try history(through: 2017).moves(over: 1).count == 3 * 63)
    #expect(try history(through: 2019).moves(over: 3).count == 63)
    #expect(try history(through: 2019).moves(over: 4).isEmpty)
  }

  @Test func whereOneScoreIsUnpublishedTheRulesTakeItsPlace() throws {
    let panel = try Bundled.panel { figure in
      figure.indicator == "transparency" && figure.province == "daknong" ? nil : figure.value
    }
    let history = RankHistory(
      panel: panel, rules: try Bundled.rules(), subindex: Bundled.subindex, through: 2019)
    // Rebuilt ranks are the published ones, so that nothing is lost.
    #expect(try history.moves(over: 1) == self.history(through: 2019).moves(over: 1))
  }

  @Test func countsWhoGotThere() throws {
    let panel = try Bundled.panel()
    let rate = try history(through: 2017).baseRate(from: 53, to: 40, over: 3, width: 5)
    let first = try Bundled.rule(2013).scoreboard(of: panel)
    let last = try Bundled.rule(2016).scoreboard(of: panel)
    let near = first.rows.filter { (48...58).contains($0.publishedRank ?? 0) }
    let there = near.filter { (last[$0.province]?.publishedRank ?? 99) <= 40 }
    #expect(rate == Proportion(successes: there.count, trials: near.count))
    #expect(rate.trials == 11)
    #expect(try history(through: 2017).pairsOfYears(apart: 3) == 1)
  }

  @Test func countsOnlyWhoHadStillToGetThere() throws {
    let history = try history(through: 2016)
    let panel = try Bundled.panel()
    var trials = 0
    var successes = 0
    for year in 2013...2015 {
      let before = try Bundled.rule(year).scoreboard(of: panel)
      let after = try Bundled.rule(year + 1).scoreboard(of: panel)
      for row in before.rows where (51...58).contains(row.rank) {
        trials += 1
        successes += (after[row.province]?.rank ?? 99) <= 50 ? 1 : 0
      }
    }
    #expect(
      history.baseRate(from: 53, to: 50, over: 1, width: 5)
        == Proportion(successes: successes, trials: trials))
  }

  @Test func countsGainsNetOfTheCountry() throws {
    let history = try history(through: 2014)
    // Half of the provinces gain the median or more; everyone gains more than the worst.
    #expect(history.gainRate(of: 0, over: 1) == Proportion(successes: 32, trials: 63))
    #expect(history.gainRate(of: -10, over: 1) == Proportion(successes: 63, trials: 63))
    #expect(history.gainRate(of: 10, over: 1).successes == 0)
  }

  @Test func saysSoWhereNothingCompares() throws {
    #expect(
      try history(through: 2013).notes.texts
        == ["No two years under one rule yet tell how far ranks move by themselves."])
    #expect(try history(through: 2013).baseRate(from: 5, to: 1, over: 1, width: 5).share == nil)
  }
}

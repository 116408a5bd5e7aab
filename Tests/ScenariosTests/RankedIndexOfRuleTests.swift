import Indices
import Panels
import Scenarios
import Sensitivity
import TestSupport
import Testing

@Suite struct RankedIndexOfRuleTests {
  @Test(arguments: Bundled.years)
  func hasTheScoresAndRanksOfTheScoreboardToTheLastDigit(year: Int) throws {
    let panel = try Bundled.panel()
    let rule = try Bundled.rule(year)
    let board = try rule.scoreboard(of: panel)
    #expect(board.rows.count == 63)
    for row in board.rows {
      for ranges in RankedIndex.Ranges.allCases {
        let index = try rule.rankedIndex(of: row.province, in: panel, ranges: ranges)
        #expect(index.score == row.score)
        #expect(index.rank == row.rank)
        #expect(index.rivalCount == 62)
        let others = board.rows.filter { $0.province != row.province }.map(\.score)
        #expect(index.rivalScores(at: index.values).sorted() == others.sorted())
      }
    }
  }

  @Test func theWebsiteScoreCannotPassItsScaleNorASharePassOne() throws {
    let panel = try Bundled.panel()
    let index = try Bundled.rule(2019).rankedIndex(
      of: Bundled.gazetteer().province(named: "daknong"), in: panel, ranges: .moving)
    for input in index.inputs {
      let indicator = try #require(panel.indicator(input.name))
      #expect(input.limits == indicator.limits)
      if indicator.unit == .share { #expect((0...1).contains(input.reach(.moving).upperBound)) }
      if input.name == "website_score" { #expect(input.reach(.moving) == 0...50) }
      if input.name == "information_days" {
        // One width of 1 to 16.5 beyond the worse end; no answer takes less than no days.
        #expect(input.reach(.moving) == 0...32)
      }
    }
  }

  @Test func aProvinceThatIsNotScoredHasNoPlace() throws {
    let province = try Bundled.gazetteer().province(named: "Hà Tây")
    #expect(
      message { try Bundled.rule(2019).rankedIndex(of: province, in: Bundled.panel()) }
        == "Hà Tây was not ranked in 2019")
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func everyRungOfARealLadderIsWhereTheRankChanges(ranges: RankedIndex.Ranges) throws {
    let panel = try Bundled.panel()
    for (name, year) in [("daknong", 2017), ("angiang", 2019), ("hungyen", 2019)] {
      let index = try Bundled.rule(year).rankedIndex(
        of: Bundled.gazetteer().province(named: name), in: panel, ranges: ranges)
      for position in index.inputs.indices {
        let ladder = Ladder(of: position, in: index)
        func rank(_ value: Double) -> Int {
          var values = index.values
          values[position] = value
          return index.rank(at: values)
        }
        for rung in ladder.upward + ladder.downward {
          let isAbove = rung.value > index.values[position]
          #expect(rank(rung.value) == rung.rank)
          #expect(rank(isAbove ? rung.value.nextDown : rung.value.nextUp) != rung.rank)
        }
        let ends = [
          ladder.upward.last?.rank ?? index.rank, ladder.downward.last?.rank ?? index.rank,
        ]
        let reach = ladder.input.reach(ranges)
        #expect(
          Set(ends) == [rank(reach.lowerBound), rank(reach.upperBound)])
      }
    }
  }
}

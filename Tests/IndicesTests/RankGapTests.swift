import Tables
import Indices
import Panels
import Statistics
import TestSupport
import Testing

@Suite struct RankGapTests {
  @Test(arguments: [2013, 2017, 2019])
  func partsAddUpToTheGapBetweenAnyTwo(year: Int) throws {
    let panel = try Bundled.panel()
    let rule = try Bundled.rule(year)
    let board = try rule.scoreboard(of: panel)
    for (one, other) in zip(panel.provinces, panel.provinces.dropFirst(17)) {
      guard let first = board[one], let second = board[other] else { continue }
      let gap = try RankGap(of: one, against: .province(other), panel: panel, rule: rule).gap
      #expect(gap.from.rank == first.rank && gap.to.rank == second.rank)
      // A dozen parts of up to 60 places, each rounded a few times to 1e-14.
      #expect(abs(gap.sums.rank - Double(second.rank - first.rank)) < 1e-9)
      #expect(abs(gap.sums.score - (second.score - first.score)) < 1e-9)
    }
  }

  @Test func aPartOfTheScoreIsSlopeTimesGap() throws {
    let rule = try Bundled.rule(2017)
    let gap = try Self.gap(.median).gap
    for (part, component) in zip(gap.parts, rule.components) {
      let values = try #require(part.values)
      // One product of the same three numbers.
      #expect(abs(part.score - component.slope * (values.to - values.from)) < 1e-15)
      #expect(part.medians?.from == values.to)
    }
  }

  @Test func theMedianProvinceIsNotTheOneInTheMiddle() throws {
    let gap = try Self.gap(.median)
    #expect(gap.gap.to.rank == 31 && gap.gap.to.provinces == 63)
    #expect(gap.gap.to.score != gap.medianScore)
    #expect(
      gap.notes().texts.contains(
        "The median province has the median of every indicator; there is none such. Its score is "
          + "6.344; the median of all scores is 6.339."))
  }

  @Test func aProvinceIsNoDifferentFromItself() throws {
    let gap = try Self.gap(.province(Bundled.gazetteer().province(named: "daknong"))).gap
    #expect(gap.parts.allSatisfy { $0.score == 0 && $0.rank == 0 })
    #expect(gap.places == 0)
  }

  @Test func whatAnInexactRuleLeavesIsAPartOfItsOwn() throws {
    let panel = try Bundled.panel()
    let rule = try ScoringRule.madeWrong(2015)
    let gazetteer = try Bundled.gazetteer()
    let (one, other) = try (gazetteer.province(named: "daknong"), gazetteer.province(named: "hue"))
    let gap = try RankGap(of: one, against: .province(other), panel: panel, rule: rule)
    #expect(gap.usesPublishedScores)
    #expect(gap.gap[.unexplained] != nil)
    let published = try #require(panel[other.key, "transparency", 2015])
    let own = try #require(panel[one.key, "transparency", 2015])
    // Sums of a dozen terms below 10.
    #expect(abs(gap.gap.sums.score - (published - own)) < 1e-12)
    #expect(gap.gap.from.rank == 58)
    // The median province has no published score, and nothing that is left over.
    let median = try RankGap(of: one, against: .median, panel: panel, rule: rule)
    let left = try own - rule.score(rule.values(of: one, in: panel))
    #expect(abs((try #require(median.gap[.unexplained])).score + left) < 1e-12)
    #expect(
      median.notes().texts.contains { $0.hasSuffix("the median province has nothing of it.") })
  }

  @Test func whoHasNoScoreIsRefused() throws {
    let gazetteer = try Bundled.gazetteer()
    let panel = try Bundled.history()
    #expect(
      message {
        try RankGap(
          of: gazetteer.province(named: "daknong"),
          against: .province(gazetteer.province(named: "Hà Tây")), panel: panel,
          rule: Bundled.rule(2017))
      } == "Hà Tây was not ranked in 2017")
  }

  private static func gap(_ other: RankGap.Other) throws -> RankGap {
    try RankGap(
      of: Bundled.gazetteer().province(named: "daknong"), against: other, panel: Bundled.panel(),
      rule: Bundled.rule(2017))
  }
}

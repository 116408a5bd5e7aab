import Tables
import Indices
import Panels
import Statistics
import TestSupport
import Testing

@Suite struct DecompositionTests {
  /// Sums of a dozen parts of up to 60 places, each rounded a few times to 1e-14.
  private static let rounding = 1e-9

  @Test(arguments: pairs)
  func partsOfEveryProvinceAddUpToItsChange(from: Int, to: Int) throws {
    let panel = try Bundled.panel()
    let years = try YearPair(panel: panel, from: Bundled.rule(from), to: Bundled.rule(to))
    let before = try Bundled.rule(from).scoreboard(of: panel)
    let after = try Bundled.rule(to).scoreboard(of: panel)
    #expect(!years.usesPublishedScores)
    for province in panel.provinces {
      let change = try years.decomposition(of: province)
      let (first, last) = try (#require(before[province]), #require(after[province]))
      #expect(change.from.rank == first.rank && change.to.rank == last.rank)
      let (score, rank) = change.sums
      #expect(abs(score - (last.score - first.score)) < Self.rounding)
      #expect(abs(rank - Double(last.rank - first.rank)) < Self.rounding)
    }
  }

  /// Every pair of years there is a rule for.
  private static let pairs = Bundled.years.flatMap { from in
    Bundled.years.filter { $0 > from }.map { (from, $0) }
  }

  @Test func thereAndBackCancel() throws {
    let panel = try Bundled.panel()
    let there = try YearPair(panel: panel, from: Bundled.rule(2016), to: Bundled.rule(2018))
    let back = try YearPair(panel: panel, from: Bundled.rule(2018), to: Bundled.rule(2016))
    for province in panel.provinces.prefix(9) {
      let (forward, backward) = try (
        there.decomposition(of: province), back.decomposition(of: province)
      )
      for part in forward.parts {
        let other = try #require(backward[part.cause])
        #expect(abs(part.score + other.score) < Self.rounding)
        #expect(abs(part.rank + other.rank) < Self.rounding)
      }
    }
  }

  @Test func whatStaysTheSameHasNoPart() throws {
    let kept = ["website_score", "website_use"]
    let panel = try Bundled.panel()
    let still = try Bundled.panel { figure in
      figure.year == 2016 && kept.contains(figure.indicator)
        ? panel[figure.province, figure.indicator, 2015] : figure.value
    }
    let years = try YearPair(panel: still, from: Bundled.rule(2015), to: Bundled.rule(2016))
    let change = try years.decomposition(of: Bundled.gazetteer().province(named: "daknong"))
    for cause in kept.map(Decomposition.Cause.indicator) + [.ranges, .rule] {
      let part = try #require(change[cause])
      #expect(part.score == 0 && part.rank == 0)
    }
    #expect(change[.rivals]?.score == 0)
  }

  @Test func aYearAgainstItselfHasNothingToExplain() throws {
    let rule = try Bundled.rule(2017)
    let years = try YearPair(panel: Bundled.panel(), from: rule, to: rule)
    let change = try years.decomposition(of: Bundled.gazetteer().province(named: "daknong"))
    #expect(change.parts.count == 12 + 3)
    #expect(change.parts.allSatisfy { $0.score == 0 && $0.rank == 0 })
    #expect(years.obstacles.isEmpty)
    #expect(try years.onComparableIndicators() == nil)
    let whole = try RankChange(of: Self.daknong(), panel: Bundled.panel(), from: rule, to: rule)
    #expect(whole.whole == change && whole.shared == nil)
  }

  @Test func theLoneChangeIsTheWholeChange() throws {
    // 2018 with the figures of 2017, but for the website score of one province.
    let panel = try Bundled.panel()
    let still = try Bundled.panel { figure in
      let value = panel[figure.province, figure.indicator, 2017] ?? figure.value
      guard figure.year == 2018 else { return figure.value }
      return figure.province == "daknong" && figure.indicator == "website_score" ? 45 : value
    }
    let old = try Bundled.rule(2017)
    let same = try ScoringRule(year: 2018, subindex: old.subindex, components: old.components)
    let change = try YearPair(panel: still, from: old, to: same)
      .decomposition(of: Bundled.gazetteer().province(named: "daknong"))
    let part = try #require(change[.indicator("website_score")])
    // The published score of 2018 is not of these figures: what is left over is carried apart.
    #expect(abs(part.score - 10 * 9 * 0.2 / 50) < Self.rounding)
    #expect(change.parts.filter { $0.rank != 0 || $0.score != 0 }.contains(part))
  }

  @Test func whereRulesDifferASecondAnswerIsGivenOnWhatTheyShare() throws {
    let province = try Bundled.gazetteer().province(named: "daknong")
    let change = try RankChange(
      of: province, panel: Bundled.panel(), from: Bundled.rule(2016), to: Bundled.rule(2017))
    #expect(change.years.obstacles == [.rule])
    #expect(change.years.dropped == ["budget_published"])
    #expect(change.years.added == ["bidding", "information_received", "information_days"])
    let shared = try #require(change.shared)
    #expect(shared.parts.count == 9 + 3)
    #expect(shared[.ranges]?.rank == 0 && shared[.rule]?.rank == 0)
    #expect(abs(shared.sums.rank - Double(shared.to.rank - shared.from.rank)) < Self.rounding)
    // Of the website score: ten units of 9 / 50 points, weighing 0.2 of 0.85.
    let website = try #require(shared[.indicator("website_score")])
    #expect(abs(website.score - 5.5 * 9 / 50 * 0.2 / 0.85) < Self.rounding)
    #expect(
      try RankChange(
        of: province, panel: Bundled.panel(), from: Bundled.rule(2015), to: Bundled.rule(2016)
      ).shared == nil)
  }

  @Test func stepsOfAChainMeet() throws {
    let chain = try RankChange.chain(
      of: Bundled.gazetteer().province(named: "daknong"), panel: Bundled.panel(),
      through: Bundled.rules())
    #expect(chain.count == 6)
    #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.whole.to == $1.whole.from })
    #expect(chain.map(\.whole.to.rank).suffix(4) == [48, 53, 26, 49])
    #expect(try RankChange.chain(of: Self.daknong(), panel: Bundled.panel(), through: []).isEmpty)
  }

  @Test func aProvinceWithoutAScoreIsRefused() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "daknong" && figure.year == 2016 && figure.indicator == "website_use"
        ? nil : figure.value
    }
    let years = try YearPair(panel: panel, from: Bundled.rule(2015), to: Bundled.rule(2016))
    #expect(
      message { try years.decomposition(of: Self.daknong()) }
        == "Đắk Nông cannot be scored for 2016: website_use missing")
    // The others stand among 63 in the one year and 62 in the other.
    let change = try RankChange(
      of: Bundled.gazetteer().province(named: "kontum"), panel: panel, from: Bundled.rule(2015),
      to: Bundled.rule(2016))
    #expect(change.whole.from.provinces == 63 && change.whole.to.provinces == 62)
    #expect(
      change.notes().texts.contains("Ranked in one of the years only, and a rival there: Đắk Nông.")
    )
    #expect(change.notes().texts.contains("2016: Đắk Nông is not scored: website_use missing"))
  }

  private static func daknong() throws -> Province {
    try Bundled.gazetteer().province(named: "daknong")
  }
}

extension Decomposition {
  /// What the parts add up to.
  var sums: (score: Double, rank: Double) {
    parts.reduce((0, 0)) { ($0.0 + $1.score, $0.1 + $1.rank) }
  }
}

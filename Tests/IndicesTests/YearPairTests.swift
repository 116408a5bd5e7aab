import Tables
import Panels
import TestSupport
import Testing

@testable import Indices

/// Two years of three provinces, small enough to be worked out by hand.
@Suite struct YearPairTests {
  /// In 2001 the score is that of x; in 2002 it is half x, half z.
  ///
  /// A keeps its x of 0.5, B its 0.4; C has 0.6 in 2001 and is no more in 2002, when B has a z of 1 and A
  /// one of 0.25.
  @Test func aRivalThatIsNoMoreTakesTheMedianOfWhatItNeverHad() throws {
    let figures =
      Self.figures.filter { $0.province != "a" || $0.indicator != "z" }
      + [Self.figure("a", 2002, "z", 0.25)]
    let years = try YearPair(
      panel: Self.panel(figures), from: Self.rule(2001), to: Self.rule(2002))
    let change = try years.decomposition(of: Self.province("a"))
    // Old rule and rivals: 5.5 behind C's 6.4, second. New rivals: first. New rule: A (5.5 + 3.25) / 2
    // behind B's 7.3 and C's 6.51, with the median 0.625 of z: third. Both: second.
    #expect(change.from == .init(score: 5.5, rank: 2, provinces: 3))
    #expect(change.to == .init(score: 4.375, rank: 2, provinces: 2))
    #expect(change[.rivals]?.rank == -1 && change[.rule]?.rank == 1)
    #expect(change[.rivals]?.score == 0 && change[.rule]?.score == -1.125)
    #expect(change[.ranges]?.rank == 0 && change[.indicator("x")]?.rank == 0)
    #expect(change.parts.map(\.cause) == [.indicator("x"), .rivals, .ranges, .rule])
  }

  @Test func whoIsNoMoreCannotBeExplained() throws {
    let years = try YearPair(panel: Self.panel(), from: Self.rule(2001), to: Self.rule(2002))
    #expect(
      message { try years.decomposition(of: Self.province("c")) } == "c was not ranked in 2002")
  }

  @Test func aChangedQuestionIsToldAndLeftOutOfWhatIsCompared() throws {
    let panel = try Self.panel(breaks: [2002])
    let change = try RankChange(
      of: Self.province("a"), panel: panel, from: Self.rule(2001), to: Self.rule(2002))
    #expect(change.years.obstacles == [.rule, .question("x")])
    #expect(change.shared == nil)
    #expect(
      change.notes().texts.dropFirst() == [
        "The rules of 2001 and 2002 differ: scores and ranks do not compare as they stand; only 2002 "
          + "has z. What these do belongs to the rule.",
        "What is measured changed between 2001 and 2002 for x: that change of value is not one of fact.",
        "No indicator compares between the years.",
        "Ranked in one of the years only, and a rival there: c, with the median of what the other rule "
          + "asks for and it never had.",
      ])
  }

  @Test func aChangedQuestionUnderOneRuleStillCallsForAComparison() throws {
    // Both years by the rule of 2002, in which x was asked anew.
    let figures = Self.figures + [Self.figure("a", 2001, "z", 1), Self.figure("b", 2001, "z", 0.5)]
    let panel = try Self.panel(figures, breaks: [2002])
    let rule = try Self.rule(2002)
    let old = try ScoringRule(year: 2001, subindex: "test", components: rule.components)
    let change = try RankChange(of: Self.province("a"), panel: panel, from: old, to: rule)
    #expect(change.years.obstacles == [.question("x")])
    let shared = try #require(change.shared)
    #expect(shared.parts.map(\.cause) == [.indicator("z"), .rivals, .ranges, .rule])
    // From first with a z of 1 before 0.5, to second with 0 behind 1.
    #expect(shared.from == .init(score: 10, rank: 1, provinces: 2))
    #expect(shared.to == .init(score: 1, rank: 2, provinces: 2))
  }

  @Test func rulesThatShareNothingLeaveRivalsAndRule() throws {
    let change = try RankChange(
      of: Self.province("a"), panel: Self.panel(), from: Self.rule(2001), to: Self.rule(2002, ["z"])
    )
    #expect(change.shared == nil)
    #expect(change.whole.parts.map(\.cause) == [.rivals, .ranges, .rule])
    // From 5.5 behind C's 6.4 to 1 behind B's 10.
    #expect(change.whole.from.rank == 2 && change.whole.to.rank == 2)
    #expect(change.whole[.rule]?.score == -4.5 && change.whole.sums.rank == 0)
  }

  @Test func oneProvinceAloneIsFirstInBothYears() throws {
    let figures = Self.figures.filter { $0.province == "a" }
    let change = try YearPair(
      panel: Self.panel(figures), from: Self.rule(2001), to: Self.rule(2002)
    )
    .decomposition(of: Self.province("a"))
    #expect(change.from.rank == 1 && change.to.rank == 1)
    #expect(change.parts.allSatisfy { $0.rank == 0 })
    #expect(change[.rule]?.score == -2.25)
  }

  @Test func moreChangesThanCanBeRankedAreRefused() throws {
    let codes = (10..<31).map { "x\($0)" }
    let indicators = codes.map(Self.indicator)
    let figures = codes.flatMap { [Self.figure("a", 2001, $0, 0), Self.figure("a", 2002, $0, 1)] }
    let panel = try Panel(
      figures, gazetteer: Self.gazetteer(), codebook: Codebook(indicators))
    let years = try YearPair(panel: panel, from: Self.rule(2001, codes), to: Self.rule(2002, codes))
    #expect(
      message { try years.decomposition(of: Self.province("a")) }
        == "the change has 21 parts; up to 20 can be told apart exactly, which takes 2 to the power of "
        + "as many rankings")
  }

  private static let figures = [
    figure("a", 2001, "x", 0.5), figure("b", 2001, "x", 0.4), figure("c", 2001, "x", 0.6),
    figure("a", 2002, "x", 0.5), figure("b", 2002, "x", 0.4),
    figure("a", 2002, "z", 0), figure("b", 2002, "z", 1),
  ]

  private static func figure(
    _ province: String, _ year: Int, _ indicator: String, _ value: Double
  ) -> Figure {
    Figure(province: province, year: year, indicator: indicator, value: value, source: "")
  }

  private static func province(_ key: String) throws -> Province {
    try gazetteer().province(named: key)
  }

  private static func gazetteer() throws -> Gazetteer {
    try Gazetteer([
      Province(key: "a", nameVi: "a", nameEn: "a"), Province(key: "b", nameVi: "b", nameEn: "b"),
      Province(key: "c", nameVi: "c", nameEn: "c", years: 2001...2001),
    ])
  }

  private static func panel(
    _ figures: [Figure] = figures, breaks: [Int] = []
  ) throws -> Panel {
    try Panel(
      figures, gazetteer: gazetteer(),
      codebook: Codebook([indicator("x", breaks: breaks), indicator("z")]))
  }

  private static func indicator(_ code: String) -> Indicator { indicator(code, breaks: []) }

  private static func indicator(_ code: String, breaks: [Int]) -> Indicator {
    Indicator(
      code: code, subindex: "test", nameVi: code, nameEn: code, unit: .share, direction: .positive,
      years: 2001...2002, breaks: breaks)
  }

  private static func rule(_ year: Int, _ codes: [String]? = nil) throws -> ScoringRule {
    let codes = codes ?? (year == 2001 ? ["x"] : ["x", "z"])
    return try ScoringRule(
      year: year, subindex: "test",
      components: codes.map { code in
        .init(
          indicator: code, dimension: "all", weight: 1 / Double(codes.count), minimum: 0,
          maximum: 1,
          direction: .positive)
      })
  }
}

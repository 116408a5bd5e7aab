import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct ProfileTests {
  private static func subject() throws -> ProfileSubject {
    ProfileSubject(subindex: "transparency", rules: try (2013...2019).map(Bundled.rule))
  }

  private static func profile(_ name: String, _ year: Int, panel: Panel? = nil) throws -> Profile {
    try Profile(
      of: Bundled.gazetteer().province(named: name), in: year, subject: subject(),
      panel: panel ?? Bundled.history())
  }

  /// Printed by the publisher: DOMAIN of the index; scores and medians to two decimals.
  @Test(arguments: [
    ("daknong", 2015, 5.41, 58), ("daknong", 2017, 5.94, 53), ("daknong", 2018, 6.31, 26),
    ("kontum", 2017, 6.33, 33), ("kontum", 2019, 6.45, 53), ("travinh", 2018, 6.45, 18),
    ("quangngai", 2019, 6.96, 8),
  ])
  func scoreAndRankAreThosePublished(key: String, year: Int, score: Double, rank: Int) throws {
    let whole = try #require(try Self.profile(key, year).whole)
    // Half of the last decimal printed.
    #expect(abs(try #require(whole.value) - score) <= 0.005)
    #expect(whole.country.rank == rank)
    #expect(whole.country.count == 63)
  }

  @Test(arguments: [
    (2005, 4.67), (2006, 5.43), (2007, 5.84), (2008, 6.32), (2009, 5.92), (2010, 5.83),
    (2011, 5.84), (2012, 5.86), (2013, 5.56), (2014, 5.98), (2015, 6.14), (2016, 6.22),
    (2017, 6.34), (2018, 6.25), (2019, 6.64),
  ])
  func theMedianScoreOfEveryYearIsTheOnePublished(year: Int, median: Double) throws {
    let whole = try #require(try Self.profile("hanoi", year).whole)
    // Half of the last decimal printed.
    #expect(abs(try #require(whole.country.median) - median) <= 0.005)
  }

  @Test(arguments: 2005...2019)
  func everyProvinceOfEveryYearHasAProfileThatAddsUp(year: Int) throws {
    let panel = try Bundled.history()
    let ranked = panel.provinces(in: year).filter { panel[$0.key, "transparency", year] != nil }
    #expect(ranked.count == (year == 2005 ? 42 : year < 2009 ? 64 : 63))
    let subject = try Self.subject()
    for province in ranked {
      let profile = try Profile(of: province, in: year, subject: subject, panel: panel)
      let whole = try #require(profile.whole)
      let score = try #require(whole.value)
      if profile.subject.rule(for: year) != nil {
        let worth = profile.lines.compactMap(\.worth)
        // Scores are rebuilt to the precision of 32-bit numbers.
        #expect(abs(worth.reduce(0) { $0 + $1.contribution } - score) <= 1e-6)
        #expect(abs(worth.reduce(0) { $0 + $1.lost } - (10 - score)) <= 1e-6)
        #expect(worth.map(\.lost) == worth.map(\.lost).sorted(by: >))
        #expect(worth.allSatisfy { $0.gainAtBest >= 0 })
      } else {
        #expect(profile.lines.allSatisfy { $0.worth == nil })
      }
      for line in profile.lines + [whole] { Self.expectConsistency(line, province, panel, year) }
    }
  }

  /// What holds of any line: rank, gaps and groups tell the same story.
  private static func expectConsistency(
    _ line: Profile.Line, _ province: Province, _ panel: Panel, _ year: Int
  ) {
    guard let value = line.value, let rank = line.country.rank, let best = line.best else {
      // Some firms' answers were too few to publish: no value, no rank.
      #expect(line.country.rank == nil && line.gapToMedian == nil)
      return
    }
    let sign = line.indicator.direction.sign
    let values = (panel.column(line.indicator.code, in: year) ?? []).compactMap(\.self)
    #expect((1...values.count).contains(rank))
    #expect(values.count == line.country.count)
    #expect(sign * (best - value) >= 0)
    #expect(line.leaders.contains(province) == (rank == 1))
    #expect((sign * (value - (line.country.median ?? 0)) >= 0) == ((line.gapToMedian ?? 0) >= 0))
    if let gap = line.gapToTopTen {
      // Ties share the better rank: who draws level with the tenth stands among the ten.
      #expect((rank <= 10) == (gap >= -1e-6 * max(1, abs(value))), "\(line.indicator.code)")
    }
    if let region = line.region?.rank { #expect(region <= rank) }
    #expect(line.trend.points.last?.value == value)
    #expect(line.trend.points.count <= Trend.horizon + 1)
  }

  @Test func whereLessIsBetterALowerValueRanksHigherAndItsGapIsPositive() throws {
    let profile = try Self.profile("kontum", 2019)
    let days = try #require(profile.lines.first { $0.indicator.code == "information_days" })
    #expect(days.value == 2 && days.country.median == 3)
    #expect(days.gapToMedian == 1)
    #expect(days.best == 1)
    #expect(days.country.rank == 3)
    // Ten provinces wait two days; the tenth best is one of them.
    #expect(days.tenthBest == 2 && days.gapToTopTen == 0)
    // A day less than in 2018, as the value goes.
    #expect(days.trend.change == -1)
  }

  @Test func aMissingFigureLeavesTheRestOfTheProfile() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "daknong" && figure.year == 2017 && figure.indicator == "bidding"
        ? nil : figure.value
    }
    let profile = try Self.profile("daknong", 2017, panel: panel)
    let bidding = try #require(profile.lines.first { $0.indicator.code == "bidding" })
    #expect(bidding.value == nil && bidding.country.rank == nil && bidding.worth == nil)
    #expect(bidding.country.count == 62 && bidding.best != nil)
    #expect(profile.lines.last?.indicator.code == "bidding")
    #expect(profile.rebuiltScore == nil)
    // The published score stands, for the province and for all others.
    #expect(profile.whole?.country.rank == 53)
    #expect(profile.notes().texts.contains { $0.hasPrefix("Of 63 provinces, fewer have a figure") })
  }

  @Test func withoutPublishedScoresTheRuleRanksAll() throws {
    let panel = try Bundled.panel { $0.indicator == "transparency" ? nil : $0.value }
    let profile = try Self.profile("daknong", 2017, panel: panel)
    #expect(profile.whole?.country.rank == 53)
    #expect(profile.whole?.value == profile.rebuiltScore)
    // Rules change in 2017, which the codebook tells of the score.
    #expect(profile.whole?.trend.brokenIn == 2017)
  }

  @Test func aPublishedScoreThatTheRuleDoesNotGiveIsTold() throws {
    let panel = try Bundled.panel { figure in
      figure.province == "daknong" && figure.year == 2017 && figure.indicator == "transparency"
        ? figure.value + 0.2 : figure.value
    }
    let notes = try Self.profile("daknong", 2017, panel: panel).notes().texts
    #expect(
      notes.contains {
        $0.hasPrefix("Contributions add up to 5.94, and 6.14 was published")
      })
  }

  @Test func theWholeIndexIsMadeOfItsSubindices() throws {
    let panel = try Panel(
      reading: Bundled.table("scores/data.csv"), gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
    let subject = try ProfileSubject(
      weights: TotalWeights(reading: Bundled.table("weights/data.csv")), years: panel.years)
    #expect(subject.latestYear(in: panel) == 2021)
    let profile = try Profile(
      of: Bundled.gazetteer().province(named: "kontum"), in: 2021, subject: subject, panel: panel)
    #expect(profile.lines.count == 10)
    let total = try #require(profile.whole?.value)
    let sum = profile.lines.compactMap(\.worth?.contribution).reduce(0, +)
    // The weights give every total of 2021 back to 3.8e-6.
    #expect(abs(sum - total) < 5e-6)
    for line in profile.lines {
      // A sub-index scores itself; nine tenths and back cost a digit or two.
      #expect(abs(try #require(line.worth).score - (try #require(line.value))) < 1e-14)
    }
    // Of 2022 few sub-indices are known, and no total can be made of them.
    let later = try Profile(
      of: Bundled.gazetteer().province(named: "kontum"), in: 2022, subject: subject, panel: panel)
    #expect(later.rebuiltScore == nil && later.whole?.country.count == 63)
  }

  @Test func aScoreWithoutIndicatorsStandsAlone() throws {
    let panel = try Bundled.panel { $0.indicator == "transparency" ? $0.value : nil }
    let profile = try Profile(
      of: Bundled.gazetteer().province(named: "daknong"), in: 2017,
      subject: ProfileSubject(subindex: "transparency", rules: []), panel: panel)
    #expect(profile.lines.isEmpty && profile.whole?.country.rank == 53)
    #expect(
      profile.notes().texts.first
        == "The indicators of transparency of 2017 are not known: the score stands alone.")
    #expect(profile.table().rowCount == 2)
  }

  @Test func whatThereIsNoProfileOfIsRefused() throws {
    #expect(message { try Self.profile("hatay", 2017) } == "Hà Tây was not ranked in 2017")
    #expect(
      message { try Self.profile("daknong", 2005) }
        == "there is no figure of transparency of Đắk Nông for 2005")
    #expect(
      message { try Self.profile("daknong", 2031) }?.hasPrefix("there are no figures for 2031")
        == true)
  }

  @Test func tableHasTheColumnsScriptsRelyOn() throws {
    let table = try Self.profile("daknong", 2017).table()
    #expect(
      table.header.prefix(8).map(\.description) == [
        "indicator", "value", "unit", "median", "best", "rank", "score", "gap_to_median",
      ])
    #expect(
      table.header.suffix(5).map(\.description)
        == ["value_2012", "value_2013", "value_2014", "value_2015", "value_2016"])
    #expect(table.rowCount == 1 + 12 + 1)
    #expect(table[14, 1] == .text("transparency"))
  }
}

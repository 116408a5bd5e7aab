import Indices
import Panels
import TestSupport
import Testing

@Suite struct TrendTests {
  private static func trend(_ name: String, _ code: String, _ year: Int) throws -> Trend {
    let profile = try Profile(
      of: Bundled.gazetteer().province(named: name), in: year,
      subject: ProfileSubject(subindex: "transparency", rules: []), panel: Bundled.history())
    let lines = profile.lines + [profile.whole].compactMap(\.self)
    return try #require(lines.first { $0.indicator.code == code }).trend
  }

  @Test func valuesGoFiveYearsBackWhereTheyCompare() throws {
    let trend = try Self.trend("kontum", "website_use", 2019)
    #expect(trend.points.map(\.year) == Array(2014...2019))
    #expect(trend.brokenIn == nil)
    #expect(trend[2013] == nil)
    #expect(trend[2019] == (try Bundled.history()["kontum", "website_use", 2019]))
  }

  @Test func aBreakEndsATrendAndIsTold() throws {
    // The method of the score changed in 2017; the questions on documents in 2010, without a figure before.
    let score = try Self.trend("daknong", "transparency", 2018)
    #expect(score.points.map(\.year) == [2017, 2018])
    #expect(score.brokenIn == 2017)
    let documents = try Self.trend("daknong", "planning_documents", 2012)
    #expect(documents.points.map(\.year) == [2010, 2011, 2012])
    #expect(documents.brokenIn == nil)
  }

  @Test func hanoiWithHaTayDoesNotCompareWithHanoiAlone() throws {
    let trend = try Self.trend("hanoi", "tax_negotiation", 2010)
    #expect(trend.points.map(\.year) == [2009, 2010])
    #expect(trend.brokenIn == 2009)
    #expect(try Self.trend("daknong", "tax_negotiation", 2010).points.first?.year == 2006)
  }

  @Test func aSingleYearHasNoSlopeAndNoChange() throws {
    let trend = try Self.trend("daknong", "bidding", 2017)
    #expect(trend.points.count == 1)
    #expect(trend.slope == nil && trend.change == nil && trend.medianChange == nil)
  }

  @Test func betweenTwoYearsTheSlopeIsTheChange() throws {
    let trend = try Self.trend("daknong", "bidding", 2018)
    // One subtraction against products and a quotient of numbers below one.
    #expect(abs(try #require(trend.slope) - (try #require(trend.change))) < 1e-15)
  }

  @Test func aYearWithoutAValueIsLeftOutAndDoesNotEndTheTrend() throws {
    let figures = try Bundled.history().figures.filter {
      !($0.province == "kontum" && $0.year == 2017 && $0.indicator == "website_use")
    }
    let panel = try Panel(
      figures, gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
    let profile = try Profile(
      of: Bundled.gazetteer().province(named: "kontum"), in: 2018,
      subject: ProfileSubject(subindex: "transparency", rules: []), panel: panel)
    let trend = try #require(profile.lines.first { $0.indicator.code == "website_use" }).trend
    #expect(trend.points.map(\.year) == [2013, 2014, 2015, 2016, 2018])
    #expect(trend.change == nil && trend.medianChange != nil)
  }
}

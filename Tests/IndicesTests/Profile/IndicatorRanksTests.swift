import Indices
import Panels
import TestSupport
import Testing

@Suite struct IndicatorRanksTests {
  @Test(arguments: [2008, 2012, 2019])
  func theRanksAreThoseOfEveryProfile(year: Int) throws {
    let panel = try Bundled.history()
    let subject = ProfileSubject(subindex: "transparency", rules: [])
    let ranks = try IndicatorRanks(in: year, subject: subject, panel: panel)
    #expect(ranks.rows.count == (year == 2008 ? 64 : 63))
    for row in ranks.rows {
      let profile = try Profile(of: row.province, in: year, subject: subject, panel: panel)
      #expect(row.score == profile.whole?.value && row.rank == profile.whole?.country.rank)
      for (indicator, rank) in zip(ranks.indicators, row.ranks) {
        let line = profile.lines.first { $0.indicator.code == indicator.code }
        #expect(line?.country.rank == rank)
      }
    }
    let places = ranks.rows.compactMap(\.rank)
    #expect(places == places.sorted())
  }

  @Test func aProvinceWithoutAScoreStandsLast() throws {
    let panel = try Bundled.history()
    let subject = ProfileSubject(subindex: "transparency", rules: [])
    // 42 provinces were ranked in 2005; the gazetteer has 64.
    let rows = try IndicatorRanks(in: 2005, subject: subject, panel: panel).rows
    #expect(rows.prefix(42).allSatisfy { $0.rank != nil })
    #expect(rows.dropFirst(42).allSatisfy { $0.rank == nil && $0.score == nil })
    #expect(rows.count > 42)
  }
}

import Indices
import Panels
import Statistics
import TestSupport
import Testing

@Suite struct PeerGroupTests {
  private static func near(_ name: String, _ places: Int, _ year: Int) throws -> PeerGroup {
    try .near(
      Bundled.gazetteer().province(named: name), places: places, in: year,
      subject: ProfileSubject(subindex: "transparency", rules: []),
      panel: Bundled.history())
  }

  @Test func thoseNearStoodNextAboveAndBelowInTheYearBefore() throws {
    let panel = try Bundled.history()
    let group = try Self.near("daknong", 5, 2019)
    #expect(group.basis == .near(places: 5, year: 2018))
    #expect(group.provinces.count == 11)
    let scores = (panel.column("transparency", in: 2018) ?? []).compactMap(\.self)
    let ranks = try group.provinces.map { province in
      Ranking.ofScores.rank(
        of: try #require(panel[province.key, "transparency", 2018]), among: scores)
    }
    // Đắk Nông ranked 26 in 2018, and no two provinces tied near it.
    #expect(ranks.sorted() == Array(21...31))
  }

  @Test func atTheEndsOfTheRankingThereAreFewer() throws {
    // An Giang… the first of 2018 has nobody above.
    let panel = try Bundled.history()
    let column = panel.column("transparency", in: 2018) ?? []
    let first = try #require(
      zip(panel.provinces, column).max { ($0.1 ?? 0) < ($1.1 ?? 0) }?.0)
    #expect(try Self.near(first.key, 3, 2019).provinces.count == 4)
    #expect(try Self.near(first.key, 1000, 2019).provinces.count == 63)
  }

  @Test func theProvinceItselfIsAlwaysOneOfThem() throws {
    let panel = try Bundled.history()
    let gazetteer = try Bundled.gazetteer()
    let province = try gazetteer.province(named: "daknong")
    let others = try ["kontum", "gialai", "kontum"].map(gazetteer.province(named:))
    let group = try PeerGroup.named(others, with: province, in: 2017, panel: panel)
    #expect(group.provinces.map(\.key) == ["kontum", "gialai", "daknong"])
    #expect(
      try PeerGroup.named(others + [province], with: province, in: 2017, panel: panel) == group)
    #expect(
      PeerGroup.region(of: province, in: 2017, panel: panel)?.provinces.map(\.key)
        == ["kontum", "gialai", "daklak", "daknong", "lamdong"])
  }

  @Test func aProvinceThatWasNotRankedIsNoPeer() throws {
    let gazetteer = try Bundled.gazetteer()
    let (hanoi, hatay) = (
      try gazetteer.province(named: "hanoi"), try gazetteer.province(named: "hatay")
    )
    #expect(
      message { try PeerGroup.named([hatay], with: hanoi, in: 2009, panel: Bundled.history()) }
        == "Hà Tây was not ranked in 2009")
    // Ranked in 2008, and no more in the year compared.
    let region = PeerGroup.region(of: hanoi, in: 2009, panel: try Bundled.history())
    #expect(region?.provinces.count == 11)
    #expect(region?.provinces.contains(hatay) == false)
  }

  @Test func withoutAScoreOfTheYearBeforeNobodyIsNear() {
    #expect(
      message { try Self.near("hanoi", 5, 2005) }
        == "Hà Nội has no score of transparency of 2004 to find the provinces near it by; name them "
        + "instead")
  }

  @Test func ofAProvinceWithoutARegionThereIsNoRegion() throws {
    let nowhere = Province(key: "daknong", nameVi: "Đắk Nông", nameEn: "Dak Nong")
    #expect(PeerGroup.region(of: nowhere, in: 2017, panel: try Bundled.history()) == nil)
  }
}

import Panels
import Tables
import TestSupport
import Testing

@Suite struct MergerTests {
  static func bundled() throws -> Merger {
    try Merger(reading: Bundled.table("mergers/data.csv"), gazetteer: Bundled.gazetteer())
  }

  @Test func thirtyFourUnitsTakeInAllProvinces() throws {
    let merger = try Self.bundled()
    #expect(merger.units.count == 34)
    #expect(merger.unassigned.isEmpty)
    let merged = merger.units.filter { $0.isMerged(in: 2019) }
    #expect(merged.count == 23)
    #expect(merged.flatMap { $0.members(in: 2019) }.count == 52)
    // Hà Tây was ranked until 2008, and is in Hà Nội since.
    let hanoi = try #require(merger.units.first)
    #expect(hanoi.isMerged(in: 2008) && !hanoi.isMerged(in: 2009))
    let members = merger.units.flatMap(\.members)
    #expect(Set(members) == Set(try Bundled.gazetteer().provinces))
    #expect(members.count == 64)
  }

  @Test func aUnitKeepsTheKeyAndTheSpellingsOfItsName() throws {
    let gazetteer = try Self.bundled().gazetteer
    let former = try Bundled.gazetteer()
    #expect(gazetteer.provinces.count == 34)
    for unit in gazetteer.provinces {
      let bearer = try former.province(named: unit.nameVi)
      #expect(unit.key == bearer.key)
      for name in [unit.nameVi, unit.nameEn, bearer.nameVi, bearer.nameEn] + bearer.spellings {
        #expect(gazetteer.match(name) == unit, "\(name)")
      }
    }
    #expect(try gazetteer.province(named: "Thừa Thiên Huế").nameVi == "Huế")
    #expect(try gazetteer.province(named: "hue").nameEn == "Hue")
  }

  @Test func aUnitLiesInTheRegionOfItsFormerProvincesOrInNone() throws {
    let merger = try Self.bundled()
    for unit in merger.units {
      let regions = Set(unit.members.compactMap(\.region))
      #expect(unit.province.region == (regions.count == 1 ? regions.first : nil))
    }
    #expect(
      merger.units.filter { $0.province.region == nil }.map(\.province.nameEn)
        == [
          "Phu Tho", "Bac Ninh", "Quang Ngai", "Gia Lai", "Dak Lak", "Lam Dong", "Tay Ninh",
        ])
    #expect(merger.units.first?.province.region?.nameEn == "Red River Delta")
  }

  @Test func aProvinceThatIsNoMoreIsRefusedWithItsUnit() throws {
    let merger = try Self.bundled()
    for unit in merger.units {
      for member in unit.members where member.key != unit.province.key {
        for name in [member.key, member.nameVi, member.nameEn] + member.spellings {
          #expect(throws: PanelError.absorbedProvince(name, into: unit.province.nameVi)) {
            try merger.gazetteer.province(named: name)
          }
        }
      }
    }
    #expect(
      message { try merger.gazetteer.province(named: "Hà Giang") }
        == "\"Hà Giang\" is no province of its own any more: it is part of Tuyên Quang")
    // What was never a province is still answered with the nearest names.
    #expect(
      message { try merger.gazetteer.province(named: "Lâm Đôn") }
        == "no province is called \"Lâm Đôn\"; did you mean Lâm Đồng?")
  }

  @Test(arguments: [
    (
      "kontum,Kon Tum,Kon Tum,kontumm\n",
      "mergers.csv, line 2, column 4: expected a key of provinces.csv"
    ),
    (
      "kontum,Kon Tum,Kon Tum,kontum\nhue,Huế,Hue,kontum\n",
      "mergers.csv, line 3, column 4: kontum stands a second time"
    ),
    (
      "kontum,Kon Tum,Kon Tum,daknong\n",
      "mergers.csv, line 2, column 1: expected the key of a province that is part of the unit"
    ),
    (
      "hue,Huế,Hue,kontum\nkontum,Kon Tum,Kon Tum,hue\n",
      "mergers.csv, line 2, column 1: expected the key of a province that is part of the unit"
    ),
    (
      "kontum,,Kon Tum,kontum\n", "mergers.csv, line 2, column \"name_vi\": the cell is empty"
    ),
  ])
  func aTableThatContradictsItselfIsRefused(_ rows: String, _ expected: String) throws {
    let table = try table(csv: "unit,name_vi,name_en,province\n" + rows, file: "mergers.csv")
    #expect(message { try Merger(reading: table, gazetteer: Small.gazetteer()) } == expected)
  }

  @Test func anEmptyTableLeavesEveryProvinceUnassigned() throws {
    let table = try table(csv: "unit,name_vi,name_en,province\n", file: "mergers.csv")
    let merger = try Merger(reading: table, gazetteer: Small.gazetteer())
    #expect(merger.units.isEmpty)
    #expect(merger.unassigned.map(\.key) == ["daknong", "kontum", "hue"])
  }
}

@Suite struct RespondentsTests {
  private func respondents(_ rows: String) throws -> Respondents {
    try Respondents(
      reading: table(csv: "province,year,firms\n" + rows, file: "firms.csv"),
      gazetteer: Small.gazetteer())
  }

  @Test func firmsAreKnownForAllOrNotAtAll() throws {
    let respondents = try respondents("Kon Tum,2011,81\nĐăk Nông,2011,82\nHuế,2012,115\n")
    let provinces = try Small.gazetteer().provinces
    #expect(respondents.years == [2011, 2012])
    #expect(respondents.firms(of: Array(provinces.prefix(2)), in: 2011) == [82, 81])
    #expect(respondents.firms(of: provinces, in: 2011) == nil)
    #expect(respondents.firms(of: provinces, in: 2013) == nil)
    #expect(respondents.firms(of: [], in: 2011) == [])
  }

  @Test(arguments: [
    ("Kon Tum,2011,0\n", "firms.csv, line 2, column 3: expected one firm or more"),
    (
      "Kon Tumm,2011,1\n",
      "firms.csv, line 2, column 1: no province is called \"Kon Tumm\" "
        + "(nearest: Kon Tum); a new spelling goes into the column \"spellings\" of provinces.csv"
    ),
    (
      "Kon Tum,2011,1\nkontum,2011,2\n",
      "firms.csv, line 3, column 1: kontum of 2011 stands a second time"
    ),
  ])
  func countsThatCannotBeAreRefused(_ rows: String, _ expected: String) {
    #expect(message { try respondents(rows) } == expected)
  }

  private func answers(_ rows: String) throws -> Respondents {
    try Respondents(
      reading: table(csv: "indicator,firms,province,year,low\n" + rows, file: "firms.csv"),
      gazetteer: Small.gazetteer(), codebook: Small.codebook())
  }

  @Test func answersToOneQuestionStandBesideTheFirmsOfAll() throws {
    let respondents = try answers(
      "all,81,Kon Tum,2017,3\nuse,60.5,kontum,2017,\n,82,Huế,2017,\nuse,1,Huế,2018,\n")
    #expect(respondents.firms(in: "kontum", 2017) == 81)
    #expect(respondents.firms(in: "hue", 2017) == 82)
    #expect(respondents.firms(in: "hue", 2018) == nil)
    #expect(respondents.answers(to: "use", in: "kontum", 2017) == 60.5)
    #expect(respondents.answers(to: "use", in: "hue", 2018) == 1)
    #expect(respondents.answers(to: "ease", in: "hue", 2018) == nil)
    #expect(respondents.years == [2017])
  }

  @Test(arguments: [
    (
      "us,60,Kon Tum,2017,\n",
      "firms.csv, line 2, column 1: no indicator is called \"us\"; did you mean use?"
    ),
    (
      "use,60,Kon Tum,2017,\nuse,61,kontum,2017,\n",
      "firms.csv, line 3, column 3: kontum of 2017, use, stands a second time"
    ),
    (
      "all,60,Kon Tum,2017,\n,61,kontum,2017,\n",
      "firms.csv, line 3, column 3: kontum of 2017 stands a second time"
    ),
    (
      "use,0.5,Kon Tum,2017,\n", "firms.csv, line 2, column 2: expected one firm or more"
    ),
  ])
  func answersThatCannotBeAreRefused(_ rows: String, _ expected: String) {
    #expect(message { try answers(rows) } == expected)
  }
}

@Suite struct FollowUpsTests {
  private func followUps(_ rows: String) throws -> FollowUps {
    try FollowUps(
      reading: table(csv: "indicator,answered_yes\n" + rows, file: "follow_ups.csv"),
      codebook: Small.codebook())
  }

  @Test func aFollowUpKnowsItsFirstQuestion() throws {
    #expect(try followUps("days,use\n").firstQuestion(of: "days") == "use")
    #expect(try followUps("").firstQuestion(of: "days") == nil)
    let bundled = try FollowUps(
      reading: Bundled.table("follow_ups/data.csv"), codebook: Bundled.codebook())
    #expect(bundled.firstQuestion(of: "information_days") == "information_received")
  }

  @Test(arguments: [
    (
      "days,ease\n", "follow_ups.csv, line 2, column 2: expected the code of a share of firms"
    ),
    (
      "days,use\ndays,use\n", "follow_ups.csv, line 3, column 1: expected each indicator once"
    ),
  ])
  func tablesThatCannotBeAreRefused(_ rows: String, _ expected: String) {
    #expect(message { try followUps(rows) } == expected)
  }
}

@Suite struct SurveySizesTests {
  @Test func theFirmsOfTheIndexComeBeforeAll() throws {
    let sizes = try SurveySizes(reading: Bundled.table("survey_sizes/data.csv"))
    #expect(sizes.size(of: 2013)?.firms == 8093)
    #expect(sizes.size(of: 2019)?.group == .domestic)
    #expect(sizes.size(of: 2009)?.qualifier == .nearly)
    #expect(sizes.size(of: 2012) == nil)
  }
}

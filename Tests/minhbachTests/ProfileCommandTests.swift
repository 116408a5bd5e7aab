import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct ProfileCommandTests {
  @Test func theHeadlineTellsScoreRankMedianAndRegion() throws {
    let text = try answer("profile", "Đắk Nông", "--year", "2017")
    let headline = try #require(text.split(separator: "\n").first.map(String.init))
    #expect(headline.hasPrefix("Đắk Nông, transparency 2017: score 5.94, rank 53 of 63; "))
    #expect(headline.hasSuffix("; median 6.34; Central Highlands: 5 of 5"))
    #expect(text.contains("Most score is lost in Website openness and quality (0.54)"))
    #expect(text.contains("Not to be compared with 2016: Transparency in bidding"))
    #expect(text.contains("Other firms might have answered otherwise"))
  }

  @Test func rowsAreTheIndicatorsAndTheScoreItself() throws {
    let rows = try records("profile", "daknong", "--year", "2017")
    #expect(rows.count == 13)
    let last = try #require(rows.last)
    #expect(try last.text("indicator") == "transparency")
    #expect(try last.integer("rank") == 53)
    // To the precision of 32-bit numbers.
    #expect(abs(try last.number("contribution") - (try last.number("value"))) < 1e-6)
    let bidding = try #require(try rows.first { try $0.text("indicator") == "bidding" })
    #expect(bidding.optionalText("value_2016") == nil)
    #expect(try bidding.integer("comparable_since") == 2017)
    #expect(try bidding.number("gap_to_median") < 0)
  }

  @Test(arguments: [
    "transparency", "entry_costs", "land_access", "time_costs", "informal_charges",
    "implementation", "policy_bias", "proactivity", "business_support", "labor_training",
    "legal_institutions", "infrastructure", "information_technology", "scores", "pci",
  ])
  func everyPartOfTheIndexFitsTheWidthInBothLanguages(part: String) throws {
    for language in ["en", "vi"] {
      let text = try answer("profile", "Hà Nội", "--subindex", part, "--lang", language)
      let table = text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst(2).prefix { !$0.isEmpty }
      #expect(table.count > 3)
      for line in table { #expect(line.count <= 120, "\(line)") }
    }
  }

  /// Infrastructure was never a part of the index, so that no rule of it will be found.
  @Test func withoutARuleTheRestIsGivenAndTheReasonTold() throws {
    let rows = try records("profile", "daknong", "--subindex", "infrastructure", "--year", "2011")
    #expect(rows.count > 5)
    for row in rows {
      #expect(row.optionalText("score") == nil && row.optionalText("lost") == nil)
      #expect(try (1...63).contains(row.integer("rank")))
    }
    #expect(
      try answer("profile", "daknong", "--subindex", "infrastructure")
        .contains("No rule of infrastructure is known for 2011"))
  }

  @Test func ofLaterYearsTheScoreStandsAlone() throws {
    let rows = try records("profile", "kontum", "--year", "2021")
    #expect(try rows.map { try $0.text("indicator") } == ["transparency"])
    #expect(try rows[0].integer("provinces") == 63)
    let few = try answer("profile", "kontum", "--year", "2022")
    #expect(few.hasPrefix("Kon Tum, transparency 2022: score 6.08, rank 4 of the 10 known"))
    #expect(few.contains("The indicators of transparency of 2022 are not known"))
  }

  @Test func theWholeIndexIsAskedForByTwoNames() throws {
    let text = try answer("profile", "kontum", "--subindex", "scores", "--format", "csv")
    #expect(try answer("profile", "kontum", "--subindex", "pci", "--format", "csv") == text)
    let rows = try records("profile", "kontum", "--subindex", "scores")
    #expect(rows.count == 11)
    #expect(try #require(rows.last).text("indicator") == "pci")
  }

  @Test func peersAreNamedNearOrListedInAFile() throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("peers.txt")
    try TextFile.write("province\nGia Lai\n\nĐắk Lắk\r\nLâm Đồng\n", to: file)
    let named = ["profile", "kontum", "--year", "2019", "--format", "csv", "--peers"]
    func csv(_ peers: String) throws -> String {
      let outcome = MinhBach.outcome(arguments: named + [peers])
      try #require(outcome.exitCode == .success, "\(outcome.standardError)")
      return outcome.standardOutput
    }
    let byName = try csv("Gia Lai; Đắk Lắk;lamdong;")
    #expect(try csv(file) == byName)
    #expect(try csv("region") != byName)
    let near = try records("profile", "kontum", "--year", "2019", "--peers", "near:5")
    #expect(try near.allSatisfy { try $0.integer("peers_provinces") == 11 })
    #expect(try near.allSatisfy { try $0.integer("region_provinces") == 5 })
    // A single name with a point is no file.
    #expect(try csv("TP.HCM") == csv("hcm"))
  }

  @Test func unitsOf2025HaveTheRegionOfTheirFormerProvincesOrNone() throws {
    let mixed = try answer("profile", "Lâm Đồng", "--units", "34", "--year", "2019")
    #expect(mixed.hasPrefix("Lâm Đồng, transparency 2019: score 6.54, rank 26 of 34; median"))
    #expect(mixed.contains("Lâm Đồng lies in no one region"))
    let rows = try records("profile", "Cần Thơ", "--units", "34", "--year", "2019")
    // Cần Thơ, Vĩnh Long, Đồng Tháp, An Giang and Cà Mau; Tây Ninh took in Long An.
    #expect(try #require(rows.last).integer("region_provinces") == 5)
    #expect(
      try answer("profile", "Lâm Đồng", "--units", "34", "--peers", "Huế; Đắk Lắk")
        .contains("Peers: as named"))
  }

  @Test func allProvincesComeInOneTable() throws {
    let rows = try records("profile", "--all", "--year", "2017")
    #expect(rows.count == 63)
    let row = try #require(try rows.first { try $0.text("province") == "Đắk Nông" })
    #expect(try row.integer("rank") == 53 && row.integer("rank_bidding") == 61)
    let text = try answer("profile", "--all", "--year", "2017")
    #expect(text.contains("1 Access to planning documents"))
  }

  @Test func jsonTellsTheStandingAmongItsSettings() throws {
    let json = try answer("profile", "daknong", "--year", "2017", "--format", "json")
    for part in [#""rank": 53"#, #""region": "Central Highlands""#, #""peers": "region""#] {
      #expect(json.contains(part), "\(part)")
    }
  }

  @Test func mistakesOfTheCommandLineAreToldWithTheirRemedy() {
    for (arguments, message) in [
      ([], "Error: Name a province, or take --all."),
      (["daknong", "--all"], "Error: --all is for all provinces: leave out the name."),
      (["--all", "--peers", "near:3"], "Error: --peers is for the profile of one province."),
      (["daknongg"], #"Error: no province is called "daknongg"; did you mean Đắk Nông?"#),
      (
        ["daknong", "--peers", "Kon Tum; Gialay"],
        #"Error: no province is called "Gialay"; did you mean Gia Lai?"#
      ),
      (["daknong", "--peers", "daknong"], "Error: --peers names no province beside Đắk Nông."),
      (
        ["daknong", "--peers", "near:0"],
        "Error: The value 'near:0' is invalid for '--peers <peers>'"
      ),
      (["daknong", "--peers", ";"], "Error: The value ';' is invalid for '--peers <peers>'"),
      (["daknong", "--subindex", "all"], "Error: A profile is of one sub-index, or of 'scores'."),
      (
        ["Đắk Nông", "--units", "34"],
        #"Error: "Đắk Nông" is no province of its own any more: it is part of Lâm Đồng"#
      ),
    ] {
      expectRefusal(message, code: 64, ["profile"] + arguments)
    }
  }

  @Test func whatTheFiguresDoNotHoldIsTold() throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("peers.csv")
    try TextFile.write("Gia Lai\nĐắk Lắkk\n", to: file)
    expectRefusal(
      #"Error: peers.csv, line 2, column 1: no province is called "Đắk Lắkk" (nearest: Đắk Lắk); "#
        + #"a new spelling goes into the column "spellings" of provinces.csv"#,
      code: 65, ["profile", "kontum", "--peers", file])
    expectRefusal(
      "Error: none.txt: there is no such file", code: 66,
      ["profile", "kontum", "--peers", "none.txt"])
    expectRefusal(
      "Error: Hà Tây was not ranked in 2017", code: 65,
      ["profile", "kontum", "--year", "2017", "--peers", "Hà Tây"])
    expectRefusal(
      "Error: there is no figure of transparency of Đắk Nông for 2005", code: 65,
      ["profile", "daknong", "--year", "2005"])
    expectRefusal(
      "Error: there are no figures for 1999; there are figures for 2005, 2006, 2007, 2008, 2009, "
        + "2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024",
      code: 65, ["profile", "daknong", "--year", "1999"])
  }

  @Test func oneFigureOfOneProvinceIsAProfile() throws {
    let folder = try TemporaryDirectory()
    let (file, store) = (folder.file("own.csv"), folder.file("pci.sqlite"))
    try TextFile.write("province,year,website_use\nKon Tum,2021,0.5\n", to: file)
    _ = try answer("ingest", file, "--store", store)
    let rows = try records("profile", "kontum", "--store", store)
    #expect(rows.count == 1)
    #expect(try rows[0].integer("rank") == 1 && rows[0].integer("provinces") == 1)
    #expect(try rows[0].number("gap_to_median") == 0)
    #expect(rows[0].optionalText("tenth_best") == nil)
    #expect(
      try answer("profile", "kontum", "--store", store).hasPrefix("Kon Tum, transparency 2021\n"))
    #expect(try records("profile", "--all", "--store", store).count == 63)
    expectRefusal(
      "Error: there are no figures of entry_costs", code: 65,
      ["profile", "kontum", "--subindex", "entry_costs", "--store", store])
    expectRefusal(
      "Error: Kon Tum has no score of transparency of 2020 to find the provinces near it by; name "
        + "them instead", code: 65, ["profile", "kontum", "--store", store, "--peers", "near:2"])
  }

  @Test func theSameQuestionHasTheSameBytes() throws {
    let arguments = ["profile", "kontum", "--subindex", "scores", "--format", "json"]
    #expect(
      MinhBach.outcome(arguments: arguments).standardOutput
        == MinhBach.outcome(arguments: arguments).standardOutput)
  }
}

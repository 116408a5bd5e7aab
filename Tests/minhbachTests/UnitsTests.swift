import Tables
import TestSupport
import Testing

@testable import minhbach

/// History on the units of 2025.
@Suite struct UnitsTests {
  @Test(arguments: Bundled.years)
  func scoresOfTheUnitsAreRankedAmong34(year: Int) throws {
    let rows = try records("score", "--year", "\(year)", "--units", "34")
    #expect(rows.count == 34)
    let scores = try rows.map { try $0.number("score") }
    for row in rows {
      // Ranks are as unrounded scores say, ties aside; of the years here no two units tie.
      let score = try row.number("score")
      #expect(try row.integer("rank") == 1 + scores.count { $0 > score })
      // A rank among the eleven that had a published score would be none.
      #expect(row.optionalText("published_rank") == nil)
    }
    #expect(rows.count { $0.optionalText("published_score") != nil } == 11)
    for row in rows {
      guard let difference = try row.optionalNumber("difference") else { continue }
      #expect(abs(difference) <= 1e-6)
    }
  }

  /// From a second program, of plain Python; scores are linear, so equal weights give the mean score.
  @Test(arguments: [
    ("surveyed", 2019, "Lâm Đồng", 26, 6.540479381631531),
    ("equal", 2017, "Phú Thọ", 9, 6.4400507978916774),
    ("2011", 2017, "Phú Thọ", 11, 6.400251672272695),
    ("2011", 2019, "Lâm Đồng", 33, 6.499774167134495),
  ])
  func scoresAndRanksAreThoseOfASecondProgram(
    weights: String, year: Int, unit: String, rank: Int, score: Double
  ) throws {
    let rows = try records(
      "score", "--year", "\(year)", "--units", "34", "--merge-weights", weights)
    let row = try #require(try rows.first { try $0.text("province") == unit })
    #expect(try row.integer("rank") == rank)
    // Twelve additions of numbers up to ten, in another order perhaps.
    #expect(abs(try row.number("score") - score) < 1e-13)
  }

  @Test func theFiguresSayThatTheyAreDerived() throws {
    let rows = try records("export", "--units", "34")
    let known = try rows.filter { try $0.integer("year") >= 2013 }
    #expect(known.count == 34 * (4 * 10 + 3 * 12) + 11 * 7)
    let sources = try known.filter { try $0.text("province") == "Tuyên Quang" }
      .map { try $0.text("source") }
    #expect(
      Set(sources) == ["derived: mean of Hà Giang 0.5, Tuyên Quang 0.5 (equal weights)"])
    // Firms are known for 2011 alone; Hà Tây counts in Hà Nội while it was ranked.
    func origins(_ unit: String, _ year: Int) throws -> Set<String> {
      try Set(
        rows.filter { try $0.text("province") == unit && $0.integer("year") == year }
          .map { try $0.text("source") })
    }
    #expect(
      try origins("Tuyên Quang", 2011) == [
        "derived: mean of Hà Giang 0.516, Tuyên Quang 0.484 (by firms surveyed in 2011)"
      ])
    #expect(
      try origins("Hà Nội", 2008) == [
        "derived: mean of Hà Nội 0.5, Hà Tây 0.5 (equal weights)"
      ])
    #expect(try origins("Hà Nội", 2009).allSatisfy { $0.hasPrefix("PCI_2009.xls#") })
    let hue = try known.filter { try $0.text("province") == "Huế" }
    #expect(hue.count == 4 * 11 + 3 * 13)
    #expect(try hue.allSatisfy { try $0.text("source").hasPrefix("PCI_20") })
  }

  @Test func figuresOf2011AreWeightedByTheFirmsSurveyed() throws {
    let folder = try TemporaryDirectory()
    let (file, store) = (folder.file("own.csv"), folder.file("pci.sqlite"))
    try TextFile.write(
      "province,year,website_score_20\nHà Giang,2011,10\nTuyên Quang,2011,12\nHà Giang,2012,10\n"
        + "Tuyên Quang,2012,12\nYên Bái,2011,9\n", to: file)
    _ = try answer("ingest", file, "--store", store)
    let rows = try records("export", "--units", "34", "--store", store)
    // Lào Cai itself has no figure, and Yên Bái alone makes none.
    #expect(try rows.map { try $0.text("province") } == ["Tuyên Quang", "Tuyên Quang"])
    #expect(try rows.map { try $0.number("value") } == [(83 * 10 + 78 * 12) / 161, 11])
    #expect(
      try rows.map { try $0.text("source") } == [
        "derived: mean of Hà Giang 0.516, Tuyên Quang 0.484 (by firms surveyed in 2011)",
        "derived: mean of Hà Giang 0.5, Tuyên Quang 0.5 (equal weights)",
      ])
  }

  @Test func answersStateTheWeights() throws {
    let equal = try answer("score", "--units", "34", "--format", "json")
    #expect(equal.contains(#""units": 34"#) || equal.contains(#""units":34"#))
    #expect(equal.contains("weighted by firms surveyed for 2011, equally for "))
    #expect(
      try answer(
        "sensitivity", "Huế", "--units", "34", "--merge-weights", "2011", "--method", "local"
      )
      .contains("firms surveyed in 2011"))
    // Without the option nothing is said, and nothing changes.
    #expect(try !answer("score", "--format", "json").contains("units"))
    #expect(try answer("score", "--units", "63") == answer("score"))
  }

  @Test func sensitivityAndTargetStandAmongTheUnits() throws {
    let sensitivity = try answer(
      "sensitivity", "lamdong", "--year", "2019", "--units", "34", "--method", "local")
    #expect(sensitivity.contains("Of 34 provinces, this one ranks 26"))
    // 34 units and five pairs of years under one rule: not the eleven with published scores.
    #expect(sensitivity.contains("(170"))
    let rows = try records(
      "target", "Lâm Đồng", "--year", "2017", "--units", "34", "--rank", "10", "--by", "2020",
      "--draws", "200")
    for row in rows where try row.integer("year") == 2020 {
      #expect(try row.integer("rank") == 10)
      #expect(try row.text("certificate") == "optimal")
    }
  }

  @Test func aProvinceThatIsNoMoreIsRefusedWithItsUnit() {
    expectRefusal(
      #"Error: "Đắk Nông" is no province of its own any more: it is part of Lâm Đồng"#, code: 64,
      ["sensitivity", "Đắk Nông", "--units", "34"])
  }

  @Test func whatTheUnitsCannotHaveIsRefused() {
    expectRefusal(
      "Error: rank 35 is not one of 1 to 34", code: 64,
      ["target", "Huế", "--units", "34", "--year", "2017", "--rank", "35", "--by", "2020"])
    expectRefusal(
      "Error: The scores of 2019 were published for the former provinces: leave out --units 34.",
      code: 64, ["calibrate", "--units", "34"])
    expectRefusal(
      "Error: --merge-weights is for --units 34.", code: 64, ["score", "--merge-weights", "equal"])
    expectRefusal(
      "Error: no firms are counted for 2012; there are counts for 2011", code: 64,
      ["score", "--units", "34", "--merge-weights", "2012"])
    expectRefusal(
      "Error: The value 'most' is invalid for '--merge-weights <weights>'", code: 64,
      ["score", "--units", "34", "--merge-weights", "most"])
  }
}

import Tables
import TestSupport
import Testing

@Suite struct ExplainTests {
  /// A dozen parts of up to 60 places, each printed with all its digits.
  private static let rounding = 1e-9

  @Test func partsOfDakNongAddUpToItsTenPlaces() throws {
    let rows = try records("explain", "Đắk Nông", "--from", "2015", "--to", "2016")
    #expect(rows.count == 10 + 3)
    #expect(abs(try Self.sum(rows, "rank_change") + 10) < Self.rounding)
    for row in rows {
      #expect(try row.integer("from") == 2015 && row.integer("to") == 2016)
      #expect(try row.integer("rank_from") == 58 && row.integer("rank_to") == 48)
      #expect(try row.text("basis") == "rules")
      let isOwn = try row.text("part") == "own indicator"
      #expect((row.optionalText("indicator") != nil) == isOwn)
      #expect((try row.optionalNumber("median_to") != nil) == isOwn)
    }
    let website = try #require(rows.first { $0.optionalText("indicator") == "website_score" })
    // 5.5 points of 50, worth 9 × 0.2.
    #expect(abs(try website.number("score_change") - 5.5 / 50 * 1.8) < Self.rounding)
    #expect(try website.number("rank_change") < 0)
    #expect(try website.number("value_from") == 24 && website.number("value_to") == 29.5)
  }

  @Test func aRankThatStayedIsExplainedToo() throws {
    let rows = try records("explain", "Kon Tum", "--from", "2015", "--to", "2016")
    #expect(try rows[0].integer("rank_from") == 56 && rows[0].integer("rank_to") == 56)
    #expect(abs(try Self.sum(rows, "rank_change")) < Self.rounding)
    #expect(try rows.contains { try abs($0.number("rank_change")) > 1 })
  }

  @Test func aChangeOfRulesIsExplainedTwice() throws {
    let rows = try records("explain", "Đắk Nông", "--from", "2016", "--to", "2017")
    let shared = try rows.filter { try $0.text("basis") == "shared" }
    #expect(rows.count == 2 * (9 + 3) && shared.count == 9 + 3)
    let own = try rows.filter { try $0.text("basis") == "rules" }
    #expect(abs(try Self.sum(own, "rank_change") - (53 - 48)) < Self.rounding)
    let (from, to) = try (shared[0].number("rank_from"), shared[0].number("rank_to"))
    #expect(abs(try Self.sum(shared, "rank_change") - (to - from)) < Self.rounding)
    let text = try answer("explain", "Đắk Nông", "--from", "2016", "--to", "2017")
    // Notes are broken into lines.
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("only 2016 has Budget published right after approval; only 2017 has Tr"))
    #expect(text.contains("shared: score"))
  }

  @Test func aChainHasAColumnForEachStepAndARowForEachPart() throws {
    let rows = try records("explain", "daknong", "--from", "2015", "--to", "2017", "--yearly")
    let own = try rows.filter { try $0.text("basis") == "rules" }
    #expect(own.count == 13 + 12)
    #expect(abs(try Self.sum(own, "rank_change") - (53 - 58)) < Self.rounding)
    let text = try answer("explain", "daknong", "--from", "2015", "--to", "2017", "--yearly")
    #expect(text.contains("2015–16  2016–17  places"))
    #expect(text.contains("58 → 48  48 → 53"))
    // One step is shown in full.
    #expect(
      try answer("explain", "daknong", "--from", "2015", "--to", "2016", "--yearly")
        == answer("explain", "daknong", "--from", "2015", "--to", "2016"))
  }

  @Test(arguments: [("Quảng Ngãi", 7), ("median", 31)])
  func partsOfAGapAddUpToIt(other: String, rank: Double) throws {
    let rows = try records("explain", "Đắk Nông", "--against", other, "--year", "2017")
    #expect(rows.count == 12)
    #expect(abs(try Self.sum(rows, "rank_change") - (rank - 53)) < Self.rounding)
    let score = try rows[0].number("score_to") - rows[0].number("score_from")
    #expect(abs(try Self.sum(rows, "score_change") - score) < Self.rounding)
    #expect(try rows.allSatisfy { try $0.text("against") == other })
    #expect(try rows.allSatisfy { try $0.text("part") == "indicator" })
  }

  @Test func theReadableTableHasTheLargestEffectFirstAndEndsWithTheSum() throws {
    let lines = try answer("explain", "Đắk Nông", "--from", "2015", "--to", "2016")
      .split(separator: "\n").map(String.init)
    #expect(lines[0] == "Đắk Nông, 2015 → 2016: rank 58 → 48 of 63, score 5.41 → 6.01")
    #expect(
      lines[3].hasPrefix("Business associations matter in policy") && lines[3].hasSuffix("−9.9"))
    let sum = try #require(lines.first { $0.hasPrefix("All") })
    #expect(sum.hasSuffix("+10.0"))
  }

  @Test func withoutAYearAGapIsThatOfTheLatest() throws {
    #expect(
      try answer("explain", "kontum", "--against", "median")
        == answer("explain", "Kon Tum", "--against", "median", "--year", "2019"))
  }

  @Test func theTotalIsExplainedByItsSubindices() throws {
    let rows = try records(
      "explain", "daknong", "--subindex", "pci", "--from", "2018", "--to", "2019")
    #expect(rows.count == 10 + 3)
    let change = try rows[0].number("score_to") - rows[0].number("score_from")
    #expect(abs(try Self.sum(rows, "score_change") - change) < Self.rounding)
    let training = try #require(rows.first { $0.optionalText("indicator") == "labor_training" })
    // A fifth of a total of 100 for scores of 1 to 10.
    let own = try training.number("value_to") - training.number("value_from")
    #expect(abs(try training.number("score_change") - 2 * own) < Self.rounding)
  }

  @Test func aFittedRuleLeavesAPartUnexplained() throws {
    let rows = try records("explain", "daknong", "--from", "2011", "--to", "2012")
    #expect(try rows.last?.text("part") == "unexplained")
    #expect(abs(try Self.sum(rows, "rank_change") - (18 - 61)) < Self.rounding)
  }

  @Test func unitsOf2025AreExplainedToo() throws {
    let rows = try records("explain", "lamdong", "--from", "2018", "--to", "2019", "--units", "34")
    let (from, to) = try (rows[0].number("rank_from"), rows[0].number("rank_to"))
    #expect(to == 26)
    #expect(abs(try Self.sum(rows, "rank_change") - (to - from)) < Self.rounding)
  }

  @Test func namesComeInVietnameseOnRequest() throws {
    #expect(
      try answer("explain", "daknong", "--from", "2018", "--to", "2019", "--lang", "vi")
        .contains("Thông tin mời thầu được công khai"))
  }

  @Test(arguments: [
    (["daknong"], "Error: Give --from and --to, or --against and --year."),
    (["daknong", "--from", "2015"], "Error: Give --from and --to, or --against and --year."),
    (
      ["daknong", "--from", "2016", "--to", "2016"],
      "Error: The year 2016 of --to must come after 2016 of --from."
    ),
    (
      ["daknong", "--from", "2015", "--to", "2016", "--year", "2016"],
      "Error: --year is for --against."
    ),
    (
      ["daknong", "--against", "median", "--to", "2016"],
      "Error: --against compares in one year: give --year, not --from and --to."
    ),
    (
      ["daknong", "--against", "Đắk Nông"],
      "Error: --against must name another province than Đắk Nông."
    ),
    (
      ["daknong", "--against", "Đắk Lăk Lăk"],
      #"Error: no province is called "Đắk Lăk Lăk"; did you mean Đắk Lắk?"#
    ),
  ])
  func aWrongCommandLineIsRefused(arguments: [String], message: String) {
    expectRefusal(message, code: 64, ["explain"] + arguments)
  }

  @Test func aYearOrProvinceWithoutFiguresIsRefused() {
    expectRefusal(
      "Error: Hà Tây was not ranked in 2018", code: 65,
      ["explain", "Hà Tây", "--from", "2018", "--to", "2019"])
    expectRefusal(
      "Error: there are no figures for 2031; there are figures for "
        + "2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019",
      code: 65, ["explain", "daknong", "--from", "2018", "--to", "2031"])
  }

  private static func sum(_ rows: some Sequence<Record>, _ column: String) throws -> Double {
    try rows.reduce(0) { try $0 + $1.number(column) }
  }
}

import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct AnswerTests {
  @Test(arguments: Bundled.years)
  func scoreGives63RowsThatAgreeWithThePublishedOnes(year: Int) throws {
    let rows = try records("score", "--year", "\(year)")
    #expect(rows.count == 63)
    for row in rows {
      #expect(abs(try row.number("difference")) <= 1e-4)
      #expect(try row.integer("rank") == row.integer("published_rank"))
      #expect(try row.integer("year") == year)
    }
  }

  @Test func calibrationOf2019FindsTheWeightsOfTheKey() throws {
    let rows = try records("calibrate", "--year", "2019")
    let rule = try Bundled.rule(2019)
    #expect(rows.count == 12)
    for row in rows {
      #expect(try row.number("largest_residual") < 1e-5)
      let indicator = try row.text("indicator")
      let known = try #require(rule.components.first { $0.indicator == indicator })
      #expect(try row.text("certainty") == "proved")
      #expect(try row.number("weight") == known.weight)
      #expect(try row.number("minimum") == known.minimum)
      #expect(try row.number("maximum") == known.maximum)
      #expect(try row.text("direction") == known.direction.rawValue)
    }
    #expect(try answer("calibrate", "--year", "2019").contains("Every weight and range is proved"))
  }

  @Test func aRuleThatWasLearnedScoresLikeTheBundledOne() throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("2008.csv")
    _ = try answer("calibrate", "--year", "2008", "--as-rule", "--output", file)
    let own = try records("score", "--year", "2008", "--rule", file)
    let bundled = try records("score", "--year", "2008")
    #expect(own.count == 64)
    for (first, second) in zip(own, bundled) {
      #expect(try first.text("province") == second.text("province"))
      // The order of the sum is another.
      #expect(abs(try first.number("score") - second.number("score")) < 1e-12)
    }
  }

  @Test func theTotalIsScoredFromTheSubIndices() throws {
    let rows = try records("score", "--subindex", "pci", "--year", "2021")
    #expect(rows.count == 63)
    for row in rows {
      // Totals of 32-bit scores: the largest difference of 2006–2021 but for 2011 is 7.5e-6.
      #expect(abs(try row.number("difference")) < 1e-5)
      #expect(try row.integer("rank") == row.integer("published_rank"))
    }
  }

  @Test func targetOfDakNongEndsInTheFirstForty() throws {
    let rows = try records(
      "target", "Đắk Nông", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "200")
    #expect(rows.count == 3 * 12)
    #expect(Set(try rows.map { try $0.integer("year") }) == [2018, 2019, 2020])
    for row in rows where try row.integer("year") == 2020 {
      #expect(try row.integer("rank") == 40)
      #expect(try row.text("certificate") == "optimal")
    }
  }

  @Test(arguments: ["daknong", "Dak Nong", "ĐẮK NÔNG", "Tỉnh Đăk Nông", "Đắk Nông"])
  func anySpellingOfAProvinceGivesTheSameBytes(name: String) throws {
    #expect(
      try answer("sensitivity", name, "--year", "2017", "--method", "local")
        == answer("sensitivity", "Đắk Nông", "--year", "2017", "--method", "local"))
  }

  @Test func withoutAYearTheLatestIsTaken() throws {
    #expect(try answer("score") == answer("score", "--year", "2019"))
  }

  @Test func jsonHoldsTheRowsOfTheCSVWithNotesAndSettings() throws {
    let json = try answer("score", "--year", "2019", "--format", "json")
    #expect(json.contains(#""settings""#))
    #expect(json.contains(#""notes""#))
    #expect(json.contains("Đắk Nông"))
    #expect(json.split(separator: "\"published_rank\"").count == 64)
  }

  @Test func quietLeavesOutNotes() throws {
    let arguments = [
      "target", "daknong", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "200",
    ]
    #expect(try answer(arguments).contains("rivals will move"))
    #expect(try !answer(arguments + ["--quiet"]).contains("rivals will move"))
  }

  @Test func namesComeInVietnameseOnRequest() throws {
    let text = try answer(
      "sensitivity", "daknong", "--year", "2017", "--lang", "vi", "--method", "local")
    #expect(text.contains("Tiếp cận tài liệu quy hoạch"))
  }

  @Test func exportReadsBackAsTheSamePanelAndWritesWide() throws {
    let long = try records("export")
    #expect(long.count == 10479)
    let wide = try records("export", "--shape", "wide")
    #expect(wide.count == 63 * 11 + 64 * 4)
    let row = try #require(
      try wide.first { try $0.text("province") == "Đắk Nông" && $0.integer("year") == 2017 })
    #expect(abs(try row.number("transparency") - 5.94) < 0.005)
    #expect(try row.optionalNumber("budget_published") == nil)
  }

  @Test func aWorkbookHoldsTheSameRowsAsTheCSV() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("scores.xlsx")
    _ = try answer("score", "--year", "2019", "--output", path)
    let workbook = try Workbook(contentsOf: path)
    let sheet = try #require(workbook.sheets.first)
    let table = try workbook.table(sheet: sheet.name)
    let rows = try records("score", "--year", "2019")
    #expect(table[2, 1] == .text("An Giang"))
    #expect(table[2, 3] == .number(try rows[0].number("score")))
  }
}

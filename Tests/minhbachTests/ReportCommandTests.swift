import ArgumentParsing
import Foundation
import Indices
import MinhBachKit
import Panels
import Reports
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct ReportCommandTests {
  /// A page with few futures, as the file holds it.
  private static func page(_ arguments: [String]) throws -> String {
    let folder = try TemporaryDirectory()
    let file = folder.file("page.html")
    let run = MinhBachRun(["report", "--draws", "300", "--output", file, "--quiet"] + arguments)
    try #require(run.code == 0, "\(run.error)")
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private static let daknong = Result { try page(["Đắk Nông", "--year", "2019"]) }

  @Test func aReportIsOneFileThatAsksNothingOfAnyone() throws {
    let page = try Self.daknong.get()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">"))
    #expect(page.utf8.count < 3_000_000)
    #expect(page.contains("default-src &#39;none&#39;"))
    // The only address is the name of SVG's vocabulary, which nobody fetches.
    let addresses = page.matches(of: #/https?:[^"' )]*/#).map { String($0.output) }
    #expect(Set(addresses) == ["http://www.w3.org/2000/svg"])
    #expect(!page.contains("src=") && !page.contains("@import") && !page.contains("url("))
    for id in ["standing", "change", "drivers", "plan", "try", "sure", "method"] {
      #expect(page.contains("<section id=\"\(id)\""))
    }
  }

  @Test func everyProvinceStandsInItWithItsRank() throws {
    let page = try Self.daknong.get()
    for record in try records("score", "--year", "2019") {
      let (name, rank) = (try record.text("province"), try record.integer("rank"))
      let row = try Regex("<th[^>]*>\(name)</th><td[^>]*>\(rank)</td>")
      #expect(page.contains(row), "\(name) \(rank)")
    }
  }

  @Test func itsFiguresAreThoseOfTheCommands() throws {
    let page = try Self.daknong.get()
    let score = try #require(
      try records("score", "--year", "2019").first { try $0.text("province") == "Đắk Nông" })
    let written = NumberFormat.decimals(2).marked(.comma).string(try score.number("score"))
    let rank = try score.integer("rank")
    #expect(page.contains("Năm 2019 tỉnh đạt \(written) điểm và xếp hạng \(rank)/63."))
    // The plan is rounded to what people write; its JSON has the chance of what it changes on top.
    let plan = try answer(
      "plan", "Đắk Nông", "--year", "2019", "--median", "--by", "2021", "--draws", "300",
      "--format", "json")
    let chance = try #require(
      plan.firstMatch(of: /"chance": ([0-9.]+)/).flatMap { Double($0.1) })
    let (start, percent) = ("Xác suất đạt mục tiêu là ", Int((100 * chance).rounded()))
    let sentence = try #require(page.components(separatedBy: start).dropFirst().first)
    #expect(sentence.prefix(200).contains(" \(percent)% (± "))
  }

  @Test func aFittedYearTellsWhatWasPublished() throws {
    let page = try Self.page(["daknong", "--year", "2012", "--lang", "en"])
    #expect(page.contains("scored 6.09 and ranked 18 of 63, as published"))
    #expect(page.contains("Rank, rebuilt") && page.contains("is fitted, not proved"))
    // Fitted scores have no published ranks to be likely: the past is drawn without intervals.
    #expect(!page.contains(">2012: 18 ("))
  }

  @Test func whatCannotBeHadIsSaidBeforeAnyChance() throws {
    let page = try Self.page([
      "Hưng Yên", "--year", "2019", "--rank", "1", "--by", "2020", "--lang", "en",
    ])
    let (refusal, chance) = (
      page.range(of: "no changes within the limits reach the goal by 2020: the best is rank 2"),
      page.range(of: "The goal has a chance of")
    )
    let first = try #require(refusal)
    #expect(try first.lowerBound < #require(chance).lowerBound)
    #expect(
      page.contains("What comes nearest to the goal") && !page.contains("The least effort that"))
  }

  @Test func theUnitsOf2025HaveAMapOfTheirOwn() throws {
    let page = try Self.page(["Lâm Đồng", "--year", "2019", "--units", "34", "--lang", "en"])
    #expect(page.contains("of 34") && page.contains(">Phú Thọ") && !page.contains("Đắk Nông"))
    #expect(try Datasets.find().tiles(of: .merged, gazetteer: Self.units()).count == 34)
  }

  private static func units() throws -> Gazetteer {
    try Datasets.find().merger(gazetteer: Bundled.gazetteer()).gazetteer
  }

  @Test(arguments: 1...70)
  func everyNumberOfProvincesHasItsClasses(count: Int) {
    let limits = ProvinceReport.classLimits(of: count)
    #expect(limits.count == min(6, count - 1))
    #expect(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 })
    #expect(limits.allSatisfy { $0 > 1 && $0 < Double(count) })
  }

  @Test func aGoalThatSomeCannotHaveStopsNoOthers() throws {
    let folder = try TemporaryDirectory()
    let pages = folder.file("pages")
    let run = MinhBachRun([
      "report", "--all", "--year", "2019", "--region-place", "6", "--draws", "100", "--by", "2020",
      "--output", pages, "--quiet",
    ])
    #expect(run.code == 0, "\(run.error)")
    // One for each province, and the index.
    #expect(try FileManager.default.contentsOfDirectory(atPath: pages).count == 64)
  }

  @Test func theSameSeedGivesTheSamePage() throws {
    let page = try Self.page(["daknong", "--year", "2019", "--threads", "1"])
    #expect(try page == Self.daknong.get())
  }

  @Test func inEnglishItSaysNothingInVietnamese() throws {
    let page = try Self.page(["daknong", "--year", "2019", "--lang", "en"])
    #expect(page.contains("<html lang=\"en\">") && page.contains("Where the province stands"))
    #expect(!page.contains("Thứ hạng") && !page.contains("Kế hoạch với mục tiêu"))
    #expect(page.contains("6.50") && !page.contains("6,50"))
  }

  @Test func theFirstHasNothingToGain() throws {
    let page = try Self.page(["An Giang", "--year", "2019"])
    #expect(page.contains("Không có hạng nào tốt hơn hạng nhất"))
  }

  @Test func aYearThatDoesNotCompareIsNotExplained() throws {
    // 2017 asks other questions than 2016.
    let page = try Self.page(["Kon Tum", "--year", "2017"])
    #expect(!page.contains("<section id=\"change\""))
    #expect(page.contains("<section id=\"plan\""))
  }

  @Test func markupInAFileStaysText() throws {
    let folder = try TemporaryDirectory()
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onload=\"x"
    try TextFile.write(
      CSVWriter().string(
        Table(
          title: nil, columns: ["indicator", "lead", "support"],
          rows: [[.text("website_use"), .text(hostile), .text("&lt;b&gt;")]])),
      to: folder.file("agencies.csv"))
    let page = try Self.page([
      "Đắk Nông", "--year", "2019", "--agencies", folder.file("agencies.csv"),
    ])
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func theListLeadsToEachReport() throws {
    let command = try ReportCommand.parse(["--all", "--year", "2019", "--draws", "200"])
    let shared = try command.shared()
    let entries = try shared.board.rows.prefix(2).map { row in
      ReportIndex.Entry(
        try ProvinceReport(of: row.province, in: shared, goal: nil, command.futures),
        file: "\(row.province.key).html")
    }
    let page = ReportIndex(shared: shared, entries: entries).page.html
    for entry in entries {
      #expect(page.contains("<a href=\"\(entry.file)\">\(entry.province.nameVi)</a>"))
    }
    #expect(page.contains("type=\"search\""))
  }

  @Test(arguments: [
    (["report"], "Error: Name a province, or take --all."),
    (["report", "--all", "Huế"], "Error: --all is of all provinces: name none."),
    (
      ["report", "Đắk Nông", "--by", "2019", "--year", "2019"],
      "Error: the final year 2019 must come after 2019"
    ),
    (["report", "Đắk Nông", "--rank", "64"], "Error: rank 64 is not one of 1 to 63"),
    (
      ["report", "Đắk Nông", "--probability", "0.8"],
      "Error: --probability is for a goal: name one."
    ),
    (
      ["report", "Đắk Nông", "--agencies", "nowhere.csv"],
      "Error: nowhere.csv: there is no such file"
    ),
  ])
  func aQuestionThatCannotBeAnsweredIsRefused(arguments: [String], message: String) throws {
    let folder = try TemporaryDirectory()
    let run = MinhBachRun(arguments + ["--draws", "100", "--output", folder.file("page.html")])
    #expect(run.code != 0 && run.error.hasPrefix(message), "\(run.error)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("page.html")))
  }
}

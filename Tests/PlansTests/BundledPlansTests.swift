import Foundation
import Indices
import Panels
import Plans
import Tables
import TestSupport
import Testing

/// The files of `datasets/plans`.
@Suite struct BundledPlansTests {
  private static let headers = [
    "agencies/daknong.csv": "indicator,as_printed,lead,support",
    "agencies/quangngai.csv": "indicator,as_printed,lead,support",
    "agencies/travinh.csv": "indicator,as_printed,lead,support",
    "calendars/daknong.csv": "period,months,day,from,to,as_printed",
    "calendars/travinh.csv": "period,months,day,from,to,as_printed",
    "checklists/directive.csv": "code,group,item,done,date,link",
    "checklists/kontum.csv": "code,group,item,done,date,link",
    "examples/daknong-2017.csv":
      "indicator,current,target_2018,target_2019,target_2020,unit,lead,support,deadline,province,"
      + "current_year,goal",
    "examples/daknong-reports.csv": "period,indicator,value,source",
    "examples/quangngai-at-least.csv": "province,rule,year,indicator,at_least",
    "examples/quangngai-exactly.csv": "province,rule,year,indicator,value",
    "examples/quangngai-2021.csv":
      "indicator,current,target_2021,target_2025,unit,lead,support,deadline,province,current_year",
    "figures.csv":
      "document,province,year,indicator,as_printed,printed,value_printed,value_published,unit,remark",
    "targets.csv":
      "document,province,year,kind,indicator,goal_year,comparison,value,high,unit,as_printed",
  ]

  @Test(arguments: headers.keys.sorted())
  func everyFileIsPlainUTF8WithComposedLetters(name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: Bundled.path("plans/" + name)))
    #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.last == 0x0A)
    #expect(!bytes.contains(0x0D))
    let text = try #require(String(data: bytes, encoding: .utf8))
    #expect(Data(text.precomposedStringWithCanonicalMapping.utf8) == bytes)
    #expect(text.split(separator: "\n").first.map(String.init) == Self.headers[name])
    let isOfFiguresAlone = name == "examples/daknong-reports.csv"
    #expect(text.unicodeScalars.contains { $0.value >= 0x1EA0 } != isOfFiguresAlone)
  }

  @Test func noFileIsLeftOut() throws {
    let folder = Bundled.path("plans")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }
    #expect(files.sorted() == Self.headers.keys.sorted())
  }

  @Test(arguments: [("travinh", 12), ("daknong", 12), ("quangngai", 2)])
  func everyIndicatorOfATableIsLed(name: String, count: Int) throws {
    let agencies = try Agencies(
      reading: Bundled.table("plans/agencies/\(name).csv"), codebook: Bundled.codebook())
    #expect(agencies.indicators.count == count)
    #expect(agencies.unled(of: agencies.indicators).isEmpty)
    #expect(agencies.unled(of: ["budget_published"]) == ["budget_published"])
    let scored = try Bundled.rule(2019).indicators
    #expect(agencies.indicators.allSatisfy(scored.contains))
  }

  @Test func theTableOfDaknongIsTheWorkbooksButForTwoFigures() throws {
    let panel = try Bundled.history()
    var wrong: [String] = []
    for record in try Records(Bundled.table("plans/figures.csv")) {
      let (code, year) = (try record.text("indicator"), try record.integer("year"))
      let published = try record.number("value_published")
      #expect(panel["daknong", code, year] == published)
      let printed = try record.text("printed").replacingOccurrences(of: "%", with: "")
      let isShare = try record.text("unit") == "share"
      let value = try record.number("value_printed")
      let written = try #require(Double(printed))
      // 95.56 / 100 and 0.9556 may differ in the last bit.
      #expect(abs(value - (isShare ? written / 100 : written)) < 1e-15)
      // Half a unit of the last digit printed, and what 32-bit numbers lose; points are quoted as they are.
      let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
      let unit = pow(10, -Double(decimals)) / (isShare ? 100 : 1)
      let rounding = try record.text("unit") == "points" ? 0 : unit / 2
      if abs(value - published) > rounding + 1e-7 { wrong.append("\(code) \(year)") }
      #expect(panel.indicator(code)?.direction == .positive || code != "planning_documents")
    }
    #expect(wrong == ["website_score 2016", "budget_published 2016"])
  }

  @Test func theTargetsAreThoseOfTheDocuments() throws {
    let codebook = try Bundled.codebook()
    let rows = try Records(Bundled.table("plans/targets.csv"))
    for record in rows {
      let indicator = try codebook.indicator(record.text("indicator"))
      _ = try Bundled.gazetteer().province(named: record.text("province"))
      #expect(["rank", "gain", "median", "value", "standing"].contains(try record.text("kind")))
      if try record.text("kind") == "value" {
        #expect(indicator.limits.contains(try record.number("value")))
        #expect(try record.text("unit") == indicator.unit.rawValue)
      }
    }
    #expect(rows.count == 8)
  }

  @Test(arguments: [
    (
      "websit_use,a,b",
      #"a.csv, line 2, column 1: no indicator is called "websit_use"; did you mean website_use"#
    ),
    (
      "website_use,a,b\nwebsite_use,a,b",
      "a.csv, line 3, column 1: website_use stands a second time, after line 2"
    ),
  ])
  func aMistakeInATableOfAgenciesIsToldWithItsLine(rows: String, expected: String) throws {
    let table = try PlanFixtures.table("indicator,lead,support\n\(rows)\n", file: "a.csv")
    let found = message { try Agencies(reading: table, codebook: Bundled.codebook()) }
    #expect(found?.hasPrefix(expected) == true, "\(found ?? "no mistake")")
  }

  @Test func nobodyAnswersForAnythingInAnEmptyTable() throws {
    let table = try PlanFixtures.table("indicator,lead,support\n")
    let agencies = try Agencies(reading: table, codebook: Bundled.codebook())
    #expect(agencies == Agencies() && agencies.names.isEmpty)
    #expect(agencies["website_use"] == .none)
  }
}

import ArgumentParsing
import Foundation
import Indices
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct WorkbookCommandTests {
  private func workbook(_ arguments: String...) throws -> Workbook {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    _ = try answer(["workbook"] + arguments + ["--output", path])
    return try Workbook(contentsOf: path)
  }

  @Test func everyFormulaStandsWithWhatItComesTo() throws {
    let book = try workbook("Đắk Nông", "--year", "2019")
    #expect(
      book.sheets.map(\.name) == [
        "values", "rule", "scores", "published", "what_if", "what_if_scores", "as_published",
        "read_me",
      ])
    for sheet in book.sheets {
      let rows = try book.table(sheet: sheet.name).rows
      #expect(!rows.joined().contains(.uncalculated))
    }
    let known = try records("score", "--year", "2019")
    for name in ["scores", "what_if_scores"] {
      let computed = try Live.standings(book, name)
      for row in known {
        let standing = try #require(computed[try row.text("province")])
        // Sixteen digits are written.
        #expect(abs(standing.score - (try row.number("score"))) < 1e-14)
        #expect(standing.rank == (try row.number("rank")))
      }
    }
    let own = try #require(try known.first { try $0.text("province") == "Đắk Nông" })
    let whatIf = try book.table(sheet: "what_if")
    #expect(whatIf[5, 2].number == (try own.number("rank")))
    #expect(whatIf[6, 3] == .number(0))
    let next = try #require(try known.first { try $0.text("province") == whatIf[7, 2].text })
    #expect(try next.number("rank") == own.number("rank") - 1)
  }

  @Test func theFirstHasNobodyAbove() throws {
    let sheet = try workbook("An Giang", "--year", "2019").table(sheet: "what_if")
    #expect(sheet[5, 2] == .number(1))
    #expect(sheet[7, 2].isEmpty && sheet[9, 2].isEmpty)
  }

  @Test func withoutAProvinceThereIsNoWhatIf() throws {
    #expect(try workbook("--year", "2019").sheets.map(\.name).allSatisfy { !$0.hasPrefix("what") })
  }

  @Test func headingsAreInTheLanguageAndSheetsNotAndReadMeInBoth() throws {
    let book = try workbook("Đắk Nông", "--year", "2019", "--lang", "vi")
    #expect(try book.table(sheet: "scores")[1, 2] == .text("hạng"))
    #expect(try book.table(sheet: "values")[1, 2] == .text("Tiếp cận tài liệu quy hoạch"))
    let read = try book.table(sheet: "read_me")
    #expect(read[3, 1].description.hasPrefix("Ô nền vàng"))
    #expect(read[3, 2].description.hasPrefix("Yellow cells"))
    for sheet in book.sheets {
      for text in try book.table(sheet: sheet.name).rows.joined().compactMap(\.text) {
        #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
      }
    }
  }

  @Test func doubtsOnAFittedRuleStandInReadMe() throws {
    let outcome = MinhBach.outcome(arguments: ["score", "--year", "2010", "--format", "csv"])
    let note = try #require(
      outcome.standardError.split(separator: "\n").first { $0.contains("fitted") })
    let read = try workbook("--year", "2010").table(sheet: "read_me")
    #expect(read.rows.contains { "Note: " + ($0.first?.description ?? "") == note })
  }

  @Test func noMacroNoLinkAndTheSameBytesEachTime() throws {
    let folder = try TemporaryDirectory()
    for name in ["a", "b"] {
      _ = try answer(
        "workbook", "Đắk Nông", "--year", "2019", "--output", folder.file(name + ".xlsx"))
    }
    let first = try Data(contentsOf: URL(filePath: folder.file("a.xlsx")))
    #expect(first == (try Data(contentsOf: URL(filePath: folder.file("b.xlsx")))))
    // Names of parts stand in an archive as they are.
    for part in ["vbaProject", "externalLink"] { #expect(first.range(of: Data(part.utf8)) == nil) }
  }

  @Test func theTimeOfMakingIsToldByTheEnvironmentAlone() throws {
    #expect(try XLSXWriter.usual(environment: [:]).created == XLSXWriter.noTime)
    #expect(
      try XLSXWriter.usual(environment: ["SOURCE_DATE_EPOCH": "1600000000"]).created
        == 1_600_000_000)
    for wrong in ["yesterday", "-1", "0", "1e9"] {
      #expect(throws: (any Error).self) {
        try XLSXWriter.usual(environment: ["SOURCE_DATE_EPOCH": wrong])
      }
    }
  }

  @Test func whatCannotBeIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    expectRefusal(
      "Error: The workbook's name ends in .xlsx: --output x.csv does not.", code: 64,
      ["workbook", "--output", "x.csv"])
    expectRefusal(
      "Error: Missing expected argument '--output <file>'", code: 64,
      ["workbook", "--year", "2019"])
    #expect(MinhBachRun(["workbook", "Atlantis", "--output", path]).code == 64)
    #expect(MinhBachRun(["workbook", "--year", "2031", "--output", path]).code == 65)
    #expect(
      MinhBachRun(["workbook", "--subindex", "land_access", "--output", path]).code == 65)
    #expect(try folder.contents() == [])
  }

  @Test func anAnswerOfOursIsReadAsATableOfOnesOwn() throws {
    let folder = try TemporaryDirectory()
    let (csv, xlsx) = (folder.file("s.csv"), folder.file("s.xlsx"))
    for path in [csv, xlsx] {
      _ = try answer("score", "--year", "2019", "--quiet", "--output", path)
    }
    func ranks(_ path: String) throws -> Records {
      try records(
        "ranks", "--table", path, "--unit", "province", "--score", "score", "--error",
        "standard_error", "--draws", "1000")
    }
    let (sheet, text) = (Array(try ranks(xlsx)), Array(try ranks(csv)))
    #expect(sheet.count == 63 && text.count == 63)
    for (one, other) in zip(sheet, text) {
      #expect(try one.text("province") == other.text("province"))
      for column in ["rank", "tier", "likely_low", "simultaneous_high"] {
        #expect(try one.integer(column) == other.integer(column))
      }
      // A workbook has sixteen digits.
      #expect(abs(try one.number("score") - other.number("score")) < 1e-14)
    }
    #expect(
      try Workbook(contentsOf: xlsx).sheets.map(\.name)
        == ["transparency 2019", "charts", "settings"])
    // With notes, too: they stand on another sheet.
    _ = try answer("score", "--year", "2010", "--output", xlsx)
    #expect(try Workbook(contentsOf: xlsx).sheets.map(\.name).contains("notes"))
    #expect(try TableFile(xlsx).table().rowCount == 64)
  }

  @Test func whatStandsBesideATableIsNamedInTheLanguage() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("ranks.xlsx")
    _ = try answer(
      "ranks", "--year", "2019", "--draws", "1000", "--lang", "vi", "--output", path)
    let names = try Workbook(contentsOf: path).sheets.map(\.name)
    #expect(names == ["Tính minh bạch 2019", "biểu đồ", "ghi chú", "thiết lập"])
    #expect(
      try Workbook(contentsOf: path).table(sheet: "thiết lập").rows.first
        == [.text("thiết lập"), .text("giá trị")])
  }
}

import ArgumentParsing
import Glibc
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct OutputTests {
  private static let score = ["score", "--year", "2019"]

  @Test func csvForExcelHoldsTheFiguresOfTheCSV() throws {
    let text = try answer(Self.score + ["--excel-csv"])
    #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    let table = try CSVReader().table(bytes: Array(text.utf8), file: "a.csv")
    let grammar = try NumberGrammar(of: table)
    let plain = try records(Self.score)
    let excel = try Records(table, required: ["province", "score"])
    #expect(excel.count == 63)
    for (one, other) in zip(excel, plain) {
      #expect(try one.text("province") == other.text("province"))
      let expected = CellNumber.number(try other.number("score"), isPercentage: false)
      #expect(one.number("score", by: grammar) == expected)
    }
  }

  /// Quotes alone do not keep a program from computing.
  @Test(.enabled(if: LibreOffice.path != nil, LibreOffice.absence))
  func aSpreadsheetProgramComputesNoTextOfTheCSVForExcel() throws {
    let texts = ["=1+1", "+1+1", "-1+1", "@SUM(1)"]
    let table = Table(
      title: nil, columns: ["a"], rows: texts.map { [.text($0)] } + [[.number(-2)]])
    func cells(_ writer: CSVWriter) throws -> [Cell] {
      let book = try LibreOffice.opened(writer.string(table))
      return try book.table(sheet: book.sheets[0].name).rows.dropFirst().map { $0[0] }
    }
    #expect(try cells(CSVWriter(separator: ";")).contains(.number(2)))
    #expect(try cells(.forVietnameseExcel) == texts.map { .text("'" + $0) } + [.number(-2)])
  }

  @Test func csvForExcelIsCSVAndNothingElse() throws {
    expectRefusal(
      "Error: --excel-csv is a form of CSV: leave out --format.", code: 64,
      Self.score + ["--excel-csv", "--format", "json"])
    expectRefusal(
      "Error: --excel-csv writes CSV: name a file that ends in .csv.", code: 64,
      Self.score + ["--excel-csv", "--output", "a.xlsx"])
  }

  @Test func lettersAreSetOffUnlessTheEnvironmentSaysNo() {
    #expect(OutputOptions.isStyled(["TERM": "xterm-256color"]))
    #expect(OutputOptions.isStyled([:]))
    #expect(OutputOptions.isStyled(["NO_COLOR": ""]))
    #expect(!OutputOptions.isStyled(["NO_COLOR": "1"]))
    #expect(!OutputOptions.isStyled(["TERM": "dumb"]))
  }

  @Test func anAnswerThatNobodyWatchesHasNoEscapeSequence() throws {
    #expect(try !answer(Self.score).contains("\u{1B}"))
  }

  @Test func aTerminalTellsHowWideItIs() throws {
    var (person, program): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 72, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe openpty(&person, &program, nil, nil, &size) == 0)
    defer { for descriptor in [person, program] { _ = close(descriptor) } }
    #expect(StandardStreams(output: program, error: program).outputColumns == 72)
    let file = unsafe open("/dev/null", O_WRONLY)
    defer { _ = close(file) }
    #expect(StandardStreams(output: file, error: program).outputColumns == nil)
  }
}

import FoundationEssentials
import Testing

@testable import Tables

/// What the fuzzers found worth keeping is read again: each is a table or an error of the library.
///
/// The files stand for every way through the readers that `make fuzz` has come upon; one that
/// crashed the program is kept among them after the fix.
@Suite(.timeLimit(.minutes(1))) struct FuzzingCorpusTests {
  /// The inputs of one fuzzer.
  private func inputs(_ entry: String, file: String = #filePath) throws -> [[UInt8]] {
    let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let folder = root.joined(separator: "/") + "/Fuzzing/Corpus/\(entry)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    try #require(names.count > 20)
    return try names.map { try InputFile.bytes(of: folder + "/" + $0) }
  }

  /// Small workbooks that once asked for gigabytes or hours.
  @Test(arguments: [
    ("wide-first-row.xlsx", nil),
    (
      "many-sheets.xlsx",
      "x, part xl/workbook.xml, line 1: more than 1000 sheets; save the workbook again in a "
        + "spreadsheet program"
    ),
    (
      "sheets-of-one-part.xlsx",
      "x is damaged or cut short (two sheets lead to \"xl/worksheets/sheet1.xml\"); copy or "
        + "download it again"
    ),
  ])
  func aWorkbookThatAskedForTooMuchIsReadOrRefused(name: String, expected: String?) throws {
    let bytes = try InputFile.bytes(of: referenceFile("Hostile/" + name))
    #expect(
      message {
        let workbook = try Workbook(bytes: bytes, file: "x")
        for sheet in workbook.sheets { _ = try workbook.table(sheet: sheet.name) }
      } == expected)
  }

  private func expectTableError(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      #expect(error is TableError)
      // Places, remedies and what is quoted of a file fit a screen.
      #expect("\(error)".utf8.count < 4_000)
    }
  }

  private func readAll(_ bytes: [UInt8]) {
    expectTableError {
      let workbook = try Workbook(bytes: bytes, file: "x")
      for sheet in workbook.sheets {
        expectTableError { _ = try workbook.table(sheet: sheet.name) }
      }
    }
  }

  @Test(arguments: ["XLS", "XLSX"])
  func workbooksAreTablesOrErrors(entry: String) throws {
    for bytes in try inputs(entry) { readAll(bytes) }
  }

  /// The first byte tells which part the others are.
  @Test func partsOfWorkbooksAreTablesOrErrors() throws {
    let parts = [
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels",
    ]
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row>"
    let valid = WorkbookFixture(rows: row, sharedStrings: "<si><t>a</t></si><si><t>b</t></si>")
    for bytes in try inputs("XLSXParts") {
      var fixture = valid
      let name = parts[Int(bytes.first ?? 0) % parts.count]
      let index = try #require(fixture.parts.firstIndex { $0.name == name })
      fixture.parts[index].content = Array(bytes.dropFirst())
      readAll(try fixture.bytes())
    }
  }

  @Test(arguments: ["CSV", "LongTable"])
  func textsAreTablesOrErrorsInEveryEncoding(entry: String) throws {
    for bytes in try inputs(entry) {
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        expectTableError {
          _ = try CSVReader(encoding: encoding).table(bytes: bytes, file: "x")
        }
      }
    }
  }

  @Test func longTablesAreArraysOrErrors() throws {
    for bytes in try inputs("LongTable") {
      expectTableError {
        _ = try LongTable(
          bytes: bytes, file: "x",
          LongTable.Options(
            columns: ["unit", "year", "indicator", "value"], separator: nil, threads: 2,
            valueLimit: 1 << 16))
      }
    }
  }
}

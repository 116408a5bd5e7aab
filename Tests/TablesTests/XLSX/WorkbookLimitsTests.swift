import Testing

@testable import Tables

/// Small files that ask for much: each is refused by what it asks for, before it is given.
@Suite struct WorkbookLimitsTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  /// A row used to hand its capacity to every row after it: 200 kB of rows asked for 400 GB.
  @Test func aWideRowLeavesNoRoomToTheRowsAfterIt() throws {
    let narrow = String(repeating: "<row><c><v>1</v></c></row>", count: 100)
    let fixture = WorkbookFixture(rows: "<row><c r=\"XFD1\"><v>1</v></c></row>" + narrow)
    let rows = try fixture.rows()
    #expect(rows.map(\.count) == [16_384] + [Int](repeating: 1, count: 100))
    // The first of them may have the room that the wide one took.
    #expect(rows.dropFirst(2).allSatisfy { $0.capacity < 16 })
  }

  @Test func aClaimOfTwoGigabytesIsRefusedBeforeAnythingIsUnpacked() throws {
    var bytes = try WorkbookFixture().bytes()
    ZipFixture.patch(
      localOffset: 22, with: ZipFixture.littleEndian(2 << 30), of: Self.sheet, in: &bytes)
    let workbook = try Workbook(bytes: bytes, file: "book.xlsx")
    #expect(
      message { try workbook.table(sheet: "Data") }
        == "book.xlsx, part xl/worksheets/sheet1.xml unpacks to more than 512 MiB; "
        + "split the workbook")
  }

  @Test func aTextWithoutEndIsRefused() throws {
    let text = String(repeating: "0123456789abcdef", count: 1 << 16)
    func cell(_ text: String) -> String {
      "<row><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    }
    #expect(try WorkbookFixture(rows: cell(text)).rows() == [[.text(text)]])
    #expect(
      message { try WorkbookFixture(rows: cell(text + "x")).rows() }
        == "book.xlsx, part xl/worksheets/sheet1.xml, line 2: a text of more than 1 MiB; "
        + "save the workbook again in a spreadsheet program")
    #expect(
      message { try WorkbookFixture(sharedStrings: "<si><t>\(text + "x")</t></si>").workbook() }
        == "book.xlsx, part xl/sharedStrings.xml, line 2: a text of more than 1 MiB; "
        + "save the workbook again in a spreadsheet program")
  }

  @Test func moreSharedStringsThanTheLimitAreRefused() throws {
    let bytes = try WorkbookFixture(sharedStrings: "<si/><si/><si/>").bytes()
    let archive = try ZipArchive(bytes, file: "book.xlsx")
    let part = "xl/sharedStrings.xml"
    try XMLPart.read(part, of: archive, with: SharedStringsHandler(limit: 3))
    #expect(
      message { try XMLPart.read(part, of: archive, with: SharedStringsHandler(limit: 2)) }
        == "book.xlsx, part xl/sharedStrings.xml, line 2: more than 2 shared strings; "
        + "save the workbook again in a spreadsheet program")
  }

  /// Looking for each name among those before it took minutes for 300,000 of them.
  @Test func moreSheetsThanTheLimitAreRefused() throws {
    let sheets = (1...1_001).map { (name: "\($0)", rows: "") }
    let workbook = try WorkbookFixture(sheets: Array(sheets.prefix(1_000))).workbook()
    #expect(workbook.sheets.count == 1_000)
    #expect(
      message { try workbook.table(sheet: "no") }
        == "book.xlsx: there is no sheet \"no\"; the sheets are "
        + (1...20).map { "\"\($0)\"" }.joined(separator: ", ") + " and 980 more")
    #expect(
      message { try WorkbookFixture(sheets: sheets).workbook() }
        == "book.xlsx, part xl/workbook.xml, line 2: more than 1000 sheets; "
        + "save the workbook again in a spreadsheet program")
  }

  @Test func twoSheetsOfOnePartAreRefused() {
    var fixture = WorkbookFixture(sheets: [("A", ""), ("B", "")])
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId2", "worksheet", "../xl/Worksheets/SHEET1.xml"),
    ])
    #expect(
      message { try fixture.workbook() }
        == "book.xlsx is damaged or cut short (two sheets lead to \"xl/Worksheets/SHEET1.xml\"); "
        + "copy or download it again")
  }

  @Test func moreEntriesThanTheLimitAreRefused() throws {
    var fixture = WorkbookFixture()
    fixture.parts += (0..<(65_537 - fixture.parts.count)).map { ("x\($0)", []) }
    #expect(
      message { try fixture.workbook() }
        == "book.xlsx is damaged or cut short (more than 65536 entries); copy or download it again")
  }

  @Test func aNULByteInAPartIsRefused() {
    var fixture = WorkbookFixture()
    fixture[Self.sheet] = "<worksheet><sheetData>\n<row><c><v>1\0</v></c></row></sheetData>"
    #expect(
      message { try fixture.rows() }
        == "book.xlsx, part xl/worksheets/sheet1.xml, line 3: not well-formed (invalid token); "
        + "save the workbook again in a spreadsheet program")
  }

  @Test func aMillionColumnsAreRefusedAtTheFirstThatCannotBe() {
    // Short, since a part of 8 MiB that is all repetition is refused for that.
    let cells = String(repeating: "<c/>", count: 1_000_000)
    #expect(
      message { try WorkbookFixture(rows: "<row>\(cells)</row>").rows() }
        == "book.xlsx, sheet \"Data\", cell XFE1: a sheet ends at row 1048576 and column XFD")
  }
}

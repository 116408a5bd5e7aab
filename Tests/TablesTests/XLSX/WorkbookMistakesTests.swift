import TestSupport
import Testing

@testable import Tables

@Suite struct WorkbookMistakesTests {
  @Test(arguments: [
    ("<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>", "A1: \"1,5\" is not a number"),
    ("<row r=\"1\"><c r=\"A1\"><v>nan</v></c></row>", "A1: \"nan\" is not a number"),
    (
      "<row r=\"12\"><c r=\"F12\" t=\"s\"><v>2</v></c></row>",
      "F12: \"2\" is not the number of a shared string"
    ),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "A1: \"-1\" is not the number of a shared string"),
    ("<row><c t=\"s\"><v>x</v></c></row>", "A1: \"x\" is not the number of a shared string"),
    ("<row><c t=\"b\"><v>yes</v></c></row>", "A1: \"yes\" is not a truth value"),
    ("<row><c/><c t=\"z\"/></row>", "B1: \"z\" is not a type of cell"),
    ("<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"><v>1</v></c></row>", "B1: the cell is given twice"),
    ("<row r=\"1\"><c r=\"C1\"/><c r=\"B1\"/></row>", "B1: the cell stands after a later one"),
    ("<row r=\"2\"/><row r=\"2\"/>", "A2: the cell is given twice"),
    ("<row r=\"2\"/><row r=\"1\"/>", "A1: the cell stands after a later one"),
    ("<row r=\"1\"><c r=\"A2\"/></row>", "A1: \"A2\" is not a reference to a cell of this row"),
    ("<row r=\"1\"><c/><c r=\"2\"/></row>", "B1: \"2\" is not a reference to a cell of this row"),
    ("<row r=\"1\"><c r=\"A\"/></row>", "A1: \"A\" is not a reference to a cell of this row"),
    ("<row r=\"1\"><c r=\"\"/></row>", "A1: \"\" is not a reference to a cell of this row"),
    ("<row r=\"1\"><c r=\"A1 \"/></row>", "A1: \"A1 \" is not a reference to a cell of this row"),
    ("<row r=\"0\"/>", "A1: \"0\" is not a reference to a cell of this row"),
    ("<row r=\"1048577\"/>", "A1048577: a sheet ends at row 1048576 and column XFD"),
    (
      "<row r=\"9999999999999999999\"/>",
      "A1: \"9999999999999999999\" is not a reference to a cell of this row"
    ),
    ("<row r=\"1048576\"/><row/>", "A1048577: a sheet ends at row 1048576 and column XFD"),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", "XFE1: a sheet ends at row 1048576 and column XFD"),
    (
      "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
      "XFE1: a sheet ends at row 1048576 and column XFD"
    ),
  ])
  func aFaultyCellIsNamed(rows: String, expected: String) {
    let fixture = WorkbookFixture(
      rows: rows, sharedStrings: "<si><t>a</t></si><si><t>b</t></si>")
    #expect(message { try fixture.rows() } == "book.xlsx, sheet \"Data\", cell \(expected)")
  }

  @Test(
    arguments: [
      ([], "x.xlsx is empty; copy or download it again"),
      (
        Array("a,b\n".utf8),
        "x.xlsx is neither an .xlsx nor an .xls workbook; save it as one in a spreadsheet program"
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
        "x.xlsx is damaged or cut short (its header ends early); copy or download it again"
      ),
      (
        Array("PK\u{3}\u{4} and no more".utf8),
        "x.xlsx is damaged or cut short (Not a zip archive); copy or download it again"
      ),
    ] as [([UInt8], String)])
  func aFileThatIsNoWorkbookIsRefused(bytes: [UInt8], expected: String) {
    #expect(message { try Workbook(bytes: bytes, file: "in/x.xlsx") } == expected)
  }

  @Test func aFileIsReadOrNamed() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("no.xlsx")
    #expect(throws: TableError.missingFile(path)) { try Workbook(contentsOf: path) }
  }

  @Test func aZipThatIsNoWorkbookIsRefused() throws {
    let expected =
      "book.xlsx is a zip archive but not an .xlsx workbook; check that it is the right file"
    var document = WorkbookFixture()
    document["[Content_Types].xml"] = document["[Content_Types].xml"]?
      .replacing("spreadsheetml.sheet", with: "wordprocessingml.document")
    var noTypes = WorkbookFixture()
    noTypes["[Content_Types].xml"] = nil
    var noRelationships = WorkbookFixture()
    noRelationships["_rels/.rels"] = nil
    var noDocument = WorkbookFixture()
    noDocument["_rels/.rels"] = WorkbookFixture.relationships([])
    for fixture in [document, noTypes, noRelationships, noDocument] {
      #expect(message { try fixture.workbook() } == expected)
    }
    var binary = WorkbookFixture()
    binary["[Content_Types].xml"] = binary["[Content_Types].xml"]?
      .replacing(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        with: "vnd.ms-excel.sheet.binary.macroEnabled.main")
    #expect(
      message { try binary.workbook() }
        == "book.xlsx is a binary .xlsb workbook; save it as .xlsx in a spreadsheet program")
  }

  @Test(
    arguments: [
      (
        "xl/_rels/workbook.xml.rels", WorkbookFixture.relationships([]),
        "xl/workbook.xml: the sheet \"Data\" refers to \"rId1\", which leads nowhere"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"worksheet\" Target=\"http://x/y\" "
          + "TargetMode=\"External\"/></Relationships>",
        "xl/workbook.xml: the sheet \"Data\" refers to \"rId1\", which leads nowhere"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        WorkbookFixture.relationships([("rId1", "worksheet", "sheets/1.xml")]),
        "xl/sheets/1.xml is missing"
      ),
      ("xl/_rels/workbook.xml.rels", nil, "xl/_rels/workbook.xml.rels is missing"),
      ("xl/workbook.xml", nil, "xl/workbook.xml is missing"),
      (
        "xl/_rels/workbook.xml.rels", "<Relationships>\n<Relationship Id=\"a\"/></Relationships>",
        "xl/_rels/workbook.xml.rels, line 3: a relationship without Id, Type or Target"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        WorkbookFixture.relationships([("a", "worksheet", "x"), ("a", "worksheet", "y")]),
        "xl/_rels/workbook.xml.rels, line 2: two relationships are called \"a\""
      ),
      (
        "xl/workbook.xml", WorkbookFixture.workbook("<sheet sheetId=\"1\" r:id=\"rId1\"/>"),
        "xl/workbook.xml, line 2: a sheet without name or id"
      ),
      (
        "xl/workbook.xml",
        WorkbookFixture.workbook(
          "<sheet name=\"A\" r:id=\"rId1\"/>\n<sheet name=\"A\" r:id=\"rId1\"/>"),
        "xl/workbook.xml, line 3: two sheets are called \"A\""
      ),
    ] as [(String, String?, String)])
  func brokenRelationshipsAreNamed(part: String, content: String?, expected: String) {
    var fixture = WorkbookFixture()
    fixture[part] = content
    #expect(
      message { try fixture.workbook() }
        == "book.xlsx, part \(expected); save the workbook again in a spreadsheet program")
  }

  @Test(arguments: [
    ("<worksheet><sheetData>\n<row></c></row></sheetData></worksheet>", 3, "mismatched tag"),
    ("<worksheet><sheetData>\n", 3, "no element found"),
    ("<worksheet>&nbsp;</worksheet>", 2, "undefined entity"),
    ("<worksheet a=1/>", 2, "not well-formed (invalid token)"),
    ("<worksheet/><worksheet/>", 2, "junk after document element"),
    ("<chartsheet/>", 2, "the outermost element is \"chartsheet\", not \"worksheet\""),
  ])
  func malformedXMLIsNamedByPartAndLine(content: String, line: Int, reason: String) {
    var fixture = WorkbookFixture()
    fixture["xl/worksheets/sheet1.xml"] = content
    #expect(
      message { try fixture.rows() }
        == "book.xlsx, part xl/worksheets/sheet1.xml, line \(line): \(reason); "
        + "save the workbook again in a spreadsheet program")
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct WorkbookTests {
  @Test func valuesAreReadAsStored() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="5"><v>42736</v></c>\
        <c r="C1"><v>1.0000000000000001E-2</v></c><c r="D1" t="n"><v>-3</v></c>\
        <c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c>\
        <c r="G1" t="e"><v>#DIV/0!</v></c><c r="H1" t="d"><v>2017-01-01</v></c></row>
        """, sharedStrings: "<si><t>no</t></si><si><t>Huế</t></si>")
    #expect(
      try fixture.rows() == [
        [
          .text("Huế"), .number(42736), .number(0.010000000000000001), .number(-3),
          .boolean(true), .boolean(false), .error("#DIV/0!"), .text("2017-01-01"),
        ]
      ])
  }

  @Test func richTextIsJoinedWithoutPhoneticRuns() throws {
    let strings = """
      <si><r><rPr><b/></rPr><t xml:space="preserve">Thừa </t></r><r><t>Thiên</t></r></si>\
      <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>\
      <si><t xml:space="preserve"> a  b </t></si><si><t/></si><si/>\
      <si><t>&lt;x&gt; &amp; &quot;y&quot; &#x1EBF;</t></si>
      """
    let rows = """
      <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>\
      <c t="s"><v>4</v></c><c t="s"><v>5</v></c></row>
      """
    #expect(
      try WorkbookFixture(rows: rows, sharedStrings: strings).rows() == [
        [
          .text("Thừa Thiên"), .text("東京"), .text(" a  b "), .empty, .empty,
          .text("<x> & \"y\" ế"),
        ]
      ])
  }

  @Test func inlineStringsNeedNoSharedTable() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>Huế</t></is></c>\
      <c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh>\
      </is></c><c r="C1" t="inlineStr"><is><t/></is></c><c r="D1"><v>1</v></c></row>
      """
    #expect(
      try WorkbookFixture(rows: rows).rows() == [
        [.text("Huế"), .text("ab"), .empty, .number(1)]
      ])
  }

  @Test func aFormulaIsItsStoredValueAndOneWithoutSaysSo() throws {
    let rows = """
      <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C1</f></c>\
      <c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="str"><f>""</f><v></v></c>\
      <c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f t="shared" si="0"/><v/></c>\
      <c r="G1" t="b"><f>TRUE</f><v>1</v></c></row>
      """
    #expect(
      try WorkbookFixture(rows: rows).rows() == [
        [
          .number(2), .uncalculated, .text("a"), .empty, .error("#DIV/0!"), .uncalculated,
          .boolean(true),
        ]
      ])
  }

  @Test func cellsAndRowsWithoutReferencesFollowTheOnesBefore() throws {
    let rows = """
      <row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row>\
      <row><c r="b5"><v>5</v></c></row>
      """
    #expect(
      try WorkbookFixture(rows: rows).rows() == [
        [.number(1), .empty, .empty, .number(2), .number(3)], [], [], [.number(4)],
        [.empty, .number(5)],
      ])
  }

  @Test func cellsWithoutValuesAreNotStored() throws {
    let styled = (1...1024).map { "<c r=\"\(Location.columnName($0))1\" s=\"3\"/>" }.joined()
    let rows = """
      <row r="1" spans="1:1024">\(styled)</row><row r="2"><c r="A2"><v>1</v></c>\
      <c r="XFD2" s="1"/></row><row r="3" ht="20"/><row r="900" ht="20"><c r="A900" s="2"/></row>
      """
    #expect(try WorkbookFixture(rows: rows).rows() == [[], [.number(1)]])
  }

  @Test func theLastRowOfASheetIsReached() throws {
    let rows = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>"
    let read = try WorkbookFixture(rows: rows).rows()
    #expect(read.count == 1_048_576)
    #expect(read.last?.count == 16_384)
    #expect(read.last?.last == .number(7))
    #expect(read.dropLast().allSatisfy { $0.isEmpty })
  }

  @Test func escapedCharactersAreRestored() throws {
    let rows = """
      <row><c t="inlineStr"><is><t>a_x000D_&#10;b_x005F_x000D_</t></is></c>\
      <c t="str"><v>_x0041__xD800_</v></c></row>
      """
    #expect(
      try WorkbookFixture(rows: rows).rows() == [[.text("a\r\nb_x000D_"), .text("A_xD800_")]])
  }

  @Test func sheetsAreListedInOrderWithTheirState() throws {
    var fixture = WorkbookFixture(sheets: [("A", ""), ("B", ""), ("C", ""), ("D", "")])
    fixture["xl/workbook.xml"] = WorkbookFixture.workbook(
      """
      <sheet name="Law &amp; Order" sheetId="9" r:id="rId3"/>\
      <sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId1"/>\
      <sheet name="Chart" sheetId="3" r:id="rId4"/>\
      <sheet name="Deep" sheetId="4" state="veryHidden" r:id="rId2"/>
      """)
    fixture["xl/_rels/workbook.xml.rels"] = fixture["xl/_rels/workbook.xml.rels"]?
      .replacing("worksheet\" Target=\"worksheets/sheet4", with: "chartsheet\" Target=\"x/y4")
    let workbook = try fixture.workbook()
    #expect(workbook.file == "book.xlsx")
    #expect(workbook.sheets.map(\.name) == ["Law & Order", "Ẩn", "Deep"])
    #expect(workbook.sheets.map(\.state) == [.visible, .hidden, .veryHidden])
    #expect(
      message { try workbook.table(sheet: "Chart") }
        == "book.xlsx: there is no sheet \"Chart\"; the sheets are \"Law & Order\", \"Ẩn\", \"Deep\""
    )
  }

  @Test(arguments: [
    "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml",
    "../xl/worksheets/sheet1.xml", "../../../xl/worksheets/sheet1.xml", "Worksheets/SHEET1.xml",
  ])
  func targetsAreRelativeOrAbsolute(target: String) throws {
    var fixture = WorkbookFixture(rows: "<row><c><v>1</v></c></row>")
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.relationships(
      [("rId1", "worksheet", target)])
    #expect(try fixture.rows() == [[.number(1)]])
  }

  @Test func theWorkbookMayHaveAnyNameAndPrefixes() throws {
    var fixture = WorkbookFixture()
    fixture["[Content_Types].xml"] =
      "<Types><Default Extension=\"XML\" "
      + "ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
    fixture["_rels/.rels"] = """
      <p:Relationships xmlns:p="x"><p:Relationship Id="a" \
      Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" \
      Target="/book.xml"/></p:Relationships>
      """
    fixture["book.xml"] =
      "<x:workbook xmlns:x=\"m\" xmlns:q=\"r\"><x:sheets><x:sheet name=\"S\" q:id=\"k\"/>"
      + "</x:sheets></x:workbook>"
    fixture["_rels/book.xml.rels"] = WorkbookFixture.relationships(
      [("k", "worksheet", "one.xml")])
    fixture["one.xml"] =
      "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>"
      + "</x:sheetData></x:worksheet>"
    #expect(try fixture.rows() == [[.number(1)]])
  }

  @Test func aTableKnowsItsPlace() throws {
    let folder = try TemporaryDirectory()
    let fixture = WorkbookFixture(rows: "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>")
    let path = try folder.write(fixture.bytes(), as: "PCI.xlsx")
    let table = try Workbook(contentsOf: path).table(sheet: "Data")
    #expect(table.location(row: 3, column: 2).description == "PCI.xlsx, sheet \"Data\", cell B3")
    #expect(table[3, 2] == .number(1))
  }

  @Test func anEmptySheetHasNoRows() throws {
    #expect(try WorkbookFixture(rows: "").rows() == [])
  }
}

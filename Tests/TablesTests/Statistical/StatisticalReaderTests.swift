import TestSupport
import Testing

@testable import Tables

@Suite struct StatisticalReaderTests {
  private static let share = Double(Float(0.1))
  private static let header: [Cell] =
    ["province", "income", "size", "share"].map { Cell.text($0) }

  /// The survey of `make_statistical.py` with its provinces and the values a format keeps.
  private func survey(
    _ provinces: [String], income: Cell = .number(-1e300), size: Cell = .number(9)
  ) -> [[Cell]] {
    [
      Self.header,
      [.text(provinces[0]), .number(79.25), .number(1), .number(Self.share)],
      [.text(provinces[1]), .empty, .number(2), .number(0.5)],
      [.empty, income, size, .number(1)],
    ]
  }

  private func table(_ name: String, usingLabels: Bool = false) throws -> Table {
    try StatisticalReader(usingLabels: usingLabels).table(contentsOf: referenceFile(name))
  }

  @Test(arguments: ["stata118.dta", "stata119-big-endian.dta"])
  func aStataFileIsRead(name: String) throws {
    let table = try table(name)
    #expect(table.file == name)
    #expect(table.rows == survey(["Thừa Thiên – Huế", "Đắk Nông"]))
    #expect(
      table.notes.texts == [
        "province: Tỉnh, thành phố", "income: Household income", "size: Size of firm",
      ])
  }

  @Test(arguments: ["stata114.dta", "stata117-big-endian.dta"])
  func anOldStataFileIsReadAsWindows1252(name: String) throws {
    let table = try table(name, usingLabels: true)
    var expected = survey(["Orléans", "Zürich"])
    expected[1][2] = .text("bé")
    expected[2][2] = .text("Größe")
    #expect(table.rows == expected)
    #expect(
      table.notes.texts == [
        "province: Région", "income: Household income", "size: Size of firm",
        "read as Windows-1252",
      ])
  }

  @Test func longStringsAreRead() throws {
    let table = try table("stata118-strl.dta")
    #expect(table.rows == survey([String(repeating: "Huế ", count: 600), "Đắk Nông"]))
  }

  @Test(arguments: ["spss.sav", "spss.zsav", "spss-rows.sav"])
  func anSPSSFileIsReadAndItsUserMissingValuesAreEmpty(name: String) throws {
    let table = try table(name)
    #expect(
      table.rows == survey(["Thừa Thiên – Huế", "Đắk Nông"], income: .empty, size: .empty))
    #expect(
      table.notes.texts == [
        "province: Tỉnh, thành phố", "income: Household income", "size: Size of firm",
      ])
  }

  @Test(arguments: ["stata118.dta", "stata118-strl.dta", "spss.sav", "spss.zsav"])
  func aValueWithALabelBecomesItsTextWhereAsked(name: String) throws {
    let codes = try table(name)
    let labels = try table(name, usingLabels: true)
    #expect(labels[2, 3] == .text("nhỏ"))
    #expect(labels[3, 3] == .text("lớn"))
    // 9 has no label in Stata, and is missing in SPSS.
    #expect(labels[4, 3] == codes[4, 3])
    for column in [1, 2, 4] {
      #expect((1...4).allSatisfy { labels[$0, column] == codes[$0, column] })
    }
  }

  @Test func aVeryLongTextAndTheLabelOfATextAreRead() throws {
    let table = try table("spss-long.sav", usingLabels: true)
    // SPSS drops spaces at the end.
    let long = String(repeating: "Huế ", count: 99) + "Huế"
    #expect(table.rows == survey([long, "Tây Nguyên"]))
  }

  @Test(arguments: [104, 105, 108, 110, 111, 113, 114, 115, 117, 118, 119] as [UInt8])
  func everyVersionOfStataFilesIsRead(version: UInt8) throws {
    var fixture = StatisticalFixture(
      rows: [
        (.number(-5), .text(Array("Hue".utf8))), (.missing, .text([])),
        (.number(2_000_000_000), .text(Array("01234567890123456789".utf8))),
      ])
    // Labels with values of their own came with version 108.
    if version >= 108 { fixture.labels = [(-5, "loss")] }
    let bytes = try fixture.bytes(.dta(version: version))
    let table = try StatisticalReader().table(bytes: bytes, file: "in/x.dta")
    #expect(table.file == "x.dta")
    #expect(
      table.rows == [
        [.text("n"), .text("s")], [.number(-5), .text("Hue")], [.empty, .empty],
        [.number(2_000_000_000), .text("01234567890123456789")],
      ])
    #expect(table.notes.texts == ["s: Name"])
    let labelled = try StatisticalReader(usingLabels: true).table(bytes: bytes, file: "x.dta")
    #expect(labelled[2, 1] == (version >= 108 ? .text("loss") : .number(-5)))
  }

  @Test(arguments: [113, 118] as [UInt8])
  func aMissingValueOfAnyKindIsEmpty(version: UInt8) throws {
    let fixture = StatisticalFixture(
      rows: [(.tagged("a"), .text([])), (.tagged("z"), .text([])), (.missing, .text([]))],
      labels: [(1, "one")])
    let bytes = try fixture.bytes(.dta(version: version))
    let table = try StatisticalReader(usingLabels: true).table(bytes: bytes, file: "x.dta")
    #expect(table.rows.dropFirst().allSatisfy { $0 == [.empty, .empty] })
  }

  @Test func theEncodingMayBeTold() throws {
    let stored: [UInt8] = [0x48, 0x75, 0xEA, 0xEC]
    let fixture = StatisticalFixture(
      rows: [(.missing, .text(stored)), (.missing, .text(Array("x".utf8)))])
    let bytes = try fixture.bytes(.dta(version: 114))
    let told = try StatisticalReader(encoding: .windows1258).table(bytes: bytes, file: "x.dta")
    #expect(told.rows.map { $0[1] } == [.text("s"), .text("Huế"), .text("x")])
    #expect(told.notes.texts == ["s: Name"])
    let supposed = try StatisticalReader().table(bytes: bytes, file: "x.dta")
    #expect(supposed[2, 2] == .text("Huêì"))
    #expect(supposed.notes.texts == ["s: Name", "read as Windows-1252"])
    let western = try StatisticalReader(encoding: .windows1252).table(bytes: bytes, file: "x.dta")
    #expect(western.rows == supposed.rows)
    #expect(western.notes.texts == ["s: Name"])
  }

  /// The iconv that ReadStat uses would move the last letter of each text to the next.
  @Test func anSPSSFileInTheVietnameseCodePageIsRead() throws {
    let stored: [UInt8] = [0x48, 0x75, 0xEA, 0xEC]
    let fixture = StatisticalFixture(
      rows: [(.number(1), .text(stored)), (.number(2), .text(stored))],
      labels: [(1, "one"), (2, "two")])
    var bytes = try fixture.bytes(.sav)
    // Record 7 of subtype 3, by its header: eight numbers, the last of which is the code page.
    let told = try #require(bytes.firstRange(of: [7, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0]))
    let codePage = told.upperBound + 28
    bytes.replaceSubrange(codePage..<codePage + 2, with: [0xEA, 0x04])
    let table = try StatisticalReader(usingLabels: true).table(bytes: bytes, file: "x.sav")
    #expect(
      table.rows == [
        [.text("n"), .text("s")], [.text("one"), .text("Huế")], [.text("two"), .text("Huế")],
      ])
    #expect(table.notes.texts == ["s: Name"])
  }

  @Test func aTextThatIsNotWellFormedIsMendedAndNoted() throws {
    let fixture = StatisticalFixture(rows: [(.missing, .text([0x48, 0xEA])), (.missing, .missing)])
    let table = try StatisticalReader().table(
      bytes: fixture.bytes(.dta(version: 118)), file: "x.dta")
    #expect(table[2, 2] == .text("H\u{FFFD}"))
    #expect(
      table.notes.texts == ["s: Name", "texts that were not well-formed and have \u{FFFD} now: 1"])
  }

  @Test(arguments: [.dta(version: 114), .dta(version: 118), .sav] as [StatisticalFixture.Format])
  func aFileWithoutRowsHasItsHeader(format: StatisticalFixture.Format) throws {
    let bytes = try StatisticalFixture().bytes(format)
    let table = try StatisticalReader().table(bytes: bytes, file: "x")
    #expect(table.rows == [[.text("n"), .text("s")]])
  }

  @Test func recordsAreReadByTheNamesOfTheVariables() throws {
    let records = try Records(table("spss.sav"), required: ["province", "size"])
    #expect(try records[1].integer("size") == 2)
    #expect(try records[1].optionalNumber("income") == nil)
    #expect(records[0].location("size").description == "spss.sav, line 2, column 3")
  }
}

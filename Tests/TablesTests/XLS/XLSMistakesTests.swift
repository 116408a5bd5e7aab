import Testing

@testable import Tables

@Suite struct XLSMistakesTests {
  private static let hugeRow = BIFF.record(
    0x00BD, [0, 0, 254, 0] + [UInt8](repeating: 0, count: 18) + [0, 1])

  @Test(
    arguments: [
      (BIFF.sharedString(11, 5, 1), "F12: \"1\" is not the number of a shared string"),
      (
        BIFF.sharedString(0, 0, 0xFFFF_FFFF),
        "A1: \"4294967295\" is not the number of a shared string"
      ),
      (BIFF.boolean(0, 0, 2), "A1: \"2\" is not a truth value"),
      (BIFF.formula(0, 0, kind: 1, 7), "A1: \"7\" is not a truth value"),
      (BIFF.error(0, 1, 0x2C), "B1: 44 is not the code of an error value"),
      (BIFF.formula(0, 1, kind: 2, 1), "B1: 1 is not the code of an error value"),
      (BIFF.formula(0, 1, kind: 4), "B1: 4 is not a kind of formula value"),
      (BIFF.number(0, 0, .nan), "A1: \"nan\" is not a number"),
      (BIFF.number(0, 0, .infinity), "A1: \"inf\" is not a number"),
      (BIFF.formula(0, 0, -.infinity), "A1: \"-inf\" is not a number"),
      (BIFF.rk(0, 0, 0x7FF0_0000), "A1: \"inf\" is not a number"),
      (BIFF.number(1, 1, 1) + BIFF.rk(1, 1, 6), "B2: the cell is given twice"),
      (
        BIFF.number(0, 256, 1), "IW1: a sheet of an .xls workbook ends at row 65536 and column IV"
      ),
      (BIFF.blank(8, 256), "IW9: a sheet of an .xls workbook ends at row 65536 and column IV"),
      (
        BIFF.label(0, 65_535, "a"),
        "CRXP1: a sheet of an .xls workbook ends at row 65536 and column IV"
      ),
      (hugeRow, "IW1: a sheet of an .xls workbook ends at row 65536 and column IV"),
      (
        BIFF.multipleBlanks(0, 255, count: 2),
        "IW1: a sheet of an .xls workbook ends at row 65536 and column IV"
      ),
      (
        BIFF.formula(0, 0, kind: 0),
        "A1: the text that is the formula's value is missing"
      ),
      (
        BIFF.formula(3, 0, kind: 0) + BIFF.number(4, 0, 1) + BIFF.formulaText("a"),
        "A4: the text that is the formula's value is missing"
      ),
    ] as [([UInt8], String)])
  func aFaultyCellIsNamed(records: [UInt8], expected: String) {
    #expect(
      message { try XLSFixture(records, strings: ["a"]).rows() }
        == "book.xls, sheet \"Data\", cell \(expected)")
  }

  /// The sheet begins at byte 52, after the globals: a BOF of 20 bytes, a BOUNDSHEET of 16, an SST
  /// of 12 and an EOF of 4; its first record follows a BOF of 20.
  @Test(
    arguments: [
      (BIFF.formulaText("a"), "a text belongs to no formula"),
      (BIFF.record(0x0203, [0, 0]), "the record at byte 72 ends early"),
      (BIFF.record(0x0203, [UInt8](repeating: 0, count: 13)), "the record at byte 72 ends early"),
      (BIFF.record(0x00FD, [0, 0, 0, 0, 0, 0, 0]), "the record at byte 72 ends early"),
      (BIFF.cell(0x0204, 0, 0, [3, 0, 0, 0x61]), "the record at byte 72 ends early"),
      (
        BIFF.cell(0x0204, 0, 0, [3, 0, 1, 0x61]) + BIFF.record(0x003C, [0, 0x62]),
        "the record at byte 72 splits a character"
      ),
      (
        BIFF.cell(0x0204, 0, 0, [1, 0, 8, 0xFF, 0xFF, 0x61]), "the record at byte 72 ends early"
      ),
      (
        BIFF.cell(0x0204, 0, 0, [1, 0, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0x61]),
        "the record at byte 72 ends early"
      ),
      (
        BIFF.record(0x00BD, [4, 0, 0, 0, 0, 0]), "a record of cells in row 5 has the wrong length"
      ),
      (
        BIFF.record(0x00BD, [4, 0, 0, 0] + [UInt8](repeating: 0, count: 9)),
        "a record of cells in row 5 has the wrong length"
      ),
      (
        BIFF.record(0x00BE, [4, 0, 0, 0, 0, 0, 0, 0, 9, 0]),
        "a record of cells in row 5 ends in the wrong column"
      ),
      ([0x03, 0x02, 0xFF, 0xFF], "the record at byte 72 is cut short"),
      (
        BIFF.record(0x0809, [0, 6, 0x20, 0]), "the records end at byte 84 without one that says so"
      ),
    ] as [([UInt8], String)])
  func faultyRecordsAreNamedBySheetAndByte(records: [UInt8], expected: String) {
    #expect(
      message { try XLSFixture(records).rows() }
        == "book.xls, sheet \"Data\": \(expected); save the workbook as .xlsx in a spreadsheet program"
    )
  }

  @Test func aSheetThatBeginsNowhereIsNamed() throws {
    let place = "book.xls, sheet \"Data\": "
    let remedy = "; save the workbook as .xlsx in a spreadsheet program"
    for (offset, fault) in [
      (0, "byte 0 is not where the worksheet can begin"),
      (20, "byte 20 is not where the worksheet can begin"),
      (52, nil),
      (0xFFFF, "the records end at byte 76 without one that says so"),
      (0xFFFF_FFFF, "the records end at byte 76 without one that says so"),
    ] as [(Int, String?)] {
      var stream = XLSFixture().stream()
      stream.replaceSubrange(24..<28, with: littleEndian(UInt32(offset)))
      let workbook = try Workbook(bytes: stream, file: "book.xls")
      #expect(
        message { try workbook.table(sheet: "Data") } == fault.map { place + $0 + remedy })
    }
  }

  @Test(
    arguments: [
      (
        BIFF.record(0x00FC, littleEndian(UInt32(1)) + littleEndian(UInt32(2)) + [1, 0, 0, 0x61]),
        "the record at byte 36 ends early"
      ),
      (
        BIFF.record(0x00FC, littleEndian(UInt32(1)) + littleEndian(UInt32.max)),
        "more than 4194304 shared strings"
      ),
      (
        BIFF.record(0x00FC, littleEndian(UInt32(1)) + littleEndian(UInt32(1 << 22))),
        "the record at byte 36 ends early"
      ),
      (
        BIFF.record(0x00FC, littleEndian(UInt32(1)) + littleEndian(UInt32(1)) + [9, 0, 1, 0x61]),
        "the record at byte 36 splits a character"
      ),
      (
        TextRecord([.init("a")]).records() + TextRecord([.init("b")]).records(),
        "it has two tables of shared strings"
      ),
      (BIFF.record(0x00FC, [1]), "the record at byte 36 ends early"),
    ] as [([UInt8], String)])
  func faultySharedStringsAreNamed(strings: [UInt8], expected: String) {
    let fixture = XLSFixture(sheets: [.init(name: "Data")], strings: strings)
    #expect(
      message { try fixture.workbook() }
        == "book.xls is damaged or cut short (\(expected)); copy or download it again")
  }

  @Test func faultyListsOfSheetsAreNamed() {
    let twice = XLSFixture(sheets: [.init(name: "Dữ liệu"), .init(name: "Dữ liệu")])
    #expect(
      message { try twice.workbook() }
        == "book.xls is damaged or cut short (two sheets are called \"Dữ liệu\"); "
        + "copy or download it again")
    let odd = XLSFixture(sheets: [.init(name: "A", visibility: 3)])
    #expect(
      message { try odd.workbook() }
        == "book.xls is damaged or cut short (the sheet \"A\" is neither visible nor hidden); "
        + "copy or download it again")
    let sheets = XLSFixture(sheets: (0...1_000).map { .init(name: "\($0)") })
    #expect(
      message { try sheets.workbook() }
        == "book.xls is damaged or cut short (more than 1000 sheets); copy or download it again")
  }

  @Test func twoSheetsOfTheSameRecordsAreRefused() throws {
    var stream = XLSFixture(sheets: [.init(name: "A"), .init(name: "B")]).stream()
    // The entries, of 13 bytes each, follow a record of 20; where a sheet begins is their first field.
    stream.replaceSubrange(37..<41, with: stream[24..<28])
    #expect(
      message { try Workbook(bytes: stream, file: "book.xls") }
        == "book.xls is damaged or cut short (two sheets begin at byte 50); "
        + "copy or download it again")
  }

  @Test func aWorkbookWithAPasswordIsRefused() {
    let expected = "book.xls is protected by a password; save it without one"
    var fixture = XLSFixture(BIFF.number(0, 0, 1))
    fixture.globals = BIFF.record(0x002F, [1, 0, 1, 0, 1, 0])
    #expect(message { try fixture.workbook() } == expected)
    let packed = CompoundFixture([
      .stream("EncryptedPackage", [UInt8](repeating: 9, count: 5_000)),
      .stream("EncryptionInfo", [4, 0, 4, 0]),
    ])
    #expect(message { try Workbook(bytes: packed.bytes(), file: "book.xls") } == expected)
  }

  @Test func anOlderWorkbookIsRefusedWithARemedy() throws {
    let expected =
      "book.xls is an .xls workbook from before Excel 97; save it as .xlsx in a spreadsheet program"
    var excel95 = XLSFixture(BIFF.number(0, 0, 1))
    excel95.version = 0x0500
    #expect(message { try excel95.workbook() } == expected)
    let book = CompoundFixture([.stream("Book", excel95.stream())])
    #expect(message { try Workbook(bytes: book.bytes(), file: "book.xls") } == expected)
    for beginning in [
      BIFF.record(0x0009, [2, 0, 0x10, 0]), BIFF.record(0x0209, [0, 3, 0x10, 0, 0, 0]),
      BIFF.record(0x0409, [0, 4, 0x10, 0, 0, 0]), BIFF.record(0x0809, [0, 5, 5, 0, 0, 0, 0, 0]),
    ] {
      let bytes = beginning + BIFF.record(0x000A)
      #expect(message { try Workbook(bytes: bytes, file: "book.xls") } == expected)
    }
  }

  @Test func aCompoundFileThatIsNoWorkbookIsRefused() {
    let document = CompoundFixture([.stream("WordDocument", [1, 2, 3])])
    #expect(
      message { try Workbook(bytes: document.bytes(), file: "x.xls") }
        == "x.xls is a compound file but not an .xls workbook; check that it is the right file")
    let text = CompoundFixture([.stream("Workbook", Array("a text".utf8))])
    #expect(
      message { try Workbook(bytes: text.bytes(), file: "x.xls") }
        == "x.xls is damaged or cut short (the record at byte 0 is cut short); "
        + "copy or download it again")
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct XLSWorkbookTests {
  @Test func valuesAreReadAsStored() throws {
    let fixture = XLSFixture(
      BIFF.sharedString(0, 0, 1), BIFF.number(0, 1, 0.010000000000000001),
      BIFF.number(0, 2, 42736), BIFF.number(0, 3, -1e-300), BIFF.label(0, 4, "Đà Nẵng"),
      BIFF.boolean(0, 5, 1), BIFF.boolean(0, 6, 0), BIFF.error(0, 7, 0x07),
      BIFF.number(0, 8, -0.0), strings: ["no", "Huế"])
    let rows = try fixture.rows()
    #expect(
      rows == [
        [
          .text("Huế"), .number(0.010000000000000001), .number(42736), .number(-1e-300),
          .text("Đà Nẵng"), .boolean(true), .boolean(false), .error("#DIV/0!"), .number(-0.0),
        ]
      ])
    #expect(rows[0][8].number?.sign == .minus)
  }

  @Test(
    arguments: [
      (0x3FF0_0000, 1), (0x3FF0_0001, 0.01), (0x0000_0002, 0), (0x0000_0006, 1),
      (0xFFFF_FFFE, -1), (0xFFFF_FFFF, -0.01), (0x8000_0002, -536_870_912),
      (0x7FFF_FFFE, 536_870_911), (123_456_789 << 2 | 3, 1_234_567.89),
      (0x4028_AE14, Double(bitPattern: 0x4028_AE14_0000_0000)),
    ] as [(UInt32, Double)])
  func packedNumbersAreUnpacked(packed: UInt32, value: Double) throws {
    #expect(try XLSFixture(BIFF.rk(0, 0, packed)).rows() == [[.number(value)]])
  }

  @Test func neighboursInOneRecordAreCells() throws {
    let fixture = XLSFixture(
      BIFF.multipleRK(2, 1, [0x0000_0006, 0x0000_000A, 0x4059_0000]),
      BIFF.multipleBlanks(2, 4, count: 200), BIFF.blank(9, 3), BIFF.multipleRK(3, 255, [6]))
    let rows = try fixture.rows()
    #expect(rows.map(\.count) == [0, 0, 4, 256])
    #expect(rows[2] == [.empty, .number(1), .number(2), .number(100)])
    #expect(rows[3].last == .number(1))
  }

  @Test(
    arguments: [
      (0x00, "#NULL!"), (0x07, "#DIV/0!"), (0x0F, "#VALUE!"), (0x17, "#REF!"), (0x1D, "#NAME?"),
      (0x24, "#NUM!"), (0x2A, "#N/A"), (0x2B, "#GETTING_DATA"),
    ] as [(UInt8, String)])
  func everyErrorHasItsName(code: UInt8, name: String) throws {
    let fixture = XLSFixture(BIFF.error(0, 0, code), BIFF.formula(0, 1, kind: 2, code))
    #expect(try fixture.rows() == [[.error(name), .error(name)]])
  }

  @Test func aFormulaIsItsCachedValueOrEmpty() throws {
    let fixture = XLSFixture(
      BIFF.formula(0, 0, 2.5), BIFF.formula(0, 1, kind: 0), BIFF.formulaText("Cà Mau"),
      BIFF.formula(0, 2, kind: 1, 1), BIFF.formula(0, 3, kind: 2, 0x2A),
      BIFF.formula(0, 4, kind: 3), BIFF.formula(0, 5, kind: 0), BIFF.formulaText(""),
      BIFF.number(0, 6, 1))
    #expect(
      try fixture.rows() == [
        [
          .number(2.5), .text("Cà Mau"), .boolean(true), .error("#N/A"), .empty, .empty,
          .number(1),
        ]
      ])
  }

  /// The formula itself, shared or of a range, stands between its first cell and the text.
  @Test(arguments: [0x04BC, 0x0221, 0x0236] as [UInt16])
  func aSharedFormulaHasAValueInEachCell(type: UInt16) throws {
    let shared = BIFF.record(type, [UInt8](repeating: 7, count: 20))
    let fixture = XLSFixture(
      BIFF.formula(0, 0, kind: 0), shared, BIFF.record(0x003C, [1, 2]), BIFF.formulaText("a"),
      BIFF.formula(1, 0, kind: 0), BIFF.formulaText("b"), BIFF.formula(2, 0, 3))
    #expect(try fixture.rows() == [[.text("a")], [.text("b")], [.number(3)]])
  }

  @Test func cellsMayStandInAnyOrder() throws {
    let fixture = XLSFixture(
      BIFF.number(2, 1, 4), BIFF.number(0, 3, 2), BIFF.number(0, 0, 1), BIFF.blank(0, 0),
      BIFF.number(2, 0, 3))
    #expect(
      try fixture.rows() == [
        [.number(1), .empty, .empty, .number(2)], [], [.number(3), .number(4)],
      ])
  }

  @Test func theLastCellOfASheetIsReached() throws {
    let rows = try XLSFixture(BIFF.number(65_535, 255, 7)).rows()
    #expect(rows.count == 65_536)
    #expect(rows.last?.count == 256)
    #expect(rows.last?.last == .number(7))
    #expect(rows.dropLast().allSatisfy { $0.isEmpty })
  }

  @Test func anEmptySheetHasNoRows() throws {
    #expect(try XLSFixture().rows() == [])
    #expect(
      try XLSFixture(BIFF.blank(5, 5), BIFF.label(1, 1, "")).rows() == [])
  }

  @Test func recordsThatSayNothingOfCellsArePassedOver() throws {
    let dimensions = BIFF.record(0x0200, [0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 0])
    let fixture = XLSFixture(
      dimensions, BIFF.record(0x0208, [UInt8](repeating: 9, count: 16)), BIFF.record(0xFFFF, []),
      BIFF.number(0, 0, 1), BIFF.record(0x00E5, [1, 0, 0, 0, 0, 0, 0, 0, 9, 0]))
    #expect(try fixture.rows() == [[.number(1)]])
  }

  @Test func theCellsOfAChartInsideASheetAreNotTheSheets() throws {
    let beginning = BIFF.record(0x0809, [0, 6, 0x20, 0] + BIFF.rest)
    let end = BIFF.record(0x000A)
    let fixture = XLSFixture(
      BIFF.number(0, 0, 1), beginning, BIFF.number(0, 0, 9), beginning, end,
      BIFF.number(7, 7, 9), end, BIFF.number(0, 1, 2))
    #expect(try fixture.rows() == [[.number(1), .number(2)]])
  }

  @Test func worksheetsAreListedInOrderWithTheirState() throws {
    let fixture = XLSFixture(sheets: [
      .init(name: "Law & Order", records: BIFF.number(0, 0, 1)),
      .init(name: "Biểu đồ", kind: 2, beginning: 0x20),
      .init(name: "Ẩn", visibility: 1, records: BIFF.number(0, 0, 2)),
      .init(name: "Macro", kind: 1, beginning: 0x40),
      .init(name: "Module", kind: 6, beginning: 0x06),
      .init(name: "Sâu", visibility: 2, records: BIFF.number(0, 0, 3)),
    ])
    let workbook = try fixture.workbook()
    #expect(workbook.file == "book.xls")
    #expect(workbook.sheets.map(\.name) == ["Law & Order", "Ẩn", "Sâu"])
    #expect(workbook.sheets.map(\.state) == [.visible, .hidden, .veryHidden])
    for (index, sheet) in workbook.sheets.enumerated() {
      #expect(try workbook.table(sheet: sheet.name).rows == [[.number(Double(index + 1))]])
    }
    #expect(
      message { try workbook.table(sheet: "Biểu đồ") }
        == "book.xls: there is no sheet \"Biểu đồ\"; the sheets are \"Law & Order\", \"Ẩn\", \"Sâu\""
    )
  }

  @Test func theFormatIsKnownByTheBytesNotTheName() throws {
    let folder = try TemporaryDirectory()
    let old = try folder.write(XLSFixture(BIFF.number(0, 0, 1)).bytes(), as: "old.xlsx")
    let new = try folder.write(
      WorkbookFixture(rows: "<row><c><v>2</v></c></row>").bytes(), as: "new.xls")
    #expect(try Workbook(contentsOf: old).table(sheet: "Data").rows == [[.number(1)]])
    #expect(try Workbook(contentsOf: new).table(sheet: "Data").rows == [[.number(2)]])
  }

  @Test func aTableKnowsItsPlace() throws {
    let table = try XLSFixture(BIFF.number(2, 1, 1)).workbook().table(sheet: "Data")
    #expect(table.location(row: 3, column: 2).description == "book.xls, sheet \"Data\", cell B3")
    #expect(table[3, 2] == .number(1))
  }

  @Test func recordsWithNothingAroundThemAreRead() throws {
    let stream = XLSFixture(BIFF.number(0, 0, 1)).stream()
    let workbook = try Workbook(bytes: stream, file: "book.xls")
    #expect(try workbook.table(sheet: "Data").rows == [[.number(1)]])
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct HostileWorkbookTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  private func fault(_ fixture: WorkbookFixture) throws -> TableError.PartFault? {
    try fault(bytes: fixture.bytes())
  }

  private func fault(bytes: [UInt8]) throws -> TableError.PartFault? {
    do {
      let workbook = try Workbook(bytes: bytes, file: "book.xlsx")
      for sheet in workbook.sheets { _ = try workbook.table(sheet: sheet.name) }
      return nil
    } catch TableError.part(file: "book.xlsx", let part, let fault) {
      #expect(part == Self.sheet)
      return fault
    }
  }

  @Test func aDocumentTypeIsRefused() throws {
    var fixture = WorkbookFixture()
    fixture[Self.sheet] = """
      <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
      <worksheet><sheetData><row><c t="str"><v>&lol2;</v></c></row></sheetData></worksheet>
      """
    #expect(try fault(fixture) == .documentType(line: 2))
    #expect(
      TableError.part(file: "x", part: "y", .documentType(line: 2)).description
        == "x, part y, line 2: a document type, which no workbook has; do not trust the file")
  }

  @Test func aZipBombIsRefusedByItsCompression() throws {
    var fixture = WorkbookFixture()
    fixture[Self.sheet] =
      "<worksheet>" + String(repeating: " ", count: 12 << 20) + "</worksheet>"
    #expect(try fault(fixture) == .suspiciousCompression)
  }

  @Test func aPartThatDeclaresTooManyBytesIsRefused() throws {
    var bytes = try WorkbookFixture().bytes()
    ZipFixture.patch(
      localOffset: 22, with: ZipFixture.littleEndian(513 << 20), of: Self.sheet, in: &bytes)
    #expect(try fault(bytes: bytes) == .tooLarge(limit: 512 << 20))
    #expect(
      TableError.PartFault.tooLarge(limit: 512 << 20).description
        == " unpacks to more than 512 MiB; split the workbook")
  }

  @Test(arguments: [0, 10, 400])
  func aPartThatHoldsMoreThanItDeclaresIsRefused(declared: Int) throws {
    let rows = (1...2_000).map { "<row><c><v>\($0)</v></c></row>" }.joined()
    var bytes = try WorkbookFixture(rows: rows).bytes()
    ZipFixture.patch(
      localOffset: 22, with: ZipFixture.littleEndian(declared), of: Self.sheet, in: &bytes)
    guard case .damaged = try fault(bytes: bytes) else {
      Issue.record("the part was read")
      return
    }
  }

  @Test func anEncryptedEntryIsRefused() throws {
    var bytes = try WorkbookFixture().bytes()
    ZipFixture.patch(localOffset: 6, with: [1], of: Self.sheet, in: &bytes)
    let workbook = try Workbook(bytes: bytes, file: "book.xlsx")
    #expect(throws: TableError.workbook(file: "book.xlsx", .encrypted)) {
      try workbook.table(sheet: "Data")
    }
  }

  @Test func aWrongChecksumIsNoticed() throws {
    var bytes = try WorkbookFixture(rows: "<row><c><v>1</v></c></row>").bytes()
    ZipFixture.patch(localOffset: 14, with: [1, 2, 3, 4], of: Self.sheet, in: &bytes)
    #expect(try fault(bytes: bytes) == .damaged("CRC error"))
  }

  @Test func everyTruncatedFileIsRefused() throws {
    let bytes = try WorkbookFixture(rows: "<row><c><v>1</v></c></row>").bytes()
    for length in 4..<bytes.count {
      guard
        case TableError.workbook("x.xlsx", .damaged)? = #expect(
          throws: TableError.self,
          performing: {
            try Workbook(bytes: Array(bytes.prefix(length)), file: "x.xlsx")
          })
      else {
        Issue.record("\(length) bytes were read")
        return
      }
    }
  }

  @Test func twoEntriesOfOneNameAreRefused() throws {
    var fixture = WorkbookFixture()
    fixture.parts.append(("xl/worksheets/sheet2.xml", [UInt8]("<worksheet/>".utf8)))
    var bytes = try fixture.bytes()
    let name = Array("xl/worksheets/sheet2.xml".utf8)
    for start in bytes.indices where bytes[start...].starts(with: name) {
      bytes[start + 19] = UInt8(ascii: "1")
    }
    #expect(throws: TableError.self) { try Workbook(bytes: bytes, file: "book.xlsx") }
  }

  @Test func deepNestingIsRefused() throws {
    var fixture = WorkbookFixture()
    fixture[Self.sheet] = "<worksheet>" + String(repeating: "<a>", count: 300)
    #expect(
      try fault(fixture) == .malformed(line: 2, reason: "elements nest more than 256 deep"))
  }

  @Test func anEndlessTagIsRefused() throws {
    var fixture = WorkbookFixture()
    fixture[Self.sheet] = "<worksheet a=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"
    #expect(try fault(fixture) == .malformed(line: 2, reason: "a tag of more than 1 MiB"))
  }

  @Test func rowsThatSpreadTooFarAreRefused() throws {
    let rows = "<row><c r=\"Z1\"><v>1</v></c></row><row><c r=\"Z2\"><v>1</v></c></row>"
    let archive = try ZipArchive(WorkbookFixture(rows: rows).bytes(), file: "book.xlsx")
    let wide = WorksheetHandler(file: "book.xlsx", sheet: "S", sharedStrings: [], cellLimit: 52)
    try XMLPart.read(Self.sheet, of: archive, with: wide)
    #expect(wide.rows.map(\.count) == [26, 26])
    let narrow = WorksheetHandler(file: "book.xlsx", sheet: "S", sharedStrings: [], cellLimit: 51)
    #expect(
      message { try XMLPart.read(Self.sheet, of: archive, with: narrow) }
        == "book.xlsx, sheet \"S\": the rows spread over more than 51 cells; "
        + "delete stray cells far to the right")
  }

  /// Most flips hit packed bytes or headers and are noticed as such.
  @Test(arguments: 0..<8)
  func aCorruptedWorkbookNeverCrashes(seed: UInt64) throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c><c r="C1" t="b"><v>1</v></c>\
      <c r="D1" t="inlineStr"><is><t>x_x000D_</t></is></c></row><row r="5"><c><f>A1</f></c></row>
      """
    let valid = try WorkbookFixture(rows: rows, sharedStrings: "<si><t>Huế</t></si>").bytes()
    var generator = SplitMix64(seed: seed)
    for _ in 0..<250 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
      }
      do {
        let workbook = try Workbook(bytes: bytes, file: "book.xlsx")
        for sheet in workbook.sheets { _ = try workbook.table(sheet: sheet.name) }
      } catch {
        #expect(error is TableError)
      }
    }
  }

  /// Damage done before packing gets past the checksums and reaches the readers of the parts.
  @Test(arguments: 0..<4)
  func aCorruptedPartNeverCrashes(seed: UInt64) throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c><c r="C1" t="b"><v>1</v></c>\
      <c r="D1" t="inlineStr"><is><t>x_x000D_</t></is></c></row><row r="5"><c><f>A1</f></c></row>
      """
    let valid = WorkbookFixture(rows: rows, sharedStrings: "<si><t>Huế</t></si>")
    var generator = SplitMix64(seed: seed)
    for _ in 0..<500 {
      var fixture = valid
      let part = fixture.parts.indices.randomElement(using: &generator) ?? 0
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<fixture.parts[part].content.count, using: &generator)
        // Within ASCII, so that more of the damage is well-formed XML.
        fixture.parts[part].content[index] = UInt8.random(in: 32...126, using: &generator)
      }
      do {
        let workbook = try fixture.workbook()
        for sheet in workbook.sheets { _ = try workbook.table(sheet: sheet.name) }
      } catch {
        #expect(error is TableError)
      }
    }
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct HostileXLSTests {
  /// A sheet with every kind of record that is read.
  private static let fixture: XLSFixture = {
    let texts: [TextRecord.Text] = [
      .init("Huế"), .init("abc", runs: 2), .init("東京", phonetic: 6), .init("end"),
    ]
    let strings = TextRecord(texts)
    let records = [
      BIFF.sharedString(0, 0, 0), BIFF.sharedString(0, 1, 3), BIFF.number(0, 2, 1.5),
      BIFF.multipleRK(1, 0, [6, 10, 0x3FF0_0001]), BIFF.multipleBlanks(1, 3, count: 4),
      BIFF.blank(1, 9), BIFF.boolean(2, 0, 1), BIFF.error(2, 1, 7), BIFF.formula(3, 0, 2),
      BIFF.formula(3, 1, kind: 0), BIFF.record(0x04BC, [0, 0, 1]), BIFF.formulaText("kết quả"),
      BIFF.label(4, 0, "nhãn"), BIFF.rk(5, 250, 6),
    ]
    return XLSFixture(
      sheets: [
        .init(name: "Data", records: records.flatMap(\.self)),
        .init(name: "Ẩn", visibility: 1, records: BIFF.number(9, 9, 9)),
      ],
      strings: strings.records(splits: [9, 30], isSwitching: true))
  }()

  /// A workbook outside the mini stream: sector 0 is the table, 1 the directory, from 2 the stream.
  private static let large = XLSFixture(
    BIFF.record(0xFFFF, [UInt8](repeating: 0, count: 7_000)),
    (0..<10).flatMap { BIFF.number($0, 0, 1) }
  ).bytes()

  private func readAll(_ bytes: [UInt8]) throws {
    let workbook = try Workbook(bytes: bytes, file: "book.xls")
    for sheet in workbook.sheets { _ = try workbook.table(sheet: sheet.name) }
  }

  /// Where fields lie in the files of these tests.
  private enum Field {
    static let table = 512
    static let directory = 1024
    static let entry = directory + 128
    static let miniTable = 1536
  }

  @Test(
    arguments: [
      (Field.table + 4 * 3, 2, "the stream \"Workbook\" leads to sector 2 twice"),
      (Field.table + 4 * 3, 3, "the stream \"Workbook\" leads to sector 3 twice"),
      (
        Field.table + 4 * 3, 0xFFFF_FFFF,
        "the stream \"Workbook\" leads to sector 4294967295, which is not there"
      ),
      (Field.table + 4 * 3, 17, "the stream \"Workbook\" leads to sector 17, which is not there"),
      (Field.table + 4 * 3, 0xFFFF_FFFE, "the stream \"Workbook\" has 2 of 15 sectors"),
      (Field.table + 4, 1, "the directory leads to sector 1 twice"),
      (Field.table + 4, 99, "the directory leads to sector 99, which is not there"),
      (Field.directory + 76, 4, "its directory refers to entry 4, which is not there"),
      (Field.directory + 66, 0x0102, "its directory does not begin with a root"),
      (Field.directory + 66, 0x0103, "its directory has an entry of unknown kind 3"),
      (Field.entry + 68, 1, "its directory refers to entry 1 twice"),
      (Field.entry + 72, 77, "its directory refers to entry 77, which is not there"),
      (Field.entry + 116, 17, "the stream \"Workbook\" leads to sector 17, which is not there"),
      (
        Field.entry + 120, 0xFFFF_FFFF,
        "the stream \"Workbook\" claims 4294967295 bytes, more than the file has"
      ),
      (Field.entry + 120, 8000, "the stream \"Workbook\" has 15 of 16 sectors"),
      (24, 0x0003_003E, nil),
      (28, 0x0009_FFFF, "its header is not that of a compound file"),
      (4, 0xE11A_B1A2, "its header is not that of a compound file"),
      (28, 0x000A_FFFE, "its sectors have 2^10 bytes, not 512 or 4096"),
      (28, 0xFFFF_FFFE, "its sectors have 2^65535 bytes, not 512 or 4096"),
      (32, 7, "its mini sectors do not have 64 bytes"),
      (44, 0xFFFF_FFFF, "its allocation table takes 4294967295 of 17 sectors"),
      (44, 0, "its allocation table has no entry for sector 1"),
      (48, 0xFFFF_FFFE, "it ends where byte 66 should follow"),
      (48, 17, "the directory leads to sector 17, which is not there"),
      (76, 17, "its allocation table leads to sector 17, which is not there"),
    ] as [(Int, UInt32, String?)])
  func aBrokenCompoundFileIsNamed(offset: Int, value: UInt32, expected: String?) {
    var bytes = Self.large
    bytes.replaceSubrange(offset..<(offset + 4), with: littleEndian(value))
    #expect(
      message { try readAll(bytes) }
        == expected.map { "book.xls is damaged or cut short (\($0)); copy or download it again" })
  }

  @Test(
    arguments: [
      (Field.miniTable, 0, "the stream \"Workbook\" leads to sector 0 twice"),
      (Field.miniTable, 3, "the stream \"Workbook\" leads to sector 3, which is not there"),
      (Field.miniTable, 0xFFFF_FFFE, "the stream \"Workbook\" has 1 of 2 sectors"),
      (
        Field.directory + 120, 0xFFFF_FFFF,
        "the mini stream claims 4294967295 bytes, more than the file has"
      ),
      (Field.directory + 120, 64, "the stream \"Workbook\" leads to sector 1, which is not there"),
      (
        Field.directory + 120, 70, "the stream \"Workbook\" needs mini sector 1, which is cut short"
      ),
      (Field.directory + 116, 0xFFFF_FFFE, "the mini stream has 0 of 1 sectors"),
      (60, 0xFFFF_FFFE, "it ends where byte 0 should follow"),
      (60, 77, "the mini stream's table leads to sector 77, which is not there"),
    ] as [(Int, UInt32, String)])
  func aBrokenMiniStreamIsNamed(offset: Int, value: UInt32, expected: String) {
    var bytes = XLSFixture().bytes()
    bytes.replaceSubrange(offset..<(offset + 4), with: littleEndian(value))
    #expect(
      message { try readAll(bytes) }
        == "book.xls is damaged or cut short (\(expected)); copy or download it again")
  }

  @Test func aListOfTheTableThatRunsInACircleEnds() throws {
    var fixture = CompoundFixture([.stream("Workbook", XLSFixture(BIFF.number(0, 0, 1)).stream())])
    fixture.tableSectors = 500
    var bytes = fixture.bytes()
    // The first sector of the list follows the table; its last four bytes lead on.
    let link = (500 + 1) * 512 + 508
    bytes.replaceSubrange(link..<(link + 4), with: littleEndian(UInt32(500)))
    try readAll(bytes)
    bytes.replaceSubrange(link..<(link + 4), with: littleEndian(UInt32(0xFFFF_FFFE)))
    #expect(
      message { try readAll(bytes) }
        == "book.xls is damaged or cut short (its allocation table has 236 of 500 sectors); "
        + "copy or download it again")
  }

  @Test func manyBeginningsWithoutEndsAreRefused() {
    let beginning = BIFF.record(0x0809, [0, 6, 0x20, 0])
    let records = [[UInt8]](repeating: beginning, count: 50_000).flatMap(\.self)
    #expect(
      message { try XLSFixture(records).rows() }?.contains("without one that says so") == true)
  }

  @Test func everyTruncatedFileIsRefused() throws {
    let bytes = Self.fixture.bytes()
    // What follows the last mini sector in use is only filling.
    let needed = bytes.count - (512 - (Self.fixture.stream().count + 63) / 64 * 64 % 512) % 512
    for length in 0..<needed {
      #expect(throws: TableError.self, "\(length) bytes") {
        try readAll(Array(bytes.prefix(length)))
      }
    }
    try readAll(Array(bytes.prefix(needed)))
  }

  @Test func everyTruncatedStreamIsRefused() throws {
    let stream = Self.fixture.stream()
    for length in 1..<stream.count {
      #expect(throws: TableError.self, "\(length) bytes") {
        try readAll(Array(stream.prefix(length)))
      }
    }
  }

  /// Returns bytes with a few of them changed, often to values at which something ends.
  private func damaged(
    _ bytes: [UInt8], using generator: inout SplitMix64
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      let other = UInt8.random(in: 0...255, using: &generator)
      bytes[index] = [0, 1, 0x7F, 0xFE, 0xFF, other, other, other][Int(generator.next() % 8)]
    }
    return bytes
  }

  @Test(.timeLimit(.minutes(1)), arguments: 0..<4)
  func aCorruptedFileNeverCrashes(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = seed % 2 == 0 ? Self.fixture.bytes() : Self.large
    for _ in 0..<500 {
      do {
        try readAll(damaged(valid, using: &generator))
      } catch {
        #expect(error is TableError)
      }
    }
  }

  /// Damage within the records gets past the sectors and reaches the readers of cells and texts.
  @Test(.timeLimit(.minutes(1)), arguments: 0..<4)
  func corruptedRecordsNeverCrash(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let valid = Self.fixture.stream()
    for _ in 0..<500 {
      do {
        try readAll(damaged(valid, using: &generator))
      } catch {
        #expect(error is TableError)
      }
    }
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct XLSTextTests {
  private static let texts: [TextRecord.Text] = [
    .init("abc"), .init("Huế 🌏 và"), .init(""), .init("wide", isWide: true),
    .init("định dạng", runs: 2), .init("東京 Tokyo", phonetic: 9),
    .init("cả hai", runs: 1, phonetic: 5), .init("é\u{FF}", runs: 0, phonetic: 0),
    .init("", runs: 3, phonetic: 2), .init("end"),
  ]
  private static let cells = texts.map { $0.text.isEmpty ? Cell.empty : .text($0.text) }

  private func read(_ strings: [UInt8]) throws -> [Cell] {
    let records = Self.texts.indices.flatMap { BIFF.sharedString(0, $0, $0) }
    return try XLSFixture(sheets: [.init(name: "Data", records: records)], strings: strings)
      .rows()[0]
  }

  @Test func sharedStringsAreReadWithoutFormatsAndPronunciation() throws {
    #expect(try read(TextRecord(Self.texts).records()) == Self.cells)
  }

  /// Switching changes one byte for each character to two, or back where the rest fits.
  @Test(arguments: [false, true])
  func sharedStringsMayBeSplitAnywhere(isSwitching: Bool) throws {
    let record = TextRecord(Self.texts)
    for split in 1..<record.pieceCount {
      let read = try read(record.records(splits: [split], isSwitching: isSwitching))
      #expect(read == Self.cells, "split before piece \(split)")
    }
  }

  @Test(arguments: [false, true])
  func sharedStringsMayBeSplitEverywhereAtOnce(isSwitching: Bool) throws {
    let record = TextRecord(Self.texts)
    let splits = Set(1..<record.pieceCount)
    #expect(try read(record.records(splits: splits, isSwitching: isSwitching)) == Self.cells)
  }

  @Test(arguments: 0..<8)
  func sharedStringsMayBeSplitInManyPlaces(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let record = TextRecord(Self.texts)
    for _ in 0..<50 {
      let count = Int.random(in: 2...20, using: &generator)
      let splits = Set(
        (0..<count).map { _ in
          Int.random(in: 1..<record.pieceCount, using: &generator)
        })
      let isSwitching = Bool.random(using: &generator)
      let read = try read(record.records(splits: splits, isSwitching: isSwitching))
      #expect(read == Self.cells, "splits before \(splits.sorted())")
    }
  }

  @Test func emptyContinuationsArePassedOver() throws {
    let record = BIFF.record(0x00FC, littleEndian(UInt32(1)) + littleEndian(UInt32(1)))
    let empty = BIFF.record(0x003C)
    let text = BIFF.record(0x003C, [2, 0, 0, 0x61]) + empty + BIFF.record(0x003C, [0, 0x62])
    let fixture = XLSFixture(
      sheets: [.init(name: "Data", records: BIFF.sharedString(0, 0, 0))],
      strings: record + empty + empty + text + empty)
    #expect(try fixture.rows() == [[.text("ab")]])
  }

  @Test func textsInCellsMayHaveFormatsAndBeSplit() throws {
    let text = TextRecord.Text("Thừa Thiên", runs: 2)
    for type in [0x0204, 0x00D6] as [UInt16] {
      let record = TextRecord(type: type, [0, 0, 1, 0, 0x0F, 0], [text])
      for split in 6..<record.pieceCount {
        let fixture = XLSFixture(record.records(splits: [split], isSwitching: true))
        #expect(try fixture.rows() == [[.empty, .text("Thừa Thiên")]])
      }
    }
  }

  /// In this record the runs are counted after the text, which its flags do not announce.
  @Test func aRichTextInACellEndsBeforeItsRuns() throws {
    let content = BIFF.text("Huế") + [2, 0] + [0, 0, 1, 0, 2, 0, 3, 0]
    #expect(try XLSFixture(BIFF.cell(0x00D6, 0, 0, content)).rows() == [[.text("Huế")]])
  }

  @Test(arguments: [1, 8_000, 8_221, 20_000, 32_767])
  func theTextOfAFormulaMayBeLong(count: Int) throws {
    let text = String((0..<count).map { Character(UInt8(65 + $0 % 26) == 90 ? "ệ" : "a") })
    let record = TextRecord(type: 0x0207, [], [.init(text)])
    let splits = Set(stride(from: 4_000, to: record.pieceCount, by: 4_000))
    let fixture = XLSFixture(
      BIFF.formula(0, 0, kind: 0), record.records(splits: splits, isSwitching: true),
      BIFF.number(0, 1, 1))
    #expect(try fixture.rows() == [[.text(text), .number(1)]])
  }

  @Test func halfAPairIsReplaced() throws {
    let lonely = littleEndian(UInt16(2)) + [1, 0x3C, 0xD8, 0x61, 0]
    #expect(
      try XLSFixture(BIFF.cell(0x0204, 0, 0, lonely)).rows() == [[.text("\u{FFFD}a")]])
  }
}

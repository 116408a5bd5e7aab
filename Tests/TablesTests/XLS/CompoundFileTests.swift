import TestSupport
import Testing

@testable import Tables

@Suite struct CompoundFileTests {
  private static func content(_ count: Int) -> [UInt8] {
    var generator = SplitMix64(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Around the sizes of sectors and the one from which streams are no longer mini.
  private static let sizes = [
    0, 1, 63, 64, 65, 511, 512, 513, 4095, 4096, 4097, 5120, 20_000,
  ]

  @Test(arguments: [false, true], [nil, 1, 2, 3] as [UInt64?])
  func streamsOfEverySizeAreRead(isVersion4: Bool, seed: UInt64?) throws {
    var fixture = CompoundFixture(
      Self.sizes.map { .stream("Stream \($0)", Self.content($0)) })
    fixture.isVersion4 = isVersion4
    fixture.seed = seed
    let file = try CompoundFile(fixture.bytes())
    for size in Self.sizes {
      #expect(try file.stream("Stream \(size)") == Self.content(size), "\(size) bytes")
    }
    #expect(try file.stream("Stream") == nil)
  }

  @Test(arguments: [109, 110, 236, 237, 400])
  func aLongAllocationTableIsListedBeyondTheHeader(tableSectors: Int) throws {
    var fixture = CompoundFixture([.stream("Workbook", Self.content(9_000))])
    fixture.tableSectors = tableSectors
    // Only the sectors at the far end have entries beyond the header's list.
    let file = try CompoundFile(fixture.bytes())
    #expect(try file.stream("Workbook") == Self.content(9_000))
  }

  @Test func entriesBeyondTheHeadersListAreUsed() throws {
    // 109 sectors of the table describe 13,952 sectors; this stream needs 14,000.
    var content = [UInt8](repeating: 7, count: 14_000 * 512)
    content[content.count - 1] = 9
    let file = try CompoundFile(CompoundFixture([.stream("Workbook", content)]).bytes())
    #expect(try file.stream("Workbook") == content)
  }

  @Test func namesDoNotDifferByCase() throws {
    let bytes = CompoundFixture([.stream("WORKBOOK", [1, 2, 3])]).bytes()
    #expect(try CompoundFile(bytes).stream("Workbook") == [1, 2, 3])
  }

  @Test func anEmbeddedWorkbookIsNotTheWorkbook() throws {
    let inner = XLSFixture(BIFF.number(0, 0, 9)).stream()
    let outer = XLSFixture(BIFF.number(0, 0, 1)).stream()
    let object = CompoundFixture.Node.storage("MBD0001", [.stream("Workbook", inner)])
    let both = CompoundFixture([object, .stream("Workbook", outer), .stream("Z", [1])])
    let workbook = try Workbook(bytes: both.bytes(), file: "book.xls")
    #expect(try workbook.table(sheet: "Data").rows == [[.number(1)]])
    #expect(throws: TableError.workbook(file: "book.xls", .notOldWorkbook)) {
      try Workbook(bytes: CompoundFixture([object]).bytes(), file: "book.xls")
    }
  }

  @Test func aStorageIsNotAStream() throws {
    let bytes = CompoundFixture([.storage("Workbook", [])]).bytes()
    #expect(try CompoundFile(bytes).stream("Workbook") == nil)
  }

  @Test func aSmallWorkbookLiesInTheMiniStream() throws {
    let small = XLSFixture(BIFF.number(0, 0, 1))
    #expect(small.stream().count < 4096)
    #expect(try small.rows() == [[.number(1)]])
    let large = XLSFixture((0..<500).flatMap { BIFF.number($0, 0, Double($0)) })
    #expect(large.stream().count > 4096)
    #expect(try large.rows().count == 500)
  }

  @Test func theNewerOfTwoWorkbooksInOneFileIsRead() throws {
    var old = XLSFixture(BIFF.number(0, 0, 5))
    old.version = 0x0500
    let new = XLSFixture(BIFF.number(0, 0, 8))
    let bytes = CompoundFixture([
      .stream("Book", old.stream()), .stream("Workbook", new.stream()),
    ]).bytes()
    #expect(
      try Workbook(bytes: bytes, file: "x.xls").table(sheet: "Data").rows == [[.number(8)]])
  }

  @Test func theUpperHalfOfASizeDoesNotCountInVersion3() throws {
    var bytes = CompoundFixture([.stream("Workbook", [1, 2, 3])]).bytes()
    // The second entry of the directory, which follows the table.
    bytes.replaceSubrange((1024 + 128 + 124)..<(1024 + 128 + 128), with: [9, 9, 9, 9])
    #expect(try CompoundFile(bytes).stream("Workbook") == [1, 2, 3])
  }

  @Test func bytesAfterTheLastNeededSectorMayBeMissing() throws {
    let content = Self.content(5_000)
    let bytes = CompoundFixture([.stream("Workbook", content)]).bytes()
    #expect(bytes.count % 512 == 0)
    let unused = 512 - 5_000 % 512
    #expect(try CompoundFile(bytes.dropLast(unused)).stream("Workbook") == content)
    let file = try CompoundFile(bytes.dropLast(unused + 1))
    #expect(throws: XLSFault.self) { try file.stream("Workbook") }
  }
}

extension CompoundFile {
  fileprivate init(_ bytes: ArraySlice<UInt8>) throws(XLSFault) { try self.init(Array(bytes)) }
}

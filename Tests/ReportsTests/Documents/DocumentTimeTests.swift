import Testing

@testable import Reports

@Suite struct DocumentTimeTests {
  /// 2020-09-13 12:26:40 in Greenwich.
  private let time = DocumentTime(secondsSince1970: 1_600_000_000)

  /// An archive of one empty file, with a time of its own.
  private static func archive(_ stamp: [UInt8]) -> [UInt8] {
    let local =
      [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0] + stamp + [UInt8](repeating: 0, count: 12)
      + [1, 0, 0, 0] + Array("x".utf8)
    let central =
      [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0] + stamp + [UInt8](repeating: 0, count: 12)
      + [1, 0] + [UInt8](repeating: 0, count: 16) + Array("x".utf8)
    return local + central + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
      + [UInt8(central.count), 0, 0, 0, UInt8(local.count), 0, 0, 0, 0, 0]
  }

  @Test func theEntriesOfAnArchiveHaveTheTime() {
    var bytes = Self.archive([9, 8, 7, 6])
    time.set(in: &bytes, of: .docx)
    // 12 h 26 min 40 s: 12 << 11 | 26 << 5 | 20; year 40 from 1980, 9, 13: 40 << 9 | 9 << 5 | 13.
    #expect(bytes == Self.archive([0x54, 0x63, 0x2D, 0x51]))
  }

  @Test(arguments: [[], [0x50], [UInt8](repeating: 0x50, count: 40)])
  func whatIsNoArchiveStays(bytes: [UInt8]) {
    for format in ConvertedFormat.allCases {
      var changed = bytes
      time.set(in: &changed, of: format)
      #expect(changed == bytes)
    }
  }

  private func pdf(_ date: String, _ identifier: String, _ text: String = "x") -> [UInt8] {
    Array(
      """
      (\(text)) /CreationDate(D:\(date)Z')>>
      /ID [ <\(identifier)>
      <\(identifier)> ]
      /DocChecksum /\(identifier)
      >>
      """.utf8)
  }

  @Test func aPDFHasTheTimeAndIdentifiersThatDoNotRestOnTheRun() {
    func dated(_ date: String, _ digit: String, _ text: String = "x") -> String {
      var bytes = pdf(date, String(repeating: digit, count: 32), text)
      let count = bytes.count
      time.set(in: &bytes, of: .pdf)
      #expect(bytes.count == count)
      return String(decoding: bytes, as: UTF8.self)
    }
    let one = dated("20261122100725", "A")
    #expect(one.contains("/CreationDate(D:20200913122640Z')"))
    #expect(!one.contains("AAAAAAAA"))
    #expect(one == dated("20270101000000", "B"))
    #expect(one != dated("20261122100725", "A", "y"))
  }
}

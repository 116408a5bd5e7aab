import TestSupport
import Testing

@testable import Tables

@Suite struct TextEncodingTests {
  private static let text = "tỉnh,năm\r\n\"Thừa Thiên – Huế\",2017\r\nĐắk Nông,Ưỡn Ẹo ỷ\r\n"
  private static let rows = [
    ["tỉnh", "năm"], ["Thừa Thiên – Huế", "2017"], ["Đắk Nông", "Ưỡn Ẹo ỷ"],
  ]

  /// The text in Windows-1258, as Microsoft's programs store it.
  private static let windows1258: [UInt8] =
    ascii("ti") + [0xD2] + ascii("nh,n") + [0xE3] + ascii("m\r\n\"Th") + [0xFD, 0xCC]
    + ascii("a Thi") + [0xEA] + ascii("n ") + [0x96] + ascii(" Hu") + [0xEA, 0xEC]
    + ascii("\",2017\r\n") + [0xD0, 0xE3, 0xEC] + ascii("k N") + [0xF4] + ascii("ng,")
    + [0xDD, 0xF5, 0xDE] + ascii("n E") + [0xF2] + ascii("o y") + [0xD2] + ascii("\r\n")

  private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  /// The bytes of the text, its encoding, and the note a reader makes.
  private static let files: [([UInt8], TextEncoding, [String])] = [
    (ascii(text), .utf8, []),
    (ascii("\u{FEFF}" + text), .utf8, []),
    (utf16("\u{FEFF}" + text, bigEndian: false), .utf16LittleEndian, []),
    (utf16("\u{FEFF}" + text, bigEndian: true), .utf16BigEndian, []),
    (utf16(text, bigEndian: false), .utf16LittleEndian, ["read as UTF-16 LE"]),
    (utf16(text, bigEndian: true), .utf16BigEndian, ["read as UTF-16 BE"]),
    (windows1258, .windows1258, ["read as Windows-1258"]),
  ]

  private func scalars(_ table: Table) -> [[[Unicode.Scalar]]] {
    table.rows.map { $0.map { Array($0.description.unicodeScalars) } }
  }

  @Test(arguments: files)
  func vietnameseTextIsReadComposedFromEveryEncoding(
    bytes: [UInt8], encoding: TextEncoding, notes: [String]
  ) throws {
    let expected = Self.rows.map { $0.map { Array($0.unicodeScalars) } }
    let table = try CSVReader().table(bytes: bytes, file: "x.csv")
    #expect(scalars(table) == expected)
    #expect(table.notes.texts == notes)
    #expect(table.separator == ",")

    let told = try CSVReader(encoding: encoding).table(bytes: bytes, file: "x.csv")
    #expect(scalars(told) == expected)
    #expect(told.notes.texts == [])
  }

  @Test(arguments: [false, true])
  func charactersBeyondTheBasicPlaneAreReadFromUTF16(bigEndian: Bool) throws {
    let text = "\u{FEFF}a,𠀀\u{10FFFF}\n\u{E000}\u{D7FF}\u{7FF}\u{80},😀"
    let table = try CSVReader().table(
      bytes: Self.utf16(text, bigEndian: bigEndian), file: "x.csv")
    #expect(
      table.rows == [
        [.text("a"), .text("𠀀\u{10FFFF}")],
        [.text("\u{E000}\u{D7FF}\u{7FF}\u{80}"), .text("😀")],
      ])
  }

  @Test func aFileWithOnlyAByteOrderMarkHasNoRows() throws {
    for bytes: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], []] {
      #expect(try CSVReader().table(bytes: bytes, file: "x").rows == [])
    }
  }

  @Test(arguments: TextEncoding.allCases)
  func anEmptyFileHasNoRowsInAnyEncoding(encoding: TextEncoding) throws {
    #expect(try CSVReader(encoding: encoding).table(bytes: [], file: "x").rows == [])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62], nil, 2, "UTF-16 LE"),
      ([0xFE, 0xFF, 0xD8, 0x00], nil, 1, "UTF-16 BE"),
      ([0xFE, 0xFF, 0x00, 0x0A, 0xD8, 0x00, 0x00, 0x61], nil, 2, "UTF-16 BE"),
      ([0xFF, 0xFE, 0x0D, 0x00, 0x0A, 0x00, 0x00, 0xDC], nil, 2, "UTF-16 LE"),
      ([0xFE, 0xFF, 0x00, 0x61], .utf16LittleEndian, 1, "UTF-16 LE"),
      ([0x61, 0x0A, 0x81], .windows1258, 2, "Windows-1258"),
      ([0x61, 0x0A, 0x81], .windows1252, 2, "Windows-1252"),
    ] as [([UInt8], TextEncoding?, Int, String)])
  func textThatIsNotInItsEncodingIsRefused(
    bytes: [UInt8], encoding: TextEncoding?, line: Int, name: String
  ) {
    #expect(
      message { try CSVReader(encoding: encoding).table(bytes: bytes, file: "in/x.csv") }
        == "x.csv, line \(line): the text is not \(name); save the file as UTF-8")
  }

  @Test func anEncodingThatIsToldIsNotDoubted() throws {
    #expect(
      message { try CSVReader(encoding: .utf8).table(bytes: Self.windows1258, file: "x.csv") }
        == "x.csv, line 1: the text is not UTF-8; save the file in that encoding")
    let umlauts = try CSVReader(encoding: .windows1258).table(bytes: [0xE4, 0xFC], file: "x")
    #expect(umlauts.rows == [[.text("äü")]])
  }

  /// Vietnamese without any letter of ASCII could be anything.
  @Test func utf16WithoutAMarkIsReadOnlyWhereUnmistakable() {
    for text in ["a\0b,\n", "\0\0\0\0", "ế\0ab,c\n"] {
      #expect(UTF16Text.unmistakableByteOrder(Array(text.utf8)) == nil)
    }
    #expect(
      UTF16Text.unmistakableByteOrder(Self.utf16("ếệặổ", bigEndian: false)) == nil)
  }

  @Test(arguments: 0..<4)
  func randomBytesAreReadOrRefused(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for size in [0, 1, 2, 3, 5, 17, 64] {
      for _ in 0..<100 {
        let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
          do {
            _ = try CSVReader(encoding: encoding).table(bytes: bytes, file: "x.csv")
          } catch {
            #expect(error is TableError)
          }
        }
      }
    }
  }
}

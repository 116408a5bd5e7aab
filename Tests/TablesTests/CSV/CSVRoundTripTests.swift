import TestSupport
import Testing

@testable import Tables

@Suite struct CSVRoundTripTests {
  private static let pieces = [
    "a", "xyz", " ", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "=", "+", "-", "@", "0.5",
    "Hu\u{1EBF}", "Hue\u{302}\u{301}", "\u{110}\u{1EAF}k L\u{1EAF}k",
    "\u{110}a\u{306}\u{301}k", "\u{FEFF}", "\u{A0}", "\u{1F30F}", "\u{301}", "\u{1}",
  ]

  private func randomCell(_ generator: inout SplitMix64) -> Cell {
    let count = Int.random(in: 0...4, using: &generator)
    if count == 0 { return .empty }
    return .text(
      (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined())
  }

  private func randomRows(_ generator: inout SplitMix64) -> [[Cell]] {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in randomCell(&generator) }
    }
  }

  private func bytes(_ rows: [[Cell]]) -> [[[UInt8]]] {
    rows.map { $0.map { Array($0.description.utf8) } }
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Character])
  func readingWhatWasWrittenGivesTheSameBytes(separator: Character) throws {
    var generator = SplitMix64(seed: UInt64(separator.asciiValue ?? 0))
    for _ in 0..<2_000 {
      let rows = randomRows(&generator)
      let mark = Bool.random(using: &generator)
      let text = CSVWriter(separator: separator, byteOrderMark: mark)
        .string(Table(file: "x", rows: rows))
      let read = try CSVReader(separator: separator).table(bytes: Array(text.utf8), file: "x")
      #expect(bytes(read.rows) == bytes(rows))
      #expect(read.rows == rows)
    }
  }

  @Test func aTableWithSeveralColumnsNeedsNoSeparatorGiven() throws {
    var generator = SplitMix64(seed: 5)
    for separator in [",", ";", "\t"] as [Character] {
      for _ in 0..<1_000 {
        let header = [randomCell(&generator), randomCell(&generator)]
        let rows = [header] + randomRows(&generator)
        let text = CSVWriter(separator: separator).string(Table(file: "x", rows: rows))
        #expect(try CSVReader().table(bytes: Array(text.utf8), file: "x").rows == rows)
      }
    }
  }

  private func lineBreaks(in text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.count { index in
      bytes[index] == 0x0A
        || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
    }
  }

  @Test func linesAreCountedAlikeInEveryTable() throws {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<500 {
      let rows = randomRows(&generator)
      let table = try table(csv: CSVWriter().string(Table(file: "x", rows: rows)))
      var line = 1
      for (index, row) in rows.enumerated() {
        #expect(table.location(row: index + 1, column: 1).row == line)
        line += 1 + row.reduce(0) { $0 + lineBreaks(in: $1.description) }
      }
    }
  }

  @Test func numbersReadBackExactly() throws {
    var generator = SplitMix64(seed: 7)
    let numbers = (0..<2_000).map { _ in Double(bitPattern: generator.next()) }
      .filter(\.isFinite)
    let table = Table(title: nil, columns: ["x"], rows: numbers.map { [.number($0)] })
    let records = try Records(
      Tables.CSVReader().table(
        bytes: Array(CSVWriter().string(table).utf8), file: "x"))
    #expect(try records.map { try $0.number("x") } == numbers)
  }

  @Test func randomBytesNeverCrash() {
    var generator = SplitMix64(seed: 8)
    let alphabet = Array("ab,;\t\"\"\n\r\0\u{1EBF}".utf8)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      do {
        _ = try CSVReader().table(bytes: bytes, file: "x")
      } catch {
        #expect(error is TableError)
      }
    }
  }
}

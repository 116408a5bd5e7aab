import TestSupport
import Testing

@testable import Tables

/// Files that ask for more memory than they have bytes.
@Suite struct CSVLimitsTests {
  private func rows(_ text: String, cellLimit: Int) throws -> [[Cell]] {
    let bytes = Array(text.utf8)
    var parser = CSVParser(
      file: "data.csv", separator: UInt8(ascii: ","), position: 0, cellLimit: cellLimit)
    return try parser.table(bytes.span).rows
  }

  @Test(arguments: [("a,b\nc,d\n", 4), (",,,", 4), ("\n\n\na", 4), ("a,b\n\n\"c\"\n", 4)])
  func moreCellsThanTheLimitAreRefused(text: String, cells: Int) throws {
    _ = try rows(text, cellLimit: cells)
    #expect(
      message { try rows(text, cellLimit: cells - 1) }
        == "data.csv: the file has more than \(cells - 1) cells; split it")
  }

  @Test func aMillionColumnsAreRead() throws {
    let table = try table(csv: String(repeating: "c,", count: 1_000_000) + "\n1\n")
    #expect(table.rows.map(\.count) == [1_000_001, 1])
  }

  @Test func namesOfManyColumnsAreNotAllRecited() throws {
    let table = try table(csv: (1...10_000).map { "c\($0)" }.joined(separator: ",") + "\n1\n")
    #expect(
      message { try Records(table, required: ["province"]) }
        == "data.csv: there is no column \"province\"; the columns are "
        + (1...20).map { "\"c\($0)\"" }.joined(separator: ", ") + " and 9980 more")
  }

  @Test func aCellOfMegabytesIsQuotedInPart() throws {
    let record = try Records(table(csv: "x\n" + String(repeating: "9x", count: 1 << 20)))[0]
    #expect(
      message { try record.number("x") }
        == "data.csv, line 2, column \"x\": \"" + String(repeating: "9x", count: 40)
        + "…\" is not a number")
  }

  @Test func aDeviceWithoutEndIsRefused() {
    #expect(
      message { try InputFile.bytes(of: "/dev/zero", limit: 1 << 20) }
        == "/dev/zero cannot be read: it is larger than 1 MiB; split it")
  }

  @Test func everyTruncatedFileIsATableOrAnError() throws {
    let bytes = Array("\u{FEFF}tỉnh;\"năm\"\r\n\"Thừa \"\"Thiên\"\"\nHuế\";2,5\r\n\r\n".utf8)
    for length in 0..<bytes.count {
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        do {
          let reader = CSVReader(encoding: encoding)
          _ = try reader.table(bytes: Array(bytes.prefix(length)), file: "x")
        } catch {
          #expect(error is TableError)
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func aNumberOfAMillionDigitsIsRead() throws {
    let digits = String(repeating: "1", count: 1_000_000)
    #expect(Double(decimal: "0." + digits) == 1.0 / 9)
    #expect(Double(decimal: digits) == nil)
    #expect(Double(decimal: "0." + String(repeating: "0", count: 1_000_000) + "1e1000001") == 1)
    #expect(Double(decimal: "1e" + digits) == nil)
    #expect(Double(decimal: "1e-" + digits) == 0)
  }
}

import TestSupport
import Testing

@testable import Tables

/// What a long table says, found out record by record through a `Table`.
private struct NaiveLongTable {
  var units: [String] = []
  var years: [Int] = []
  var indicators: [String] = []
  var values: [Double] = []

  init(bytes: [UInt8]) throws {
    let records = try Records(CSVReader(separator: ",").table(bytes: bytes, file: "x"))
    let keys = try records.map { record in
      (try record.text("unit"), try record.integer("year"), try record.text("indicator"))
    }
    func precedes(_ one: String, _ other: String) -> Bool { Array(one.utf8) < Array(other.utf8) }
    units = Set(keys.map(\.0)).sorted(by: precedes)
    years = Set(keys.map(\.1)).sorted()
    indicators = Set(keys.map(\.2)).sorted(by: precedes)
    values = Array(repeating: .nan, count: units.count * years.count * indicators.count)
    for (record, key) in zip(records, keys) {
      let unit = try #require(units.firstIndex(of: key.0))
      let year = try #require(years.firstIndex(of: key.1))
      let indicator = try #require(indicators.firstIndex(of: key.2))
      if case .number(let value, _) = record.number("value", by: NumberGrammar()) {
        values[(unit * years.count + year) * indicators.count + indicator] = value
      }
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate static func < (one: Self, other: Self) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}

/// A random table written in a random manner.
private struct RandomLongTable {
  var bytes: [UInt8] = []

  private static let units = [
    "An Giang", "a", "Bà Rịa - Vũng Tàu", "x,y", "x", "say \"no\"", "two\nlines", "two\r\nlines",
    "Thành phố Hồ Chí Minh và các vùng lân cận", "12345678", "123456789", "a, b",
    "exactly sixteen!", "exactly sixteen?", "exactly seventeen", "Đ", "\"",
  ]
  private static let indicators = ["x01", "x02", "x03", "y, in %", "a\rb", "x"]
  private static let values = [
    "", "", "NA", "-", "..", "0", "1", "-1", "2.5", "-0.25", "67.7944", "1e3", "1.5E-3", " 7 ",
    "0.30000000000000004", "123456789012345678901", "+4", ".5", "9007199254740993", "00012.50",
    "1234567890123456.789",
  ]

  init(_ generator: inout SplitMix64) {
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let quoting = Int.random(in: 0...4, using: &generator)
    func cell(_ text: String, _ generator: inout SplitMix64) -> String {
      let mustQuote = text.utf8.contains { ",\"\r\n".utf8.contains($0) }
      guard mustQuote || Int.random(in: 0..<4, using: &generator) < quoting else { return text }
      return "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    var columns = ["unit", "year", "indicator", "value"]
    if Bool.random(using: &generator) { columns += ["note", "other"] }
    columns.shuffle(using: &generator)
    var rows: [String] = []
    let units = Self.units.shuffled(using: &generator).prefix(.random(in: 1...6, using: &generator))
    let indicators = Self.indicators.shuffled(using: &generator).prefix(3)
    for unit in units {
      for year in ["2006", "2007", "-3", "2008.0"] {
        for indicator in indicators where Int.random(in: 0..<8, using: &generator) > 0 {
          let cells = columns.map { column in
            switch column {
            case "unit": cell(unit, &generator)
            case "year": cell(year, &generator)
            case "indicator": cell(indicator, &generator)
            case "value": cell(Self.values.randomElement(using: &generator) ?? "", &generator)
            default: cell(Self.units.randomElement(using: &generator) ?? "", &generator)
            }
          }
          rows.append(cells.joined(separator: ","))
          if Int.random(in: 0..<20, using: &generator) == 0 { rows.append("") }
          if Int.random(in: 0..<20, using: &generator) == 0 {
            rows.append([",,", " , ", ",,,,,", "\"\",\"\""].randomElement(using: &generator) ?? "")
          }
        }
      }
    }
    if Bool.random(using: &generator) { rows.shuffle(using: &generator) }
    let mark = Bool.random(using: &generator) ? "\u{FEFF}" : ""
    let last = Bool.random(using: &generator) ? lineEnd : ""
    let text = mark + ([columns.joined(separator: ",")] + rows).joined(separator: lineEnd) + last
    bytes = Array(text.utf8)
  }
}

private func read(_ bytes: [UInt8], window: Int, threads: Int) throws -> LongTable {
  var options = LongTable.Options(
    columns: ["unit", "year", "indicator", "value"], separator: ",", threads: threads,
    valueLimit: 1 << 20)
  options.windowLength = window
  return try LongTable(bytes: bytes, file: "x", options)
}

@Suite struct LongTableTests {
  @Test func everyWindowAndEveryNumberOfThreadsGivesWhatRecordsGive() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<150 {
      let bytes = RandomLongTable(&generator).bytes
      let naive = try NaiveLongTable(bytes: bytes)
      for (window, threads) in [(1, 1), (1, 2), (2, 2), (3, 1), (7, 2), (33, 2), (1 << 18, 2)] {
        let table = try read(bytes, window: window, threads: threads)
        #expect(table.units == naive.units)
        #expect(table.years == naive.years)
        #expect(table.indicators == naive.indicators)
        #expect(table.values.map(\.bitPattern) == naive.values.map(\.bitPattern))
      }
    }
  }

  @Test func randomBytesNeverCrashAndAreRefusedAlikeInEveryWindow() {
    var generator = SplitMix64(seed: 12)
    let alphabet = Array("ab1,,,,\"\"\n\n\r\0\u{1EBF}.-".utf8)
    for _ in 0..<3_000 {
      let body = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let bytes = Array("unit,year,indicator,value\na,1,b,1\n".utf8) + body
      let whole = message { try read(bytes, window: 1 << 18, threads: 1) }
      for (window, threads) in [(1, 1), (1, 2), (5, 2), (16, 1)] {
        #expect(message { try read(bytes, window: window, threads: threads) } == whole)
      }
    }
  }

  @Test func aRecordLongerThanTheLimitIsRefused() {
    var options = LongTable.Options(
      columns: ["unit", "year", "indicator", "value"], separator: nil, threads: 2,
      valueLimit: 100)
    options.windowLength = 10
    options.recordLimit = 10_000
    let text = "unit,year,indicator,value\na,1,b,1\n\"" + String(repeating: "a\n", count: 20_000)
    #expect(
      message { try LongTable(bytes: Array(text.utf8), file: "x.csv", options) }
        == "x.csv, line 3: the record is longer than 10000 bytes; check that every quote is closed")
  }
}

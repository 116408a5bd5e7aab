import TestSupport
import Testing

@testable import Tables

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", 0.0), ("1", 1), ("007", 7), ("+1", 1), ("-1", -1), ("1.5", 1.5), (".5", 0.5),
    ("-.25", -0.25), ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000), ("1.5e-3", 0.0015),
    (" 1.5", 1.5), ("1.5 ", 1.5), ("\t1.5\r\n", 1.5), ("\u{A0}1.5\u{A0}", 1.5),
    ("\u{202F} 2 \u{202F}", 2), ("0.1", 0.1), ("3.141592653589793", 3.141592653589793),
    ("9007199254740993", 9_007_199_254_740_992), ("1e22", 1e22), ("1e23", 1e23),
    ("0.30000000000000004", 0.1 + 0.2), ("1e308", 1e308), ("1e-400", 0), ("0e999999999999", 0),
    ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
    ("00000000000000000000000000000000000000001", 1),
    ("1.00000000000000011102230246251565404236316680908203125", 1),
    ("1.00000000000000011102230246251565404236316680908203126", 1.0000000000000002),
    ("179769313486231570814527423731704356798070e267", .greatestFiniteMagnitude),
  ])
  func accepted(text: String, value: Double) {
    #expect(Double(decimal: text) == value)
  }

  @Test(arguments: [
    "", " ", "\u{A0}", "+", "-", ".", "5.", "-.", "e5", "1e", "1e+", "1e1.5", "1.2.3", "3..5",
    "nan", "NaN", "inf", "-inf", "infinity", "0x1p3", "0x10", "1,5", "1.234,5", "1,234", "1 000",
    "1\u{A0}000", "1_000", "--1", "+-1", "1-", "(1)", "5%", "1f", "１", "٣", "½", "1e999", "-1e999",
    "1\0", "\u{2212}1", "1.5e3.2", "1e--3", "\u{C2}1",
  ])
  func refused(text: String) {
    #expect(Double(decimal: text) == nil)
  }

  @Test func minusZeroKeepsItsSign() {
    #expect(Double(decimal: "-0")?.sign == .minus)
    #expect(Double(decimal: "-0.0e5")?.sign == .minus)
  }

  @Test func substringsAreReadToo() {
    #expect(Double(decimal: "x=1.5;".dropFirst(2).dropLast()) == 1.5)
  }

  @Test func everyPrintedNumberReadsBack() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(decimal: value.shortestDecimal)?.bitPattern == value.bitPattern)
      #expect(Double(decimal: value.description)?.bitPattern == value.bitPattern)
    }
  }

  /// The standard library's conversion is the reference: it rounds correctly at any length.
  @Test func theFastPathRoundsLikeTheSlowOne() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<100_000 {
      let digits = String(generator.next() >> UInt64.random(in: 0...60, using: &generator))
      let exponent = Int.random(in: -30...30, using: &generator)
      let text = digits + "e\(exponent)"
      #expect(Double(decimal: text) == Double(text))
      let point = digits.index(
        digits.startIndex, offsetBy: Int.random(in: 1...digits.count, using: &generator))
      guard point < digits.endIndex else { continue }
      let decimal = "-\(digits[..<point]).\(digits[point...])"
      #expect(Double(decimal: decimal) == Double(decimal))
    }
  }

  @Test func longNumbersAreRoundedAsTheStandardLibraryRounds() {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<50_000 {
      let digits = String(UInt64.random(in: 1 << 53...9_999_999_999_999_999_999, using: &generator))
      let decimals = Int.random(in: 0...27, using: &generator)
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let text = "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
      let whole = decimals == 0 ? digits : text
      #expect(Double(decimal: whole) == Double(whole))
      // Half-way between two numbers, and just beside it.
      let tie = (UInt64.random(in: 1 << 52..<1 << 53, using: &generator) << 1 | 1)
      for text in ["\(tie).0", "\(tie).001", "\(tie - 1).999", "\(tie)e-1", "-\(tie)"] {
        #expect(Double(decimal: text) == Double(text))
      }
    }
  }
}

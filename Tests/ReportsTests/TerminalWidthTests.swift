import Foundation
import Testing

@testable import Reports

@Suite struct TerminalWidthTests {
  @Test(arguments: [
    ("", 0), ("Kon Tum", 7), ("Đắk Nông", 8), ("▁▄█", 3), ("−0,5%", 5), ("中国", 4),
    ("ｆｕｌｌ", 8), ("한국", 4), ("e\u{301}", 1), ("a\u{200B}b", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇻🇳", 2),
    ("❤\u{FE0F}", 2), ("。", 2), ("\u{AD}", 1), ("\u{7}", 0), ("𠀀", 2), ("ไทย", 3), ("กี่", 1),
  ])
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(TerminalWidth(of: text).columns == columns)
  }

  @Test func aNameTakesTheSameHoweverItIsEncoded() {
    for name in ["Quảng Ngãi", "Đắk Lắk", "Thừa Thiên Huế", "한국"] {
      let composed = TerminalWidth(of: name.precomposedStringWithCanonicalMapping).columns
      #expect(TerminalWidth(of: name.decomposedStringWithCanonicalMapping).columns == composed)
    }
  }

  @Test func partsTakeTogetherWhatTheWholeTakes() {
    let parts = ["Đắk", " ", "中", "n", "한", "ế"]
    #expect(
      parts.reduce(0) { $0 + TerminalWidth(of: $1).columns }
        == TerminalWidth(of: parts.joined()).columns)
  }
}

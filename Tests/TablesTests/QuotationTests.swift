import Testing

@testable import Tables

@Suite struct QuotationTests {
  @Test func aShortTextIsQuotedAsItStands() {
    #expect(Quotation.of("Thừa Thiên – Huế") == "\"Thừa Thiên – Huế\"")
    #expect(Quotation.of("") == "\"\"")
    let longest = String(repeating: "ế", count: 80)
    #expect(Quotation.of(longest) == "\"\(longest)\"")
  }

  @Test func aLongTextIsCut() {
    let quotation = Quotation.of(String(repeating: "x", count: 1_000_000))
    #expect(quotation == "\"" + String(repeating: "x", count: 80) + "…\"")
    // Marks without end belong to one letter, but are cut all the same.
    let marks = Quotation.of("a" + String(repeating: "\u{301}", count: 1_000))
    #expect(marks.unicodeScalars.count == 83)
  }

  @Test func charactersThatSteerATerminalAreMadeVisible() {
    #expect(Quotation.of("a\u{1B}[2Jb") == "\"a␛[2Jb\"")
    #expect(Quotation.of("a\0\r\n\tb\u{7F}") == "\"a␀␍␊␉b␡\"")
    #expect(Quotation.of("\u{9B}2J\u{202E}x\u{2066}") == "\"\u{FFFD}2J\u{FFFD}x\u{FFFD}\"")
  }

  @Test func aLongListTellsHowManyMoreThereAre() {
    let names = (1...1_000_000).map { "c\($0)" }
    let shown = (1...20).map { "\"c\($0)\"" }.joined(separator: ", ")
    #expect(Quotation.list(Array(names.prefix(20))) == shown)
    #expect(Quotation.list(Array(names.prefix(21))) == shown + " and 1 more")
    #expect(Quotation.list(names) == shown + " and 999980 more")
    #expect(Quotation.list(["a", "b"], separator: " or ") == "\"a\" or \"b\"")
  }
}

import Testing

@testable import Tables

@Suite struct CSVWriterTests {
  private func line(_ cells: [Cell], separator: Character = ",") -> String {
    // The second row, since the first is quoted more readily.
    let text = CSVWriter(separator: separator)
      .string(Table(file: nil, rows: [[.text("h")], cells]))
    return String(text.dropFirst(2).dropLast())
  }

  @Test(
    arguments: [
      ([Cell.text("a"), .text("b c")], "a,b c"),
      (
        [.text("a,b"), .text("c\"d"), .text("e\nf"), .text("g\rh")],
        "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\""
      ),
      ([.text("a;b"), .text("c\td")], "a;b,c\td"),
      ([.text("=A1"), .text("+1"), .text("-x"), .text("@x")], "\"=A1\",\"+1\",\"-x\",\"@x\""),
      ([.number(-1.5), .number(3), .number(1e-5), .number(0.1)], "-1.5,3,0.00001,0.1"),
      ([.number(.nan), .number(-.infinity)], ",-inf"),
      ([.boolean(true), .error("#DIV/0!")], "TRUE,#DIV/0!"),
      ([.empty, .empty], ","), ([.empty], "\"\""), ([], ""), ([.text("")], "\"\""),
      ([.text(" a ")], " a "),
    ] as [([Cell], String)])
  func cellsAreQuotedOnlyWhereNeeded(cells: [Cell], expected: String) {
    #expect(line(cells) == expected)
  }

  @Test func theSeparatorDecidesWhatIsQuoted() {
    #expect(line([.text("a,b"), .text("c;d")], separator: ";") == "a,b;\"c;d\"")
  }

  @Test func theHeaderQuotesWhatAReaderCouldTakeForASeparator() throws {
    let source = Table(file: "data.csv", rows: [[], [.text("a;b;c"), .text("\u{FEFF}x")]])
    let text = CSVWriter().string(source)
    #expect(text == "\n\"a;b;c\",\"\u{FEFF}x\"\n")
    #expect(try table(csv: text) == source)
  }

  @Test func aByteOrderMarkIsWrittenOnRequest() {
    let table = Table(title: nil, columns: ["a"], rows: [])
    #expect(CSVWriter(byteOrderMark: true).string(table) == "\u{FEFF}a\n")
    #expect(CSVWriter().string(table) == "a\n")
  }

  @Test func notesAreNotWritten() {
    let table = Table(
      title: "T", columns: ["a"], rows: [[.number(1)]], notes: [Phrase(verbatim: "n")])
    #expect(CSVWriter().string(table) == "a\n1\n")
  }
}

import Testing

@testable import Tables

@Suite struct NumberGrammarTests {
  private let point = NumberGrammar()
  private let comma = NumberGrammar(decimalMark: .comma)

  @Test(arguments: [
    ("79.25", 79.25), (" -1.5e3 ", -1500), ("12", 12), (".5", 0.5), ("\u{A0}3.0\u{202F}", 3),
  ])
  func decimalsFollowAPoint(text: String, value: Double) {
    #expect(point.number(in: text) == .number(value, isPercentage: false))
  }

  @Test(arguments: [
    ("79,25", 79.25), (" -1,5e3 ", -1500), ("12", 12), (",5", 0.5), ("1,234", 1.234),
    ("0,30000000000000004", 0.1 + 0.2), ("3,141592653589793238462643383279", Double.pi),
  ])
  func decimalsFollowAComma(text: String, value: Double) {
    #expect(comma.number(in: text) == .number(value, isPercentage: false))
  }

  @Test(arguments: [("79.25 %", 79.25), ("79.25%", 79.25), (" 5\u{A0}% ", 5), ("-0.5%", -0.5)])
  func aPercentageIsTold(text: String, value: Double) {
    #expect(point.number(in: text) == .number(value, isPercentage: true))
    let written = text.replacing(".", with: ",")
    #expect(comma.number(in: written) == .number(value, isPercentage: true))
  }

  @Test(arguments: [
    "", " ", "\u{A0}", "-", "–", " - ", "N/A", "NA", "n/a", "..", "#N/A", ".", " .. ",
  ])
  func aMissingValueHasManySigns(text: String) {
    #expect(point.number(in: text) == .missing)
    #expect(comma.number(in: text) == .missing)
    #expect(point.number(in: Cell.text(text)) == .missing)
  }

  @Test(arguments: [
    "1,5", "1,234", "1,234.5", "1.234,5", "1 234", "5 % %", "%", "- %", "N/A %", "% 5", "na",
    "nan", "inf", "...", "--", "0x10", "Huế", "5.", "1.2.3", "—",
  ])
  func anythingElseIsNoNumber(text: String) {
    #expect(point.number(in: text) == .notANumber)
  }

  @Test(arguments: ["1.5", "1.234", "1.234,5", "1,234.5", "1,234,567", "5,", ",", "1,5,"])
  func aPointIsNoDecimalComma(text: String) {
    #expect(comma.number(in: text) == .notANumber)
  }

  @Test func cellsOfAWorkbookAreReadToo() {
    #expect(comma.number(in: .number(1.5)) == .number(1.5, isPercentage: false))
    #expect(comma.number(in: .number(.nan)) == .missing)
    #expect(comma.number(in: .empty) == .missing)
    #expect(comma.number(in: .error("#N/A")) == .missing)
    #expect(comma.number(in: .error("#DIV/0!")) == .notANumber)
    #expect(comma.number(in: .boolean(true)) == .notANumber)
  }

  @Test func aRecordIsReadByAGrammar() throws {
    let record = try Records(table(csv: "a;b;c\n1,5;N/A;x\n"))[0]
    #expect(record.number("a", by: comma) == .number(1.5, isPercentage: false))
    #expect(record.number("a", by: point) == .notANumber)
    #expect(record.number("b", by: comma) == .missing)
    #expect(record.number("c", by: comma) == .notANumber)
    #expect(record.number("d", by: comma) == .missing)
    #expect(
      message { try record.optionalNumber("b") }
        == "data.csv, line 2, column \"b\": \"N/A\" is not a number")
  }
}

@Suite struct NumberGrammarInferenceTests {
  @Test(
    arguments: [
      // Between commas decimals follow a point.
      ("a,b\n1.5,2\n", .point), ("a,b\n\"1,5\",\"2,5\"\n", .point), ("a,b\n1.234,2\n", .point),
      ("a,b\n\"1,234\",2\n", .point), ("a\n", .point), ("", .point),
      // One text that can only be one thing decides for the others.
      ("a;b\n1,5;2\n", .comma), ("a\tb\n1,5\t2\n", .comma), ("a;b\n1,234;2,5\n", .comma),
      ("a;b\n0,125;x\n", .comma), ("a;b\n1234,567;x\n", .comma), ("a;b\n1.234,5;1.234\n", .comma),
      ("a;b\n1.234.567;x\n", .comma), ("a;b\n79,25 %;–\n", .comma), ("a;b\n-,5;x\n", .comma),
      ("a;b\n1,5e3;x\n", .comma), ("a;b\n12,3456;x\n", .comma),
      ("a;b\n1.5;2\n", .point), ("a\tb\n1.5\t1.234\n", .point), ("a;b\n1,234;2.5\n", .point),
      ("a;b\n1,234.5;x\n", .point), ("a;b\n1,234,567;x\n", .point), ("a;b\n0.125;1.234\n", .point),
      // Points between tabs are decimal points, as statistics programs write them.
      ("a\tb\n1.234\t2.345\n", .point),
      // Nothing to decide.
      ("a;b\n1;2\n", .point), ("a;b\nx;..\n.;-\n", .point), ("a;b\n01.02.2020;1,2,3\n", .point),
      ("a;b\n+;5 %\n,;,,\n", .point),
    ] as [(String, NumberGrammar.DecimalMark)])
  func theTableTellsItsDecimalMark(text: String, mark: NumberGrammar.DecimalMark) throws {
    #expect(try NumberGrammar(of: table(csv: text)).decimalMark == mark)
  }

  @Test(arguments: [
    ("a;b\nx;1,234\n", "line 2, column 2: \"1,234\""),
    ("a\tb\n1,234\t2\n", "line 2, column 1: \"1,234\""),
    ("a;b\n1;2\n-12,345 %;2,345\n", "line 3, column 1: \"-12,345 %\""),
    ("a;b\n1.234;2\n", "line 2, column 1: \"1.234\""),
    ("a;b\n1.234;\"1,234\"\n", "line 2, column 2: \"1,234\""),
  ])
  func whatMayBeTwoThingsIsAsked(text: String, place: String) {
    #expect(
      message { try NumberGrammar(of: table(csv: text)) }
        == "data.csv, \(place) may have decimals or thousands set apart; "
        + "say whether decimals follow a point or a comma")
  }

  @Test(arguments: [
    ("a;b\n1,5;2.5\n", "line 2, column 1: \"1,5\" and, in line 2, column 2, \"2.5\""),
    ("a\tb\n2.1\tx\ny\t3,5 %\n", "line 2, column 1: \"2.1\" and, in line 3, column 2, \"3,5 %\""),
    (
      "a;b\n1,234.5;1.234,5\n",
      "line 2, column 1: \"1,234.5\" and, in line 2, column 2, \"1.234,5\""
    ),
  ])
  func numbersThatDisagreeAreNamed(text: String, places: String) {
    #expect(
      message { try NumberGrammar(of: table(csv: text)) }
        == "data.csv, \(places) have different decimal marks; "
        + "say whether decimals follow a point or a comma")
  }

  @Test func aTableFromNoCSVFileHasDecimalPoints() throws {
    let table = Table(title: nil, columns: ["a"], rows: [[.text("1,5")], [.text("1,234")]])
    #expect(try NumberGrammar(of: table) == NumberGrammar())
  }
}

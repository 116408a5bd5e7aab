import Testing

@testable import Tables

@Suite struct RecordsTests {
  private func records(_ text: String, required: [String] = []) throws -> Records {
    try Records(table(csv: text, file: "in/rules.csv"), required: required)
  }

  @Test func recordsAreReadByColumnName() throws {
    let records = try records(
      " code ,weight,year\nA, 0.5 ,2017\n\n ,,\nB,,2018\nC\n", required: ["code"])
    #expect(records.count == 3)
    #expect(records.columnNames == ["code", "weight", "year"])
    #expect(try records.map { try $0.text("code") } == ["A", "B", "C"])
    #expect(try records[0].number("weight") == 0.5)
    #expect(try records[1].optionalNumber("weight") == nil)
    #expect(try records[1].integer("year") == 2018)
    #expect(records[2].optionalText("year") == nil)
    #expect(records[1].location("year").description == "rules.csv, line 5, column 3")
  }

  @Test func valuesOfAWorkbookAreReadToo() throws {
    let table = Table(
      file: "x.xlsx", sheet: "S",
      rows: [
        [.text("code"), .number(2017), .text("flag")],
        [.number(7), .number(1.25), .boolean(true)], [.text("8"), .error("#N/A")],
      ])
    let records = try Records(table, required: ["2017"])
    #expect(try records[0].text("code") == "7")
    #expect(try records[0].integer("code") == 7)
    #expect(try records[1].integer("code") == 8)
    #expect(try records[0].number("2017") == 1.25)
    #expect(try records[0].text("flag") == "TRUE")
    #expect(
      message { try records[1].number("2017") }
        == "x.xlsx, sheet \"S\", cell B3: \"#N/A\" is not a number")
    #expect(
      message { try records[1].text("flag") }
        == "x.xlsx, sheet \"S\", cell C3: the cell is empty")
    #expect(
      message { try records[0].number("flag") }
        == "x.xlsx, sheet \"S\", cell C2: \"TRUE\" is not a number")
  }

  @Test func aColumnThatIsNotThereReadsAsEmpty() throws {
    let record = try records("code\nA\n")[0]
    #expect(record.optionalText("note") == nil)
    #expect(try record.optionalNumber("note") == nil)
  }

  @Test func namesMatchInEitherNormalForm() throws {
    let records = try records("t\u{1EC9}nh\nHu\u{1EBF}\n", required: ["ti\u{309}nh"])
    #expect(try records[0].text("ti\u{309}nh") == "Hu\u{1EBF}")
  }

  @Test(arguments: [
    (
      "code,weight\nA,1\n\nB,\"0,5x\"\n", "weight",
      "rules.csv, line 4, column \"weight\": \"0,5x\" is not a number"
    ),
    ("code,weight\nA, \n", "weight", "rules.csv, line 2, column \"weight\": the cell is empty"),
    (
      "code,weight\nA,1\n", "unit",
      "rules.csv: there is no column \"unit\"; the columns are \"code\", \"weight\""
    ),
    (
      "code,\"a\nb\",weight\n\"x\ny\",,\nB,,nan\n", "weight",
      "rules.csv, line 3, column \"weight\": the cell is empty"
    ),
  ])
  func aBadNumberIsNamedWithItsPlace(text: String, column: String, expected: String) throws {
    let records = try records(text)
    #expect(message { for record in records { _ = try record.number(column) } } == expected)
  }

  @Test(arguments: ["1.5", "1e300", "12x"])
  func onlyWholeNumbersAreIntegers(text: String) throws {
    let record = try records("year\n\(text)\n")[0]
    let kind = text == "12x" ? "number" : "whole number"
    #expect(
      message { try record.integer("year") }
        == "rules.csv, line 2, column \"year\": \"\(text)\" is not a \(kind)")
  }

  @Test(arguments: [
    (
      "code\nA\n", "rules.csv: there is no column \"weight\"; the columns are \"code\""
    ),
    ("", "rules.csv: there is no column \"weight\"; the first row is blank"),
    (
      "weight,code,weight\n",
      "rules.csv, line 1, column 3: the column \"weight\" occurs a second time, "
        + "after column 1; give every column its own name"
    ),
    (
      "code,weight\nA,1\n\nB,0,5\n",
      "rules.csv, line 4: 3 cells for 2 columns; quote a cell that contains the separator"
    ),
  ])
  func aFaultyHeaderOrRecordIsRefused(text: String, expected: String) {
    #expect(message { try records(text, required: ["weight"]) } == expected)
  }

  @Test func aRecordAfterALineBreakInQuotesKeepsItsLine() throws {
    let records = try records("code,n\n\"a\r\nb\",1\nB,x\n")
    #expect(
      message { try records[1].number("n") }
        == "rules.csv, line 4, column \"n\": \"x\" is not a number")
  }
}

import Indices
import Tables
import TestSupport
import Testing

/// A rule as an analyst's spreadsheet program saves it.
@Suite struct OwnRuleTests {
  @Test func aWorkbookScoresLikeTheBundledRule() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("mine.xlsx")
    try XLSXWriter().write([Bundled.rule(2019).table()], to: path)
    let own = try records("score", "--year", "2019", "--rule", path)
    let bundled = try records("score", "--year", "2019")
    #expect(own.count == 63)
    for (first, second) in zip(own, bundled) {
      #expect(try first.text("province") == second.text("province"))
      // A workbook holds sixteen digits of a number, one less than some of them have.
      #expect(abs(try first.number("score") - second.number("score")) < 1e-12)
    }
  }

  /// As Excel writes CSV where decimals follow a comma.
  @Test func semicolonsAndDecimalCommasScoreLikeTheBundledRule() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("mine.csv")
    let text = CSVWriter().string(try Bundled.rule(2019).table())
      .replacing(",", with: ";").replacing(".", with: ",")
    try TextFile.write(text, to: path)
    #expect(
      try answer("score", "--year", "2019", "--rule", path, "--format", "csv")
        == answer("score", "--year", "2019", "--format", "csv"))
  }

  @Test func aDecimalCommaBetweenCommasIsTold() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("mine.csv")
    try TextFile.write(
      "indicator,dimension,weight,minimum,maximum,direction\nbidding,a,\"0,5\",0,1,positive\n",
      to: path)
    expectRefusal(
      #"Error: mine.csv, line 2, column "weight": "0,5" is not a number"#, code: 65,
      ["score", "--year", "2019", "--rule", path])
  }
}

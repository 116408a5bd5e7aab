import Indices
import Panels
import Tables
import TestSupport
import Testing

/// A rule as a file that an analyst edits.
@Suite struct RuleTableTests {
  @Test(arguments: [2005, 2008, 2013, 2019])
  func aRuleReadsBackAsItWasWritten(year: Int) throws {
    let rule = try Bundled.rule(year)
    #expect(rule.table().header.map(\.description) == Self.columns)
    #expect(try read(CSVWriter().string(rule.table()), year: year).components == rule.components)
  }

  @Test func anotherScaleIsWrittenAndRead() throws {
    let weights = try TotalWeights(reading: Bundled.table("weights/data.csv"))
    let rule = try weights.rule(of: 2019)
    let header = rule.table().header.map(\.description)
    #expect(header == Self.columns + ["scale_minimum", "scale_maximum"])
    let copy = try ScoringRule(
      year: 2019, subindex: "pci",
      reading: CSVReader().table(
        bytes: Array(CSVWriter().string(rule.table()).utf8), file: "pci.csv"))
    #expect(copy.components == rule.components)
    #expect(copy.components[0].scale == 10...100)
  }

  @Test func aRuleThatWasLearnedSaysHowAndReadsBack() throws {
    let calibration = try Calibration(
      panel: Bundled.panel(), subindex: Bundled.subindex, year: 2019,
      given: Bundled.rule(2019).ranges)
    let rule = try #require(calibration.rule())
    let table = rule.table(found: calibration)
    #expect(table.header.map(\.description).suffix(2) == ["minimum_found", "maximum_found"])
    #expect(table.rows[1].suffix(2) == [.text("given"), .text("given")])
    #expect(try read(CSVWriter().string(table), year: 2019).components == rule.components)
  }

  static let columns = ["indicator", "dimension", "weight", "minimum", "maximum", "direction"]

  static let mistakes: [(rows: String, message: String)] = [
    ("bidding,a,0.9,0,1,positive", "the rule of 2019: the weights add up to 0.9, not 1"),
    ("bidding,a,1,1,1,positive", "the rule of 2019: the range of bidding is empty"),
    ("bidding,a,1,1,0,positive", "the rule of 2019: the range of bidding is empty"),
    ("bidding,a,-1,0,1,positive", "the rule of 2019: the weight of bidding is not above zero"),
    (
      "bidding,a,0.5,0,1,positive\nbidding,a,0.5,0,1,positive",
      "the rule of 2019: bidding stands twice"
    ),
    ("", "the rule of 2019: the weights add up to 0.0, not 1"),
    ("bidding,a,,0,1,positive", #"mine.csv, line 2, column "weight": the cell is empty"#),
    ("bidding,a,1,0,1,up", "mine.csv, line 2, column 6: expected one of positive, reversed"),
    (
      "bidding,a,1,0,1,positive,extra",
      "mine.csv, line 2: 7 cells for 6 columns; quote a cell that contains the separator"
    ),
  ]

  @Test(arguments: mistakes.indices) func aMistakeIsTold(number: Int) {
    let (rows, expected) = Self.mistakes[number]
    let text = Self.columns.joined(separator: ",") + "\n" + rows + "\n"
    #expect(message { try read(text, year: 2019) } == expected)
  }

  @Test func aColumnThatIsMissingIsTold() {
    #expect(
      message { try read("indicator,weight,minimum,maximum,direction\n", year: 2019) }
        == #"mine.csv: there is no column "dimension"; the columns are "#
        + #""indicator", "weight", "minimum", "maximum", "direction""#)
  }

  @Test func scalesAreCheckedOneByOneAndTogether() {
    let header =
      "indicator,dimension,weight,minimum,maximum,direction,scale_minimum,scale_maximum\n"
    #expect(
      message { try read(header + "bidding,a,1,0,1,positive,10,10\n", year: 2019) }
        == "mine.csv, line 2, column 8: expected a number above scale_minimum, 10.0")
    #expect(
      message {
        try read(
          header + "bidding,a,0.5,0,1,positive,0,100\nwebsite_use,a,0.5,0,1,positive,,\n",
          year: 2019)
      } == "the rule of 2019: website_use is scored on a scale of its own")
  }

  @Test func aRuleAgainstTheCodebookScoresNothing() throws {
    let header = Self.columns.joined(separator: ",") + "\n"
    let panel = try Bundled.panel()
    #expect(
      message {
        try read(header + "relationship_needed,a,1,0,1,positive\n", year: 2019)
          .scoreboard(of: panel)
      } == "the rule of 2019: relationship_needed is positive, and reversed in the codebook")
    #expect(
      message {
        try read(header + "nothing,a,1,0,1,positive\n", year: 2019).scoreboard(of: panel)
      } == "the rule of 2019: nothing is in no row of the codebook")
  }

  private func read(_ text: String, year: Int) throws -> ScoringRule {
    try ScoringRule(
      year: year, subindex: Bundled.subindex,
      reading: CSVReader().table(bytes: Array(text.utf8), file: "mine.csv"))
  }
}

import ArgumentParsing
import Testing

struct WordTests {
  @Test func flagsBundleBehindOneHyphen() throws {
    let score = try Score.parse(["--year", "1", "-xq"])
    #expect(score.isExact)
    #expect(score.output.quiet)
  }

  @Test func lastLetterOfABundleMayTakeTheValue() throws {
    #expect(try Ingest.parse(["a", "-vs", "sheet"]).sheet == "sheet")
    #expect(try Ingest.parse(["a", "-vs=sheet"]).sheet == "sheet")
  }

  @Test func letterInsideABundleCannotTakeAValue() {
    let outcome = Program.outcome(arguments: ["ingest", "a", "-sv", "b"])
    #expect(outcome.standardError.hasPrefix("Error: Missing value for '-s <sheet>'\n"))
  }

  @Test func terminatorMakesValuesOfAllThatFollow() throws {
    let ingest = try Ingest.parse(["-v", "--", "--folder", "-v", "--", "--help"])
    #expect(ingest.files == ["--folder", "-v", "--", "--help"])
    #expect(ingest.folder == ".")
  }

  @Test func terminatorIsNotAValue() {
    let outcome = Program.outcome(arguments: ["ingest", "--folder", "--", "a"])
    #expect(outcome.standardError.hasPrefix("Error: Missing value for '--folder <folder>'\n"))
  }

  @Test func optionsMayStandBetweenArguments() throws {
    let ingest = try Ingest.parse(["a", "--folder", "f", "b", "-v", "c"])
    #expect(ingest.files == ["a", "b", "c"])
    #expect(ingest.folder == "f")
  }

  @Test func argumentsFillInOrderAndTheArrayTakesTheRest() throws {
    struct Command: ParsableCommand {
      @Argument() var first: Int
      @Argument var second: String = "none"
      @Argument var rest: [String] = ["default"]
    }
    let short = try Command.parse(["1"])
    #expect(short.first == 1)
    #expect(short.second == "none")
    #expect(short.rest == ["default"])
    let long = try Command.parse(["-1", "b", "c", "d"])
    #expect(long.first == -1)
    #expect(long.second == "b")
    #expect(long.rest == ["c", "d"])
  }

  @Test func emptyWordIsAnArgument() throws {
    #expect(try Ingest.parse([""]).files == [""])
  }

  @Test func propertyNamesBecomeHyphenatedWords() throws {
    struct Command: ParsableCommand {
      @Option var lossLimit: Int = 0
      @Flag var usesCSVFile = false
      @Option var hc0: Int = 0
      @Option var year_of_issue: Int = 0
    }
    let command = try Command.parse([
      "--loss-limit", "1", "--uses-csv-file", "--hc0", "2", "--year-of-issue", "3",
    ])
    #expect(command.lossLimit == 1)
    #expect(command.usesCSVFile)
    #expect(command.hc0 == 2)
    #expect(command.year_of_issue == 3)
  }

  @Test func typeNamesBecomeCommandNames() {
    struct BackTest: ParsableCommand {}
    #expect(BackTest.helpMessage().hasPrefix("USAGE: back-test\n"))
  }

  @Test func decomposedVietnameseStaysAsTyped() throws {
    let decomposed = "\u{110}a\u{306}\u{301}k No\u{302}ng"
    let province = try #require(try Score.parse(["--year", "1", decomposed]).province)
    #expect(Array(province.unicodeScalars) == Array(decomposed.unicodeScalars))
  }
}

import ArgumentParsing
import Testing

struct OptionTests {
  @Test(arguments: [
    ["--year", "2017"], ["--year=2017"], ["-y", "2017"], ["-y=2017"],
    ["--year", "1", "-y", "2017"],
  ])
  func everySpellingOfAnOptionGivesItsValue(words: [String]) throws {
    #expect(try Score.parse(words).year == 2017)
  }

  @Test func optionsLeftOutHaveTheirDefaults() throws {
    let score = try Score.parse(["--year", "2017"])
    #expect(score.seed == 1)
    #expect(score.weight == [])
    #expect(score.province == nil)
    #expect(score.trace == nil)
    #expect(score.output.format == .table)
    #expect(!score.isExact)
  }

  @Test func lastOfARepeatedOptionWins() throws {
    #expect(try Score.parse(["--year", "1", "--seed", "2", "--seed", "3"]).seed == 3)
    #expect(try Score.parse(["--year", "1", "-o", "a", "--output", "b"]).output.output == "b")
  }

  @Test func arrayOptionsCollectInOrder() throws {
    let score = try Score.parse(["--weight", "0.5", "--year", "1", "--weight=-2", "--weight", ".1"])
    #expect(score.weight == [0.5, -2, 0.1])
  }

  @Test func firstValueReplacesTheDefaultOfAnArray() throws {
    struct Command: ParsableCommand {
      @Option var name: [String] = ["a", "b"]
      @Option() var other: [Int]
    }
    #expect(try Command.parse(["--other", "1"]).name == ["a", "b"])
    let command = try Command.parse(["--other", "1", "--name", "c", "--other", "2"])
    #expect(command.name == ["c"])
    #expect(command.other == [1, 2])
  }

  @Test func emptyTextAfterTheSignIsTheEmptyValue() throws {
    #expect(try Ingest.parse(["a", "-s="]).sheet == "")
    #expect(try Ingest.parse(["a", "--folder="]).folder == "")
    #expect(try Ingest.parse(["a", "--folder=b=c"]).folder == "b=c")
    #expect(try Ingest.parse(["a", "--folder", ""]).folder == "")
  }

  @Test func valueAttachedMayLookLikeAnOption() throws {
    #expect(try Ingest.parse(["a", "--folder=--help"]).folder == "--help")
    #expect(try Ingest.parse(["a", "-s=-x"]).sheet == "-x")
  }

  @Test(arguments: ["-5", "-0.5", "-.5", "-1e-3"])
  func negativeNumbersAreValues(text: String) throws {
    #expect(try Score.parse(["--year", "1", "--weight", text]).weight == [Double(text)])
  }

  @Test func loneHyphenIsAValue() throws {
    #expect(try Score.parse(["--year", "1", "-o", "-"]).output.output == "-")
    #expect(try Ingest.parse(["-", "b"]).files == ["-", "b"])
  }

  @Test func groupsFillTheirMembers() throws {
    let score = try Score.parse(["--year", "1", "--format", "json", "-q"])
    #expect(score.output.format == .json)
    #expect(score.output.quiet)
  }

  @Test func groupsInsideGroupsKeepTheirValuesApart() throws {
    struct Inner: ParsableArguments {
      @Option var lossLimit: Int = 3
    }
    struct Outer: ParsableArguments {
      @Option var count: Int = 1
      @OptionGroup var inner: Inner
    }
    struct Command: ParsableCommand {
      @OptionGroup var outer: Outer
      @Option(name: .customLong("total")) var count: Int = 2
    }
    let command = try Command.parse(["--loss-limit", "9", "--count", "7"])
    #expect(command.outer.inner.lossLimit == 9)
    #expect(command.outer.count == 7)
    #expect(command.count == 2)
  }

  @Test func parsedPropertiesCanBeChanged() throws {
    var score = try Score.parse(["--year", "1"])
    score.year += 1
    score.output.format = .csv
    score.output.quiet = true
    #expect(score.year == 2)
    #expect(score.output.format == .csv)
    #expect(score.output.quiet)
  }

  @Test func optionalMayBeDeclaredWithNil() throws {
    struct Command: ParsableCommand {
      @Option var limit: Int? = nil
      @Argument var name: String? = nil
    }
    #expect(try Command.parse([]).limit == nil)
    #expect(try Command.parse(["--limit", "4", "x"]).limit == 4)
    #expect(try Command.parse(["x"]).name == "x")
  }
}

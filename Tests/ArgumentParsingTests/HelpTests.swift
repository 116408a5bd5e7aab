import ArgumentParsing
import Testing

struct HelpTests {
  @Test func commandHelpIsLaidOutLikeArgumentParsers() {
    let expected = """
      OVERVIEW: Rebuild scores and ranks beside the published ones.

      Examples:
        minhbach score "Đắk Nông" --year 2017
        minhbach score --year 2017 --format csv --output scores-of-all-provinces-in-2017.csv

      USAGE: minhbach score [<province>] --year <year> [--seed <seed>]
             [--weight <weight> ...] [--exact] [--format <format>] [--output <output>]
             [--quiet]

      ARGUMENTS:
        <province>              The province, in any spelling.

      OPTIONS:
        -y, --year <year>       The year to score.
        --seed <seed>           The seed of the random numbers, on which every draw
                                depends. (default: 1)
        --weight <weight>       A weight, once per dimension.
        -x, --exact             Keep all digits.
        --format <format>       How to write the answer. (values: table, csv, json;
                                default: table)
        -o, --output <output>   Write to this file.
        -q, --quiet             Say nothing on the way.
        --version               Show the version.
        -h, --help              Show help information.

      """
    #expect(Program.helpMessage(for: Score.self) == expected)
  }

  @Test func rootHelpListsSubcommands() {
    let expected = """
      OVERVIEW: Learn which sub-indicators move a province's rank.

      USAGE: minhbach <subcommand>

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        score                   Rebuild scores and ranks beside the published ones.
        ingest                  Read files into the store.
        store                   Look after the store.
        ending                  End in a chosen way.

        See 'minhbach help <subcommand>' for detailed help.

      """
    #expect(Program.helpMessage() == expected)
  }

  @Test func nestedHelpNamesTheWholePath() {
    let expected = """
      OVERVIEW: Look after the store.

      USAGE: minhbach store [--path <path>] <subcommand>

      OPTIONS:
        --path <path>           The store. (default: minhbach.db)
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        check                   Find faults.
        clean

        See 'minhbach help store <subcommand>' for detailed help.

      """
    #expect(Program.helpMessage(for: Store.self) == expected)
  }

  @Test(arguments: [
    ["score", "--help"], ["score", "-h"], ["help", "score"], ["--help", "score"], ["-h", "score"],
    ["score", "--help", "--bogus"], ["score", "--year", "--help"], ["score", "--year", "x", "-h"],
    ["score", "a", "b", "c", "--help"], ["score", "-qh", "--year", "1"],
    ["score", "--version", "--help"],
  ])
  func helpWinsOverMissingAndWrongOptions(words: [String]) {
    let outcome = Program.outcome(arguments: words)
    #expect(outcome.standardOutput == Program.helpMessage(for: Score.self))
    #expect(outcome.standardError == "")
    #expect(outcome.exitCode == .success)
  }

  @Test(arguments: [
    [], ["--help"], ["-h"], ["help"], ["help", "help"], ["nonsense", "--help"], ["--"],
  ])
  func rootPrintsItsHelp(words: [String]) {
    let outcome = Program.outcome(arguments: words)
    #expect(outcome.standardOutput == Program.helpMessage())
    #expect(outcome.exitCode == .success)
  }

  @Test(arguments: [["store"], ["store", "-h"], ["help", "store"], ["store", "--path", "x"]])
  func parentWithoutABodyPrintsItsHelp(words: [String]) {
    #expect(
      Program.outcome(arguments: words).standardOutput == Program.helpMessage(for: Store.self))
  }

  @Test func helpReachesNestedSubcommands() {
    let expected = Program.helpMessage(for: Store.Check.self)
    #expect(expected.contains("USAGE: minhbach store check [<severity>]\n"))
    #expect(Program.outcome(arguments: ["help", "store", "check"]).standardOutput == expected)
    #expect(Program.outcome(arguments: ["store", "check", "-h"]).standardOutput == expected)
  }

  @Test func helpAfterTheTerminatorIsAValue() {
    #expect(Program.outcome(arguments: ["ingest", "--", "--help"]).standardOutput == "--help\n")
  }

  @Test func defaultSubcommandIsMarked() {
    let help = Defaulting.helpMessage()
    #expect(help.contains("\n  show (default)          Show a page.\n  edit\n"))
  }

  @Test func longLabelsHaveALineOfTheirOwn() {
    struct Command: ParsableCommand {
      @Option(help: "Text.") var exactlyTooLong1: Int = 0
      @Option(help: ArgumentHelp("Text.", valueName: "v")) var justShortEnoughX: Int?
    }
    let help = Command.helpMessage()
    #expect(
      help.contains(
        "\n  --exactly-too-long1 <exactly-too-long1>\n                          Text. (default: 0)\n"
      ))
    #expect(help.contains("\n  --just-short-enough-x <v>\n                          Text.\n"))
  }

  @Test func vietnameseAlignsInEitherEncoding() {
    struct Command: ParsableCommand {
      @Argument(help: ArgumentHelp("Tỉnh hoặc thành phố.", valueName: "tỉnh-thành"))
      var composed: String
      @Argument(help: ArgumentHelp("Tỉnh.", valueName: "ti\u{309}nh")) var decomposed: String
    }
    let lines = Command.helpMessage().split { $0 == "\n" }
    let columns = lines.filter { $0.hasPrefix("  <") }.map { line in
      line.distance(from: line.startIndex, to: line.firstIndex(of: "T") ?? line.startIndex)
    }
    #expect(columns == [26, 26])
  }

  @Test func noLineOfAWrappedTextIsWiderThanTheScreen() {
    for description in Program.commandDescriptions where description.name != "minhbach score" {
      let lines = description.helpMessage.split(separator: "\n" as Character)
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func hiddenOptionsWorkUnseen() throws {
    #expect(try Score.parse(["--year", "1", "--trace", "t"]).trace == "t")
    #expect(!Program.helpMessage(for: Score.self).contains("trace"))
    let outcome = Program.outcome(arguments: ["score", "--tracee"])
    #expect(outcome.standardError.hasPrefix("Error: Unknown option '--tracee'\n"))
  }

  @Test func titledGroupsHaveAHeading() {
    struct Command: ParsableCommand {
      @Option(help: "A limit.") var limit: Int = 0
      @OptionGroup(title: "Output options") var output: OutputOptions
    }
    let help = Command.helpMessage()
    #expect(help.contains("\n\nOUTPUT OPTIONS:\n  --format <format>  "))
    #expect(help.contains("\n\nOPTIONS:\n  --limit <limit>  "))
  }

  @Test func manyOptionsAreSummarisedInTheUsageLine() {
    struct Six: ParsableArguments {
      @Option var a: Int = 0
      @Option var b: Int = 0
      @Option var c: Int = 0
      @Option var d: Int = 0
      @Option var e: Int = 0
      @Option() var f: Int
    }
    struct Command: ParsableCommand {
      @OptionGroup var six: Six
      @Flag var g = false
      @Flag var i = false
      @Flag var j = false
      @Flag var k = false
      @Flag var l = false
      @Flag var m = false
      @Argument() var file: String
    }
    #expect(Command.helpMessage().hasPrefix("USAGE: command [<options>] --f <f> <file>\n"))
  }

  @Test func everyCommandIsDescribedParentsFirst() throws {
    let descriptions = Program.commandDescriptions
    #expect(
      descriptions.map { $0.name } == [
        "minhbach", "minhbach score", "minhbach ingest", "minhbach store", "minhbach store check",
        "minhbach store clean", "minhbach ending",
      ])
    let ingest = try #require(descriptions.first { $0.name == "minhbach ingest" })
    #expect(ingest.abstract == "Read files into the store.")
    #expect(ingest.usage == "minhbach ingest <files> ... [-v] [-s <sheet>] [--folder <folder>]")
    #expect(ingest.helpMessage == Program.helpMessage(for: Ingest.self))
  }
}

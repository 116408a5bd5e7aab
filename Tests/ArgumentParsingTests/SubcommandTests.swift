import ArgumentParsing
import Testing

struct SubcommandTests {
  @Test func commandRunsWithItsOptions() {
    let outcome = Program.outcome(arguments: ["score", "Đắk Nông", "--year", "2017", "--seed=9"])
    #expect(outcome.standardOutput == "Đắk Nông 2017 9 table\n")
    #expect(outcome.standardError == "scoring\n")
    #expect(outcome.exitCode == .success)
  }

  @Test func parentOptionsStandBeforeTheSubcommand() throws {
    let command = try Program.parseAsRoot(["store", "--path", "check", "check", "-3"])
    let check = try #require(command as? Store.Check)
    #expect(check.severity == -3)
  }

  @Test func defaultSubcommandTakesAllTheWords() {
    #expect(Defaulting.outcome(arguments: []).standardOutput == "atlas 1\n")
    #expect(Defaulting.outcome(arguments: ["--page", "3"]).standardOutput == "atlas 3\n")
    #expect(Defaulting.outcome(arguments: ["map", "--page=3"]).standardOutput == "map 3\n")
    #expect(Defaulting.outcome(arguments: ["show", "map"]).standardOutput == "map 1\n")
    #expect(Defaulting.outcome(arguments: ["--", "edit"]).standardOutput == "edit 1\n")
  }

  @Test func helpComesBeforeTheDefaultSubcommand() {
    for words in [["--help"], ["help"], ["--page", "-h"]] {
      #expect(Defaulting.outcome(arguments: words).standardOutput == Defaulting.helpMessage())
    }
  }

  @Test func namedHelpCommandTakesThePlaceOfOurs() {
    struct Root: ParsableCommand {
      static let configuration = CommandConfiguration(subcommands: [Help.self])

      struct Help: ParsableCommand {
        func run() throws {
          throw CleanExit.message("own help")
        }
      }
    }
    #expect(Root.outcome(arguments: ["help"]).standardOutput == "own help\n")
  }

  @Test(arguments: [
    (["--version"], "1.2.3"), (["score", "--version"], "1.2.3"),
    (["--version", "score"], "1.2.3"), (["store", "--version"], "store 7"),
    (["store", "check", "--version"], "store 7"), (["ingest", "a", "-v", "--version"], "1.2.3"),
  ])
  func versionComesFromTheNearestCommandThatHasOne(words: [String], version: String) {
    let outcome = Program.outcome(arguments: words)
    #expect(outcome.standardOutput == version + "\n")
    #expect(outcome.exitCode == .success)
  }

  @Test func versionIsUnknownWhereThereIsNone() {
    let outcome = Defaulting.outcome(arguments: ["--version"])
    #expect(outcome.standardError.hasPrefix("Error: Unknown option '--version'\n"))
    #expect(!Defaulting.helpMessage().contains("--version"))
  }
}

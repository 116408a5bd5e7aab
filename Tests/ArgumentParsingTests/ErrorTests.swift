import ArgumentParsing
import Testing

struct ErrorTests {
  /// Wrong words, the sentence that says so and the command whose usage follows.
  static let mistakes: [(words: String, sentence: String, command: String)] = [
    ("score --sed 3", "Unknown option '--sed'. Did you mean '--seed'?", "minhbach score"),
    ("score -seed 3", "Unknown option '-seed'. Did you mean '--seed'?", "minhbach score"),
    ("score --sede=3", "Unknown option '--sede'. Did you mean '--seed'?", "minhbach score"),
    ("score --hepl", "Unknown option '--hepl'. Did you mean '--help'?", "minhbach score"),
    ("score --unrelated", "Unknown option '--unrelated'", "minhbach score"),
    ("score -z", "Unknown option '-z'", "minhbach score"),
    ("score --=3", "Unknown option '--=3'", "minhbach score"),
    ("--sed 3 score", "Unknown option '--sed'", "minhbach"),
    ("scor", "Unknown subcommand 'scor'. Did you mean 'score'?", "minhbach"),
    ("help scroe", "Unknown subcommand 'scroe'. Did you mean 'score'?", "minhbach"),
    ("store chek", "Unknown subcommand 'chek'. Did you mean 'check'?", "minhbach store"),
    ("store help", "Unknown subcommand 'help'", "minhbach store"),
    ("unrelated", "Unknown subcommand 'unrelated'", "minhbach"),
    ("-- score", "Unexpected argument 'score'", "minhbach"),
    ("score", "Missing expected argument '--year <year>'", "minhbach score"),
    ("ingest", "Missing expected argument '<files>'", "minhbach ingest"),
    ("score --year", "Missing value for '--year <year>'", "minhbach score"),
    ("score -y --seed 1", "Missing value for '-y <year>'", "minhbach score"),
    ("score --year 1.5", "The value '1.5' is invalid for '--year <year>'", "minhbach score"),
    ("score --year=", "The value '' is invalid for '--year <year>'", "minhbach score"),
    ("score --seed -1", "The value '-1' is invalid for '--seed <seed>'", "minhbach score"),
    ("score --weight nan", "The value 'nan' is invalid for '--weight <weight>'", "minhbach score"),
    (
      "score --format xml",
      "The value 'xml' is invalid for '--format <format>'."
        + " Please provide one of 'table', 'csv' or 'json'.", "minhbach score"
    ),
    (
      "ending maybe",
      """
      The value 'maybe' is invalid for '<way>'. Please provide one of the following:
        - plain
        - code
        - usage
        - silent
        - help
        - other-help
        - message
      """, "minhbach ending"
    ),
    (
      "score --exact=yes",
      "The option '--exact' does not take any value, but 'yes' was specified.", "minhbach score"
    ),
    ("score a b --year 1", "Unexpected argument 'b'", "minhbach score"),
    ("score a b c --year 1", "2 unexpected arguments: 'b', 'c'", "minhbach score"),
    ("score --year 1 --output=", "The output file needs a name.", "minhbach score"),
    ("store --path= check", "The store needs a path.", "minhbach store"),
    ("ending usage", "Choose another way.", "minhbach ending"),
    ("ending usage --early", "Choose another way.", "minhbach ending"),
    ("ending plain --early", "the matrix is singular", "minhbach ending"),
    (
      "--generate-completion-script",
      "Missing value for '--generate-completion-script <shell>'", "minhbach"
    ),
    (
      "--generate-completion-script=csh",
      "The value 'csh' is invalid for '--generate-completion-script <shell>'."
        + " Please provide one of 'bash', 'zsh' or 'fish'.", "minhbach"
    ),
  ]

  @Test(arguments: mistakes)
  func everyMistakeIsNamedWithUsageAndHint(words: String, sentence: String, command: String) {
    let outcome = Program.outcome(arguments: words.split(separator: " ").map(String.init))
    let lines = outcome.standardError.split(separator: "\n", omittingEmptySubsequences: false)
    let count = sentence.split(separator: "\n").count
    #expect(lines.prefix(count).joined(separator: "\n") == "Error: " + sentence)
    #expect(lines.dropFirst(count).first?.hasPrefix("Usage: \(command) ") == true)
    #expect(
      outcome.standardError.hasSuffix("\n  See '\(command) --help' for more information.\n"))
    #expect(outcome.standardOutput == "")
    #expect(outcome.exitCode == .validationFailure)
  }

  @Test func wholeTextOfAMistakeIsThreeParts() {
    let expected = """
      Error: Unknown option '--sed'. Did you mean '--seed'?
      Usage: minhbach score [<province>] --year <year> [--seed <seed>]
             [--weight <weight> ...] [--exact] [--format <format>] [--output <output>]
             [--quiet]
        See 'minhbach score --help' for more information.

      """
    let outcome = Program.outcome(arguments: ["score", "--sed", "1"])
    #expect(outcome.standardError == expected)
  }

  @Test func parsingErrorsDescribeThemselves() {
    do {
      _ = try Score.parse([])
      Issue.record("the year is missing")
    } catch {
      #expect("\(error)".hasPrefix("Error: Missing expected argument '--year <year>'\n"))
    }
  }

  @Test func callingAnotherCommandIsNotParsedAsTheRoot() throws {
    #expect(throws: ValidationError("The words call 'clean' instead.")) {
      try Store.parse(["clean"])
    }
    #expect(try Store.parseAsRoot(["clean"]) is Store.Clean)
  }

  @Test func declaringANameTwiceTraps() async {
    await #expect(processExitsWith: .failure) {
      struct Command: ParsableCommand {
        @Option var help: Int = 0
      }
      _ = Command.helpMessage()
    }
  }

  @Test func readingBeforeParsingTraps() async {
    await #expect(processExitsWith: .failure) {
      print(Score().year)
    }
  }

  @Test func propertyWithoutAWrapperTraps() async {
    await #expect(processExitsWith: .failure) {
      struct Command: ParsableCommand {
        var count = 3
      }
      _ = Command.outcome(arguments: [])
    }
  }
}

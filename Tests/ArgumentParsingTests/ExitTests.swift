import ArgumentParsing
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct ExitTests {
  @Test(arguments: [
    ("plain", "", "Error: the matrix is singular\n", 1),
    ("code", "", "Error: PCI.xlsx: no such file\n", 66),
    ("silent", "", "", 7),
    ("message", "Nothing to do.\n", "", 0),
  ])
  func thrownErrorsDecideTextStreamAndCode(way: String, output: String, error: String, code: Int32)
  {
    for words in [["ending", way], ["ending", way, "--early"]] where words != Self.refusedPlainly {
      let outcome = Program.outcome(arguments: words)
      #expect(outcome.standardOutput == output)
      #expect(outcome.standardError == error)
      #expect(outcome.exitCode == ExitCode(code))
    }
  }

  /// Any error of `validate()` without a code of its own is a wrong command line.
  private static let refusedPlainly = ["ending", "plain", "--early"]

  @Test func helpRequestPrintsTheRunningOrTheGivenCommand() {
    let own = Program.outcome(arguments: ["ending", "help"])
    #expect(own.standardOutput == Program.helpMessage(for: Ending.self))
    #expect(own.exitCode == .success)
    let other = Program.outcome(arguments: ["ending", "other-help"])
    #expect(other.standardOutput == Program.helpMessage(for: Store.Check.self))
  }

  @Test func codesHaveTheirUsualNumbers() {
    #expect(ExitCode.success.rawValue == 0)
    #expect(ExitCode.failure.rawValue == 1)
    #expect(ExitCode.validationFailure.rawValue == 64)
    #expect(ExitCode.success.isSuccess)
    #expect(!ExitCode(rawValue: -1).isSuccess)
  }

  @Test func processEndsWithTheSameOutcome() async {
    await #expect(processExitsWith: .exitCode(0)) {
      Program.main(["score", "--year", "2017"])
    }
    await #expect(processExitsWith: .exitCode(64)) { Program.main(["score"]) }
    await #expect(processExitsWith: .exitCode(66)) { Program.main(["ending", "code"]) }
    await #expect(processExitsWith: .exitCode(7)) { Program.main(["ending", "silent"]) }
  }

  @Test func processWritesAnswersAndComplaintsApart() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(0),
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      Program.main(["score", "Huế", "--year", "2017"])
    }
    let output = try #require(result?.standardOutputContent)
    let error = try #require(result?.standardErrorContent)
    #expect(String(decoding: output, as: UTF8.self).contains("Huế 2017 1 table\n"))
    #expect(String(decoding: error, as: UTF8.self).contains("scoring\n"))
  }

  @Test(arguments: [["score", "--year", "2017"], ["--help"]])
  func brokenPipeIsSuccess(words: [String]) async {
    await #expect(processExitsWith: .exitCode(0)) { [words] in
      var ends: [Int32] = [0, 0]
      precondition(unsafe pipe(&ends) == 0)
      close(ends[0])
      dup2(ends[1], STDOUT_FILENO)
      Program.main(words)
    }
  }
}

import ArgumentParsing
import Tables
import Testing

@testable import minhbach

/// Runs the program in this process and expects it to end well.
func answer(_ arguments: String...) throws -> String { try answer(arguments) }

/// Runs the program in this process and expects it to end well.
func answer(_ arguments: [String]) throws -> String {
  let outcome = MinhBach.outcome(arguments: arguments)
  try #require(outcome.exitCode == .success, "\(outcome.standardError)")
  return outcome.standardOutput
}

/// The records of an answer in CSV.
func records(_ arguments: String...) throws -> Records { try records(arguments) }

/// The records of an answer in CSV.
func records(_ arguments: [String]) throws -> Records {
  let outcome = MinhBach.outcome(arguments: arguments + ["--format", "csv"])
  try #require(outcome.exitCode == .success, "\(outcome.standardError)")
  return try Records(
    CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
}

/// Runs the program and expects it to refuse, with this first line and code.
func expectRefusal(
  _ message: String, code: Int32, _ arguments: [String],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let outcome = MinhBach.outcome(arguments: arguments)
  let first = outcome.standardError.split(separator: "\n").first.map(String.init)
  #expect(first == message, sourceLocation: sourceLocation)
  #expect(outcome.exitCode == ExitCode(code), sourceLocation: sourceLocation)
  #expect(outcome.standardOutput.isEmpty, sourceLocation: sourceLocation)
}

/// What one run of the program wrote to standard error, and its exit code.
struct MinhBachRun {
  let error: String
  let code: Int32

  init(_ arguments: [String]) {
    let outcome = MinhBach.outcome(arguments: arguments)
    error = outcome.standardError
    code = outcome.exitCode.rawValue
  }
}

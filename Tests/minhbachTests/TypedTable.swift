import ArgumentParsing
import Foundation
import Tables
import TestSupport
import Testing

@testable import minhbach

/// A table of one's own, typed in a test or kept with the tests of another target, on which a command runs.
struct TypedTable {
  /// The file, and what keeps it from being removed.
  let path: String
  private let folder: TemporaryDirectory?

  /// Writes a table.
  init(_ text: String, name: String = "data.csv") throws {
    let folder = try TemporaryDirectory()
    path = folder.file(name)
    try TextFile.write(text, to: path)
    self.folder = folder
  }

  /// A file under `Tests`.
  init(file: String) {
    path = Bundled.checkout + "/Tests/" + file
    folder = nil
  }

  /// Runs a command on the table and expects it to end well.
  func answer(_ command: String, _ arguments: String...) throws -> String {
    let outcome = MinhBach.outcome(arguments: [command, "--table", path] + arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return outcome.standardOutput
  }

  /// The records of an answer in CSV.
  func records(_ command: String, _ arguments: String...) throws -> Records {
    let outcome = MinhBach.outcome(
      arguments: [command, "--table", path, "--format", "csv"] + arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return try Records(
      CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
  }

  /// Runs a command on the table, however it ends.
  func run(_ command: String, _ arguments: [String]) -> MinhBachRun {
    MinhBachRun([command, "--table", path] + arguments)
  }

  /// Runs a command on the table and expects it to refuse, with this first line and code.
  func expectRefusal(
    _ message: String, code: Int32, _ command: String, _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    minhbachTests.expectRefusal(
      "Error: " + message, code: code, [command, "--table", path] + arguments,
      sourceLocation: sourceLocation)
  }
}

extension TypedTable {
  /// Investment of ten firms in twenty years.
  static let grunfeld = TypedTable(file: "RegressionTests/Reference/diagnostics/grunfeld.csv")

  /// The records of regressions of investment on value and capital.
  static func regressions(_ arguments: String...) throws -> Records {
    let outcome = MinhBach.outcome(
      arguments: [
        "regress", "--table", grunfeld.path, "--response", "inv", "--regressors",
        "value,capital", "--unit", "firm", "--time", "year", "--format", "csv",
      ] + arguments)
    try #require(outcome.exitCode == .success, "\(outcome.standardError)")
    return try Records(
      CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
  }
}

/// An answer in JSON.
struct JSONAnswer: Decodable {
  let rows: [[String: Value]]
  let notes: [String]
  let settings: [String: Value]

  /// A number, a text, a truth value, or nothing.
  enum Value: Decodable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case number(Double)
    case text(String)
    case truth(Bool)
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }

    var number: Double? { if case .number(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
  }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONAnswer.self, from: Data(text.utf8))
  }

  /// The number of a column in the row whose first column has some text.
  func number(_ column: String, of term: String, in key: String = "term") -> Double? {
    rows.first { $0[key]?.text == term }?[column]?.number
  }
}

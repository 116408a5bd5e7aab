import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

/// A file that is plain and the same with quotes give one answer, by two readers.
@Suite struct PlainTableRegressionTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func write(_ name: String, isQuoted: Bool, last: String = "") throws -> String {
    var random = SplitMix64(seed: 3)
    let mark = isQuoted ? "\"" : ""
    let rows = (0..<120).map { row in
      let figures = (0..<3).map { _ in "\(Double.random(in: 0...1, using: &random))" }
      return "\(mark)u\(row / 10)\(mark),\(2010 + row % 10)," + figures.joined(separator: ",")
        + "\n"
    }
    let text = "unit,year,y,x,w\n" + rows.joined() + last
    return try folder.write(Array(text.utf8), as: name)
  }

  @Test(arguments: [
    ["regress", "--response", "y", "--regressors", "x,factor(year)", "--effects", "unit,year"],
    ["regress", "--response", "y", "--regressors", "lag(x)", "--errors", "cluster:year"],
    [
      "regress", "--response", "y", "--regressors", "x,year", "--weights", "w", "--show",
      "predictions",
    ],
    ["regress", "--response", "y", "--regressors", "x", "--model", "rank-rank"],
    [
      "importance", "--response", "y", "--regressors", "x,w", "--clusters", "year", "--draws",
      "100",
    ],
    ["select", "--response", "y", "--regressors", "x,w", "--effects", "unit"],
    ["components", "--columns", "x,w,log(y)", "--draws", "100"],
  ])
  func theAnswerIsThatOfTheTable(_ arguments: [String]) throws {
    let answers = try [true, false].map { isQuoted in
      let outcome = MinhBach.outcome(
        arguments: arguments + [
          "--table", try write("table.csv", isQuoted: isQuoted), "--unit", "unit", "--time", "year",
          "--format", "json",
        ])
      try #require(outcome.exitCode == .success, "\(outcome.standardError)")
      return outcome.standardOutput
    }
    #expect(answers[0] == answers[1])
  }

  @Test(arguments: ["u9,2020,1,one,1\n", "u9,2020,1,1,1,1\n", "u9,2020,1,-\"\",1\n"])
  func whatIsWrongIsToldAsOfTheTable(_ last: String) throws {
    let errors = try [true, false].map { isQuoted in
      MinhBachRun([
        "regress", "--response", "y", "--regressors", "x", "--table",
        try write("table.csv", isQuoted: isQuoted, last: last),
      ])
    }
    #expect(errors[0].code == 65)
    #expect(errors[0].error == errors[1].error && errors[0].code == errors[1].code)
  }
}

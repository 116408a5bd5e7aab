import Foundation
import LinearAlgebra
import Regression
import Statistics
import Tables

/// W5: shares of R² of thirteen regressors, and of samples of rows given.
struct ImportanceWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let records = try Records(
      CSVReader().table(contentsOf: "\(arguments.data)/panel_1x.csv"))
    let response = try records.map { try $0.number("y") }
    let columns = try Self.names.map { name in try records.map { try $0.number(name) } }
    let regressors = Matrix(rows: response.count, columns: columns)
    let samples =
      arguments.name == "boot1000"
      ? try Self.samples("\(arguments.data)/w5_rows_1000.i32", rows: response.count) : []
    let common: CommonTerms =
      arguments.name == "panel1000"
      ? try .unitsAndPeriods(
        Grouping(name: "unit", labels: records.map { try $0.text("unit") }),
        Grouping(name: "year", labels: records.map { try $0.text("year") })) : .intercept
    let loading = (clock.now - start) / .seconds(1)
    func data() throws -> ImportanceData {
      try ImportanceData(
        regressors: regressors, names: Self.names, response: response, common: common)
    }
    var report: Report
    switch arguments.name {
    case "lmg":
      let (importance, seconds) = try Report.timing(arguments) { try RelativeImportance(data()) }
      report = Report(
        seconds: seconds,
        answers: [("lmg", Report.json(importance.shares)), ("r2", "\(importance.rSquared)")])
    case "boot1000":
      let (bootstrap, seconds) = try Report.timing(arguments) {
        try ImportanceBootstrap(data(), samples: samples, threads: arguments.threads ?? 2)
      }
      report = Report(seconds: seconds, answers: Self.answers(bootstrap.shares))
    case "panel1000":
      // No peer offers it: units drawn, within unit and year effects.
      let (bootstrap, seconds) = try Report.timing(arguments) {
        try ImportanceBootstrap(
          data(), draws: 1000, replicates: Replicates(seed: 1, threads: arguments.threads ?? 2))
      }
      report = Report(seconds: seconds, answers: Self.answers(bootstrap.shares))
    default: exit(77, "the case \(arguments.name) is not offered")
    }
    report.loading = loading
    return report
  }

  private static let names = (1...13).map { $0 < 10 ? "x0\($0)" : "x\($0)" }

  private static func answers(_ shares: [[Double]]) -> [(name: String, json: String)] {
    let columns = names.indices.map { player in shares.map { $0[player] } }
    var check = 0.0
    for (draw, row) in shares.enumerated() {
      for share in row { check += share * Double(draw % 97 + 1) }
    }
    let quantiles = [0.025, 0.5, 0.975].map { share in
      Report.json(columns.map { $0.quantile(share) ?? .nan })
    }
    return [
      ("B", "\(shares.count)"), ("quantiles", "[" + quantiles.joined(separator: ", ") + "]"),
      ("mean", Report.json(columns.map { $0.mean ?? .nan })),
      ("head", "[" + shares.prefix(3).map(Report.json).joined(separator: ", ") + "]"),
      ("check", "\(check)"),
    ]
  }

  /// The row numbers of each sample, from a file of 32-bit numbers, lowest byte first.
  private static func samples(_ path: String, rows: Int) throws -> [[Int32]] {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let numbers = stride(from: 0, to: bytes.count & ~3, by: 4).map { start in
      Int32(
        bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) })
    }
    return stride(from: 0, to: numbers.count, by: rows).map {
      Array(numbers[$0..<min($0 + rows, numbers.count)])
    }
  }
}

import Foundation
import LinearAlgebra
import Regression
import Statistics

/// W4: the coefficients of a regression with effects of units and years, the units drawn anew.
struct ClusterBootstrapWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    guard let count = Int(arguments.name), count > 0 else {
      throw Arguments.Mistake("the case \(arguments.name) is not a number of replicates")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let panel = try WidePanel("\(arguments.data)/panel_1x.csv", threads: arguments.threads)
    let path = "\(arguments.data)/w4_counts_\(count).u8"
    let counts = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let loading = (clock.now - start) / .seconds(1)
    let (draws, seconds) = try Report.timing(arguments) { () throws -> BootstrapDraws in
      try PairsClusterBootstrap(
        panel.columns, clusters: panel.units, unitEffects: panel.units, otherEffects: panel.years,
        threads: arguments.threads
      ).draws(counts: counts, threads: arguments.threads)
    }
    return Report(seconds: seconds, loading: loading, answers: Self.answers(draws, count))
  }

  private static func answers(_ draws: BootstrapDraws, _ count: Int) -> [(
    name: String, json: String
  )] {
    let coefficients = draws.coefficients
    let columns = (0..<coefficients.columns).map { coefficients.column($0) }
    let ordered = columns.map { $0.sorted() }
    let quantiles = [0.025, 0.05, 0.5, 0.95, 0.975].map { share in
      Report.json(ordered.map { $0.quantile(share) ?? .nan })
    }
    let head = (0..<5).map { row in Report.json(columns.map { $0[row] }) }
    var check = 0.0
    for column in columns {
      for (row, value) in column.enumerated() { check += value * Double(row % 97 + 1) }
    }
    let means = columns.map { $0.reduce(0, +) / Double(count) }
    let errors = columns.indices.map { draws.standardError(of: $0)?.value ?? .nan }
    return [
      ("B", "\(count)"), ("mean", Report.json(means)), ("sd", Report.json(errors)),
      ("quantiles", "[\(quantiles.joined(separator: ", "))]"),
      ("head", "[\(head.joined(separator: ", "))]"), ("check", "\(check)"),
    ]
  }
}

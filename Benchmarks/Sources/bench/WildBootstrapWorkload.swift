import Foundation
import LinearAlgebra
import Regression
import Statistics

/// W4, cases wild…: the t statistics of one coefficient under signs of its clusters that are given.
struct WildBootstrapWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// x11.
  private static let coefficient = 10

  func report() throws -> Report {
    guard let count = Int(arguments.name.dropFirst(4)), count > 0 else {
      throw Arguments.Mistake("the case \(arguments.name) is not like wild20000")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let panel = try WidePanel("\(arguments.data)/panel_1x.csv", threads: arguments.threads)
    let path = "\(arguments.data)/w4_rademacher_20000.i8"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let signs = bytes.prefix(count * panel.units.count).map { Int8(bitPattern: $0) }
    let loading = (clock.now - start) / .seconds(1)
    var restriction = [Double](repeating: 0, count: WidePanel.regressors)
    restriction[Self.coefficient] = 1
    let (test, seconds) = try Report.timing(arguments) { () throws -> WildTest in
      guard
        let bootstrap = try WildClusterBootstrap(
          panel.columns, clusters: panel.units, unitEffects: panel.units,
          otherEffects: panel.years, threads: arguments.threads)
      else { throw Arguments.Mistake("the regressors are collinear") }
      return bootstrap.test(restriction, signs: signs, threads: arguments.threads)
    }
    return Report(seconds: seconds, loading: loading, answers: Self.answers(test, count))
  }

  private static func answers(_ test: WildTest, _ count: Int) -> [(name: String, json: String)] {
    let quantiles = [0.025, 0.5, 0.975].map { test.statistics.sorted().quantile($0) ?? .nan }
    return [
      ("t", "\(test.statistic)"), ("p_value", "\(test.probability ?? .nan)"),
      ("n_ge", "\(test.extreme)"), ("t_star_head", Report.json(test.statistics.prefix(5))),
      ("t_star_quantiles", Report.json(quantiles)), ("B", "\(count)"),
    ]
  }
}

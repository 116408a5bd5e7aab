import Foundation
import LinearAlgebra
import Regression
import Statistics

/// W6: the path of a lasso with ten-fold cross-validation, on folds given.
struct LassoWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let hasProducts = arguments.name.hasSuffix("104")
    let size = hasProducts ? String(arguments.name.dropLast(3)) : arguments.name
    guard ["1x", "100x"].contains(size) else {
      throw Arguments.Mistake("the case \(arguments.name) is not 1x, 1x104 or 100x104")
    }
    let panel = try WidePanel(
      "\(arguments.data)/panel_\(size).csv", threads: arguments.threads)
    var columns = (0..<WidePanel.regressors).map { Self.standardised(panel.columns.column($0)) }
    if hasProducts {
      let own = columns
      for i in own.indices {
        for j in i..<own.count { columns.append(zip(own[i], own[j]).map { $0 * $1 }) }
      }
      columns = columns.map(Self.standardised)
    }
    let response = panel.columns.column(WidePanel.regressors)
    let folds = FoldAssignment(
      folds: try Data(contentsOf: URL(fileURLWithPath: "\(arguments.data)/w6_folds_\(size).u8"))
        .map { Int32($0) }, count: 10)
    let loading = (clock.now - start) / .seconds(1)
    let (result, seconds) = try Report.timing(arguments) {
      try ElasticNet().crossValidated(
        FoldMoments(
          columns: columns, response: response, folds: folds, threads: arguments.threads),
        threads: arguments.threads)
    }
    return Report(seconds: seconds, loading: loading, answers: Self.answers(result))
  }

  private static func answers(
    _ result: ElasticNetCrossValidation
  ) -> [(name: String, json: String)] {
    let path = result.path
    let check = path.coefficients.indices.reduce(0.0) {
      $0 + path.coefficients[$1].reduce(0, +) * Double($1 % 97 + 1)
    }
    return [
      ("lambda_max", "\(path.penalties[0])"), ("cv_mse", Report.json(result.errors)),
      ("best_index", "\(result.best)"), ("coef", Report.json(path.coefficients[result.best])),
      ("intercept", "\(path.intercepts[result.best])"), ("path_check", "\(check)"),
      (
        "nonzero", "\(path.coefficients.map { row in row.count { abs($0) > 1e-10 } })"
      ),
      ("path_last", Report.json(path.coefficients.last ?? [])),
    ]
  }

  /// A column less its mean, divided by its standard deviation.
  private static func standardised(_ column: [Double]) -> [Double] {
    let n = Double(column.count)
    let mean = column.reduce(0, +) / n
    let deviation = (column.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    return column.map { ($0 - mean) / deviation }
  }
}

import LinearAlgebra
import Regression

/// W3: a regression with the effects of units and years, errors clustered by unit.
struct FixedEffectsWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// What is asked for.
  private struct Answer {
    let coefficients: [Double]
    let errors: [Double]
    let sumOfSquares: Double
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let panel = try WidePanel(
      "\(arguments.data)/panel_\(arguments.name).csv", threads: arguments.threads)
    let loading = (clock.now - start) / .seconds(1)
    let (answer, seconds) = try Report.timing(arguments) { () throws -> Answer in
      try self.answer(panel)
    }
    return Report(
      seconds: seconds, loading: loading,
      answers: [
        ("coef", Report.json(answer.coefficients)), ("se_cr0", Report.json(answer.errors)),
        ("rss", "\(answer.sumOfSquares)"), ("n", "\(panel.columns.rows)"),
        ("clusters", "\(panel.units.count)"),
      ])
  }

  /// From the columns in memory to coefficients and their errors.
  private func answer(_ panel: WidePanel) throws -> Answer {
    let transformation = WithinTransformation(
      groupings: [panel.units, panel.years], threads: arguments.threads)
    let columns = try transformation.demeaned(panel.columns).columns
    guard
      let equations = try NormalEquations(
        columns, regressors: WidePanel.regressors, threads: arguments.threads)
    else { throw Arguments.Mistake("the regressors are collinear") }
    let fit = equations.solution(forColumn: WidePanel.regressors)
    let scores = ClusterScores(
      columns, regressors: WidePanel.regressors, residuals: fit.residuals, clusters: panel.units,
      threads: arguments.threads)
    let covariance = scores.covariance(inverseGram: equations.inverseGram)
    return Answer(
      coefficients: fit.coefficients,
      errors: (0..<WidePanel.regressors).map { covariance[$0, $0].squareRoot() },
      sumOfSquares: fit.residuals.reduce(0) { $0 + $1 * $1 })
  }
}

/// A whole sample made ready for a penalised regression: its problem, and the way back to its units.
internal struct PenalisedSample: Sendable {
  let moments: FoldMoments
  let total: Moments
  /// The standard deviation of each column; zero for one that does not vary.
  let scales: [Double]
  let factors: [Double]
  let problem: PenalisedProblem

  init(_ moments: FoldMoments, factors: [Double]?) throws(RegularisedError) {
    precondition(
      factors?.count ?? moments.columns == moments.columns, "each column needs its factor")
    let total = moments.total
    // Published figures carry seven digits and doubles sixteen: what varies in the last few of a large
    // number is only rounding.
    let scales = (0..<moments.columns).map { column in
      let deviation = total.deviation(column)
      return deviation > 1e-12 * abs(moments.shifts[column]) ? deviation : 0
    }
    self.moments = moments
    self.total = total
    self.scales = scales
    self.factors = factors ?? [Double](repeating: 1, count: moments.columns)
    problem = PenalisedProblem(total, scales: scales, factors: self.factors)
    let size = abs(moments.shifts[moments.columns])
    guard problem.responseVariance.squareRoot() > 1e-12 * size else { throw .constantResponse }
  }

  /// Coefficients in the units of the sample.
  func unscaled(_ coefficients: [Double]) -> [Double] {
    var result = coefficients
    for column in result.indices where result[column] != 0 { result[column] /= scales[column] }
    return result
  }

  /// The intercept that belongs to coefficients in the units of the sample.
  func intercept(_ coefficients: [Double]) -> Double {
    var intercept = total.responseMean + moments.shifts[moments.columns]
    for (column, coefficient) in coefficients.enumerated() {
      intercept -= coefficient * (total.mean(column) + moments.shifts[column])
    }
    return intercept
  }
}

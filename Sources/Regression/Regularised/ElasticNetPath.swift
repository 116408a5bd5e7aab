public import Tables

/// The coefficients of a penalised regression at each penalty of a path.
public struct ElasticNetPath: Sendable {
  /// The share α of the absolute values in the penalty.
  public let mixing: Double
  /// The penalties λ, from the largest to the smallest.
  public let penalties: [Double]
  /// At each penalty the coefficients, in the units of the columns; zero for those left out.
  public let coefficients: [[Double]]
  /// At each penalty the intercept.
  public let intercepts: [Double]
  /// At each penalty the degrees of freedom that the columns use, the intercept not counted.
  ///
  /// For the lasso the number of coefficients that are not zero (Zou, Hastie & Tibshirani 2007,
  /// doi:10.1214/009053607000000127); with a ridge part the trace of the matrix that turns the response
  /// into fitted values.
  public let degreesOfFreedom: [Double]
  /// At each penalty the share of the response's variance that is explained, in the sample itself.
  public let rSquared: [Double]
  /// The standard deviation of each column, by which it was divided (dividing by n); zero for a column
  /// that does not vary, whose coefficient is zero.
  public let scales: [Double]
  /// How far the coefficients miss the conditions of the minimum at most, as a part of the response's
  /// standard deviation.
  public let largestViolation: Double
  /// What is worth knowing.
  public let notes: [Phrase]

  internal init(
    _ sample: PenalisedSample, mixing: Double, penalties: [Double], solutions: [PenalisedSolution]
  ) {
    let problem = sample.problem
    let deviation = problem.responseVariance.squareRoot()
    self.mixing = mixing
    self.penalties = penalties
    coefficients = solutions.map { sample.unscaled($0.coefficients) }
    intercepts = coefficients.map(sample.intercept)
    degreesOfFreedom = solutions.map(\.degreesOfFreedom)
    rSquared = solutions.map { solution in
      // c·w + g·w with the gradient g = c − G w is 2 c·w − w·G w.
      var gradient = problem.correlations
      problem.gradient(solution.coefficients, into: &gradient)
      let explained = solution.coefficients.indices.reduce(0.0) {
        $0 + solution.coefficients[$1] * (problem.correlations[$1] + gradient[$1])
      }
      return explained / problem.responseVariance
    }
    scales = sample.scales
    largestViolation = (solutions.map(\.violation).max() ?? 0) / deviation
    var notes: [Phrase] = []
    let open = solutions.count { $0.violation > problem.tolerance }
    if open > 0 {
      notes.append(
        Phrase(
          """
          At \(open) of \(solutions.count) penalties the search ended at its limit of \
          \(CoordinateDescent.sweepLimit) sweeps; the coefficients are near the minimum.
          """))
    }
    self.notes = notes
  }
}

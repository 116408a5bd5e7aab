import LinearAlgebra

extension RankRankRegression {
  /// An estimate made of the coefficients.
  public struct Estimate: Sendable, Equatable {
    /// The estimate.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
  }

  /// The expected response at a rank of the regressor, such as the expected rank of who starts at the 25th
  /// percentile.
  ///
  /// α + ρ r + Wᵀβ at fixed r and W. The standard error is that of the expectation: single rows spread about it.
  ///
  /// - Parameters:
  ///   - rank: the rank from 0 to 1; the regressor itself where it enters as it is.
  ///   - group: the label of the group; nil where there are no groups.
  ///   - covariates: a value for each covariate.
  /// - Returns: the expectation with its standard error.
  /// - Precondition: there is such a group, and there are as many covariates.
  public func expectedResponse(
    at rank: Double, group: String? = nil, covariates: [Double] = []
  ) -> Estimate {
    precondition(covariates.count == width - 2, "every covariate has a value")
    precondition((group == nil) == groupLabels.isEmpty, "a group is named where there are groups")
    let number = group.map { label in groupLabels.firstIndex(of: label) } ?? 0
    guard let number else { preconditionFailure("there is no such group") }
    var parts = [Double](repeating: 0, count: coefficients.count)
    for (column, value) in ([1, rank] + covariates).enumerated() {
      if let place = places[number * width + column] { parts[place] = value }
    }
    return combination(parts)
  }

  /// A weighted sum of coefficients, such as the difference of the slopes of two groups.
  ///
  /// - Parameter parts: a weight for each coefficient.
  /// - Returns: the sum with its standard error.
  /// - Precondition: there are as many weights as coefficients.
  public func combination(_ parts: [Double]) -> Estimate {
    precondition(parts.count == coefficients.count, "every coefficient has a weight")
    let value = zip(parts, coefficients).reduce(0) { $0 + $1.0 * $1.1.estimate }
    var variance = 0.0
    for first in parts.indices {
      for second in parts.indices {
        variance += parts[first] * parts[second] * covariance[first, second]
      }
    }
    // A variance of nothing may come out a rounding below zero.
    return Estimate(value: value, standardError: max(variance, 0).squareRoot())
  }
}

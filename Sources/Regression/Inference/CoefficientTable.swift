import Statistics

/// A coefficient with its standard error, its test against zero, and its interval.
public struct CoefficientEstimate: Sendable, Hashable {
  /// The name of the regressor.
  public let term: String
  public let estimate: Double
  public let standardError: Double
  /// The estimate over its standard error.
  public let statistic: Double
  /// The degrees of freedom of t; infinite for the normal distribution.
  public let degreesOfFreedom: Double
  /// The probability of a statistic as far from zero, were the coefficient zero.
  public let pValue: Double
  /// The ends of the interval.
  public let low: Double
  public let high: Double
}

extension LinearFit {
  /// The coefficients with their standard errors and intervals.
  ///
  /// - Parameters:
  ///   - covariance: the covariance of the coefficients.
  ///   - level: the confidence of the intervals, such as 0.95.
  /// - Returns: one entry per coefficient, in the order of `names`.
  /// - Precondition: the level lies between zero and one.
  public func estimates(
    _ covariance: CoefficientCovariance, level: Double = 0.95
  ) -> [CoefficientEstimate] {
    precondition(level > 0 && level < 1, "a level lies between zero and one")
    let errors = covariance.standardErrors
    return names.indices.map { number in
      let freedom = covariance.degreesOfFreedom[number]
      let distribution = StudentTDistribution(degreesOfFreedom: freedom)
      let statistic = coefficients[number] / errors[number]
      let reach = distribution.upperQuantile((1 - level) / 2) * errors[number]
      return CoefficientEstimate(
        term: names[number], estimate: coefficients[number], standardError: errors[number],
        statistic: statistic, degreesOfFreedom: freedom, pValue: distribution.bothTails(statistic),
        low: coefficients[number] - reach, high: coefficients[number] + reach)
    }
  }
}

import CBoostMath

/// The standard normal distribution, of mean 0 and standard deviation 1.
public struct NormalDistribution: ContinuousDistribution {
  /// Makes the standard normal distribution.
  public init() {}

  public func cumulative(_ value: Double) -> Double { minhbach_normal_cumulative(value) }

  public func upperTail(_ value: Double) -> Double { minhbach_normal_upper(value) }

  /// The probability of a value further from zero than a number, on either side.
  ///
  /// This is the p-value of a test whose statistic is standard normal when nothing is the matter.
  ///
  /// - Parameter value: the statistic; its sign does not matter.
  /// - Returns: 2 P(Z > |value|).
  public func bothTails(_ value: Double) -> Double { 2 * upperTail(abs(value)) }

  public func density(_ value: Double) -> Double { minhbach_normal_density(value) }

  public func quantile(_ probability: Double) -> Double {
    checkProbability(probability)
    return minhbach_normal_quantile(probability)
  }

  public func upperQuantile(_ probability: Double) -> Double {
    checkProbability(probability)
    return minhbach_normal_upper_quantile(probability)
  }
}

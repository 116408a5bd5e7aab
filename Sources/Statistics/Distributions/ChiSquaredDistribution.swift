import CBoostMath

/// The chi-squared distribution: that of a sum of squares of independent standard normal values.
public struct ChiSquaredDistribution: ContinuousDistribution {
  /// The degrees of freedom: above zero, fractional ones as well.
  public let degreesOfFreedom: Double

  /// Makes the distribution of given degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: a finite number above zero.
  /// - Precondition: it is finite and above zero.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "degrees of freedom must be finite and above zero")
    self.degreesOfFreedom = degreesOfFreedom
  }

  public func cumulative(_ value: Double) -> Double {
    if value <= 0 { return 0 }
    if value == .infinity { return 1 }
    return minhbach_chi_squared_cumulative(degreesOfFreedom, value)
  }

  public func upperTail(_ value: Double) -> Double {
    if value <= 0 { return 1 }
    if value == .infinity { return 0 }
    return minhbach_chi_squared_upper(degreesOfFreedom, value)
  }

  public func density(_ value: Double) -> Double {
    if value < 0 || value == .infinity { return 0 }
    return minhbach_chi_squared_density(degreesOfFreedom, value)
  }

  public func quantile(_ probability: Double) -> Double {
    checkProbability(probability)
    return minhbach_chi_squared_quantile(degreesOfFreedom, probability)
  }

  public func upperQuantile(_ probability: Double) -> Double {
    checkProbability(probability)
    return minhbach_chi_squared_upper_quantile(degreesOfFreedom, probability)
  }
}

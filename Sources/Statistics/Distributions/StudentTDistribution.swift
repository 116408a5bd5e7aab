import CBoostMath

/// Student's t distribution.
///
/// That of Z / √(χ² / d) with a standard normal Z and an independent χ² of d degrees of freedom.
/// With infinitely many it is the standard normal distribution.
public struct StudentTDistribution: ContinuousDistribution {
  /// The degrees of freedom: above zero, fractional ones as well; infinity is allowed.
  public let degreesOfFreedom: Double

  /// Makes the distribution of given degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: a number above zero, or infinity.
  /// - Precondition: it is above zero.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be above zero")
    self.degreesOfFreedom = degreesOfFreedom
  }

  public func cumulative(_ value: Double) -> Double { upperTail(-value) }

  public func upperTail(_ value: Double) -> Double {
    guard value.isFinite, degreesOfFreedom.isFinite else {
      return NormalDistribution().upperTail(value)
    }
    // Boost.Math takes a tail from the other's complement, which loses digits next to zero; T² is F.
    if abs(value) < 1e-4 {
      let within = minhbach_fisher_f_cumulative(1, degreesOfFreedom, value * value)
      return value > 0 ? (1 - within) / 2 : (1 + within) / 2
    }
    return minhbach_student_t_upper(degreesOfFreedom, value)
  }

  /// The probability of a value further from zero than a number, on either side.
  ///
  /// This is the p-value of a coefficient's t statistic.
  ///
  /// - Parameter value: the statistic; its sign does not matter.
  /// - Returns: 2 P(T > |value|).
  public func bothTails(_ value: Double) -> Double { 2 * upperTail(abs(value)) }

  public func density(_ value: Double) -> Double {
    guard value.isFinite, degreesOfFreedom.isFinite else {
      return NormalDistribution().density(value)
    }
    return minhbach_student_t_density(degreesOfFreedom, value)
  }

  public func quantile(_ probability: Double) -> Double { -upperQuantile(probability) }

  public func upperQuantile(_ probability: Double) -> Double {
    checkProbability(probability)
    guard probability > 0, probability < 1, degreesOfFreedom.isFinite else {
      return NormalDistribution().upperQuantile(probability)
    }
    return minhbach_student_t_upper_quantile(degreesOfFreedom, probability)
  }
}

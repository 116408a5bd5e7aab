import CBoostMath
import Glibc

/// Fisher's F distribution: that of the ratio of two independent chi-squared means.
///
/// Each is a chi-squared value divided by its degrees of freedom. With infinitely many in the
/// denominator, F times those of the numerator is chi-squared.
public struct FisherFDistribution: ContinuousDistribution {
  /// The degrees of freedom of the numerator: above zero, fractional ones as well.
  public let numeratorDegreesOfFreedom: Double
  /// The degrees of freedom of the denominator: above zero; infinity is allowed.
  public let denominatorDegreesOfFreedom: Double

  /// Makes the distribution of given degrees of freedom.
  ///
  /// - Parameters:
  ///   - numerator: a finite number above zero.
  ///   - denominator: a number above zero, or infinity.
  /// - Precondition: they are as said.
  public init(numerator: Double, denominator: Double) {
    precondition(
      numerator > 0 && numerator.isFinite && denominator > 0,
      "degrees of freedom must be above zero, and those of the numerator finite")
    numeratorDegreesOfFreedom = numerator
    denominatorDegreesOfFreedom = denominator
  }

  public func cumulative(_ value: Double) -> Double {
    if value <= 0 { return 0 }
    if value == .infinity { return 1 }
    if let limit { return limit.cumulative(value * numeratorDegreesOfFreedom) }
    return minhbach_fisher_f_cumulative(
      numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, value)
  }

  public func upperTail(_ value: Double) -> Double {
    if value <= 0 { return 1 }
    if value == .infinity { return 0 }
    if let limit { return limit.upperTail(value * numeratorDegreesOfFreedom) }
    return minhbach_fisher_f_upper(numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, value)
  }

  public func density(_ value: Double) -> Double {
    if value < 0 || value == .infinity { return 0 }
    if let limit {
      return limit.density(value * numeratorDegreesOfFreedom) * numeratorDegreesOfFreedom
    }
    return minhbach_fisher_f_density(
      numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, value)
  }

  public func quantile(_ probability: Double) -> Double {
    checkProbability(probability)
    if let limit { return limit.quantile(probability) / numeratorDegreesOfFreedom }
    let found = minhbach_fisher_f_quantile(
      numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, probability)
    return probability < Self.farthest ? sharpened(found, probability) : found
  }

  public func upperQuantile(_ probability: Double) -> Double {
    checkProbability(probability)
    if let limit { return limit.upperQuantile(probability) / numeratorDegreesOfFreedom }
    if probability < Self.farthest {
      let inverse = FisherFDistribution(
        numerator: denominatorDegreesOfFreedom, denominator: numeratorDegreesOfFreedom)
      return 1 / inverse.quantile(probability)
    }
    return minhbach_fisher_f_upper_quantile(
      numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, probability)
  }

  /// The probability below which Boost.Math's search for a quantile may stop before it is there.
  private static let farthest = 1e-50

  /// A quantile far out in the lower tail, by Newton's rule on the tail's logarithm.
  ///
  /// As a function of the value's logarithm it is concave, and next to zero a straight line: the rule
  /// comes from the left and cannot overshoot.
  private func sharpened(_ start: Double, _ probability: Double) -> Double {
    var value = start > 0 ? start : pow(probability, 2 / numeratorDegreesOfFreedom)
    for _ in 0..<60 where value > 0 && probability > 0 {
      let tail = cumulative(value)
      let slope = density(value) * value / tail
      let step = (log(tail) - log(probability)) / slope
      guard step.isFinite else { break }
      value *= exp(-step)
      if abs(step) < 1e-15 { break }
    }
    return value
  }

  /// The distribution of F times the numerator's degrees of freedom, where the denominator has
  /// infinitely many.
  private var limit: ChiSquaredDistribution? {
    denominatorDegreesOfFreedom.isFinite
      ? nil : ChiSquaredDistribution(degreesOfFreedom: numeratorDegreesOfFreedom)
  }
}

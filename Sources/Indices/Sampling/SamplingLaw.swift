import Glibc
public import Panels
internal import Statistics

/// How a published figure scatters around what all firms of the province would have answered.
///
/// The firms that answer are taken for a random sample of many. Of shares that is borne out by the
/// figures themselves: where nothing changes from one year to the next but the sample, the published
/// shares change as much as the binomial law says (docs/methods/ranks.md).
public enum SamplingLaw: Sendable, Hashable {
  /// The share of the firms that say yes: the binomial law.
  ///
  /// The variance is that of Jeffreys' posterior, Beta(k + ½, n − k + ½), so that a share of none or all
  /// of a few firms is not taken for certain. Source: Brown, Cai & DasGupta (2001),
  /// doi:10.1214/ss/1009213286.
  case share
  /// The mean of answers whose standard deviation among firms is `spread`: spread² / n.
  case mean(spread: Double)
  /// The median of waiting times, taken for exponential: (median / ln 2)² / n.
  ///
  /// The variance of a sample median is 1 / (4 n f²) for a density f at the median (Cramér 1946, §28.5),
  /// and an exponential law has f = ln 2 / (2 median).
  case median
  /// Hard data: no firm is asked, and nothing is left to chance.
  case exact

  /// The variance of a figure.
  ///
  /// - Parameters:
  ///   - value: the figure as published.
  ///   - firms: how many firms answered, above zero; means of uncertain counts go too.
  /// - Returns: the square of its standard error, in the square of its unit.
  public func variance(of value: Double, firms: Double) -> Double {
    switch self {
    case .share:
      let yes = value * firms + 0.5
      let all = firms + 1
      return yes * (all - yes) / (all * all * (all + 1))
    case .mean(let spread): return spread * spread / firms
    case .median:
      let mean = value / log(2)
      return mean * mean / firms
    case .exact: return 0
    }
  }

  /// An interval for what all firms would have answered.
  ///
  /// Wilson's for shares; of a median one that is symmetric in logarithms, as befits waiting times; else
  /// the figure ± z standard errors.
  ///
  /// - Parameters:
  ///   - value: the figure as published.
  ///   - firms: how many firms answered, above zero.
  ///   - level: how often such intervals hold what they are for, above 0 and below 1.
  /// - Returns: an interval in the figure's unit; the figure alone where it is hard data.
  public func interval(of value: Double, firms: Double, level: Double) -> ClosedRange<Double> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let z = NormalDistribution().upperQuantile((1 - level) / 2)
    switch self {
    case .share: return Proportion.wilsonInterval(share: value, trials: firms, level: level)
    case .mean(let spread):
      let half = z * spread / firms.squareRoot()
      return (value - half)...(value + half)
    case .median:
      let factor = exp(z / (log(2) * firms.squareRoot()))
      return (value / factor)...(value * factor)
    case .exact: return value...value
    }
  }

  /// The law that a unit suggests, where no other is given.
  ///
  /// - Parameter unit: what the values of an indicator count.
  /// - Returns: nil where the unit does not tell what firms were asked.
  public static func usual(for unit: IndicatorUnit) -> SamplingLaw? {
    switch unit {
    case .share: .share
    case .points: .exact
    case .days, .hours: .median
    // Factor scores are made with a variance of one among firms.
    case .factor: .mean(spread: 1)
    // About that of answers on five points.
    case .mean: .mean(spread: 1)
    case .count, .rate, .ratio, .money, .score, .rank: nil
    }
  }
}

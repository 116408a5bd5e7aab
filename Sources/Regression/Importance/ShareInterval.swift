import Statistics

/// Where a share of R² may lie, as the draws of a bootstrap tell.
///
/// A share is never below zero but for rounding, however little a regressor has to do with the response:
/// that an interval lies above zero is no test.
public struct ShareInterval: Sendable, Hashable {
  /// The share, or R², of the rows themselves.
  public let estimate: Double
  /// The probability the interval is meant to hold, such as 0.95.
  public let level: Double
  /// The standard deviation of the draws.
  public let standardError: Double
  /// The mean of the draws less the estimate: how far the bootstrap sees it biased.
  public let bias: Double
  /// The percentile interval: the quantiles of the draws.
  public let percentile: ClosedRange<Double>
  /// The basic interval: twice the estimate less the quantiles, which may go below zero.
  public let basic: ClosedRange<Double>
  /// The Monte Carlo standard error of the lower end of the percentile interval, and of the upper end
  /// of the basic one.
  public let lowError: Double
  /// The same of the upper end, and of the lower end of the basic one.
  public let highError: Double

  /// Finds the intervals.
  ///
  /// - Parameters:
  ///   - estimate: the figure of the rows themselves.
  ///   - draws: the figure in each draw.
  ///   - level: from 0 to 1.
  /// - Precondition: there is one draw at least, and the level lies between 0 and 1.
  init(of estimate: Double, draws: [Double], level: Double) {
    precondition(level > 0 && level < 1, "the level of an interval lies between 0 and 1")
    let sorted = SortedDraws(draws)
    let tail = (1 - level) / 2
    let (low, high) = (sorted.quantile(tail), sorted.quantile(1 - tail))
    self.estimate = estimate
    self.level = level
    standardError = draws.standardDeviation ?? 0
    bias = (draws.mean ?? estimate) - estimate
    percentile = low...high
    basic = 2 * estimate - high...2 * estimate - low
    lowError = sorted.quantileError(tail)
    highError = sorted.quantileError(1 - tail)
  }
}

/// Draws in ascending order, of which several quantiles are asked for.
struct SortedDraws {
  private let draws: [Double]

  /// Sorts draws.
  ///
  /// - Precondition: there is one at least.
  init(_ draws: [Double]) {
    precondition(!draws.isEmpty, "quantiles are of one draw at least")
    self.draws = draws.sorted()
  }

  /// The quantile at a share, by definition 7 of Hyndman & Fan (1996), doi:10.2307/2684934.
  func quantile(_ share: Double) -> Double {
    let position = Double(draws.count - 1) * share
    let below = Int(position)
    guard below + 1 < draws.count else { return draws[draws.count - 1] }
    return draws[below] + (position - Double(below)) * (draws[below + 1] - draws[below])
  }

  /// The Monte Carlo standard error of a quantile.
  ///
  /// Half the distance between the quantiles one standard error of the share to either side. Source:
  /// Woodruff (1952), doi:10.1080/01621459.1952.10483443.
  func quantileError(_ share: Double) -> Double {
    let error = (share * (1 - share) / Double(draws.count)).squareRoot()
    return (quantile(min(1, share + error)) - quantile(max(0, share - error))) / 2
  }
}

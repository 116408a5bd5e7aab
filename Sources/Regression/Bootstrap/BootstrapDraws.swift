public import LinearAlgebra
internal import Statistics
public import Tables

/// The coefficients that the replicates of a bootstrap gave.
public struct BootstrapDraws: Sendable, Equatable {
  /// The coefficients of the sample itself.
  public let estimates: [Double]
  /// A row for each replicate that has coefficients, in order; a column for each coefficient.
  public let coefficients: Matrix
  /// (b* − b) / se* of each replicate, with cluster-robust errors without a factor for small samples;
  /// nil where they were not asked for.
  public let statistics: Matrix?
  /// The errors of the sample itself by the same rule as those of `statistics`.
  public let errors: [Double]?
  /// The number of replicates in which the regressors are collinear; they are in none of the figures.
  public let failed: Int

  /// How an interval is made of the draws.
  public enum Method: String, Sendable, CaseIterable {
    /// The quantiles of b*.
    case percentile
    /// The estimate less the quantiles of b* − b.
    case basic
    /// The estimate less the quantiles of (b* − b) / se*, times the error of the sample.
    case studentised
  }

  /// An end of an interval, and how far it would move if other replicates were drawn.
  public struct End: Sendable, Equatable {
    /// Where the interval ends.
    public let value: Double
    /// Its Monte Carlo standard error.
    public let error: Double
  }

  /// What is worth knowing, as sentences.
  public var notes: [Phrase] {
    guard failed > 0 else { return [] }
    return [
      Phrase(
        """
        In \(failed) of \(failed + coefficients.rows) replicates the clusters drawn do not determine \
        the coefficients; they are left out.
        """)
    ]
  }

  /// The standard error of a coefficient: the standard deviation of its draws, dividing by their
  /// number less one.
  ///
  /// - Parameter coefficient: its number.
  /// - Returns: the standard error with its Monte Carlo standard error, √((m₄ / m₂² − 1) / 4B) of it; nil
  ///   for fewer than two draws.
  public func standardError(of coefficient: Int) -> End? {
    let draws = coefficients.column(coefficient)
    guard draws.count > 1 else { return nil }
    let mean = draws.reduce(0, +) / Double(draws.count)
    var (second, fourth) = (0.0, 0.0)
    for draw in draws {
      let square = (draw - mean) * (draw - mean)
      second += square
      fourth += square * square
    }
    let n = Double(draws.count)
    let deviation = (second / (n - 1)).squareRoot()
    guard second > 0 else { return End(value: 0, error: 0) }
    let excess = max(0, fourth / n / (second / n * second / n) - 1)
    return End(value: deviation, error: deviation * (excess / (4 * n)).squareRoot())
  }

  /// A confidence interval for a coefficient.
  ///
  /// - Parameters:
  ///   - coefficient: its number.
  ///   - level: the confidence, such as 0.95.
  ///   - method: how it is made of the draws.
  /// - Returns: both ends; nil without draws.
  /// - Precondition: the level is between 0 and 1; errors were asked for where they are needed.
  public func interval(
    of coefficient: Int, level: Double = 0.95, method: Method = .percentile
  ) -> (lower: End, upper: End)? {
    precondition(level > 0 && level < 1, "the level must be between 0 and 1")
    let estimate = estimates[coefficient]
    let (draws, scale): ([Double], Double)
    switch method {
    case .percentile, .basic: (draws, scale) = (coefficients.column(coefficient), 1)
    case .studentised:
      guard let statistics, let errors else {
        preconditionFailure("studentised intervals need draws with errors")
      }
      (draws, scale) = (statistics.column(coefficient), errors[coefficient])
    }
    let sorted = draws.sorted()
    guard let low = Self.quantile((1 - level) / 2, of: sorted),
      let high = Self.quantile((1 + level) / 2, of: sorted)
    else { return nil }
    switch method {
    case .percentile: return (low, high)
    case .basic:
      return (
        End(value: 2 * estimate - high.value, error: high.error),
        End(value: 2 * estimate - low.value, error: low.error)
      )
    case .studentised:
      return (
        End(value: estimate - scale * high.value, error: scale * high.error),
        End(value: estimate - scale * low.value, error: scale * low.error)
      )
    }
  }

  /// A quantile, and half the distance of the order statistics one standard deviation of the number
  /// below it to either side, which needs no density (Woodruff 1952, doi:10.2307/2280781).
  private static func quantile(_ share: Double, of sorted: [Double]) -> End? {
    guard let value = sorted.quantile(share) else { return nil }
    let deviation = (share * (1 - share) / Double(sorted.count)).squareRoot()
    let low = sorted.quantile(max(0, share - deviation)) ?? value
    let high = sorted.quantile(min(1, share + deviation)) ?? value
    return End(value: value, error: (high - low) / 2)
  }
}

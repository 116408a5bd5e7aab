import Glibc
import Regression
import TestSupport
import Testing

/// How often intervals of 95% hold a slope that is known: ours, and those that take ranks for data.
///
/// The share of 250 studies has the standard deviation 0.014 about 0.95: ours may be 0.905 and up.
@Suite struct RankRankCoverageTests {
  private static let studies = 250
  private static let rows = 100

  /// The shares of studies whose intervals hold the slope.
  private func coverage(
    of slope: Double, seed: UInt64, drawing draw: (inout SplitMix64) -> (x: Double, y: Double)
  ) throws -> (own: Double, usual: Double) {
    var (own, usual) = (0, 0)
    var random = SplitMix64(seed: seed)
    for _ in 0..<Self.studies {
      let drawn = (0..<Self.rows).map { _ in draw(&random) }
      let regressor = drawn.map(\.x)
      let fit = try RankRankRegression(response: drawn.map(\.y), regressor: regressor)
      let error = abs(fit.coefficients[1].estimate - slope)
      if error < 1.96 * fit.coefficients[1].standardError { own += 1 }
      if error < 1.96 * usualError(regressor, fit.residuals) { usual += 1 }
    }
    return (Double(own) / Double(Self.studies), Double(usual) / Double(Self.studies))
  }

  /// The error of White (1980), which takes ranks for data.
  private func usualError(_ regressor: [Double], _ residuals: [Double]) -> Double {
    let ranks = DistributionRanks(of: regressor).ranks
    let mean = ranks.reduce(0, +) / Double(ranks.count)
    var (squares, meat) = (0.0, 0.0)
    for (rank, residual) in zip(ranks, residuals) {
      squares += (rank - mean) * (rank - mean)
      meat += (rank - mean) * (rank - mean) * residual * residual
    }
    return meat.squareRoot() / squares
  }

  @Test func whereTheMiddleIsShuffledUsualErrorsAreTooSmall() throws {
    // Who starts between the quartiles lands there anywhere, all others stay: of the variance 1/12 of
    // a rank, 1/2 (1/2)²/12 is not explained, and the slope is 7/8.
    let coverage = try coverage(of: 7.0 / 8, seed: 20) { random in
      let x = Double.random(in: 0..<1, using: &random)
      let isMiddle = (0.25..<0.75).contains(x)
      return (x, isMiddle ? Double.random(in: 0.25..<0.75, using: &random) : x)
    }
    #expect(coverage.own > 0.905)
    #expect(coverage.usual < 0.905)
  }

  @Test func whereNormalRanksHardlyMoveUsualErrorsAreTooLarge() throws {
    // Two normal variables of correlation 0.9: Spearman's is 6/π arcsin(0.45).
    let coverage = try coverage(of: 6 / Double.pi * asin(0.45), seed: 21) { random in
      let x = normal(&random)
      return (x, 0.9 * x + (1 - 0.81).squareRoot() * normal(&random))
    }
    #expect(coverage.own > 0.905)
    #expect(coverage.usual > 0.99)
  }

  /// A standard normal number, after Box & Muller.
  private func normal(_ random: inout SplitMix64) -> Double {
    let (radius, angle) = (
      Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random)
    )
    return (-2 * log(1 - radius)).squareRoot() * cos(2 * .pi * angle)
  }

  @Test func withFewValuesUsualErrorsAreTooSmall() throws {
    // X has four values, each as often; Y is one with a probability p that goes with X, else zero. So
    // R_X is 1/4, 1/2, 3/4 or 1, of variance 5/64, and R_Y is 1 − q or 1 for q the mean of p: the slope
    // is q Cov(R_X, p) / Var(R_X).
    let probabilities = [0.05, 0.1, 0.2, 0.8]
    let ranks = [0.25, 0.5, 0.75, 1]
    let share = probabilities.reduce(0, +) / 4
    let product = zip(ranks, probabilities).reduce(0) { $0 + $1.0 * $1.1 } / 4
    let slope = share * (product - 0.625 * share) / (5.0 / 64)
    let coverage = try coverage(of: slope, seed: 22) { random in
      let level = Int.random(in: 0..<4, using: &random)
      let isHigh = Double.random(in: 0..<1, using: &random) < probabilities[level]
      return (Double(level), isHigh ? 1 : 0)
    }
    #expect(coverage.own > 0.905)
    #expect(coverage.usual < 0.8)
  }
}

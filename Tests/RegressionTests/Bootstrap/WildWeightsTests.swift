import Statistics
import Testing

@testable import Regression

@Suite struct WildWeightsTests {
  @Test(arguments: WildWeights.allCases)
  func haveMeanZeroAndVarianceOne(_ weights: WildWeights) {
    var random = ReplicateGenerator(seed: 4, replicate: 0)
    let draws = weights.draws(60_000, using: &random)
    let mean = draws.reduce(0, +) / 60_000
    let square = draws.reduce(0) { $0 + $1 * $1 } / 60_000
    let fourth = draws.reduce(0) { $0 + $1 * $1 * $1 * $1 } / 60_000
    // Four standard errors, 1/√60000 each and less.
    #expect(abs(mean) < 0.017)
    #expect(abs(square - 1) < 0.017)
    // (1.5² + 1 + 0.5²) / 3 for Webb's, one for Rademacher's.
    #expect(abs(fourth - (weights == .webb ? 7.0 / 6 : 1)) < 0.017)
    #expect(Set(draws).count == (weights == .webb ? 6 : 2))
  }

  @Test func noClustersHaveNoWeights() {
    var random = ReplicateGenerator(seed: 4, replicate: 0)
    #expect(WildWeights.webb.draws(0, using: &random).isEmpty)
  }
}

import Statistics
import TestSupport
import Testing

@Suite struct RankProbabilitiesTests {
  private static func estimates(
    _ count: Int, errors: ClosedRange<Double>, seed: UInt64
  ) throws -> ScoreEstimates {
    var random = SplitMix64(seed: seed)
    return try ScoreEstimates(
      (0..<count).map { _ in Double.random(in: 0...2, using: &random) },
      standardErrors: (0..<count).map { _ in Double.random(in: errors, using: &random) })
  }

  @Test func twoUnitsHaveTheClosedForm() throws {
    for (difference, errors) in [(0.3, [0.2, 0.5]), (2, [1, 1]), (0.1, [1, 0]), (0.1, [0, 3])] {
      let ranks = RankProbabilities(
        of: try ScoreEstimates([difference, 0], standardErrors: errors))
      let first = NormalDistribution().cumulative(
        difference / (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot())
      // The quadrature's error, with a jump where the other is known.
      #expect(abs(ranks.probability(of: 0, upTo: 1) - first) < 1e-13)
      #expect(abs(ranks.probability(of: 1, upTo: 1) - (1 - first)) < 1e-13)
      #expect(ranks.probability(of: 0, upTo: 2) == 1 || abs(1 - ranks[0].reduce(0, +)) < 1e-13)
    }
  }

  @Test(arguments: [1, 2, 5, 63])
  func equalUnitsHaveEqualChancesOfEveryRank(_ count: Int) throws {
    let ranks = RankProbabilities(
      of: try ScoreEstimates(
        [Double](repeating: 3, count: count), standardErrors: [Double](repeating: 0.7, count: count)
      ))
    for unit in 0..<count {
      for probability in ranks[unit] { #expect(abs(probability - 1 / Double(count)) < 1e-13) }
    }
  }

  @Test(arguments: [
    (63, 0.05...0.5), (63, 0.3...0.3), (20, 0.001...1), (12, 0...1e-6), (34, 1...40),
  ])
  func rowsAndColumnsSumToOneAndMeansAreThoseOfPairs(
    count: Int, errors: ClosedRange<Double>
  ) throws {
    let estimates = try Self.estimates(count, errors: errors, seed: 7)
    let ranks = RankProbabilities(of: estimates)
    for rank in 0..<count {
      let column = (0..<count).reduce(0) { $0 + ranks[$1][$1 * count + rank] }
      #expect(abs(column - 1) < 1e-12)
    }
    for unit in 0..<count {
      #expect(abs(ranks[unit].reduce(0, +) - 1) < 1e-12)
      #expect(ranks[unit].allSatisfy { $0 >= 0 })
      // One more than the units above, of which each is by a closed form.
      let mean = (0..<count).reduce(1) { sum, other in
        other == unit
          ? sum
          : sum
            + NormalDistribution().cumulative(
              (estimates.values[other] - estimates.values[unit])
                / estimates.differenceError(other, unit))
      }
      // Of 63 probabilities, each good to 1e-13, the sum times ranks up to 63.
      #expect(abs(ranks.mean(of: unit) - mean) < 1e-10)
    }
  }

  @Test func drawsAgreeWithinTheirErrors() throws {
    let estimates = try Self.estimates(20, errors: 0.05...0.6, seed: 5)
    let exact = RankProbabilities(of: estimates)
    let drawn = GaussianRanks(of: estimates).ranks(draws: 100_000, seed: 2)
    for unit in 0..<20 {
      #expect(abs(drawn[unit].mean - exact.mean(of: unit)) < 4 * drawn[unit].meanError)
      #expect(
        abs(drawn[unit].standardDeviation - exact.standardDeviation(of: unit))
          < 4 * drawn[unit].standardDeviationError)
      for rank in 1...20 {
        let share = exact.probability(of: unit, upTo: rank)
        // Of 400 shares that one is four and a half errors off has a probability of 3e-3.
        #expect(
          abs(drawn[unit].share(upTo: rank) - share)
            < 4.5 * drawn[unit].shareError(min(1, share)))
      }
    }
  }

  @Test func aCovarianceGoesIntoTheDraws() throws {
    // The second is the first with an error of its own; the third moves against both.
    let covariance = [1.0, 0.9, -0.6, 0.9, 1.0, -0.5, -0.6, -0.5, 2.0]
    let estimates = try ScoreEstimates([0.3, 0, -0.2], covariance: covariance)
    let drawn = GaussianRanks(of: estimates).ranks(draws: 100_000, seed: 4)
    for unit in 0..<3 {
      let mean = (0..<3).reduce(1) { sum, other in
        other == unit
          ? sum
          : sum
            + NormalDistribution().cumulative(
              (estimates.values[other] - estimates.values[unit])
                / estimates.differenceError(other, unit))
      }
      #expect(abs(drawn[unit].mean - mean) < 4 * drawn[unit].meanError)
    }
    #expect(
      GaussianRanks(of: estimates).ranks(draws: 5000, seed: 4, threads: 1)
        == GaussianRanks(of: estimates).ranks(draws: 5000, seed: 4, threads: 2))
  }

  @Test func whatIsKnownHasItsRankForCertain() throws {
    let estimates = try ScoreEstimates(
      [4, 2, 2, 9, 5], standardErrors: [0, 0, 0, 0, 0])
    let ranks = RankProbabilities(of: estimates)
    for (unit, rank) in [3, 4, 4, 1, 2].enumerated() {
      #expect(ranks.probability(of: unit, upTo: rank) == 1)
      #expect(ranks.probability(of: unit, upTo: rank - 1) == 0)
      #expect(ranks.quantile(0.5, of: unit) == rank && ranks.standardDeviation(of: unit) == 0)
    }
    let drawn = GaussianRanks(of: estimates).ranks(draws: 10, seed: 1)
    #expect(drawn.map(\.mean) == [3, 4, 4, 1, 2])
    #expect(RankProbabilities(of: try ScoreEstimates([], standardErrors: [])).units == 0)
  }

  @Test func quantilesAreRanksReached() throws {
    let ranks = RankProbabilities(
      of: try ScoreEstimates([0, 0, 0, 0], standardErrors: [1, 1, 1, 1]))
    #expect([0, 0.25, 0.26, 0.5, 0.75, 1].map { ranks.quantile($0, of: 0) } == [1, 1, 2, 2, 3, 4])
  }

  @Test func dependentScoresTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = RankProbabilities(
        of: try ScoreEstimates([0, 1, 2], covariance: [1, 0.5, 0, 0.5, 1, 0, 0, 0, 1]))
    }
  }
}

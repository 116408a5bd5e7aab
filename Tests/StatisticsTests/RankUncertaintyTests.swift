import Statistics
import Testing

@Suite struct RankUncertaintyTests {
  private func uncertainty(_ scores: [Double], _ errors: [Double]) throws -> RankUncertainty {
    try RankUncertainty(
      of: ScoreEstimates(scores, standardErrors: errors), level: 0.95, draws: 20_000,
      replicates: Replicates(seed: 1, threads: 1))
  }

  @Test func aLeadOfSoManyErrorsHasTheProbabilityOfTheNormalLaw() throws {
    let found = try uncertainty([3, 1, 1], [0.6, 0.8, 0])
    // A difference of 2 with an error of one.
    #expect(
      abs(found.estimates.probability(of: 0, above: 1) - NormalDistribution().cumulative(2)) < 1e-15
    )
    #expect(
      found.estimates.probability(of: 0, above: 1) + found.estimates.probability(of: 1, above: 0)
        == 1)
    #expect(found.estimates.probability(of: 2, above: 2) == 0.5)
    #expect(found.lastAboveMedian == 1)
  }

  @Test(arguments: [0, 1, 2])
  func fewUnitsHaveTheirSets(count: Int) throws {
    let found = try uncertainty((0..<count).map { Double(-$0) }, (0..<count).map { _ in 0.1 })
    #expect(found.tiers == (0..<count).map { $0 + 1 })
    #expect(found.marginal.bounds == (0..<count).map { $0 + 1...$0 + 1 })
    #expect(found.shrunk.estimates.count == count)
  }

  @Test func oneUnitAloneHasTheProbabilitiesItHasAmongAll() throws {
    let estimates = try ScoreEstimates([5, 4.8, 4.5, 3.9], standardErrors: [0.2, 0.3, 0, 0.5])
    let all = RankProbabilities(of: estimates)
    for unit in 0..<4 {
      #expect(RankProbabilities.probabilities(of: unit, in: estimates) == Array(all[unit]))
    }
  }

  /// The intervals that are called likely hold the true rank as often as they say, over units whose true
  /// scores scatter normally.
  @Test func likelyRanksHoldTheTrueOne() throws {
    let (units, repetitions) = (30, 150)
    var inside = 0
    for repetition in 0..<repetitions {
      var random = ReplicateGenerator(seed: 11, replicate: repetition)
      func normal() -> Double { NormalDistribution().quantile(random.uniform()) }
      let scores = (0..<units).map { _ in 6 + 0.25 * normal() }
      let errors = (0..<units).map { 0.15 + 0.005 * Double($0) }
      let shrunk = EmpiricalBayes(
        zip(scores, errors).map { $0 + $1 * normal() }, errors: errors)
      let ranks = RankProbabilities(
        of: try ScoreEstimates(shrunk.estimates, standardErrors: shrunk.errors), threads: 1)
      let truth = Ranking(tolerance: 0).ranks(of: scores)
      for unit in 0..<units
      where (ranks.quantile(0.025, of: unit)...ranks.quantile(0.975, of: unit))
        .contains(truth[unit])
      {
        inside += 1
      }
    }
    let share = Double(inside) / Double(units * repetitions)
    // Ranks of one repetition depend on each other: the error of the share is below 0.01 by batches; whole
    // ranks cover a little more than asked.
    #expect(share > 0.93 && share < 0.985, "\(share)")
  }
}

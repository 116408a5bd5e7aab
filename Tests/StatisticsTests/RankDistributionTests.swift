import Statistics
import TestSupport
import Testing

@Suite struct RankDistributionTests {
  @Test(arguments: [1, 2, 3, 10, 1000])
  func countsTellTheSameAsTheRanksThemselves(_ draws: Int) throws {
    var random = SplitMix64(seed: UInt64(draws))
    let ranks = (0..<draws).map { _ in Double(Int.random(in: 2...9, using: &random)) }
    var counts = [Int](repeating: 0, count: 12)
    for rank in ranks { counts[Int(rank) - 1] += 1 }
    let distribution = RankDistribution(counts: counts)
    #expect(distribution.draws == draws)
    // Sums of at most 1000 small whole numbers are exact; the deviation rounds on the way.
    #expect(distribution.mean == ranks.mean)
    let deviation = try #require(
      ranks.mean.map { mean in
        (ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws)).squareRoot()
      })
    #expect(abs(distribution.standardDeviation - deviation) < 1e-13)
    #expect(distribution.meanError == distribution.standardDeviation / Double(draws).squareRoot())
    for share in [0, 0.05, 0.3, 0.5, 0.95, 1] {
      #expect(distribution.quantile(share) == ranks.quantile(share))
    }
    for rank in -1...14 {
      let upTo = Double(ranks.count { $0 <= Double(rank) }) / Double(draws)
      #expect(distribution.share(upTo: rank) == upTo)
      #expect(
        distribution.share(at: rank) == Double(ranks.count { $0 == Double(rank) }) / Double(draws))
    }
  }

  @Test(arguments: [1, 2, 3, 19, 20, 21, 1000])
  func anIntervalLeavesOutAtMostHalfTheRestAtEitherEnd(_ draws: Int) throws {
    var random = SplitMix64(seed: UInt64(draws))
    let ranks = (0..<draws).map { _ in Int.random(in: 1...30, using: &random) }.sorted()
    var counts = [Int](repeating: 0, count: 30)
    for rank in ranks { counts[rank - 1] += 1 }
    let distribution = RankDistribution(counts: counts)
    for level in [0.5, 0.9, 0.95] {
      let interval = distribution.interval(level)
      let tail = (1 - level) / 2 * Double(draws) + 1e-9
      // As many draws as whole ones fit into the tail lie outside, and no more.
      #expect(Double(ranks.count { $0 < interval.lowerBound }) <= tail)
      #expect(Double(ranks.count { $0 <= interval.lowerBound }) > tail)
      #expect(Double(ranks.count { $0 > interval.upperBound }) <= tail)
      #expect(Double(ranks.count { $0 >= interval.upperBound }) > tail)
    }
  }

  @Test func anIntervalOfOneRankIsThatRank() {
    #expect(RankDistribution(counts: [0, 7, 0]).interval(0.9) == 2...2)
    #expect(RankDistribution(counts: [1]).interval(0.9) == 1...1)
    // Twenty draws, five per cent of which are one: the ends hold one more.
    #expect(RankDistribution(counts: [1, 18, 1]).interval(0.9) == 2...2)
    #expect(RankDistribution(counts: [2, 16, 2]).interval(0.9) == 1...3)
  }

  @Test func whatNeverVariesHasNoErrorButSharesAreNeverCertain() {
    let distribution = RankDistribution(counts: [0, 0, 50, 0])
    #expect(distribution.mean == 3 && distribution.standardDeviation == 0)
    #expect(distribution.meanError == 0 && distribution.standardDeviationError == 0)
    #expect(distribution.quantile(0.05) == 3 && distribution.quantileError(0.05) == 0)
    // By hand: (0 + 2) / 54 and its mirror image.
    let error = (2.0 / 54 * 52 / 54 / 54).squareRoot()
    #expect(distribution.shareError(0) == error)
    #expect(abs(distribution.shareError(1) - error) < 1e-16)
  }

  @Test func theErrorsAreTheSpreadOfStudiesMadeAnew() throws {
    // 2000 studies of 400 draws from a made-up distribution of ranks 1 to 20.
    let chances = (1...20).map { Double($0 * (21 - $0) % 17 + 1) }
    let total = chances.reduce(0, +)
    let studies = Replicates(seed: 11).map(0..<2000) { _, random in
      var counts = [Int](repeating: 0, count: 20)
      for _ in 0..<400 {
        var left = random.uniform() * total
        let rank = chances.firstIndex {
          left -= $0
          return left < 0
        }
        counts[rank ?? 19] += 1
      }
      return RankDistribution(counts: counts)
    }
    func check(
      _ figure: (RankDistribution) -> Double, _ error: (RankDistribution) -> Double,
      within tolerance: Double
    ) throws {
      let spread = try #require(studies.map(figure).standardDeviation)
      let told = try #require(studies.map(error).mean)
      #expect(abs(told / spread - 1) < tolerance)
    }
    // A standard deviation of 2000 figures has a relative standard error of 1/√4000, 1.6 %: five.
    try check({ $0.mean }, { $0.meanError }, within: 0.08)
    try check({ $0.standardDeviation }, { $0.standardDeviationError }, within: 0.08)
    try check({ $0.share(upTo: 5) }, { $0.shareError($0.share(upTo: 5)) }, within: 0.08)
    // Quantiles of whole numbers jump; their error is right in size only.
    try check({ $0.quantile(0.5) }, { $0.quantileError(0.5) }, within: 0.5)
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = RankDistribution(counts: []) }
    await #expect(processExitsWith: .failure) { _ = RankDistribution(counts: [0, 0]) }
    await #expect(processExitsWith: .failure) { _ = RankDistribution(counts: [2, -1]) }
    await #expect(processExitsWith: .failure) {
      _ = RankDistribution(counts: [2, 1]).quantile(1.1)
    }
  }
}

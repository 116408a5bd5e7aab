import Regression
import Statistics
import TestSupport
import Testing

@Suite struct ImportanceOrderTests {
  private static func bootstrap(
    _ rows: RandomRows, draws: Int = 500
  ) throws -> ImportanceBootstrap {
    try ImportanceBootstrap(rows.data(), draws: draws, replicates: Replicates(seed: 1, threads: 1))
  }

  @Test func intervalsAreTheQuantilesOfTheDraws() throws {
    let bootstrap = try Self.bootstrap(RandomRows(rows: 40, regressors: 3, seed: 1))
    let intervals = bootstrap.intervals(level: 0.9)
    for (player, interval) in intervals.enumerated() {
      let draws = bootstrap.shares.map { $0[player] }
      let share = bootstrap.estimate.shares[player]
      // (1 − 0.9) / 2 is not 0.05 to the last bit, nor 1 − 0.05 just 0.95.
      #expect(abs(interval.percentile.lowerBound - (try #require(draws.quantile(0.05)))) < 1e-12)
      #expect(abs(interval.percentile.upperBound - (try #require(draws.quantile(0.95)))) < 1e-12)
      #expect(interval.basic.lowerBound == 2 * share - interval.percentile.upperBound)
      #expect(interval.basic.upperBound == 2 * share - interval.percentile.lowerBound)
      #expect(interval.estimate == share && interval.level == 0.9)
      #expect(interval.standardError == draws.standardDeviation)
      #expect(interval.lowError > 0 && interval.lowError < interval.standardError)
      #expect(interval.highError > 0 && interval.highError < interval.standardError)
    }
    let whole = bootstrap.rSquaredInterval()
    #expect(whole.estimate == bootstrap.estimate.rSquared && whole.level == 0.95)
    // R² is the sum of the shares, and so is its bias.
    let biases = bootstrap.intervals().map(\.bias).reduce(0, +)
    #expect(abs(whole.bias - biases) < 1e-13)
  }

  @Test func theErrorOfAnEndIsThatOfDrawingAgain() throws {
    let data = try RandomRows(rows: 40, regressors: 2, seed: 2).data()
    let runs = try (1...60).map { seed in
      try ImportanceBootstrap(
        data, draws: 400, replicates: Replicates(seed: UInt64(seed), threads: 1)
      ).intervals()[1]
    }
    let spread = try #require(runs.map(\.percentile.lowerBound).standardDeviation)
    let told = try #require(runs.map(\.lowError).mean)
    // The spread of sixty runs is known to one part in eleven; 400 draws tell the density in a tail
    // of ten of them roughly.
    #expect(told / spread > 0.6 && told / spread < 1.6)
  }

  @Test func ranksAndComparisonsAgreeWithTheDraws() throws {
    let bootstrap = try Self.bootstrap(RandomRows(rows: 30, regressors: 4, seed: 3))
    let order = bootstrap.order
    #expect(order.names == ["x1", "x2", "x3", "x4"])
    #expect(order.ranks.sorted() == [1, 2, 3, 4])
    for player in 0..<4 {
      let first = bootstrap.shares.count { $0[player] == $0.max() }
      #expect(order.probabilityOfFirst(player) == Double(first) / 500)
      for other in 0..<4 {
        #expect(order.probabilityAbove[player][other] + order.probabilityAbove[other][player] == 1)
      }
      // A rank is one more than the number of those above.
      let above = (0..<4).reduce(0.5) { $0 + order.probabilityAbove[$1][player] }
      #expect(abs(order.distributions[player].mean - above) < 1e-12)
      let interval = order.interval(of: player)
      let inside = interval.reduce(0) { $0 + order.distributions[player].share(at: $1) }
      #expect(inside >= 0.95 - 1e-12)
      let narrower = inside - order.distributions[player].share(at: interval.lowerBound)
      #expect(narrower < 0.975)
    }
  }

  @Test func regressorsThatSayTheSameAreNeverAboveEachOther() throws {
    let rows = RandomRows(rows: 30, regressors: 2, seed: 4)
    let twice = RandomRows(
      columns: rows.columns + [rows.columns[1].map { -3 * $0 }], response: rows.response)
    let order = try Self.bootstrap(twice, draws: 100).order
    #expect(order.probabilityAbove[1][2] == 0.5 && order.probabilityAbove[2][1] == 0.5)
    #expect(order.ranks[1] == order.ranks[2])
    #expect(order.interval(of: 1) == order.interval(of: 2))
  }

  @Test func oneRegressorIsAlwaysFirst() throws {
    let order = try Self.bootstrap(RandomRows(rows: 10, regressors: 1, seed: 5), draws: 3).order
    #expect(order.interval(of: 0) == 1...1 && order.probabilityOfFirst(0) == 1)
  }

  @Test func noRegressorsHaveNoOrder() throws {
    let bootstrap = try Self.bootstrap(RandomRows(rows: 10, regressors: 0, seed: 6), draws: 3)
    #expect(bootstrap.order.ranks.isEmpty && bootstrap.intervals().isEmpty)
    #expect(bootstrap.rSquared == [0, 0, 0])
  }
}

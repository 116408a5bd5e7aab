import Statistics
import TestSupport
import Testing

@Suite struct ShapleyValuesTests {
  /// Sums of a few hundred terms below 100, each rounded to 2⁻⁵³ of itself.
  private static let rounding = 1e-11

  @Test func aGameWithoutPlayersHasNoValues() {
    #expect(ShapleyValues(players: 0, worths: [[7]]).values == [[]])
    #expect(ShapleyValues(players: 0, worths: []).values == [])
  }

  @Test func aLonePlayerGetsAllItAdds() {
    #expect(ShapleyValues(players: 1, worths: [[3, 10.5]]).values == [[7.5]])
  }

  @Test func theLeftGloveIsWorthFourTimesEachOfTwoRightOnes() {
    // Player 0 has a left glove, 1 and 2 have right ones; a pair is worth 1.
    let worths = (0..<8).map { $0 & 1 != 0 && $0 & 6 != 0 ? 1.0 : 0 }
    let values = ShapleyValues(players: 3, worths: [worths]).values[0]
    // A dozen halves and thirds of whole numbers.
    #expect(zip(values, [4.0 / 6, 1.0 / 6, 1.0 / 6]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  /// The airport game: a runway costs what the largest plane that uses it needs.
  ///
  /// Each pays its share of every stretch it uses. Source: Littlechild & Owen (1973), doi:10.1287/mnsc.20.3.370.
  @Test(arguments: [2, 5, 11, 20])
  func planesShareEachStretchOfTheRunwayTheyUse(players: Int) {
    let costs = (1...players).map { Double($0 * $0) }
    var worths = [Double](repeating: 0, count: 1 << players)
    for coalition in 1..<worths.count {
      // Costs ascend with the number of the player.
      worths[coalition] = costs[Int.bitWidth - 1 - coalition.leadingZeroBitCount]
    }
    let values = ShapleyValues(players: players, worths: [worths]).values[0]
    var expected = 0.0
    for player in 0..<players {
      let stretch = costs[player] - (player == 0 ? 0 : costs[player - 1])
      expected += stretch / Double(players - player)
      #expect(abs(values[player] - expected) < Self.rounding)
    }
  }

  @Test(arguments: 1...6)
  func agreesWithTheMeanOverEveryOrder(players: Int) {
    let worths = Self.worths(players: players, seed: 1)
    let orders = Self.orders(of: Array(0..<players))
    var sums = [Double](repeating: 0, count: players)
    for order in orders {
      var coalition = 0
      for player in order {
        sums[player] += worths[coalition | 1 << player] - worths[coalition]
        coalition |= 1 << player
      }
    }
    let values = ShapleyValues(players: players, worths: [worths]).values[0]
    for (value, sum) in zip(values, sums) {
      #expect(abs(value - sum / Double(orders.count)) < Self.rounding)
    }
  }

  @Test(arguments: [1, 2, 7, 12])
  func valuesAddUpToWhatAllAddToNone(players: Int) throws {
    for seed in 1...5 {
      let worths = Self.worths(players: players, seed: UInt64(seed))
      let values = ShapleyValues(players: players, worths: [worths]).values[0]
      let whole = try #require(worths.last) - worths[0]
      #expect(abs(values.reduce(0, +) - whole) < Self.rounding)
    }
  }

  @Test func valuesOfWholeNumbersAddUpToTheLastDigits() throws {
    var generator = SplitMix64(seed: 3)
    let ranks = (0..<(1 << 14)).map { _ in Double(Int.random(in: 1...63, using: &generator)) }
    let values = ShapleyValues(players: 14, worths: [ranks]).values[0]
    // Sums by size are exact: only 14 × 14 weighted terms below 63 / 14 round.
    #expect(abs(values.reduce(0, +) - (try #require(ranks.last) - ranks[0])) < 1e-13)
  }

  @Test func playersThatAddTheSameGetTheSame() {
    // The worth is a function of how many of players 0, 2 and 3 are in, and of player 1.
    let worths = (0..<16).map { coalition in
      let alike = (coalition & 0b1101).nonzeroBitCount
      return Double(alike * alike * alike) + (coalition & 2 != 0 ? Double(7 * alike) : 0)
    }
    let values = ShapleyValues(players: 4, worths: [worths]).values[0]
    // Worths are whole, so that equal players have equal sums: equal to the bit.
    #expect(values[0] == values[2] && values[2] == values[3])
    #expect(values[0] != values[1])
  }

  @Test func aPlayerThatAddsNothingGetsNothing() {
    let rest = (0..<8).map { Double($0 * $0 % 5) }
    // Player 1 of four: bits 0, 2 and 3 are those of a game of three.
    let worths = (0..<16).map { rest[$0 & 1 | ($0 >> 1) & 6] }
    let values = ShapleyValues(players: 4, worths: [worths]).values[0]
    let without = ShapleyValues(players: 3, worths: [rest]).values[0]
    // Worths are whole, so that its sums cancel exactly.
    #expect(values[1] == 0)
    #expect(
      zip([values[0], values[2], values[3]], without).allSatisfy { abs($0 - $1) < Self.rounding })
  }

  @Test func valuesOfASumOfGamesAreSumsOfValues() {
    let (first, second) = (Self.worths(players: 8, seed: 4), Self.worths(players: 8, seed: 5))
    let sum = zip(first, second).map { $0 - 3 * $1 }
    let values = ShapleyValues(players: 8, worths: [first, second, sum]).values
    for player in 0..<8 {
      #expect(
        abs(values[2][player] - (values[0][player] - 3 * values[1][player])) < Self.rounding)
    }
  }

  @Test func whatAllHaveInCommonBelongsToNobody() {
    let worths = Self.worths(players: 5, seed: 6)
    let raised = ShapleyValues(players: 5, worths: [worths.map { $0 + 1e6 }]).values[0]
    let values = ShapleyValues(players: 5, worths: [worths]).values[0]
    // A worth of a million is known to 1e-10.
    #expect(zip(values, raised).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func aGameOfSomeoneElsesSizeIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = ShapleyValues(players: 2, worths: [[0, 1, 2]])
    }
    await #expect(processExitsWith: .failure) {
      _ = ShapleyValues(players: 21, worths: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = ShapleyValues(players: 1, worths: [[0, .nan]])
    }
  }

  private static func worths(players: Int, seed: UInt64) -> [Double] {
    var generator = SplitMix64(seed: seed)
    return (0..<(1 << players)).map { _ in Double.random(in: -10...10, using: &generator) }
  }

  private static func orders(of players: [Int]) -> [[Int]] {
    guard !players.isEmpty else { return [[]] }
    return players.flatMap { first in
      orders(of: players.filter { $0 != first }).map { [first] + $0 }
    }
  }
}

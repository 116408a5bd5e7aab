import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct MorrisTrajectoriesTests {
  @Test func everyInputMovesOnceByHalfTheGrid() {
    for levels in [2, 4, 6, 8] {
      let design = MorrisTrajectories(
        random: 40, inputs: 5, levels: levels, replicates: Replicates(seed: 3))
      let inputs = (0..<5).map { Input("x\($0)", .uniform(0...1)) }
      let shares = design.shares(of: inputs)
      #expect(shares.count == 240)
      let step = Double(levels) / Double(2 * (levels - 1))
      for column in shares.columns {
        #expect(column.allSatisfy { (0...1).contains($0) })
        for walk in 0..<40 {
          let moves = zip(column[walk * 6..<walk * 6 + 5], column[walk * 6 + 1..<walk * 6 + 6])
            .map { abs($1 - $0) }.filter { $0 > 0 }
          // Shares are quotients of small whole numbers, rounded once each.
          #expect(moves.count == 1 && abs(moves[0] - step) < 1e-15)
        }
      }
    }
  }

  @Test func lawsWithoutBoundsAreAskedInTheMiddleOfEqualParts() {
    let walk = MorrisTrajectories.Trajectory(start: [0, 3], order: [1, 0])
    let design = MorrisTrajectories([walk], inputs: 2)
    let inputs = [Input("a", .normal(mean: 0, deviation: 1)), Input("b", .uniform(0...1))]
    let shares = design.shares(of: inputs)
    #expect(shares.columns == [[0.125, 0.125, 0.625], [1, 1.0 / 3, 1.0 / 3]])
  }

  @Test func everyLevelIsAsLikely() {
    let design = MorrisTrajectories(
      random: 20_000, inputs: 1, levels: 4, replicates: Replicates(seed: 4))
    for level in 0..<4 {
      let share = Double(design.trajectories.count { $0.start == [level] }) / 20_000
      // Four standard errors of a share of a quarter: 4 √(3/16 / 20,000).
      #expect(abs(share - 0.25) < 0.0123)
    }
  }

  /// The distance as the paper writes it: of all points of one walk to all of the other.
  private func squaredDistance(_ one: Points, _ two: Points) -> Double {
    var sum = 0.0
    for left in 0..<one.count {
      for right in 0..<two.count {
        sum += zip(one[left], two[right]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          .squareRoot()
      }
    }
    return sum * sum
  }

  private func squaredSpread(_ design: MorrisTrajectories, inputs: [Input]) -> Double {
    let walks = design.trajectories.map {
      MorrisTrajectories([$0], inputs: design.inputs, levels: design.levels).shares(of: inputs)
    }
    var sum = 0.0
    for one in walks.indices {
      for two in 0..<one { sum += squaredDistance(walks[one], walks[two]) }
    }
    return sum
  }

  private func choices(of count: Int, from all: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard all >= count else { return [] }
    return choices(of: count, from: all - 1)
      + choices(of: count - 1, from: all - 1).map { $0 + [all - 1] }
  }

  /// All choices of 3 or 4 of 12 walks are tried.
  @Test func theSearchFindsTheMostSpread() {
    for seed in 0..<40 as Range<UInt64> {
      let count = seed.isMultiple(of: 2) ? 3 : 4
      let replicates = Replicates(seed: seed)
      let inputs = (0..<3).map { Input("x\($0)", .uniform(0...1)) }
      let all = MorrisTrajectories(random: 12, inputs: 3, replicates: replicates)
      let found = MorrisTrajectories(spread: count, of: 12, inputs: 3, replicates: replicates)
      let walks = all.trajectories.map {
        MorrisTrajectories([$0], inputs: 3).shares(of: inputs)
      }
      let squares = walks.map { one in walks.map { squaredDistance(one, $0) } }
      let best =
        choices(of: count, from: 12).map { chosen in
          chosen.reduce(0) { sum, one in
            sum + chosen.filter { $0 < one }.reduce(0) { $0 + squares[one][$1] }
          }
        }.max() ?? 0
      // Six sums of rounded roots.
      #expect(abs(squaredSpread(found, inputs: inputs) / best - 1) < 1e-13)
    }
  }

  @Test func theChosenAreFartherApartThanTheDrawn() {
    let inputs = (0..<6).map { Input("x\($0)", .uniform(0...1)) }
    let replicates = Replicates(seed: 9)
    let chosen = MorrisTrajectories(spread: 5, of: 60, inputs: 6, replicates: replicates)
    let drawn = MorrisTrajectories(random: 5, inputs: 6, replicates: replicates)
    #expect(squaredSpread(chosen, inputs: inputs) > 1.1 * squaredSpread(drawn, inputs: inputs))
    #expect(
      chosen
        == MorrisTrajectories(
          spread: 5, of: 60, inputs: 6, replicates: Replicates(seed: 9, threads: 1)))
  }

  @Test func oneNoneAndAllAreChosenToo() {
    let replicates = Replicates(seed: 1)
    for count in [0, 1, 7] {
      let design = MorrisTrajectories(spread: count, of: 7, inputs: 2, replicates: replicates)
      #expect(design.trajectories.count == count)
    }
    let still = MorrisTrajectories(spread: 2, of: 3, inputs: 0, replicates: replicates)
    #expect(still.shares(of: []).count == 2)
  }
}

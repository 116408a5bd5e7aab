import Regression
import Statistics
import TestSupport
import Testing

@Suite struct DistributionRanksTests {
  /// Ranks by their definition, each number compared with each.
  private func defined(
    _ numbers: [Double], _ groups: [Int], _ weights: [Double], _ tieWeight: Double
  ) -> [Double] {
    numbers.indices.map { row in
      let others = numbers.indices.filter { groups[$0] == groups[row] }
      let mass = others.reduce(0.0) { $0 + weights[$1] }
      return others.reduce(0.0) { sum, other in
        let below =
          numbers[other] < numbers[row] ? 1 : numbers[other] == numbers[row] ? tieWeight : 0
        return sum + weights[other] * below
      } / mass
    }
  }

  @Test(arguments: [0, 1, 2, 3, 10, 57], [0, 0.25, 0.5, 1])
  func ranksAndTheirDerivativesFollowTheDefinition(_ count: Int, _ tieWeight: Double) {
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<8 {
      let numbers = (0..<count).map { _ in Double(Int.random(in: -4...4, using: &random)) }
      let groups = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
      let weights = (0..<count).map { _ in Double.random(in: 0.5...2, using: &random) }
      let loads = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let grouping = Grouping(name: "year", labels: groups.map(String.init))
      let distribution = DistributionRanks(
        of: numbers, within: grouping, weights: weights, tieWeight: tieWeight)
      let ranks = defined(numbers, groups, weights, tieWeight)
      let derivatives = distribution.weightDerivatives(ofRanksTimes: loads)
      for row in 0..<count {
        // Sums of at most 57 numbers below 2, in another order.
        #expect(abs(distribution.ranks[row] - ranks[row]) < 1e-14)
        var (higher, lower) = (weights, weights)
        higher[row] += 1e-4
        lower[row] -= 1e-4
        let slope =
          zip(
            defined(numbers, groups, higher, tieWeight), defined(numbers, groups, lower, tieWeight)
          ).enumerated().reduce(0.0) { $0 + loads[$1.offset] * ($1.element.0 - $1.element.1) }
          / 2e-4
        // A central difference is off by a third of the square of its step, here 3e-9, and by rounding.
        #expect(abs(derivatives[row] - slope) < 1e-7)
      }
    }
  }

  @Test func halfATieMakesMidRanks() {
    let numbers: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    let fromHighest = Ranking(tolerance: 0).ranks(of: numbers, ties: .average)
    let distribution = DistributionRanks(of: numbers, tieWeight: 0.5)
    // (below + tied / 2) / n is (n + 1 − rank − ½) / n: halves and whole numbers, divided once.
    #expect(distribution.ranks == fromHighest.map { (11.5 - $0) / 11 })
    #expect(distribution.hasTies)
  }

  @Test func withoutTiesTheDistributionFunctionCounts() {
    let distribution = DistributionRanks(of: [0.3, -0.0, .infinity, -2])
    #expect(distribution.ranks == [0.75, 0.5, 1, 0.25])
    #expect(!distribution.hasTies)
    #expect(DistributionRanks(of: [0.0, -0.0]).hasTies)
  }

  @Test func aRowByItselfRanksByTheTieWeight() {
    #expect(DistributionRanks(of: [7], tieWeight: 0.25).ranks == [0.25])
    #expect(DistributionRanks(of: []).ranks.isEmpty)
  }

  @Test(arguments: [1e-300, 1, 1e300])
  func manyRowsRankAsFewDo(_ scale: Double) {
    // More rows than are compared: they are sorted by their digits.
    var random = SplitMix64(seed: 30)
    let numbers = (0..<9000).map { _ in
      scale * Double(Int.random(in: -2000...2000, using: &random)) / 7
    }
    let years = (0..<9000).map { _ in Int.random(in: 0..<3, using: &random) }
    let distribution = DistributionRanks(
      of: numbers, within: Grouping(name: "year", labels: years.map(String.init)))
    for year in 0..<3 {
      let ordered = zip(numbers, years).filter { $0.1 == year }.map(\.0).sorted()
      for row in 0..<9000 where years[row] == year && row % 50 < 3 {
        let notAbove = ordered.count { $0 <= numbers[row] }
        #expect(distribution.ranks[row] == Double(notAbove) / Double(ordered.count))
      }
    }
  }

  @Test func tiesEndWithTheirGroup() {
    let years = Grouping(name: "year", labels: ["a", "b", "a", "b"])
    let distribution = DistributionRanks(of: [1, 1, 0, 2], within: years)
    #expect(distribution.ranks == [1, 0.5, 0.5, 1])
    #expect(!distribution.hasTies)
  }
}

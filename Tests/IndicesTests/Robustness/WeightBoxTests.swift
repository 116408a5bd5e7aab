import Indices
import Statistics
import TestSupport
import Testing

@Suite struct WeightBoxTests {
  /// Weights at random that add up to one.
  private static func weights(_ count: Int, _ random: inout SplitMix64) -> [Double] {
    let raw = (0..<count).map { _ in Double.random(in: 0.2...1, using: &random) }
    return raw.map { $0 / raw.reduce(0, +) }
  }

  /// The corners of a box cut by Σ w = 1: all weights but one at an end.
  private static func corners(_ box: WeightBox) -> [[Double]] {
    let count = box.lower.count
    return (0..<count).flatMap { free in
      (0..<1 << (count - 1)).compactMap { bits in
        var weights = box.lower
        for (position, place) in (0..<count).filter({ $0 != free }).enumerated()
        where bits >> position & 1 == 1 { weights[place] = box.upper[place] }
        weights[free] = 1 - weights.indices.filter { $0 != free }.reduce(0) { $0 + weights[$1] }
        return weights[free] >= box.lower[free] - 1e-12
          && weights[free] <= box.upper[free] + 1e-12 ? weights : nil
      }
    }
  }

  /// A point inside the box: corners mixed at random.
  private static func inside(_ corners: [[Double]], _ random: inout SplitMix64) -> [Double] {
    let shares = weights(corners.count, &random).map { $0 * $0 * $0 }
    let total = shares.reduce(0, +)
    return corners[0].indices.map { place in
      zip(shares, corners).reduce(0) { $0 + $1.0 * $1.1[place] } / total
    }
  }

  @Test(arguments: 1...30)
  func theRangeOfASumIsThatOfTheCorners(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int(seed % 6) + 1
    let box = WeightBox(
      around: Self.weights(count, &random), range: Double.random(in: 0...0.6, using: &random))
    let coefficients = (0..<count).map { _ in Double.random(in: -9...9, using: &random) }
    let range = box.range(of: coefficients)
    let sums = Self.corners(box).map { zip($0, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
    // Sums of up to six terms below ten: a dozen units in the last place.
    #expect(abs((sums.min() ?? .nan) - range.lowerBound) < 1e-13)
    #expect(abs((sums.max() ?? .nan) - range.upperBound) < 1e-13)
    let weights = box.weights(maximising: coefficients)
    #expect(abs(weights.reduce(0, +) - 1) < 1e-15 * Double(count + 1))
    for place in 0..<count {
      #expect(box.lower[place] <= weights[place] && weights[place] <= box.upper[place] + 1e-15)
    }
  }

  @Test func oneIndicatorHasOneWeightAndNoRangeHasTheWeightsGiven() throws {
    let one = WeightBox(around: [1], range: 0.5)
    #expect(one.weights(maximising: [-3]) == [1])
    let fixed = WeightBox(around: [0.25, 0.75], range: 0)
    #expect(fixed.weights(maximising: [1, 2]) == [0.25, 0.75])
    let extremes = try fixed.extremes(
      of: 1, scores: [[1, 5], [2, 4], [9, 1]], ranking: Ranking(tolerance: 0))
    #expect(extremes.best.rank == 2 && extremes.worst.rank == 2)
    #expect(extremes.best.weights == [0.25, 0.75])
  }

  @Test func oneUnitIsFirstAndEqualUnitsShareTheBetterRank() throws {
    let box = WeightBox(around: [0.5, 0.5], range: 0.25)
    let alone = try box.extremes(of: 0, scores: [[3, 4]], ranking: Ranking(tolerance: 0))
    #expect(alone.best.rank == 1 && alone.worst.rank == 1 && alone.worst.bound == 1)
    let equal = [[3.0, 4], [3, 4], [5, 5], [1, 1]]
    for unit in 0...1 {
      let extremes = try box.extremes(of: unit, scores: equal, ranking: Ranking(tolerance: 0))
      #expect(extremes.best.rank == 2 && extremes.worst.rank == 2)
      #expect(extremes.best.isProved && extremes.worst.isProved)
    }
  }

  @Test func anExchangeOfTwoByHandIsFound() throws {
    // 5 w + 1 (1 − w) against 3: a tie at w = ½. With w from 0.45 to 0.55 both orders occur.
    let scores = [[5.0, 1], [3, 3], [2, 2]]
    let box = WeightBox(around: [0.5, 0.5], range: 0.1)
    let first = try box.extremes(of: 0, scores: scores, ranking: Ranking(tolerance: 0))
    #expect((first.best.rank, first.worst.rank) == (1, 2))
    #expect(first.best.isProved && first.worst.isProved)
    // The most favourable of the weights that give the first rank: all that the box allows.
    #expect(abs(first.best.weights[0] - 0.55) < 1e-12)
    #expect(abs(first.worst.weights[0] - 0.45) < 1e-12)
    // A rank within 0.19 is a tie: 5 w + 1 − w reaches from 2.8 to 3.2.
    let coarse = try box.extremes(of: 0, scores: scores, ranking: Ranking(tolerance: 0.3))
    #expect((coarse.best.rank, coarse.worst.rank) == (1, 1))
  }

  @Test(arguments: 1...40)
  func noWeightsBeatTheBoundsAndTheWeightsToldAttainThem(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (count, units) = (Int(seed % 4) + 2, Int(seed % 7) + 2)
    let box = WeightBox(
      around: Self.weights(count, &random), range: Double.random(in: 0.1...0.9, using: &random))
    let scores = (0..<units).map { _ in
      (0..<count).map { _ in Double.random(in: 1...10, using: &random) }
    }
    let ranking = Ranking(tolerance: 1e-6)
    func ranks(_ weights: [Double]) -> [Int] {
      ranking.ranks(of: scores.map { zip(weights, $0).reduce(0) { $0 + $1.0 * $1.1 } })
    }
    let corners = Self.corners(box)
    let tried = corners.map(ranks) + (0..<400).map { _ in ranks(Self.inside(corners, &random)) }
    for unit in 0..<units {
      let extremes = try box.extremes(of: unit, scores: scores, ranking: ranking)
      #expect(extremes.best.isProved && extremes.worst.isProved)
      #expect(tried.allSatisfy { $0[unit] >= extremes.best.bound })
      #expect(tried.allSatisfy { $0[unit] <= extremes.worst.bound })
      for extreme in [extremes.best, extremes.worst] {
        #expect(ranks(extreme.weights)[unit] == extreme.rank)
        // The solver keeps rows to 1e-7.
        #expect(abs(extreme.weights.reduce(0, +) - 1) < 2e-7)
        for place in 0..<count {
          #expect(box.lower[place] <= extreme.weights[place])
          #expect(extreme.weights[place] <= box.upper[place])
        }
      }
    }
  }

  @Test func aSearchBrokenOffTellsAnIntervalThatHoldsTheRank() throws {
    var random = SplitMix64(seed: 5)
    let box = WeightBox(around: Self.weights(8, &random), range: 0.9)
    let scores = (0..<40).map { _ in
      (0..<8).map { _ in Double.random(in: 1...10, using: &random) }
    }
    let ranking = Ranking(tolerance: 1e-6)
    for unit in [0, 7, 20] {
      let whole = try box.extremes(of: unit, scores: scores, ranking: ranking)
      let broken = try box.extremes(of: unit, scores: scores, ranking: ranking, nodes: 0)
      #expect(whole.best.isProved && whole.worst.isProved)
      #expect((broken.best.bound...broken.best.rank).contains(whole.best.rank))
      #expect((broken.worst.rank...broken.worst.bound).contains(whole.worst.rank))
    }
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = WeightBox(around: [0.5, 0.5], range: 1.1) }
    await #expect(processExitsWith: .failure) { _ = WeightBox(around: [0.5, 0.4], range: 0) }
    await #expect(processExitsWith: .failure) { _ = WeightBox(lower: [0.6, 0.6], upper: [1, 1]) }
    await #expect(processExitsWith: .failure) { _ = WeightBox(lower: [0.3], upper: [0.2]) }
    await #expect(processExitsWith: .failure) {
      _ = WeightBox(around: [0.5, 0.5], range: 0.1).weights(maximising: [1])
    }
  }
}

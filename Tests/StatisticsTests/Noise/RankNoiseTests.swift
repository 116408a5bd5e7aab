import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct RankNoiseTests {
  /// Indicators of a seed, one of them known exactly and one falling.
  private static func noise(units: Int, seed: UInt64) throws -> RankNoise {
    var random = SplitMix64(seed: seed)
    return try RankNoise(
      (0..<4).map { number in
        RankNoise.Indicator(
          values: (0..<units).map { _ in Double.random(in: 0...10, using: &random) },
          errors: (0..<units).map { _ in
            number == 2 ? 0 : Double.random(in: 0...1.5, using: &random)
          },
          // No two sums of some weights are alike: two units have only the ends of each range.
          weight: [0.1, 0.2, 0.4, 0.8][number], isRising: number != 1)
      })
  }

  /// Ranks and scores of one draw, from the definition.
  private static func ranked(
    _ noise: RankNoise, _ normals: ArraySlice<Double>
  ) -> (ranks: [Int], scores: [Double]) {
    var scores = [Double](repeating: 0, count: noise.units)
    for (number, indicator) in noise.indicators.enumerated() {
      let x = (0..<noise.units).map { unit in
        indicator.values[unit] + indicator.errors[unit]
          * normals[normals.startIndex + unit * noise.indicators.count + number]
      }
      guard let lowest = x.min(), let highest = x.max() else { continue }
      for unit in 0..<noise.units {
        let score = lowest < highest ? 9 * (x[unit] - lowest) / (highest - lowest) + 1 : 5.5
        scores[unit] += indicator.weight * (indicator.isRising ? score : 11 - score)
      }
    }
    return (Ranking(tolerance: noise.tolerance).ranks(of: scores), scores)
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 63, 64, 65, 130])
  func givenErrorsGiveTheRanksOfTheDefinition(_ units: Int) throws {
    let noise = try Self.noise(units: units, seed: UInt64(units))
    // Not a multiple of eight, and more than one chunk.
    let draws = units < 10 ? 2061 : 13
    let normals = Replicates(seed: 1).normals(0..<draws, count: units * 4)
    let result = noise.ranks(normals: normals)
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: units), count: units)
    var sums = [Double](repeating: 0, count: units)
    for draw in 0..<draws {
      let (ranks, scores) = Self.ranked(noise, normals[draw * units * 4..<(draw + 1) * units * 4])
      for unit in 0..<units {
        counts[unit][ranks[unit] - 1] += 1
        sums[unit] += scores[unit]
      }
    }
    #expect(result.draws == draws && result.ranks.map(\.counts) == counts)
    for unit in 0..<units {
      // Rounding of sums of 10³ scores below 10.
      #expect(abs(result.means[unit] - sums[unit] / Double(draws)) < 1e-12)
    }
  }

  @Test func withoutErrorsEveryDrawIsTheScoreItself() throws {
    let noise = try RankNoise([
      .init(values: [1, 3, 2, 3], errors: [0, 0, 0, 0], weight: 0.5, isRising: true),
      .init(values: [7, 7, 7, 7], errors: [0, 0, 0, 0], weight: 0.5, isRising: false),
    ])
    let result = noise.ranks(draws: 100, seed: 1)
    #expect(
      result.ranks.map(\.counts) == [
        [0, 0, 0, 100], [100, 0, 0, 0], [0, 0, 100, 0], [100, 0, 0, 0],
      ])
    // Half of 1, 10, 5.5 and 10, and half the middle of an indicator that is flat.
    #expect(result.means == [3.25, 7.75, 5.5, 7.75])
    #expect(result.standardDeviations == [0, 0, 0, 0] && result.meanError(of: 1) == 0)
  }

  @Test func scoresWithinTheToleranceShareTheBetterRank() throws {
    let noise = try RankNoise(
      [
        .init(
          values: [0, 0.5, 0.5 + 1e-8, 1], errors: [0, 0, 0, 0], weight: 1, isRising: true)
      ], tolerance: 1e-6)
    #expect(
      noise.ranks(draws: 8, seed: 1).ranks.map(\.counts) == [
        [0, 0, 0, 8], [0, 8, 0, 0], [0, 8, 0, 0], [8, 0, 0, 0],
      ])
  }

  @Test(arguments: [1, 2, 9, 63])
  func theSameSeedGivesTheSameOnAnyNumberOfThreads(_ units: Int) throws {
    let noise = try Self.noise(units: units, seed: 2)
    let one = noise.ranks(draws: 5001, seed: 3, threads: 1)
    #expect(noise.ranks(draws: 5001, seed: 3, threads: 2) == one)
    #expect(one.ranks.allSatisfy { $0.draws == 5001 })
    if units > 1 { #expect(noise.ranks(draws: 5001, seed: 4, threads: 2) != one) }
  }

  /// The normals of a replicate by their definition: of the four words of a block two are lengths, two directions.
  private static func normals(
    seed: UInt64, replicate: Int, block: Int
  ) -> [Double] {
    let words = Philox(key: SIMD2(UInt32(seed), 0)).block(
      SIMD4(UInt32(block), 0, UInt32(replicate), 0))
    let points = (0..<2).map { point -> (Double, Double) in
      let length = (-2 * log((Double(words[point]) + 0.5) * 0x1p-32)).squareRoot()
      let direction = words[point + 2]
      let angle = Double(Int32(bitPattern: direction)) * 0x1p-31 * .pi / 4
      let along = length * cos(angle) * (direction & 1 == 0 ? 1 : -1)
      let across = length * sin(angle)
      return direction & 2 == 0 ? (along, across) : (across, along)
    }
    return [points[0].0, points[1].0, points[0].1, points[1].1]
  }

  @Test(arguments: [5, 8, 9, 63])
  func drawnErrorsAreThoseOfTheReplicate(_ units: Int) throws {
    let noise = try Self.noise(units: units, seed: 8)
    let (draws, blocks) = (200, (units + 7) / 8 * 2)
    // An indicator begins with a block of its own, and blocks come in twos.
    let given = (0..<draws).flatMap { draw in
      let normals = (0..<4).map { number in
        (0..<blocks).flatMap {
          Self.normals(seed: 6, replicate: draw, block: number * blocks + $0)
        }
      }
      return (0..<units).flatMap { unit in (0..<4).map { normals[$0][unit] } }
    }
    let (exact, drawn) = (noise.ranks(normals: given), noise.ranks(draws: draws, seed: 6))
    // Normals of seven digits move scores by up to 2e-6: few of the 10⁴ neighbours lie so close.
    var moved = 0
    for unit in 0..<units {
      #expect(abs(exact.means[unit] - drawn.means[unit]) < 2e-6)
      moved += zip(exact.ranks[unit].counts, drawn.ranks[unit].counts).count { $0 != $1 }
    }
    #expect(moved <= 4)
  }

  @Test func drawnErrorsHaveTheTailsOfTheNormalLaw() throws {
    // Of three units two are known and hold the range: the score of the third is its normal, on a scale of 1/20.
    let noise = try RankNoise([
      .init(
        values: [-10, 0, 10], errors: [0, 1, 0], weight: 1, isRising: true, output: 0...1)
    ])
    let draws = 2_000_000
    let result = noise.ranks(draws: draws, seed: 31)
    let mean = 20 * (result.means[1] - 0.5)
    let variance = 400 * result.standardDeviations[1] * result.standardDeviations[1]
    // Four standard errors of a mean, and of a variance, of so many normals.
    #expect(abs(mean) < 4 / Double(draws).squareRoot())
    #expect(abs(variance - 1) < 4 * (2 / Double(draws)).squareRoot())
    for bar in [1.0, 2, 3, 4, 5] {
      // How often the normal passes a bar is how often what is known comes third.
      let barred = try RankNoise([
        .init(
          values: [-10, 0, 10, bar], errors: [0, 1, 0, 0], weight: 1, isRising: true,
          output: 0...1)
      ])
      let above = barred.ranks(draws: draws, seed: 32).ranks[3].counts[2]
      let share = NormalDistribution().upperTail(bar)
      let spread = (Double(draws) * share * (1 - share)).squareRoot()
      #expect(abs(Double(above) - Double(draws) * share) < 4 * spread + 1, "beyond \(bar)")
    }
  }

  @Test func heldRangesMakeOneNormalNumberOfAllErrors() throws {
    // Slopes of 9 weight / range; ranges held by two units that are known and far out.
    var random = SplitMix64(seed: 12)
    let count = 12
    let values = (0..<3).map { _ in
      [0.0, 100] + (2..<count).map { _ in Double.random(in: 45...55, using: &random) }
    }
    let errors = (0..<3).map { _ in
      [0.0, 0] + (2..<count).map { _ in Double.random(in: 1...4, using: &random) }
    }
    let noise = try RankNoise(
      zip(values, errors).map {
        RankNoise.Indicator(values: $0, errors: $1, weight: 1, isRising: true)
      })
    let slope = 0.09
    let scores = try ScoreEstimates(
      (0..<count).map { unit in (0..<3).reduce(0) { $0 + slope * values[$1][unit] + 1 } },
      standardErrors: (0..<count).map { unit in
        slope * (0..<3).reduce(0) { $0 + errors[$1][unit] * errors[$1][unit] }.squareRoot()
      })
    let draws = 40_000
    let drawn = noise.ranks(draws: draws, seed: 1)
    let exact = RankProbabilities(of: scores)
    for unit in 0..<count {
      #expect(
        abs(drawn.means[unit] - scores.values[unit])
          <= 4.5 * drawn.meanError(of: unit) + 1e-12)
      #expect(
        abs(drawn.ranks[unit].mean - exact.mean(of: unit))
          <= 4.5 * drawn.ranks[unit].meanError + 1e-12)
    }
  }

  @Test func mistakesAreTold() async {
    func indicator(_ values: [Double], _ errors: [Double]) -> RankNoise.Indicator {
      RankNoise.Indicator(values: values, errors: errors, weight: 1, isRising: true)
    }
    #expect(
      message { try RankNoise([indicator([1, 2], [0, 0]), indicator([1, .nan], [0, 0])]) }
        == "indicator 2, unit 2: the value is not a finite number")
    #expect(
      message { try RankNoise([indicator([1, 2], [-1, 0])]) }
        == "indicator 1, unit 1: the standard error is not a finite number of zero or more")
    await #expect(processExitsWith: .failure) {
      _ = try RankNoise([
        RankNoise.Indicator(values: [1, 2], errors: [0, 0], weight: 1, isRising: true)
      ]).ranks(draws: 0, seed: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = RankNoise.Indicator(values: [1], errors: [], weight: 1, isRising: true)
    }
  }
}

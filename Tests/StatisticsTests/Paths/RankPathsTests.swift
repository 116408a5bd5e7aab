import Statistics
import TestSupport
import Testing

@Suite struct RankPathsTests {
  static let indicators = 3

  /// A law of a seed: correlated normal shocks, or drawn rows.
  private static func law(
    units: Int, years: Int, seed: UInt64, isDrawn: Bool = false
  ) -> PathLaw {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    let rows = (0..<5).map { _ in (0..<indicators).map { _ in number(-1...1) } }
    var law = PathLaw(
      values: (0..<indicators).map { _ in (0..<units).map { _ in number(0...10) } }, years: years,
      shocks: isDrawn
        ? .drawn(rows) : .normal(factor: [[1, 0, 0], [0.6, 0.8, 0], [-0.36, 0.48, 0.8]]),
      commonChanges: (0..<3).map { _ in (0..<indicators).map { _ in number(-0.5...0.5) } })
    for year in 0..<years {
      for indicator in 0..<indicators {
        for unit in 0..<units {
          law[mean: year, indicator, unit] += 0.1 * Double(year) * number(-1...1)
          law[isShared: year, indicator, unit] = (unit + indicator) % 3 != 0
          for shock in 0...year { law[factor: year, of: shock, indicator, unit] = number(0...1) }
        }
      }
    }
    return law
  }

  private static func paths(_ law: PathLaw, isWidened: Bool = true) -> RankPaths {
    RankPaths(
      (0..<indicators).map { number in
        RankPaths.Indicator(
          weight: [0.2, 0.3, 0.5][number], isRising: number != 1, range: 1...9,
          limits: number == 2 ? 0...9.5 : -100...100, isWidened: isWidened && number != 2)
      }, law: law)
  }

  /// Scores of one draw, year by year, from the definition, with given shocks and shared changes.
  private static func scores(
    _ paths: RankPaths, shocks: (_ year: Int, _ indicator: Int, _ unit: Int) -> Double,
    common: [[Double]]
  ) -> [[Double]] {
    let law = paths.law
    var ranges = paths.indicators.map { ($0.range.lowerBound, $0.range.upperBound) }
    return (0..<law.years).map { year in
      var scores = [Double](repeating: 0, count: law.units)
      for (j, indicator) in paths.indicators.enumerated() {
        let x = (0..<law.units).map { unit -> Double in
          var value = law[mean: year, j, unit]
          if law[isShared: year, j, unit] { value += common[year][j] }
          for earlier in 0...year {
            value += law[factor: year, of: earlier, j, unit] * shocks(earlier, j, unit)
          }
          return min(max(value, indicator.limits.lowerBound), indicator.limits.upperBound)
        }
        if indicator.isWidened {
          ranges[j] = (min(ranges[j].0, x.min() ?? 0), max(ranges[j].1, x.max() ?? 0))
        }
        for unit in 0..<law.units {
          let score = 9 * (x[unit] - ranges[j].0) / (ranges[j].1 - ranges[j].0) + 1
          scores[unit] += indicator.weight * (indicator.isRising ? score : 11 - score)
        }
      }
      return scores
    }
  }

  /// The generator's words of a stream, as the kernel draws rows by them.
  private static func row(_ stream: UInt32, _ number: Int, _ draw: Int, seed: UInt64, of rows: Int)
    -> Int
  {
    let philox = Philox(key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32)))
    let words = philox.block(
      SIMD4(UInt32(number), stream, UInt32(truncatingIfNeeded: draw), UInt32(draw >> 32)))
    return Int((UInt64(words[0]) * UInt64(rows)) >> 32)
  }

  @Test(arguments: [(1, 1), (2, 3), (7, 2), (8, 1), (9, 4), (63, 3)], [false, true])
  func drawsAreThoseOfTheDefinition(_ shape: (units: Int, years: Int), _ isDrawn: Bool) {
    let (units, years) = shape
    let law = Self.law(units: units, years: years, seed: UInt64(units + years), isDrawn: isDrawn)
    let paths = Self.paths(law)
    // Not a multiple of eight, and with few units more than one chunk.
    let (seed, draws) = (UInt64(7), units < 10 ? 2051 : 19)
    let replicates = Replicates(seed: seed, threads: 2)
    let places = units > 1 ? [RankPaths.Place(among: 0, 1), .init(among: 1, units - 1)] : []
    let result = paths.ranks(
      draws: draws, watching: [units - 1], places: places, replicates: replicates)
    let size = units * Self.indicators
    let stride = size + size % 2
    let normals = replicates.normals(0..<draws, count: years * stride)
    var counts = [[[Int]]](
      repeating: [[Int]](repeating: [Int](repeating: 0, count: units), count: units), count: years)
    let watched = (0..<years).map { result.scores(of: units - 1, in: $0) }
    let levels = Dictionary(
      uniqueKeysWithValues: places.map { place in
        (place, (0..<years).map { result.levels(at: place, in: $0) })
      })
    var farthest = 0.0
    for draw in 0..<draws {
      let common = (0..<years).reduce(into: [[Double]]()) { sums, year in
        let row = law.commonChanges[
          Self.row(2, year * 2, draw, seed: seed, of: law.commonChanges.count)]
        sums.append(zip(sums.last ?? [0, 0, 0], row).map { $0 + $1 })
      }
      let scores = Self.scores(
        paths,
        shocks: { year, j, unit in
          switch law.shocks {
          case .drawn(let rows):
            return rows[
              Self.row(1, year * (units + units % 2) + unit, draw, seed: seed, of: rows.count)][j]
          case .normal(let factor):
            let first = draw * years * stride + year * stride + unit * Self.indicators
            return (0...j).reduce(0) { $0 + factor[j][$1] * normals[first + $1] }
          }
        }, common: common)
      for year in 0..<years {
        for (unit, rank) in Ranking(tolerance: 0).ranks(of: scores[year]).enumerated() {
          counts[year][unit][rank - 1] += 1
        }
        farthest = max(farthest, abs(watched[year][draw] - scores[year][units - 1]))
        for place in places {
          var others = scores[year]
          others.remove(at: place.unit)
          let level = others.sorted(by: >)[place.place - 1]
          farthest = max(farthest, abs((levels[place]?[year][draw] ?? .infinity) - level))
        }
      }
    }
    let areEqual = result.years.map { $0.ranks.map(\.counts) } == counts
    #expect(areEqual)
    #expect(farthest < 1e-12, "sums of at most nine terms below 100")
  }

  @Test func theSameBytesComeOnAnyNumberOfThreads() {
    let paths = Self.paths(Self.law(units: 20, years: 3, seed: 5))
    let one = paths.ranks(draws: 5000, watching: [3], replicates: Replicates(seed: 9, threads: 1))
    let four = paths.ranks(draws: 5000, watching: [3], replicates: Replicates(seed: 9, threads: 4))
    #expect(one.years == four.years)
    #expect(one.scores(of: 3, in: 2) == four.scores(of: 3, in: 2))
    // The first of more draws are the same.
    let fewer = paths.ranks(draws: 77, watching: [3], replicates: Replicates(seed: 9))
    #expect(fewer.scores(of: 3, in: 1) == Array(one.scores(of: 3, in: 1).prefix(77)))
  }

  @Test func heldRangesLetScoresGoBeyondTheirEnds() {
    var law = PathLaw(
      values: [[0, 12], [5, 5], [5, 5]], years: 1,
      shocks: .normal(factor: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    law[isShared: 0, 0, 0] = false
    let replicates = Replicates(seed: 1)
    let widened = Self.paths(law).ranks(draws: 1, watching: [1], replicates: replicates)
    let held = Self.paths(law, isWidened: false)
      .ranks(draws: 1, watching: [1], replicates: replicates)
    // On 0...12 the first indicator scores 10, on 1...9 it scores 13.375; both others score 5.5.
    #expect(widened.scores(of: 1, in: 0) == [0.2 * 10 + 0.8 * 5.5])
    #expect(abs(held.scores(of: 1, in: 0)[0] - (0.2 * 13.375 + 0.8 * 5.5)) < 1e-14)
  }

  @Test func sumsAreThoseOfTheScoresWrittenDown() {
    let law = Self.law(units: 2, years: 2, seed: 11)
    let draws = 20_000
    let result = Self.paths(law, isWidened: false)
      .ranks(draws: draws, watching: [0], replicates: Replicates(seed: 3))
    #expect(result.years.count == 2 && result.draws == draws)
    let first = result.scores(of: 0, in: 0)
    // The sums of the kernel are those of the scores written down, but for rounding in another order.
    let mean = first.reduce(0, +) / Double(draws)
    #expect(abs(mean - result.years[0].means[0]) < 1e-10)
  }
}

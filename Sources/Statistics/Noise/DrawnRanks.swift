import CKernels

/// Ranks and scores of units in draws of their errors.
public struct DrawnRanks: Sendable, Hashable {
  /// The number of draws.
  public let draws: Int
  /// How often each unit had each rank.
  public let ranks: [RankDistribution]
  /// The mean of each unit's scores.
  public let means: [Double]
  /// The standard deviation of each unit's scores, with the number of draws in the denominator.
  public let standardDeviations: [Double]

  /// The standard error of a unit's mean score: the standard deviation over the root of the draws.
  ///
  /// - Parameter unit: the number of the unit.
  /// - Returns: how far the mean would scatter if all draws were made anew.
  public func meanError(of unit: Int) -> Double {
    standardDeviations[unit] / Double(draws).squareRoot()
  }

  /// Adds up the tallies of chunks in their order.
  init(_ tallies: [RankTally], draws: Int, centres: [Double]) {
    self.init(
      counts: RankTally.totals(tallies.map(\.counts), count: centres.count * centres.count),
      sums: tallies.map(\.sums), squares: tallies.map(\.squares), draws: draws, centres: centres)
  }

  /// Takes counts, rank by rank, and the sums of chunks in their order.
  init(
    counts: [Int], sums chunkSums: [[Double]], squares chunkSquares: [[Double]], draws: Int,
    centres: [Double]
  ) {
    let units = centres.count
    self.draws = draws
    ranks = RankTally.distributions(counts, units: units)
    let lanes = MINHBACH_LANES
    var sums = [Double](repeating: 0, count: units)
    var squares = sums
    for (chunkSums, chunkSquares) in zip(chunkSums, chunkSquares) {
      for place in chunkSums.indices {
        sums[place / lanes] += chunkSums[place]
        squares[place / lanes] += chunkSquares[place]
      }
    }
    let offsets = sums.map { $0 / Double(draws) }
    means = zip(centres, offsets).map { $0 + $1 }
    standardDeviations = zip(squares, offsets).map {
      max(0, $0 / Double(draws) - $1 * $1).squareRoot()
    }
  }
}

/// What a chunk of draws adds to, of one year or of several, one after the other.
struct RankTally: Sendable {
  /// How often each unit had each rank: rank by rank.
  private(set) var counts: [UInt32]
  /// Of each unit, for eight draws side by side, the sum of its scores less the centre.
  private(set) var sums: [Double]
  /// The sum of the squares of the same.
  private(set) var squares: [Double]

  init(units: Int, years: Int = 1) {
    counts = [UInt32](repeating: 0, count: years * units * units)
    sums = [Double](repeating: 0, count: years * units * MINHBACH_LANES)
    squares = sums
  }

  /// The length of a chunk of draws: by the units alone, so that the counts of many units stay few.
  static func chunk(units: Int) -> Int { 2048 * max(1, units * units / 4096) }

  /// Lends the numbers to the kernel.
  mutating func withSums(_ body: (UnsafePointer<minhbach_rank_sums>) -> Void) {
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        unsafe squares.withUnsafeMutableBufferPointer { squares in
          var result = unsafe minhbach_rank_sums(
            counts: counts.baseAddress, sums: sums.baseAddress, squares: squares.baseAddress)
          unsafe body(&result)
        }
      }
    }
  }

  /// The counts of chunks added up.
  ///
  /// - Parameters:
  ///   - chunks: counts, each of the same things.
  ///   - count: of how many things.
  /// - Returns: a number for each; zeros of no chunk.
  static func totals(_ chunks: [[some FixedWidthInteger]], count: Int) -> [Int] {
    var totals = [Int](repeating: 0, count: count)
    for counts in chunks {
      for place in totals.indices { totals[place] += Int(counts[place]) }
    }
    return totals
  }

  /// The distributions of units' ranks.
  ///
  /// - Parameters:
  ///   - counts: how often each unit had each rank: rank by rank.
  ///   - units: the number of units.
  /// - Returns: a distribution per unit.
  static func distributions(_ counts: [Int], units: Int) -> [RankDistribution] {
    (0..<units).map { unit in
      RankDistribution(counts: (0..<units).map { counts[$0 * units + unit] })
    }
  }
}

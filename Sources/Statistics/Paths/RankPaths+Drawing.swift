import CKernels

extension RankPaths {
  /// What a chunk of draws adds to, and what is written down of it.
  struct Tally: Sendable {
    /// Ranks and sums, one year after the other.
    var ranks: RankTally
    /// Scores of watched units: unit, year, draw.
    var scores: [Double]
    /// Scores at places among others: place, year, draw.
    var levels: [Double]
    /// The number of draws.
    let draws: Int
  }

  /// The numbers of the indicators and the law as the kernel reads them.
  struct Numbers: Sendable {
    let minima, maxima, lowest, highest, spans, starts: [Double]
    let isWidened: [UInt8]
    /// The lower triangle that correlates shocks, row by row; empty where shocks are drawn.
    let correlation: [Double]
    /// Rows of shocks; empty where they are normal.
    let shocks: [Double]
    let commons: [Double]
    /// The scores of the means: year, unit.
    let centres: [Double]
    /// Between what all scores lie while ranges take in all figures.
    let least, most: Double

    init(_ indicators: [Indicator], _ law: PathLaw) {
      minima = indicators.map(\.range.lowerBound)
      maxima = indicators.map(\.range.upperBound)
      lowest = indicators.map(\.limits.lowerBound)
      highest = indicators.map(\.limits.upperBound)
      spans = indicators.map(\.span)
      starts = indicators.map(\.start)
      isWidened = indicators.map { $0.isWidened ? 1 : 0 }
      commons = law.commonChanges.flatMap(\.self)
      switch law.shocks {
      case .normal(let factor):
        correlation = factor.flatMap(\.self)
        shocks = []
      case .drawn(let rows):
        correlation = []
        shocks = rows.flatMap(\.self)
      }
      var centres = [Double](repeating: 0, count: law.years * law.units)
      for year in 0..<law.years {
        for (number, indicator) in indicators.enumerated() {
          for unit in 0..<law.units {
            let value = law[mean: year, number, unit]
            let limits = indicator.limits
            centres[year * law.units + unit] += indicator.score(
              min(max(value, limits.lowerBound), limits.upperBound))
          }
        }
      }
      self.centres = centres
      least = zip(starts, spans).reduce(0) { $0 + $1.0 + min($1.1, 0) }
      most = zip(starts, spans).reduce(0) { $0 + $1.0 + max($1.1, 0) }
    }
  }

  /// Draws a chunk.
  func tally(_ draws: Range<Int>, watched: [Int], places: [Place], seed: UInt64) -> Tally {
    let (units, years) = (law.units, law.years)
    var tally = Tally(
      ranks: RankTally(units: units, years: years),
      scores: [Double](repeating: 0, count: watched.count * years * draws.count),
      levels: [Double](repeating: 0, count: places.count * years * draws.count),
      draws: draws.count)
    let size = units * indicators.count
    var room = [Double](
      repeating: 0,
      count: MINHBACH_LANES * (4 * units + size * (years + 1) + 3 * indicators.count + 8))
    let watchedUnits = watched.map(Int32.init)
    let pairs = places.flatMap { [Int32($0.unit), Int32($0.place)] }
    unsafe tally.ranks.withSums { sums in
      unsafe withRanked(seed: seed) { ranked in
        unsafe withPaths { paths in
          unsafe tally.scores.withUnsafeMutableBufferPointer { scores in
            unsafe tally.levels.withUnsafeMutableBufferPointer { levels in
              unsafe watchedUnits.withUnsafeBufferPointer { watchedUnits in
                unsafe pairs.withUnsafeBufferPointer { pairs in
                  var records = unsafe minhbach_path_records(
                    units: watchedUnits.baseAddress, unit_count: watchedUnits.count,
                    scores: scores.baseAddress, places: pairs.baseAddress,
                    place_count: pairs.count / 2, levels: levels.baseAddress, stride: draws.count)
                  unsafe minhbach_rank_paths(
                    ranked, paths, UInt64(draws.lowerBound), draws.count, sums, &records, &room)
                }
              }
            }
          }
        }
      }
    }
    return tally
  }
}

import CKernels

/// Some of the draws of paths, in a form that joins with the others to the same bytes as if all had been drawn at once.
///
/// Ranks are counted, and counts add up without error. Sums of scores do not: they are kept chunk by chunk, and added
/// up in the order of the chunks when all are there. A chunk belongs to the range in which it begins, so that any
/// ranges that follow one another hold each chunk once.
public struct PartialPaths: Sendable {
  /// The replicates that were asked for.
  public let replicates: Range<Int>
  /// The draws of the chunks that begin among them.
  public let draws: Int
  /// The number of units.
  let units: Int
  /// The number of years.
  let years: Int
  /// The units whose scores are written down.
  let watched: [Int]
  /// The places among others whose scores are.
  let places: [RankPaths.Place]
  /// How often each unit had each rank: year, rank, unit.
  let counts: [Int]
  /// Sums of scores less their centres, chunk by chunk: year, unit, lane.
  let sums: [[Double]]
  /// The same of their squares.
  let squares: [[Double]]
  /// Scores of watched units: unit, year, draw.
  let scores: [Double]
  /// Scores at places among others: place, year, draw.
  let levels: [Double]
}

extension RankPaths {
  /// The draws of the chunks that begin in a range.
  ///
  /// - Parameters:
  ///   - range: numbers of draws.
  ///   - draws: how many there are in all.
  /// - Returns: a range that begins where a chunk begins, and ends so or with the last draw.
  func chunked(_ range: Range<Int>, of draws: Int) -> Range<Int> {
    let length = RankTally.chunk(units: law.units)
    func next(_ draw: Int) -> Int { min(draws, (draw + length - 1) / length * length) }
    return next(range.lowerBound)..<next(range.upperBound)
  }

  /// Draws some of the paths.
  ///
  /// - Parameters:
  ///   - range: the numbers of the replicates.
  ///   - draws: how many there are in all.
  ///   - watched: units whose scores are written down, draw by draw.
  ///   - places: places among others whose scores are written down.
  ///   - replicates: what they are repeated by, and how many threads work.
  /// - Returns: what joins with the rest.
  /// - Precondition: the range lies among the draws; units and places are some that there are.
  public func part(
    _ range: Range<Int>, of draws: Int, watching watched: [Int] = [], places: [Place] = [],
    replicates: Replicates
  ) -> PartialPaths {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= draws, "a part is one of the draws there are")
    precondition(
      watched.allSatisfy((0..<law.units).contains)
        && places.allSatisfy {
          (0..<law.units).contains($0.unit) && (1..<law.units).contains($0.place)
        }, "there is no such unit or place")
    let drawn = chunked(range, of: draws)
    let tallies = replicates.chunks(of: drawn, length: RankTally.chunk(units: law.units)) { chunk in
      tally(chunk, watched: watched, places: places, seed: replicates.seed)
    }
    func joined(_ rows: Int, _ numbers: (Tally) -> [Double]) -> [Double] {
      Self.joined(rows: rows * law.years, tallies.map { ($0.draws, numbers($0)) })
    }
    return PartialPaths(
      replicates: range, draws: drawn.count, units: law.units, years: law.years, watched: watched,
      places: places,
      counts: RankTally.totals(
        tallies.map(\.ranks.counts), count: law.years * law.units * law.units),
      sums: tallies.map(\.ranks.sums), squares: tallies.map(\.ranks.squares),
      scores: joined(watched.count) { $0.scores }, levels: joined(places.count) { $0.levels })
  }

  /// Puts parts together.
  ///
  /// - Parameter parts: parts of these paths that hold all draws, in their order.
  /// - Returns: ranks and scores; the same bytes however they were cut.
  /// - Precondition: there is a draw, and each part begins where the one before it ends, and keeps the same.
  public func joined(_ parts: [PartialPaths]) -> DrawnPaths {
    precondition(
      zip(parts, parts.dropFirst()).allSatisfy {
        $0.replicates.upperBound == $1.replicates.lowerBound && $0.watched == $1.watched
          && $0.places == $1.places
      } && parts.first?.replicates.lowerBound == 0, "parts follow one another from the first draw")
    return DrawnPaths(parts, law: law, centres: numbers.centres)
  }

  /// Lays rows of numbers, draw by draw, behind one another.
  static func joined(rows: Int, _ pieces: [(draws: Int, numbers: [Double])]) -> [Double] {
    if pieces.count == 1 { return pieces[0].numbers }
    let draws = pieces.reduce(0) { $0 + $1.draws }
    var all = [Double](repeating: 0, count: rows * draws)
    var first = 0
    for piece in pieces {
      for row in 0..<rows {
        let start = row * draws + first
        all.replaceSubrange(
          start..<start + piece.draws,
          with: piece.numbers[row * piece.draws..<(row + 1) * piece.draws])
      }
      first += piece.draws
    }
    return all
  }

  /// All numbers that draws are made from: paths with the same ones give the same draws.
  public var determinants: [Double] {
    let numbers = indicators.flatMap { indicator -> [Double] in
      let ranges = [indicator.output, indicator.range, indicator.limits]
      return [indicator.weight, indicator.isRising ? 1 : 0, indicator.isWidened ? 1 : 0]
        + ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    return [Double(law.units), Double(law.years), tolerance] + numbers + law.determinants
  }
}

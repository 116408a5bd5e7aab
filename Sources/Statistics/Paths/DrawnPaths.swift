import CKernels

/// Ranks and scores of units year by year, in draws of how their figures move.
public struct DrawnPaths: Sendable {
  /// The number of draws.
  public let draws: Int
  /// Ranks and scores, year by year.
  public let years: [DrawnRanks]
  /// The units whose scores are written down.
  public let watched: [Int]
  /// The places among others whose scores are.
  public let places: [RankPaths.Place]
  private let scores: [Double]
  private let levels: [Double]

  /// Puts the chunks together, in their order.
  init(
    _ tallies: [RankPaths.Tally], law: PathLaw, centres: [Double], draws: Int, watched: [Int],
    places: [RankPaths.Place]
  ) {
    self.draws = draws
    self.watched = watched
    self.places = places
    years = (0..<law.years).map { year in
      DrawnRanks(
        tallies.map { $0.ranks.year(year, of: law.years) }, draws: draws,
        centres: Array(centres[year * law.units..<(year + 1) * law.units]))
    }
    func joined(_ rows: Int, _ part: (RankPaths.Tally) -> [Double]) -> [Double] {
      var all = [Double](repeating: 0, count: rows * draws)
      var first = 0
      for tally in tallies {
        let numbers = part(tally)
        for row in 0..<rows {
          let start = row * draws + first
          all.replaceSubrange(
            start..<start + tally.draws,
            with: numbers[row * tally.draws..<(row + 1) * tally.draws])
        }
        first += tally.draws
      }
      return all
    }
    scores = joined(watched.count * law.years) { $0.scores }
    levels = joined(places.count * law.years) { $0.levels }
  }

  /// The scores of a watched unit in a year, draw by draw.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - year: the year, from zero.
  /// - Returns: one number per draw.
  /// - Precondition: the unit was watched.
  public func scores(of unit: Int, in year: Int) -> [Double] {
    guard let row = watched.firstIndex(of: unit) else {
      preconditionFailure("the unit was not watched")
    }
    return Array(
      scores[(row * years.count + year) * draws..<(row * years.count + year + 1) * draws])
  }

  /// The score at a place among the others in a year, draw by draw.
  ///
  /// - Parameters:
  ///   - place: one of those that were asked for.
  ///   - year: the year, from zero.
  /// - Returns: one number per draw.
  /// - Precondition: the place was asked for.
  public func levels(at place: RankPaths.Place, in year: Int) -> [Double] {
    guard let row = places.firstIndex(of: place) else {
      preconditionFailure("the place was not asked for")
    }
    return Array(
      levels[(row * years.count + year) * draws..<(row * years.count + year + 1) * draws])
  }
}

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

  /// Puts parts together that follow one another.
  init(_ parts: [PartialPaths], law: PathLaw, centres: [Double]) {
    let draws = parts.reduce(0) { $0 + $1.draws }
    self.draws = draws
    watched = parts.first?.watched ?? []
    places = parts.first?.places ?? []
    let totals = RankTally.totals(
      parts.map(\.counts), count: law.years * law.units * law.units)
    let (sums, squares) = (parts.flatMap(\.sums), parts.flatMap(\.squares))
    years = (0..<law.years).map { year in
      func part<Number>(_ numbers: [Number]) -> [Number] {
        Array(numbers[year * numbers.count / law.years..<(year + 1) * numbers.count / law.years])
      }
      return DrawnRanks(
        counts: part(totals), sums: sums.map(part), squares: squares.map(part), draws: draws,
        centres: part(centres))
    }
    scores = RankPaths.joined(
      rows: watched.count * law.years, parts.map { ($0.draws, $0.scores) })
    levels = RankPaths.joined(
      rows: places.count * law.years, parts.map { ($0.draws, $0.levels) })
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

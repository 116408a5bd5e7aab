public import Panels
public import Statistics

/// Drawn futures of all provinces.
public struct Futures: Sendable {
  /// The provinces, in the order of the panel.
  public let provinces: [Province]
  /// The years to come.
  public let years: ClosedRange<Int>
  private let drawn: DrawnPaths

  init(_ drawn: DrawnPaths, of history: RivalHistory, years: ClosedRange<Int>) {
    provinces = history.provinces
    self.years = years
    self.drawn = drawn
  }

  /// The number of draws.
  public var draws: Int { drawn.draws }

  /// How often a province has each rank in a year.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: one of the years.
  /// - Returns: the ranks of all draws.
  /// - Precondition: the province is scored, and the year is one of them.
  public func ranks(of province: Province, in year: Int) -> RankDistribution {
    drawn.years[place(of: year)].ranks[unit(province)]
  }

  /// The mean and the standard deviation of a province's score in a year.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: one of the years.
  /// - Returns: over all draws.
  /// - Precondition: the province is scored, and the year is one of them.
  public func score(
    of province: Province, in year: Int
  ) -> (mean: Double, standardDeviation: Double) {
    let ranks = drawn.years[place(of: year)]
    return (ranks.means[unit(province)], ranks.standardDeviations[unit(province)])
  }

  /// The scores of a watched province in a year, draw by draw.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: one of the years.
  /// - Returns: one number per draw.
  /// - Precondition: the province was watched.
  public func scores(of province: Province, in year: Int) -> [Double] {
    drawn.scores(of: unit(province), in: place(of: year))
  }

  /// The score at a place among all but a province in a year, draw by draw.
  ///
  /// - Parameters:
  ///   - place: the place, 1 for the highest score.
  ///   - province: who is left out.
  ///   - year: one of the years.
  /// - Returns: one number per draw.
  /// - Precondition: the place was asked for.
  public func levels(at place: Int, among province: Province, in year: Int) -> [Double] {
    drawn.levels(at: RankPaths.Place(among: unit(province), place), in: self.place(of: year))
  }

  private func unit(_ province: Province) -> Int {
    guard let unit = provinces.firstIndex(where: { $0.key == province.key }) else {
      preconditionFailure("\(province.nameVi) is not scored")
    }
    return unit
  }

  private func place(of year: Int) -> Int {
    precondition(years.contains(year), "the year is not among those drawn")
    return year - years.lowerBound
  }
}

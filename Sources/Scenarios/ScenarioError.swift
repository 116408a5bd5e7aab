/// What can be wrong with a question about the future.
public enum ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No indicator has two consecutive years to learn its yearly variation from.
  case noHistory(subindex: String, year: Int)
  /// All provinces have the same figure, and positions among them cannot be told.
  case allAlike(indicator: String, year: Int)
  /// The goal lies outside the ranks there are.
  case noSuchRank(Int, provinces: Int)
  /// So many places cannot be gained from where the province stands.
  case noSuchGain(Int, rank: Int)
  /// The place lies outside those there are in a region.
  case noSuchPlace(Int, region: String, provinces: Int)
  /// No region is told of the province.
  case noRegion(province: String)
  /// The score lies outside the scale.
  case noSuchScore(Double, scale: ClosedRange<Double>)
  /// An indicator that is no part of the rule.
  case noSuchIndicator(String, known: [String])
  /// No change of an indicator in its steps leads to the values it must have.
  case noStep(indicator: String)
  /// More indicators must be changed than may be.
  case tooManyForced(Int, atMost: Int)
  /// What must be changed at least breaks a condition.
  case brokenCondition(String)
  /// The final year is farther away than a plan can be.
  case tooFar(Int, last: Int)
  /// The final year is not after the first.
  case noTime(from: Int, to: Int)
  /// No past year serves for a forecast.
  case noForecast(from: Int, through: Int)
  /// No two consecutive years can tell how an answer held.
  case noBacktest(from: Int?, through: Int?)

  public var description: String {
    switch self {
    case .noHistory(let subindex, let year):
      "no indicator of \(subindex) has figures for two consecutive years up to \(year), and yearly "
        + "variation cannot be told from one; take a later year, or figures that reach further back"
    case .allAlike(let indicator, let year):
      "all provinces have the same \(indicator) in \(year), so that how they move among one another cannot be "
        + "told; take another year or leave the indicator out of the rule"
    case .noSuchRank(let rank, let provinces):
      "rank \(rank) is not one of 1 to \(provinces)"
    case .noSuchGain(let count, let rank):
      rank == 1
        ? "rank 1 leaves no place to gain"
        : "\(count) places cannot be gained from rank \(rank); name 1 to \(rank - 1)"
    case .noSuchPlace(let place, let region, let provinces):
      "place \(place) is not one of 1 to \(provinces), the provinces of \(region)"
    case .noRegion(let province):
      "no region is told of \(province); name a rank instead"
    case .noSuchScore(let score, let scale):
      "a score of \(score) is not on the scale of \(scale.lowerBound) to \(scale.upperBound)"
    case .noSuchIndicator(let code, let known):
      "\"\(code)\" is no indicator of the rule; there are \(known.joined(separator: ", "))"
    case .noStep(let code):
      "no change of \(code) in its steps leads to the values it must have; take a smaller step, or wider "
        + "bounds"
    case .tooManyForced(let count, let atMost):
      "\(count) indicators must be changed by their least and most, and no more than \(atMost) may be"
    case .brokenCondition(let name):
      "the changes that least and most ask for break the condition \(name)"
    case .tooFar(let year, let last):
      "the final year \(year) is too far away; the last that can be planned for is \(last)"
    case .noTime(let from, let to):
      "the final year \(to) must come after \(from)"
    case .noForecast(let first, let last):
      "no forecast can be tried from \(first) to \(last): that takes a year with a rule and figures, past changes up to "
        + "it, and published scores of a later year that compare; widen the years"
    case .noBacktest(let first, let last):
      "no two consecutive years"
        + (first.map { " from \($0)" } ?? "") + (last.map { " to \($0)" } ?? "")
        + " have one exact rule, six indicators or more that all compare, and a year before them; "
        + "widen the years, or take figures that reach further back"
    }
  }
}

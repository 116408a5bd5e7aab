/// What can be wrong with a question about the future.
public enum ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No indicator has two consecutive years to learn its yearly variation from.
  case noHistory(subindex: String, year: Int)
  /// All provinces have the same figure, and positions among them cannot be told.
  case allAlike(indicator: String, year: Int)
  /// The goal lies outside the ranks there are.
  case noSuchRank(Int, provinces: Int)
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

/// What can be wrong with a question about the future.
public enum ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No indicator has two consecutive years to learn its yearly variation from.
  case noHistory(subindex: String, year: Int)
  /// The goal lies outside the ranks there are.
  case noSuchRank(Int, provinces: Int)
  /// The final year is not after the first.
  case noTime(from: Int, to: Int)

  public var description: String {
    switch self {
    case .noHistory(let subindex, let year):
      "no indicator of \(subindex) has figures for two consecutive years up to \(year); "
        + "ingest the workbook of the year before"
    case .noSuchRank(let rank, let provinces):
      "rank \(rank) is not one of 1 to \(provinces)"
    case .noTime(let from, let to):
      "the final year \(to) must come after \(from)"
    }
  }
}

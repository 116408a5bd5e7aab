public import Tables
import Panels

extension RankGap {
  /// The parts, one a row, in the order of the rule.
  ///
  /// Columns: year, against (`median`, or the other's name), part (`indicator`, `unexplained`),
  /// indicator, score_change and rank_change (what taking over the other's value adds to the score and to
  /// the number of the rank: negative is better), value_from and value_to, the median of all provinces,
  /// unit, and the scores and ranks of both, which every row repeats.
  public func table() -> Table {
    Table(
      title: "explain",
      columns: [
        "year", "against", "part", "indicator", "score_change", "rank_change", "value_from",
        "value_to", "median", "unit", "score_from", "score_to", "rank_from", "rank_to",
      ],
      rows: gap.parts.map { part in
        let code = part.cause.indicator
        return [
          Cell(rule.year), .text(other.name), .text(code == nil ? part.cause.name : "indicator"),
          .text(code ?? ""), .number(part.score), .number(part.rank), Cell(part.values?.from),
          Cell(part.values?.to), Cell(part.medians?.from),
          .text(code.flatMap { panel.indicator($0)?.unit.rawValue } ?? ""),
          .number(gap.from.score), .number(gap.to.score), Cell(gap.from.rank), Cell(gap.to.rank),
        ]
      },
      notes: notes())
  }
}

extension RankGap.Other {
  /// The name that tables have: that of the province, or `median`.
  public var name: String {
    switch self {
    case .province(let province): province.nameVi
    case .median: "median"
    }
  }
}

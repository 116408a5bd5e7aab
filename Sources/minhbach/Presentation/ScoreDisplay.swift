import Indices
import Reports
import Statistics
import Tables

extension Scoreboard {
  /// The scores as people read them, with what the rebuilding left over.
  func display(_ names: Names, ties: TieRule = .minimum) -> Table {
    let score = NumberFormat.decimals(4)
    let largest = largestDifference.map(NumberFormat.scientific)
    return Table(
      title: "\(rule.subindex) \(rule.year): scores by the rule beside the published ones",
      columns: ["rank", "province", "score", "published rank", "published score", "difference"],
      rows: zip(rows, ranks(ties: ties)).map { row, ranks in
        [
          .number(ranks.rank), .text(names.province(row.province)), .text(score.string(row.score)),
          Cell(ranks.published),
          row.publishedScore.map { .text(score.string($0)) } ?? .empty,
          row.difference.map { .text(NumberFormat.decimals(7).string($0)) } ?? .empty,
        ]
      },
      notes: largest.map { ["The largest difference is \($0)."] + notes } ?? notes)
  }
}

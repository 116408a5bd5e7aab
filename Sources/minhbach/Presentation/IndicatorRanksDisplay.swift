import Indices
import Panels
import Reports
import Tables

extension IndicatorRanks {
  /// The ranks as people read them, the columns numbered and named below.
  func display(_ names: Names) -> Table {
    let words = names.words
    let legend = zip(indicators, 1...).map { "\($0.1) \(names.indicator($0.0.code))" }
    return Table(
      title: words("\(names.subindex(subject.name)) \(year): ranks in every indicator"),
      columns: words.columns("rank", "province", "score") + indicators.indices.map { "\($0 + 1)" },
      rows: rows.map { row in
        [
          Cell(row.rank.map(Double.init)), .text(names.province(row.province)),
          row.score.map { .text(words.decimals(2).string($0)) } ?? .empty,
        ] + row.ranks.map { Cell($0.map(Double.init)) }
      },
      notes: [Phrase(verbatim: legend.joined(separator: "; ") + ".")] + notes)
  }
}

import Indices
import Panels
import Reports
import Tables

extension ConstantScore {
  /// A province's years one below the other, or the ranks of all in the last year.
  func display(of province: Province?, _ names: Names) -> Table {
    let (words, score) = (names.words, names.words.decimals(2))
    let notes = notes(naming: names.indicator)
    guard let province else {
      let years = Array(run.years)
      let last = rows.filter { $0.year == rule.year }
      return Table(
        title: words(
          "\(names.subindex(rule.subindex)): ranks by one definition, best of \(rule.year) first"),
        columns: words.columns("province") + years.map(String.init),
        rows: last.map { row in
          [.text(names.province(row.province))]
            + years.map { year in
              Cell(
                rows.first { $0.year == year && $0.province.key == row.province.key }
                  .map { Double($0.rank) })
            }
        }, notes: notes)
    }
    return Table(
      title: words(
        """
        \(names.province(province)), \(names.subindex(rule.subindex)): by one definition, \
        \(run.years.lowerBound)–\(run.years.upperBound)
        """),
      columns: words.columns(
        "year", "score", "rank", "of", "published score", "published rank"),
      rows: rows.filter { $0.province.key == province.key }.map { row in
        [
          Cell(row.year), .text(score.string(row.score)), Cell(row.rank), Cell(row.provinces),
          row.publishedScore.map { .text(score.string($0)) } ?? .empty,
          Cell(row.publishedRank.map(Double.init)),
        ]
      }, notes: notes)
  }
}

import Reports
import Scenarios
import Tables

extension RankTransitions {
  /// Base rates as people read them.
  func display(_ words: Words) -> Table {
    let share = words.percentage(decimals: 0)
    return Table(
      title: words(
        """
        Of the provinces at these ranks, the share among the first so many, years later
        """),
      columns: words.columns("ranks", "years later", "cases")
        + Self.goals.map { words("first \($0)") },
      rows: rows.map { row in
        [
          .text("\(row.from.lowerBound)–\(row.from.upperBound)"), Cell(row.years),
          Cell(row.cases),
        ] + Self.goals.map { .text(share.string(row.share(upTo: $0))) }
      },
      notes: [
        Phrase(
          """
          Published ranks inside years whose scores compare, whatever provinces did: what came \
          true without any model. Cases of one pair of years depend on one another.
          """)
      ])
  }
}

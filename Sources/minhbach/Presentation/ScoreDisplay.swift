import Indices
import Panels
import Reports
import Statistics
import Tables

extension Scoreboard {
  /// The scores as people read them, with what the rebuilding left over.
  func display(_ names: Names, ties: TieRule = .minimum) -> Table {
    let (words, score) = (names.words, names.words.decimals(4))
    return Table(
      title: words(
        """
        \(names.subindex(rule.subindex)) \(rule.year): scores by the rule beside the published ones
        """),
      columns: words.columns(
        "rank", "province", "score", "published rank", "published score", "difference"),
      rows: zip(rows, ranks(ties: ties)).map { row, ranks in
        [
          .number(ranks.rank), .text(names.province(row.province)), .text(score.string(row.score)),
          Cell(ranks.published),
          row.publishedScore.map { .text(score.string($0)) } ?? .empty,
          row.difference.map { .text(words.decimals(7).string($0)) } ?? .empty,
        ]
      },
      notes: largestDifference.map {
        [Phrase("The largest difference is \($0, .scientific).")] + notes
      } ?? notes)
  }
}

extension Table {
  /// The scores with their standard errors and the likely ranks.
  func adding(
    _ sampled: SampledAnswer, _ likely: [String: ClosedRange<Int>], to board: Scoreboard
  ) -> Table {
    var table = adding([
      (
        "standard_error",
        { row in Cell(sampled.ranks?.error(of: board.rows[row].province)) }
      ),
      ("likely_low", { Cell(likely[board.rows[$0].province.key].map { Double($0.lowerBound) }) }),
      ("likely_high", { Cell(likely[board.rows[$0].province.key].map { Double($0.upperBound) }) }),
    ])
    table.notes += sampled.notes
    return table
  }

  /// The same as people read it.
  func showing(
    _ sampled: SampledAnswer, _ likely: [String: ClosedRange<Int>], of board: Scoreboard,
    _ words: Words
  ) -> Table {
    var table = self
    table.notes += sampled.notes
    guard let ranks = sampled.ranks else { return table }
    table.notes.append(
      Phrase(
        """
        ± is the standard error of the score, for the firms that happened to be asked \
        (\(ranks.source)); likely ranks, at \(confidence: SampledRanks.level), are by shrunk \
        scores: 'minhbach ranks' tells more.
        """))
    let two = words.decimals(2)
    return table.adding(
      [
        (
          "±",
          { row in
            .text(ranks.error(of: board.rows[row].province).map { two.string($0) } ?? "–")
          }
        ),
        (
          words("likely ranks"),
          { row in
            .text(
              likely[board.rows[row].province.key].map { "\($0.lowerBound)–\($0.upperBound)" }
                ?? "–")
          }
        ),
      ], before: words("published rank"))
  }
}

import Indices
import Panels
import Scenarios
import Statistics
import Tables

extension ScenarioStudy {
  /// The futures as people read them.
  func display(_ names: Names) -> Table {
    let words = names.words
    let two = words.decimals(2)
    let isPlanned = !scenario.entries.isEmpty
    let chances: [String] =
      goals.isEmpty
      ? []
      : (goals.count > 1 ? words.columns("goal") : []) + words.columns("chance", "rivals held")
        + (isPlanned ? words.columns("without the scenario") : [])
    return Table(
      title: words(title),
      columns: words.columns("province", "year", "score", "90%", "rank", "90%", "rank, rivals held")
        + (isPlanned ? words.columns("rank without the scenario") : []) + chances,
      rows: rows.map { row in
        let rank = row.ranks.interval(0.9)
        return [
          .text(names.province(row.province)), Cell(row.year), .text(two.string(row.scores[2])),
          .text("\(two.string(row.scores[0]))–\(two.string(row.scores[4]))"),
          middle(row.ranks), .text("\(rank.lowerBound)–\(rank.upperBound)"),
          middle(row.heldRanks),
        ] + (isPlanned ? [middle(row.unplannedRanks)] : [])
          + (goals.isEmpty
            ? []
            : (goals.count > 1 ? [.text(row.goal.map { words($0.phrase) } ?? "")] : []) + [
              share(row.chance, words, withError: true), share(row.heldChance, words),
            ]
              + (isPlanned ? [share(row.unplannedChance, words)] : []))
      }, notes: readingNotes + notes())
  }

  private var title: Phrase {
    let year = history.rule.year
    let what =
      scenario.entries.isEmpty
      ? Phrase("Forecast from \(year): scores and ranks in \(draws) futures")
      : Phrase("Scenario from \(year): scores and ranks in \(draws) futures")
    return goals.count == 1 ? Phrase("\(what); the chance of \(goals[0].phrase)") : what
  }

  private func middle(_ ranks: RankDistribution) -> Cell {
    .text(NumberFormat.decimals(0).string(ranks.quantile(0.5)))
  }

  private func share(_ chance: SimulatedChance?, _ words: Words, withError: Bool = false) -> Cell {
    guard let chance else { return .empty }
    let percent = NumberFormat.percentage(decimals: 1)
    let share =
      withError
      ? Phrase("\(chance.probability, percent) ± \(chance.error, percent)")
      : Phrase("\(chance.probability, percent)")
    return .text(
      words(chance.within.map { Phrase("\(share) (within: \($0, percent))") } ?? share))
  }

  private var readingNotes: [Phrase] {
    let middle = Phrase(
      "Scores and ranks are the middle of the futures and what nine in ten lie between.")
    guard !goals.isEmpty else { return [middle] }
    let error = Phrase("The ± of a chance is the error that the number of futures leaves.")
    return [
      .sentences([middle, error]),
      scenario.entries.isEmpty
        ? nil
        : Phrase(
          """
          What rivals take away is the difference between the chance with rivals held and the chance; \
          what the scenario brings, that between the chance and the one without it.
          """),
    ].compactMap(\.self)
  }
}

import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ScenarioStudy {
  /// The futures as people read them.
  func display(_ names: Names) -> Table {
    let two = NumberFormat.decimals(2)
    let isPlanned = !scenario.entries.isEmpty
    let chances: [String] =
      goals.isEmpty
      ? []
      : (goals.count > 1 ? ["goal"] : []) + ["chance", "rivals held"]
        + (isPlanned ? ["without the scenario"] : [])
    return Table(
      title: title(names),
      columns: ["province", "year", "score", "90%", "rank", "90%", "rank, rivals held"]
        + (isPlanned ? ["rank without the scenario"] : []) + chances,
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
            : (goals.count > 1 ? [.text(row.goal?.words ?? "")] : []) + [
              share(row.chance, withError: true), share(row.heldChance),
            ]
              + (isPlanned ? [share(row.unplannedChance)] : []))
      }, notes: readingNotes + notes())
  }

  private func title(_ names: Names) -> String {
    let what = scenario.entries.isEmpty ? "Forecast" : "Scenario"
    let goal = goals.count == 1 ? "; the chance of \(goals[0].words)" : ""
    return "\(what) from \(history.rule.year): scores and ranks in \(draws) futures\(goal)"
  }

  private func middle(_ ranks: RankDistribution) -> Cell {
    .text(NumberFormat.decimals(0).string(ranks.quantile(0.5)))
  }

  private func share(_ chance: SimulatedChance?, withError: Bool = false) -> Cell {
    guard let chance else { return .empty }
    let percent = NumberFormat.percentage(decimals: 1)
    let within = chance.within.map { " (within: \(percent.string($0)))" } ?? ""
    return .text(
      percent.string(chance.probability)
        + (withError ? " ± \(percent.string(chance.error))" : "") + within)
  }

  private var readingNotes: [String] {
    [
      "Scores and ranks are the middle of the futures and what nine in ten lie between."
        + (goals.isEmpty
          ? "" : " The ± of a chance is the error that the number of futures leaves."),
      scenario.entries.isEmpty || goals.isEmpty
        ? nil
        : "What rivals take away is the difference between the chance with rivals held and the chance; what the "
          + "scenario brings, that between the chance and the one without it.",
    ].compactMap(\.self)
  }
}

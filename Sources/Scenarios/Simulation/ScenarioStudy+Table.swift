public import Tables

import Indices
import Panels
import Statistics

extension ScenarioStudy {
  /// The futures, a row for each province, year and goal.
  ///
  /// Columns: province, year; score_mean and its error, score_p05 … score_p95; rank_mean and its error, rank_p05 …
  /// rank_p95; held_rank_p05, held_rank_p50 and held_rank_p95, rivals held; unplanned_rank_p50, without the
  /// scenario; and where goals were named the goal, probability_target with its error, probability_within (of an interval of
  /// ranks), held_probability and unplanned_probability. Errors are those that the number of draws leaves.
  ///
  /// - Returns: a table with notes.
  public func table() -> Table {
    let shares = ["p05", "p25", "p50", "p75", "p95"]
    return Table(
      title: "simulate",
      columns: ["province", "year", "score_mean", "score_mean_error"]
        + shares.map { "score_\($0)" } + ["rank_mean", "rank_mean_error"]
        + shares.map { "rank_\($0)" }
        + [
          "held_rank_p05", "held_rank_p50", "held_rank_p95", "unplanned_rank_p50", "goal",
          "probability_target", "probability_target_error", "probability_within",
          "held_probability", "held_probability_error", "unplanned_probability",
          "unplanned_probability_error",
        ],
      rows: rows.map { row in
        [.text(row.province.nameVi), Cell(row.year), .number(row.mean.score)]
          + [.number(row.mean.error)] + row.scores.map { .number($0) }
          + [.number(row.ranks.mean), .number(row.ranks.meanError)]
          + Self.levels.map { .number(row.ranks.quantile($0)) }
          + [0.05, 0.5, 0.95].map { .number(row.heldRanks.quantile($0)) }
          + [
            .number(row.unplannedRanks.quantile(0.5)), .text(row.goal?.words ?? ""),
            Cell(row.chance?.probability),
            Cell(row.chance?.error), Cell(row.chance?.within), Cell(row.heldChance?.probability),
            Cell(row.heldChance?.error), Cell(row.unplannedChance?.probability),
            Cell(row.unplannedChance?.error),
          ]
      }, notes: notes())
  }

  /// What is worth knowing before the figures are believed.
  ///
  /// - Returns: sentences.
  public func notes() -> [Phrase] {
    let rule = history.rule
    let runs =
      ranges == .moving
      ? Phrase(
        """
        Runs under the rule of \(rule.year): its weights and indicators stay, and its ranges take in \
        new extremes.
        """)
      : Phrase(
        "Runs under the rule of \(rule.year): its weights and indicators stay, and its ranges.")
    return [
      .sentences([runs, breakNote].compactMap(\.self)), modelNote,
      Phrase("\(draws) futures; surveys to come ask as many firms as that of \(rule.year)."),
    ]
  }

  /// Known changes of method among the years to come.
  private var breakNote: Phrase? {
    let known = history.methodBreaks.filter(years.contains)
    guard !known.isEmpty else { return nil }
    return Phrase(
      """
      The index changed its method in \(known.map(\.description)): what was published from then on \
      does not compare.
      """)
  }

  private var modelNote: Phrase {
    switch model {
    case .panel:
      Phrase(
        """
        Rivals, and figures that nothing is set of, move by the panel regression: back towards the \
        mean and their own past, with the scatter of past changes.
        """)
    case .resampled:
      Phrase("Rivals, and figures that nothing is set of, move by past changes drawn again.")
    case .drift: Phrase("Rivals, and figures that nothing is set of, go on by their own trends.")
    case .held:
      Phrase(
        """
        Rivals, and figures that nothing is set of, stay where they are: intervals are far too narrow.
        """)
    }
  }
}

import Panels
import Plans
import Scenarios
import Tables

extension ProgressAnswer {
  /// What is to be read with the figures.
  ///
  /// - Parameter name: how an indicator is called.
  /// - Returns: sentences.
  func notes(_ name: (String) -> String) -> [Phrase] {
    [
      chanceNote, rankNote, withoutChance, laterNote,
      ReportingCalendar.Due.next(due, after: progress.date),
    ].compactMap(\.self) + overdueNotes(name) + statusNotes(name)
      + (checklist?.notes(on: progress.date) ?? [])
  }

  /// How lateness is told, and what is in none of the lines.
  private func statusNotes(_ name: (String) -> String) -> [Phrase] {
    let within = progress.lines.filter(\.isBehindWithinError).map {
      name($0.planned.indicator.code)
    }
    let unplanned = progress.unplanned.map { name($0.code) }
    return [
      Phrase(
        """
        Late: behind the path by more than sampling can explain at \(confidence: progress.level). The \
        path is linear between targets at the ends of years; each report is set beside the path of its \
        own day.
        """),
      progress.lines.contains { $0.standardError != nil }
        ? Phrase(
          """
          Errors are those that reports tell by firms or standard_error; else those of a survey as \
          large as PCI's of \(rivalYear).
          """) : nil,
      within.isEmpty
        ? nil : Phrase("Behind the path, but within sampling error: \(within, separator: "; ")."),
      unplanned.isEmpty
        ? nil : Phrase("Reported, but not in the plan: \(unplanned, separator: "; ")."),
      progress.laterReports == 0
        ? nil
        : Phrase(
          """
          \(counting: progress.laterReports, "report") of later days than \
          \(verbatim: progress.date) not counted.
          """),
    ].compactMap(\.self)
  }

  /// What was due and is not there; reports that lack the same indicators are told together.
  private func overdueNotes(_ name: (String) -> String) -> [Phrase] {
    var groups: [(indicators: [Indicator], due: [ReportingCalendar.Due])] = []
    for entry in calendar.map({ progress.overdue(by: $0) }) ?? [] {
      if let known = groups.firstIndex(where: { $0.indicators == entry.indicators }) {
        groups[known].due += entry.due
      } else {
        groups.append((entry.indicators, entry.due))
      }
    }
    return groups.map { group in
      let reports = group.due.map { due in
        Phrase("\(due.rule.period.phrase), before \(verbatim: due.before)")
      }
      let missing =
        group.indicators.count == plan.lines.count
        ? Phrase("every indicator")
        : .joined(group.indicators.map { Phrase(verbatim: name($0.code)) }, by: "; ")
      return Phrase("Overdue (\(reports, separator: "; ")): \(missing).")
    }
  }

  private var chanceNote: Phrase? {
    guard let chances, let goal = plan.goal else { return nil }
    let share = NumberFormat.percentage(decimals: 0)
    return Phrase(
      """
      \(goal.outcome) in the survey of \(plan.finalYear): \(chances.before.probability, share) without \
      the plan, \(chances.planned.probability, share) by it; \(chances.standing.probability, share) with \
      what is reported and nothing more, \(chances.projected.probability, share) if what is behind stays \
      as far behind and the rest is done (each ± \
      \(chances.standing.error, .percentage(decimals: 1)) for the number of futures). All figures, those \
      reported too, move from \(rivalYear) on by the model \(model.rawValue), what is planned comes on \
      top, and firms are sampled anew.
      """)
  }

  private var laterNote: Phrase? {
    laterYear.map { year in
      Phrase(
        """
        Rivals have moved since \(rivalYear): --year \(year) tells the chances among those of \(year).
        """)
    }
  }

  private var rankNote: Phrase? {
    guard let ranks else { return nil }
    return Phrase(
      """
      Among the others' scores of \(rivalYear), by that year's rule: rank \(ranks.before) before, \
      \(ranks.planned) by the plan; \(ranks.standing) with what is reported and nothing more, \
      \(ranks.projected) if what is behind stays as far behind and the rest is done.
      """)
  }
}

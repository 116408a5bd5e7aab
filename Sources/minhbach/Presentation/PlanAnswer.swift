import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity
import Tables

/// A plan with its chance, for programs and for people.
struct PlanAnswer {
  let plan: Plan
  /// The target in the plan's round numbers.
  let target: Target
  /// The chances of the goal; nil where no past years tell how rivals move.
  let odds: TargetOdds?
  /// Whether the goal is as likely as was asked for; nil where nothing was.
  let isProbable: Bool?
  /// How likely the goal was asked to be; nil for drawing level.
  let probability: Double?
  let sampled: SampledAnswer
  let agencies: Agencies
  let calendar: ReportingCalendar?
  let checklist: Checklist?
  let names: Names

  /// The chance of the goal in the last year.
  var chance: SimulatedChance? { odds?.chances.last }

  private var words: Words { names.words }

  /// The plan as a file holds it.
  func table() -> Table {
    var table = plan.table()
    table.notes = notes { $0 } + target.notes()
    return table
  }

  /// The plan as people read it: what moves first, most effort first, then what is held.
  func display() -> Table {
    let efforts = Dictionary(
      uniqueKeysWithValues: target.steps.map { ($0.component.indicator, $0.effort) })
    func effort(_ line: Plan.Line) -> Double { efforts[line.indicator.code] ?? 0 }
    let moved = plan.lines.filter { effort($0) > 0 }.sorted { effort($0) > effort($1) }
    let held = plan.lines.filter { effort($0) == 0 }
    var rows = moved.map { row($0, isHeld: false) } + held.map { row($0, isHeld: true) }
    let two = words.decimals(2)
    rows.append(
      [.text(words("score"))] + target.path.map { .text(two.string($0.score)) } + [.text("")])
    rows.append(
      [.text(words("rank, rivals held"))] + target.path.map { Cell($0.rank) } + [.text("")])
    if let odds {
      rows += odds.rows(of: target.goal, words).map { line in
        [.text(line.name), .text("")] + line.cells.map { .text($0) } + [.text("")]
      }
    }
    return Table(
      title: title,
      columns: words.columns("indicator") + target.path.map { "\($0.year)" }
        + words.columns("lead"),
      rows: rows, notes: notes(names.indicator) + target.notes(naming: names.indicator))
  }

  private var title: String {
    words(
      """
      \(names.province(target.province)): plan from rank \(target.standing.rank) in \
      \(plan.currentYear) to \(target.goal.phrase) by \(plan.finalYear) – \
      \(target.certificate.word)
      """)
  }

  private func row(_ line: Plan.Line, isHeld: Bool) -> [Cell] {
    let code = line.indicator.code
    let yearly = line.targets.map { target -> Cell in
      isHeld ? .text(words("hold")) : target.map { .text(names.value($0, of: code)) } ?? .empty
    }
    return [.text(names.indicator(code)), .text(names.value(line.current, of: code))] + yearly
      + [.text(line.assignment.lead.joined(separator: "; "))]
  }

  /// What is worth knowing of the plan, its agencies and dates.
  private func notes(_ name: (String) -> String) -> [Phrase] {
    let next = calendar.flatMap {
      ReportingCalendar.Due.next($0.due(after: plan.begin, on: plan), after: plan.begin)
    }
    return (odds.map { target.notes(on: $0) } ?? [])
      + sampled.notes(on: target.province) + [deadlineNote] + agencyNotes(name)
      + [next].compactMap(\.self) + (checklist?.notes(on: plan.deadlines.upperBound) ?? [])
  }

  private var deadlineNote: Phrase {
    let deadline = plan.lines.first.map { "\($0.deadline)" } ?? "–"
    return Phrase(
      "The last targets are due by \(deadline), those of other years by the year's end.")
  }

  private func agencyNotes(_ name: (String) -> String) -> [Phrase] {
    guard !agencies.names.isEmpty else {
      return [
        Phrase("No agencies are known: name a table with --agencies, or those of another province.")
      ]
    }
    let supports = plan.supports.map { agency, indicators in
      "\(agency) (\(indicators.count))"
    }
    let unled = plan.unled.map { name($0.code) }
    let foreign = agencies.indicators.filter { plan[$0] == nil }.map(name)
    return [
      supports.isEmpty
        ? nil
        : Phrase("In support, with the number of indicators: \(supports, separator: "; ")."),
      unled.isEmpty ? nil : Phrase("Nobody leads: \(unled, separator: "; ")."),
      agencies.supportingOnly.isEmpty
        ? nil : Phrase("They lead nothing: \(agencies.supportingOnly, separator: "; ")."),
      foreign.isEmpty
        ? nil
        : Phrase("Agencies answer for what the plan does not have: \(foreign, separator: "; ")."),
    ].compactMap(\.self)
  }
}

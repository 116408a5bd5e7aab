import Panels
import Plans
import Reports
import Scenarios
import Tables

/// How a plan stands, for programs and for people.
struct ProgressAnswer {
  let progress: Progress
  /// The chance of the goal; nil where the plan has none, or it is not known.
  let chances: PlanOutlook<SimulatedChance>?
  /// The rank by the rule of the plan's current year, rivals held still; nil where that is not known.
  let ranks: PlanOutlook<Int>?
  /// Why the chance is not known.
  let withoutChance: Phrase?
  /// The year of the rivals and the rule.
  let rivalYear: Int
  /// How rivals move from then on.
  let model: RivalModelChoice
  /// A later year whose survey was published by the day, if its figures are at hand.
  let laterYear: Int?
  let calendar: ReportingCalendar?
  let checklist: Checklist?
  let names: Names

  private var words: Words { names.words }
  var plan: Plan { progress.plan }

  /// The reports that come next.
  var due: [ReportingCalendar.Due] {
    calendar?.due(after: progress.date, on: plan) ?? []
  }

  /// The figures, with the day before which the next report is due.
  func table() -> Table {
    var table = progress.table().adding([
      ("next_report", { _ in due.first.map { .text("\($0.before)") } ?? .empty })
    ])
    table.notes = notes { $0 }
    return table
  }

  /// The plan as people read it: what is late first, then what nobody reported.
  func display() -> Table {
    let order: [Progress.Status] = [.late, .notReported, .onCourse, .reached]
    return Table(
      title: title,
      columns: words.columns("indicator", "status", "actual", "path", "target", "date", "lead"),
      rows: order.flatMap { status in
        progress.lines.filter { $0.status == status }.map(row)
      }, notes: notes(names.indicator))
  }

  private var title: String {
    let counts = [Progress.Status.reached, .onCourse, .late, .notReported]
      .map { Phrase("\(progress.count($0)) \($0.phrase)") }
    let province = names.province(plan.province)
    return words(
      plan.goal.map {
        Phrase(
          """
          \(province), \(verbatim: progress.date): the plan to \($0.phrase) by \
          \(plan.finalYear) – \(counts)
          """)
      } ?? Phrase("\(province), \(verbatim: progress.date): the plan – \(counts)"))
  }

  private func row(_ line: Progress.Line) -> [Cell] {
    let code = line.planned.indicator.code
    return [
      .text(names.indicator(code)), .text(words(line.status.phrase)),
      line.report.map { .text(names.value($0.value, of: code)) } ?? .empty,
      .text(names.value(line.pathValue, of: code)),
      .text(names.value(line.planned.target, of: code)),
      line.report.map { .text("\($0.date)") } ?? .empty,
      .text(line.planned.assignment.lead.joined(separator: "; ")),
    ]
  }
}

import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables

extension TargetAnswer {
  private var words: Words { names.words }
  private var score: NumberFormat { words.decimals(2) }

  /// The plans as people read them: in round numbers, one line per indicator, one column per year.
  var display: Table {
    let plan = rounded[0].target
    let isSingle = plans.count == 1
    var rows: [[Cell]] = []
    for (number, plan) in rounded.enumerated() {
      rows += lines(of: plan, number: isSingle ? nil : number + 1)
    }
    let width = plan.path.count + 3
    let moved = plan.steps.contains { $0.effort > 0 }
    return Table(
      title: title(of: plan),
      columns: words.columns("indicator") + plan.path.map { "\($0.year)" }
        + words.columns("effort", "limit"),
      rows: rows.map { $0 + Array(repeating: .empty, count: width - $0.count) },
      notes: notes(of: rounded[0], best.notes(naming: names.indicator))
        + (isSingle ? [] : [severalNote])
        + (moved
          ? [Phrase("Values are in round numbers; --format csv gives the exact least effort.")]
          : [])
    )
  }

  private func title(of plan: Target) -> String {
    let path = Phrase(
      """
      \(names.province(plan.province)): from rank \(plan.standing.rank) in \(plan.rule.year) to \
      \(plan.goal.phrase) by \(plan.finalYear)
      """)
    return words(
      probability.map {
        Phrase("\(path), sure to \($0, .percentage(decimals: 0)) – \(best.certificate.word)")
      } ?? Phrase("\(path) – \(best.certificate.word)"))
  }

  private var severalNote: Phrase {
    Phrase(
      """
      Each plan needs the least of all that do without an indicator of every plan before it; what is \
      held is listed once. The notes are on the first.
      """)
  }

  /// The lines of one plan; of one among several only what it changes.
  private func lines(of plan: Plan, number: Int?) -> [[Cell]] {
    let target = plan.target
    let moved = target.steps.filter { $0.effort > 0 }.sorted { $0.effort > $1.effort }
    let held = target.steps.filter { $0.effort == 0 }
    let path = target.path
    let head: [[Cell]] =
      number.map { [[.text(heading(of: $0))] + Array(repeating: .text(""), count: path.count + 2)] }
      ?? []
    let totals: [[Cell]] = [
      [.text(words("score"))] + path.map { .text(score.string($0.score)) } + [
        .text(score.string(target.effort)), .empty,
      ],
      [.text(words("rank, rivals held"))] + path.map { Cell($0.rank) } + [.empty, .empty],
    ]
    return head + (moved + (number == nil ? held : [])).map { line(of: $0, in: target) } + totals
      + chances(of: plan)
  }

  /// What stands above one plan among several.
  private func heading(of number: Int) -> String {
    let plan = plans[number - 1].target
    // How much less or more it is must not rest on round numbers.
    let times = relativeEffort(plan, to: best)
    let name =
      number > 1
      ? Phrase("Plan \(number): \(times, .decimals(2)) times the effort") : Phrase("Plan \(number)")
    return words(plan.certificate == .optimal ? name : Phrase("\(name), not proved"))
  }

  private func chances(of plan: Plan) -> [[Cell]] {
    (plan.odds?.rows(of: plan.target.goal, words) ?? []).map { line in
      [.text(line.name), .text("")] + line.cells.map { .text($0) }
    }
  }

  private func line(of step: Target.Step, in target: Target) -> [Cell] {
    let code = step.component.indicator
    let years = target.years
    let yearly = (1...years).map { elapsed -> Cell in
      step.effort == 0
        ? .text(step.isLocked ? words("locked") : words("hold"))
        : .text(names.value(step.value(after: elapsed, of: years), of: code))
    }
    return [.text(names.indicator(code)), .text(names.value(step.value, of: code))] + yearly + [
      .text(score.string(step.effort)),
      .text(names.value(step.limit, of: code)),
    ]
  }
}

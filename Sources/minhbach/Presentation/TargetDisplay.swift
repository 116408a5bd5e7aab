import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Tables

extension Target {
  /// The plan as people read it: in round numbers, one line per indicator, one column per year.
  func display(_ names: Names, _ odds: TargetOdds?, _ sampled: SampledAnswer) -> Table {
    let plan = rounded(to: names.grid)
    let score = NumberFormat.decimals(2)
    let moved = plan.steps.filter { $0.effort > 0 }.sorted { $0.effort > $1.effort }
    let held = plan.steps.filter { $0.effort == 0 }
    let path = plan.path
    return Table(
      title: "\(names.province(province)): from rank \(standing.rank) in \(rule.year) to rank "
        + "\(goal) or better by \(finalYear) – \(certificate.rawValue)",
      columns: ["indicator"] + path.map { "\($0.year)" } + ["effort", "limit"],
      rows: (moved + held).map { row($0, names) } + [
        [.text("score")] + path.map { .text(score.string($0.score)) } + [
          .text(score.string(plan.effort)), .empty,
        ],
        [.text("rank")] + path.map { Cell($0.rank) } + [.empty, .empty],
      ] + (odds.map { [row(of: $0)] } ?? []),
      notes: (odds.map { [note(on: $0)] } ?? []) + sampled.notes(on: province)
        + notes(naming: names.indicator)
        + (moved.isEmpty
          ? [] : ["Values are in round numbers; --format csv gives the exact least effort."]))
  }

  private func row(of odds: TargetOdds) -> [Cell] {
    let share = NumberFormat.percentage(decimals: 0)
    return [.text("chance of \(goal)")] + odds.path.map { .text(share.string($0)) }
      + [.empty, .empty]
  }

  private func row(_ step: Step, _ names: Names) -> [Cell] {
    let code = step.component.indicator
    let yearly = (1...years).map { elapsed -> Cell in
      step.effort == 0
        ? .text("hold") : .text(names.value(step.value(after: elapsed, of: years), of: code))
    }
    return [.text(names.indicator(code)), .text(names.value(step.value, of: code))] + yearly + [
      .text(NumberFormat.decimals(2).string(step.effort)),
      .text(names.value(step.limit, of: code)),
    ]
  }
}

import Indices
import Panels
import Reports
import Scenarios
import Tables

extension Target {
  /// The plan as people read it: one line per indicator, one column per year.
  ///
  /// Values to be reached are rounded away from where the province stands, so that the rounded plan
  /// reaches the goal as well.
  func display(_ names: Names) -> Table {
    let all = path.count - 1
    let ordered =
      steps.filter { $0.effort > 0 }.sorted { $0.effort > $1.effort }
      + steps.filter { $0.effort == 0 }
    let rows = ordered.map { step -> [Cell] in
      let code = step.component.indicator
      let outward: NumberFormat.Rounding = step.component.slope > 0 ? .up : .down
      let isHeld = step.target == step.value
      let yearly = (1...all).map { elapsed -> Cell in
        isHeld
          ? .text("hold")
          : .text(names.value(step.value(after: elapsed, of: all), of: code, rounding: outward))
      }
      return [.text(names.indicator(code)), .text(names.value(step.value, of: code))] + yearly + [
        .text(NumberFormat.decimals(2).string(step.effort)),
        .text(names.value(step.limit, of: code, rounding: outward)),
      ]
    }
    let scores = path.map { Cell.text(NumberFormat.decimals(2).string($0.score)) }
    let ranks = path.map { Cell($0.rank) }
    return Table(
      title: "\(names.province(province)): from rank \(rank) in \(rule.year) to rank \(goal) or "
        + "better by \(finalYear) – \(certificate.rawValue)",
      columns: ["indicator"] + path.map { "\($0.year)" } + ["effort", "limit"],
      rows: rows + [
        [.text("score")] + scores + [.text(NumberFormat.decimals(2).string(effort)), .empty],
        [.text("rank")] + ranks + [.empty, .empty],
      ],
      notes: notes(naming: names.indicator))
  }
}

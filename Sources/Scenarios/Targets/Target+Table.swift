public import Tables
import Indices
import Panels
import Sensitivity
import Statistics

extension Target {
  /// The plan, one row per year and indicator.
  ///
  /// Columns: year, indicator, value, change (since the first year), unit, effort (of that change, in
  /// yearly variations or as the terms count it), limit (the farthest value allowed in the final year), score
  /// and rank of the year, certificate; base_rate, the share of the base_rate_cases that stood near and got
  /// there; gain_rate, the share of the gain_rate_cases that gained as much score net of the country's median;
  /// and lower_bound, the effort that no plan to the goal is below.
  ///
  /// - Returns: the rows with notes.
  public func table() -> Table {
    let all = years
    let baseRate = baseRate
    let gainRate = gainRate
    let rows = path.dropFirst().enumerated().flatMap { offset, milestone in
      steps.map { step -> [Cell] in
        let value = step.value(after: offset + 1, of: all)
        return [
          Cell(milestone.year), .text(step.component.indicator), .number(value),
          .number(value - step.value), .text(units[step.component.indicator] ?? ""),
          .number(step.effort * Double(offset + 1) / Double(all)), .number(step.limit),
          .number(milestone.score), Cell(milestone.rank), .text(certificate.rawValue),
          Cell(baseRate.share), Cell(baseRate.trials), Cell(gainRate.share),
          Cell(gainRate.trials), Cell(lowerBound),
        ]
      }
    }
    return Table(
      title: "target",
      columns: [
        "year", "indicator", "value", "change", "unit", "effort", "limit", "score", "rank",
        "certificate", "base_rate", "base_rate_cases", "gain_rate", "gain_rate_cases",
        "lower_bound",
      ],
      rows: rows, notes: notes())
  }
}

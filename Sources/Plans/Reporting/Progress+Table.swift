public import Tables
import Panels

extension Progress {
  /// How the plan stands, one row per indicator.
  ///
  /// Columns: indicator, target (the last one), actual (the latest report), status, path (where it should be on
  /// the day of the report), shortfall (how far behind it is; below zero where ahead), standard_error, unit, date
  /// (of the report), source, lead, support and deadline.
  public func table() -> Table {
    Table(
      title: "progress",
      columns: [
        "indicator", "target", "actual", "status", "path", "shortfall", "standard_error", "unit",
        "date", "source", "lead", "support", "deadline",
      ],
      rows: lines.map { line in
        let planned = line.planned
        return [
          .text(planned.indicator.code), .number(planned.target), Cell(line.report?.value),
          .text(line.status.rawValue), .number(line.pathValue), Cell(line.shortfall),
          Cell(line.standardError), .text(planned.indicator.unit.rawValue),
          line.report.map { .text("\($0.date)") } ?? .empty,
          line.report.flatMap { $0.source.isEmpty ? nil : .text($0.source) } ?? .empty,
          Assignment.cell(planned.assignment.lead), Assignment.cell(planned.assignment.support),
          .text("\(planned.deadline)"),
        ]
      })
  }
}

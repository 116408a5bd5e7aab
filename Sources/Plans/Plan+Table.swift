public import Tables
import Panels
import Scenarios

extension Plan {
  /// The plan as a file holds it, one row per indicator.
  ///
  /// Columns: indicator (its code), current, target_<year> for each year, unit, lead and support (names separated
  /// by `|`), deadline, province, current_year and goal. `PlanFile` reads it back to the last digit.
  public func table() -> Table {
    Table(title: "plan", columns: Self.columns(years: years), rows: rows())
  }

  /// Plans of several provinces in one table; their years are those of the first.
  ///
  /// - Precondition: all plans have the same years.
  public static func table(of plans: [Plan]) -> Table {
    let years = plans.first?.years ?? []
    precondition(plans.allSatisfy { $0.years == years }, "plans of one table have the same years")
    return Table(title: "plans", columns: columns(years: years), rows: plans.flatMap { $0.rows() })
  }

  private static func columns(years: [Int]) -> [String] {
    ["indicator", "current"] + years.map { "target_\($0)" } + [
      "unit", "lead", "support", "deadline", "province", "current_year", "goal",
    ]
  }

  private func rows() -> [[Cell]] {
    lines.map { line in
      let beginning: [Cell] = [.text(line.indicator.code), .number(line.current)]
      let end: [Cell] = [
        .text(line.indicator.unit.rawValue), Assignment.cell(line.assignment.lead),
        Assignment.cell(line.assignment.support), .text("\(line.deadline)"),
        .text(province.nameVi), Cell(currentYear), goal.map { .text($0.text) } ?? .empty,
      ]
      return beginning + line.targets.map { Cell($0) } + end
    }
  }
}

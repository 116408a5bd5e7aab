public import Indices
public import Panels
public import Tables

extension Scenario {
  /// A scenario to start from: every indicator of a province in each year to come, with nothing set.
  ///
  /// Columns: province, rule, year, indicator, at_least and value (one of them to be filled in), current (the figure of the rule's year),
  /// unit and name.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - rule: the rule it runs under.
  ///   - panel: the figures of the rule's year.
  ///   - last: the last year.
  ///   - name: how an indicator is called.
  /// - Returns: a table that `init(reading:)` reads.
  /// - Throws: `IndexError` where the province cannot be scored.
  /// - Precondition: the last year comes after the rule's.
  public static func template(
    of province: Province, rule: ScoringRule, panel: Panel, through last: Int,
    naming name: (String) -> String
  ) throws -> Table {
    precondition(last > rule.year, "a scenario is about years to come")
    let values = try rule.values(of: province, in: panel)
    return Table(
      title: "scenario",
      columns: [
        Column.province, Column.rule, Column.year, Column.indicator, Column.atLeast, Column.value,
        "current", "unit", "name",
      ],
      rows: (rule.year + 1...last).flatMap { year in
        zip(rule.indicators, values).map { code, value in
          [
            .text(province.nameVi), Cell(rule.year), Cell(year), .text(code), .empty, .empty,
            .number(value), .text(panel.indicator(code)?.unit.rawValue ?? ""), .text(name(code)),
          ]
        }
      })
  }
}

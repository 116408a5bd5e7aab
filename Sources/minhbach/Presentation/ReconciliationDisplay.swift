import Indices
import Panels
import Reports
import Tables

extension Reconciliation {
  /// What agrees and what does not: a line for each item, and the cells that differ most.
  func display(_ names: Names) -> Table {
    var items: [String] = []
    for entry in entries where !items.contains(entry.item) { items.append(entry.item) }
    let rows = items.map { item -> [Cell] in
      let cells = entries.filter { $0.item == item }
      let worst = cells.max { abs($0.difference) < abs($1.difference) }
      return [
        .text(names.indicator(item)), Cell(cells.count), Cell(cells.count(where: \.agrees)),
        worst.map { .text(NumberFormat.scientific.string(abs($0.difference))) } ?? .empty,
        worst.map { .text($0.agrees ? "–" : names.province($0.province)) } ?? .empty,
      ]
    }
    let published =
      precision.decimals.map { "Scores were published with \($0) decimals" }
      ?? "Scores were published with all their digits"
    return Table(
      title: "\(rule.subindex) \(rule.year): what the rule rebuilds beside what was published",
      columns: ["item", "cells", "agree", "largest difference", "where"], rows: rows,
      notes: [
        "\(published): they agree to within \(NumberFormat.scientific.string(precision.halfWidth))."
      ]
        + (disagreements.isEmpty ? ["Everything agrees."] : faults.map(\.description)))
  }
}

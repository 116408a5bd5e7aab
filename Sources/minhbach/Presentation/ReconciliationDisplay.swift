import Indices
import Panels
import Reports
import Tables

extension Reconciliation {
  /// What agrees and what does not: a line for each item, and the cells that differ most.
  func display(_ names: Names) -> Table {
    let words = names.words
    var items: [String] = []
    for entry in entries where !items.contains(entry.item) { items.append(entry.item) }
    let rows = items.map { item -> [Cell] in
      let cells = entries.filter { $0.item == item }
      let worst = cells.max { abs($0.difference) < abs($1.difference) }
      return [
        .text(names.indicator(item)), Cell(cells.count), Cell(cells.count(where: \.agrees)),
        worst.map { .text(words.scientific.string(abs($0.difference))) } ?? .empty,
        worst.map { .text($0.agrees ? "–" : names.province($0.province)) } ?? .empty,
      ]
    }
    let published =
      precision.decimals.map { Phrase("Scores were published with \($0) decimals") }
      ?? Phrase("Scores were published with all their digits")
    return Table(
      title: words(
        """
        \(names.subindex(rule.subindex)) \(rule.year): what the rule rebuilds beside what was published
        """),
      columns: words.columns("item", "cells", "agree", "largest difference", "where"), rows: rows,
      notes: [
        Phrase("\(published): they agree to within \(precision.halfWidth, .scientific).")
      ]
        + (disagreements.isEmpty ? [Phrase("Everything agrees.")] : faults.map(\.phrase)))
  }
}

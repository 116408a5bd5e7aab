public import Tables
import Panels

extension RankChange {
  /// The parts, one a row, in the order of the rule; see `columns`.
  public func table() -> Table { [self].table() }
}

extension [RankChange] {
  /// The parts of every change, one a row.
  ///
  /// Columns: from and to (years), basis (`rules`, each year's own; `shared`, one rule of ours on what
  /// compares), part (`own indicator`, `rivals`, `ranges`, `rule`, `unexplained`), indicator,
  /// score_change and rank_change (of the number of the rank: negative is better), the province's values
  /// and the medians of all provinces in both years, unit, whether the indicator compares, and the scores
  /// and ranks of both years on that basis, which every row repeats.
  public func table() -> Table {
    Table(
      title: "explain",
      columns: [
        "from", "to", "basis", "part", "indicator", "score_change", "rank_change", "value_from",
        "value_to", "median_from", "median_to", "unit", "comparable", "score_from", "score_to",
        "rank_from", "rank_to",
      ],
      rows: flatMap { change in
        change.rows(of: change.whole, basis: "rules")
          + (change.shared.map { change.rows(of: $0, basis: "shared") } ?? [])
      },
      notes: uniqueNotes())
  }

  /// The notes of all changes, each once.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func uniqueNotes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    var seen: Set<Phrase> = []
    return flatMap { $0.notes(naming: name) }.filter { seen.insert($0).inserted }
  }
}

extension RankChange {
  fileprivate func rows(of decomposition: Decomposition, basis: String) -> [[Cell]] {
    let comparable = Set(years.comparable)
    return decomposition.parts.map { part in
      let code = part.cause.indicator
      return [
        Cell(years.before.year), Cell(years.after.year), .text(basis), .text(part.cause.name),
        .text(code ?? ""), .number(part.score), .number(part.rank), Cell(part.values?.from),
        Cell(part.values?.to), Cell(part.medians?.from), Cell(part.medians?.to),
        .text(code.flatMap { years.panel.indicator($0)?.unit.rawValue } ?? ""),
        .text(code.map { comparable.contains($0) ? "yes" : "no" } ?? ""),
        .number(decomposition.from.score), .number(decomposition.to.score),
        Cell(decomposition.from.rank), Cell(decomposition.to.rank),
      ]
    }
  }
}

extension Decomposition.Cause {
  /// The code of the indicator, where it is one.
  public var indicator: String? {
    if case .indicator(let code) = self { code } else { nil }
  }

  /// The name that tables have.
  var name: String {
    switch self {
    case .indicator: "own indicator"
    case .rivals: "rivals"
    case .ranges: "ranges"
    case .rule: "rule"
    case .unexplained: "unexplained"
    }
  }
}

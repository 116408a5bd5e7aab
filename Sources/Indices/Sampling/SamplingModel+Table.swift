public import Tables
import Panels

extension SamplingModel {
  /// Reads a model from a table: what is assumed of an indicator, or of two, in each row.
  ///
  /// Columns: `indicator`; `law` (share, mean, median or exact), with the `spread` of a mean;
  /// or `with` and `correlation`, for two indicators; `basis` says what it
  /// rests on. Indicators without a row follow the law of their unit, and pairs without one are
  /// independent.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place, or `IndexError.badSampling`.
  public init(reading table: Table) throws {
    let records = try Records(table, required: ["indicator", "law"])
    let grammar = try NumberGrammar(of: table)
    var entries: [Entry] = []
    var correlations: [Correlation] = []
    for record in records {
      let indicator = try record.text("indicator")
      let basis = record.optionalText("basis") ?? ""
      guard let other = record.optionalText("with") else {
        entries.append(
          Entry(
            indicator: indicator, law: try Self.law(of: record, by: grammar), basis: basis))
        continue
      }
      guard record.optionalText("law") == nil else {
        throw PanelError.badEntry(
          record.location("law"), "nothing in a row for two indicators: a law is of one")
      }
      correlations.append(
        Correlation(
          indicator, other, try record.constant("correlation", by: grammar), basis: basis))
    }
    try self.init(entries: entries, correlations: correlations)
  }

  private static func law(of record: Record, by grammar: NumberGrammar) throws -> SamplingLaw {
    let name: Name = try record.choice("law")
    guard name == .mean || record.optionalText("spread") == nil else {
      throw PanelError.badEntry(record.location("spread"), "nothing: a spread is of a mean")
    }
    switch name {
    case .share: return .share
    case .median: return .median
    case .exact: return .exact
    case .mean:
      let spread = try record.constant("spread", by: grammar)
      guard spread > 0 else {
        throw PanelError.badEntry(record.location("spread"), "a number above zero")
      }
      return .mean(spread: spread)
    }
  }

  private enum Name: String, CaseIterable {
    case share, mean, median, exact
  }

  /// The model as `init(reading:)` reads it: a row for each assumption.
  public func table() -> Table {
    Table(
      title: "sampling",
      columns: ["indicator", "law", "spread", "with", "correlation", "basis"],
      rows: entries.map { entry in
        [
          .text(entry.indicator), .text(entry.law.name), Cell(entry.law.spread),
          .empty, .empty, .text(entry.basis),
        ]
      }
        + correlations.map { pair in
          [
            .text(pair.first), .empty, .empty, .text(pair.second), .number(pair.value),
            .text(pair.basis),
          ]
        })
  }
}

extension SamplingLaw {
  /// What tables call it.
  public var name: String {
    switch self {
    case .share: "share"
    case .mean: "mean"
    case .median: "median"
    case .exact: "exact"
    }
  }

  /// The standard deviation of answers among firms, of a mean.
  public var spread: Double? {
    if case .mean(let spread) = self { spread } else { nil }
  }
}

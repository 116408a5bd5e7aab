public import Panels
public import Tables

/// What a rule rebuilds beside what was published, cell by cell, and what may explain the differences.
///
/// Cells are the scores, and the composites of dimensions where a workbook prints them: as scores of
/// 1 to 10 (2005–2006) or as weighted parts of the score (2007–2008).
public struct Reconciliation: Sendable {
  /// One published cell.
  public struct Entry: Sendable, Hashable {
    /// The province.
    public let province: Province
    /// The code of what is published: the index, or one of its composites.
    public let item: String
    /// By the rule.
    public let rebuilt: Double
    /// As published.
    public let published: Double
    /// The values that may have been computed where this one was published.
    public let interval: ClosedRange<Double>

    /// Whether the rebuilt value may be the one that was published.
    public var agrees: Bool { interval.contains(rebuilt) }
    /// The rebuilt value less the published one.
    public var difference: Double { rebuilt - published }
  }

  /// The rule.
  public let rule: ScoringRule
  /// The cells, item by item, provinces in the order of the panel.
  public let entries: [Entry]
  /// How exactly the scores of the index were published.
  public let precision: PublishedPrecision
  /// What may explain the differences, the surest first.
  public let faults: [ReconciliationFault]

  /// The cells that do not agree.
  public var disagreements: [Entry] { entries.filter { !$0.agrees } }

  /// Sets a year's scores beside the published ones.
  ///
  /// - Throws: what `ScoringRule.scoreboard(of:)` throws, and `IndexError.nothingPublished`.
  public init(of panel: Panel, by rule: ScoringRule) throws {
    let board = try rule.scoreboard(of: panel)
    let rows = board.rows.filter { $0.publishedScore != nil }
    guard !rows.isEmpty else {
      throw IndexError.nothingPublished(subindex: rule.subindex, year: rule.year)
    }
    let scale = rule.components.first?.scale ?? Goalposts.ofPCI
    let scaleWidth = scale.upperBound - scale.lowerBound
    let precision = PublishedPrecision(
      of: rows.compactMap(\.publishedScore), scaleWidth: scaleWidth)
    self.rule = rule
    self.precision = precision
    let positions = Dictionary(
      uniqueKeysWithValues: panel.provinces.enumerated().map { ($0.element.key, $0.offset) })
    let scores = rows.sorted {
      (positions[$0.province.key] ?? 0) < (positions[$1.province.key] ?? 0)
    }.map { row in
      Self.entry(
        row.province, rule.subindex, row.score, row.publishedScore ?? 0, precision,
        more: rule.roundingOfWeights)
    }
    entries = try scores + Self.composites(of: panel, by: rule, scaleWidth: scaleWidth)
    faults =
      scores.allSatisfy(\.agrees)
      ? [] : try FaultFinder(panel: panel, rule: rule, entries: scores).faults()
  }

  private static func entry(
    _ province: Province, _ item: String, _ rebuilt: Double, _ published: Double,
    _ precision: PublishedPrecision, more: Double
  ) -> Entry {
    let interval = precision.interval(around: published)
    return Entry(
      province: province, item: item, rebuilt: rebuilt, published: published,
      interval: (interval.lowerBound - more)...(interval.upperBound + more))
  }

  /// The dimensions that the year prints, by name `<index>_<dimension>` or `<index>_<dimension>_part`.
  private static func composites(
    of panel: Panel, by rule: ScoringRule, scaleWidth: Double
  ) throws -> [Entry] {
    var entries: [Entry] = []
    for (dimension, weight) in rule.dimensions {
      let name = "\(rule.subindex)_\(dimension)"
      for (item, share) in [(name, weight), (name + "_part", 1)] {
        guard let published = panel.column(item, in: rule.year) else { continue }
        let precision = PublishedPrecision(
          of: published.compactMap(\.self), scaleWidth: scaleWidth)
        for (province, value) in zip(panel.provinces, published) {
          guard let value, let values = try? rule.values(of: province, in: panel) else { continue }
          let part = zip(rule.components, values).filter { $0.0.dimension == dimension }
            .reduce(0) { $0 + $1.0.weight * $1.0.score($1.1) }
          entries.append(Self.entry(province, item, part / share, value, precision, more: 0))
        }
      }
    }
    return entries
  }

  /// One row per cell: province, item, rebuilt and published value, the interval that was published, the
  /// difference, and whether they agree.
  public func table(name: (Province) -> String) -> Table {
    Table(
      title: "reconciliation of \(rule.subindex) \(rule.year)",
      columns: [
        "province", "year", "item", "rebuilt", "published", "published_low", "published_high",
        "difference", "agrees",
      ],
      rows: entries.map { entry in
        [
          .text(name(entry.province)), Cell(rule.year), .text(entry.item), .number(entry.rebuilt),
          .number(entry.published), .number(entry.interval.lowerBound),
          .number(entry.interval.upperBound), .number(entry.difference),
          .text(entry.agrees ? "yes" : "no"),
        ]
      },
      notes: faults.map(\.phrase))
  }
}

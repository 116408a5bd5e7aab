public import Panels
public import Tables
import Statistics

/// A score of one definition over years whose rules differ: ours, not the publisher's.
///
/// The indicators that all the years share, with the weights they have in the last year's rule –
/// brought to a sum of one – and one range each: the extremes of all those years together, or the
/// scale that the codebook fixes. So a province can be compared with its own past across changes of method. It leaves out what the years
/// do not share, and says so.
public struct ConstantScore: Sendable {
  /// One province in one year.
  public struct Row: Sendable, Hashable {
    /// The province.
    public let province: Province
    /// The year.
    public let year: Int
    /// The score of one definition.
    public let score: Double
    /// Its rank among the provinces of the year.
    public let rank: Int
    /// The number of provinces ranked.
    public let provinces: Int
    /// The score as published, by the rule of the year.
    public let publishedScore: Double?
    /// Its rank.
    public let publishedRank: Int?
  }

  /// The years and the indicators.
  public let run: SharedRun
  /// The definition; its year is the last one.
  public let rule: ScoringRule
  /// The share of the last year's rule that the shared indicators carry.
  public let coverage: Double
  /// The indicators of the first and the last year that the others do not share.
  public let leftOut: [String]
  /// The rows, by year, then best first.
  public let rows: [Row]

  /// Scores some years by one definition.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - subindex: the sub-index.
  ///   - years: the years; nil for the longest run that ends in the last year with figures and whose
  ///     indicators carry at least six tenths of that year's weight.
  ///   - rules: the rules known; the weights are those of the last year.
  /// - Throws: `IndexError.oneYear`, `IndexError.nothingShared` where the years have no indicator in common, `noRule` for a
  ///   last year without a rule.
  public init(
    of panel: Panel, subindex: String, years: ClosedRange<Int>? = nil, rules: [ScoringRule]
  ) throws {
    let run =
      try years.map {
        SharedRun(years: $0, indicators: panel.sharedIndicators(of: subindex, in: $0))
      } ?? Self.longestRun(of: panel, subindex: subindex, rules: rules)
    let last = run.years.upperBound
    guard !run.indicators.isEmpty else { throw IndexError.nothingShared(years: run.years) }
    guard let base = rules.first(where: { $0.year == last && $0.subindex == subindex }) else {
      throw IndexError.noRule(year: last, known: rules.map(\.year))
    }
    let kept = base.components.filter { run.indicators.contains($0.indicator) }
    let coverage = kept.reduce(0) { $0 + $1.weight }
    guard coverage > 0 else { throw IndexError.nothingShared(years: run.years) }
    let components = kept.map { component in
      let range =
        panel.range(of: component.indicator, in: last, by: .pooled(run.years))
        ?? component.minimum...component.maximum
      return ScoringRule.Component(
        indicator: component.indicator, dimension: component.dimension,
        weight: component.weight / coverage, minimum: range.lowerBound, maximum: range.upperBound,
        direction: component.direction, scale: component.scale)
    }
    self.run = run
    self.coverage = coverage
    rule = try ScoringRule(year: last, subindex: subindex, components: components)
    leftOut = [run.years.lowerBound, last].flatMap { year in
      panel.indicators(of: subindex, in: year).map(\.code)
    }.filter { code in !components.contains { $0.indicator == code } }
      .reduce(into: []) { codes, code in if !codes.contains(code) { codes.append(code) } }
    rows = try run.years.flatMap { [rule] year in
      try Self.rows(of: panel, in: year, by: rule)
    }
  }

  /// The longest run up to the last year with figures that keeps most of what the rule weighs.
  private static func longestRun(
    of panel: Panel, subindex: String, rules: [ScoringRule]
  ) throws -> SharedRun {
    let latest = rules.filter { rule in
      rule.subindex == subindex && !panel.indicators(of: subindex, in: rule.year).isEmpty
    }.max { $0.year < $1.year }
    guard let latest else {
      throw IndexError.noRule(year: panel.years.last ?? 0, known: rules.map(\.year))
    }
    guard panel.years.count > 1 else { throw IndexError.oneYear(latest.year) }
    let run = panel.sharedRuns(of: subindex, atLeast: 1).first { run in
      let weights = latest.components.filter { run.indicators.contains($0.indicator) }
      return run.years.upperBound == latest.year
        && weights.reduce(0) { $0 + $1.weight } >= leastCoverage
    }
    guard let run else { throw IndexError.nothingShared(years: latest.year...latest.year) }
    return run
  }

  private static let leastCoverage = 0.6

  private static func rows(
    of panel: Panel, in year: Int, by rule: ScoringRule
  ) throws -> [Row] {
    let board = try ScoringRule(
      year: year, subindex: rule.subindex, components: rule.components
    ).scoreboard(of: panel)
    return board.rows.map { row in
      Row(
        province: row.province, year: year, score: row.score, rank: row.rank,
        provinces: board.rows.count, publishedScore: row.publishedScore,
        publishedRank: row.publishedRank)
    }
  }

  /// One row per province and year; `rests_on` names the indicators each time.
  ///
  /// - Parameters:
  ///   - province: the province to tell of; nil for all.
  ///   - name: how a province is called.
  /// - Returns: the table, with notes on what the score rests on.
  public func table(of province: Province? = nil, name: (Province) -> String) -> Table {
    Table(
      title: "history",
      columns: [
        "province", "year", "constant_score", "constant_rank", "provinces", "published_score",
        "published_rank", "rests_on",
      ],
      rows: rows.filter { province == nil || $0.province.key == province?.key }.map { row in
        [
          .text(name(row.province)), Cell(row.year), .number(row.score), Cell(row.rank),
          Cell(row.provinces), Cell(row.publishedScore), Cell(row.publishedRank.map(Double.init)),
          .text(rule.indicators.joined(separator: ";")),
        ]
      },
      notes: notes())
  }

  /// What the score rests on and what it leaves out.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    let span = "\(run.years.lowerBound)–\(run.years.upperBound)"
    return [
      Phrase(
        """
        A score of one definition, ours and not the publisher's: the \(rule.indicators.count) \
        indicators that \(span) share, with the weights of \(rule.year) brought to one (they carry \
        \(Int((100 * coverage).rounded())) % of that year's rule) and one range each: the extremes of \
        all provinces in \(span), or the scale that the index fixes.
        """),
      Phrase("It rests on \(rule.indicators.map(name))."),
      leftOut.isEmpty ? nil : Phrase("It leaves out \(leftOut.map(name))."),
      Phrase("Ranks rest on sampled firms; their sampling error is not in these figures."),
    ].compactMap(\.self)
  }
}

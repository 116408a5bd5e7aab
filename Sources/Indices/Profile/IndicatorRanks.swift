public import Panels
public import Tables

/// The ranks of all provinces in every indicator of a year.
public struct IndicatorRanks: Sendable {
  /// One province.
  public struct Row: Sendable, Hashable {
    /// The province.
    public let province: Province
    /// Its score, or total.
    public let score: Double?
    /// Its rank by the score.
    public let rank: Int?
    /// Its rank in each indicator, in their order; nil where it has no figure.
    public let ranks: [Int?]
  }

  /// The year.
  public let year: Int
  /// What is ranked.
  public let subject: ProfileSubject
  /// The indicators.
  public let indicators: [Indicator]
  /// The provinces of the year, best score first, those without one last; ties in the panel's order.
  public let rows: [Row]

  /// Ranks every province of a year.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - subject: the sub-index or the whole index.
  ///   - panel: the figures.
  /// - Throws: `PanelError.noFigures`, `IndexError.badRule`.
  public init(in year: Int, subject: ProfileSubject, panel: Panel) throws {
    try panel.requireYear(year)
    let indicators = subject.parts(in: panel, year)
    let columns = indicators.map { indicator in
      IndicatorColumn(indicator, values: panel.column(indicator.code, in: year) ?? []).ranks
    }
    let scores = try subject.scores(of: panel, in: year)?.values
    let ranks = scores.flatMap { scores in
      subject.whole(in: panel, year).map { IndicatorColumn($0, values: scores).ranks }
    }
    let rows = panel.provinces.indices.filter { panel.provinces[$0].years.contains(year) }
      .map { row in
        Row(
          province: panel.provinces[row], score: scores?[row], rank: ranks?[row],
          ranks: columns.map { $0.isEmpty ? nil : $0[row] })
      }
    self.year = year
    self.subject = subject
    self.indicators = indicators
    self.rows = rows.enumerated().sorted { first, second in
      (first.element.rank ?? .max, first.offset) < (second.element.rank ?? .max, second.offset)
    }.map(\.element)
  }

  /// One row per province: its score and rank, and a column of ranks per indicator, headed by its code.
  public func table(name: (Province) -> String) -> Table {
    Table(
      title: "ranks",
      columns: ["province", "year", "score", "rank"] + indicators.map { "rank_\($0.code)" },
      rows: rows.map { row in
        [
          .text(name(row.province)), Cell(year), Cell(row.score), Cell(row.rank.map(Double.init)),
        ] + row.ranks.map { Cell($0.map(Double.init)) }
      },
      notes: notes)
  }

  /// What is worth knowing.
  public var notes: [Phrase] {
    [Phrase("1 is best in the indicator's own direction; equal values share the better rank.")]
  }
}

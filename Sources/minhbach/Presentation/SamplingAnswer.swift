import Indices
import Reports
import Statistics
import Tables

/// The answer of `sampling`: for programs, and as people read it.
struct SamplingAnswer {
  let changes: YearlyChanges
  let backtest: ShrinkageBacktest
  /// The figures of each year, the latest last.
  let assumptions: [SampledFigures]
  let names: Names
  let years: [Int]

  private var words: Words { names.words }

  /// One row per indicator.
  func table() -> Table {
    Table(
      title: "sampling",
      columns: [
        "indicator", "law", "spread", "median_firms", "changes", "change", "sampling",
        "share_sampling", "share_sampling_error", "basis",
      ],
      rows: changes.entries.map { entry in
        let assumed = assumption(of: entry.indicator)
        return [
          .text(entry.indicator), .text(assumed?.law.name ?? ""), Cell(assumed?.law.spread),
          Cell(entry.medianFirms), Cell(entry.changes),
          .number(entry.change), .number(entry.sampling), .number(entry.share),
          .number(entry.shareError), .text(assumed?.basis ?? ""),
        ]
      }, notes: notes)
  }

  /// The same as people read it.
  func display() -> Table {
    let share = words.percentage(decimals: 0)
    let whole = words.decimals(0)
    return Table(
      title: words("Yearly changes \(span) beside those that sampling alone would make"),
      columns: words.columns(
        "indicator", "law", "firms", "changes", "change", "by sampling", "share of sampling", "±"),
      rows: changes.entries.map { entry in
        [
          .text(names.indicator(entry.indicator)),
          .text(name(of: assumption(of: entry.indicator)?.law)),
          .text(entry.medianFirms.map { whole.string($0) } ?? "–"), Cell(entry.changes),
          .text(names.change(entry.change, of: entry.indicator, isSigned: false)),
          .text(names.change(entry.sampling, of: entry.indicator, isSigned: false)),
          .text(share.string(entry.share)), .text(share.string(entry.shareError)),
        ]
      }, notes: notes)
  }

  /// One row per pair of indicators.
  func tableOfPairs() -> Table {
    Table(
      title: "correlations",
      columns: ["first", "second", "changes", "correlation", "standard_error", "assumed"],
      rows: changes.pairs.map { pair in
        [
          .text(pair.first), .text(pair.second), Cell(pair.changes), .number(pair.correlation),
          .number(pair.error), .number(pair.assumed),
        ]
      }, notes: notesOfPairs)
  }

  /// The same as people read it, the strongest first.
  func displayOfPairs() -> Table {
    let two = words.decimals(2)
    let order = changes.pairs.indices.sorted {
      (-abs(changes.pairs[$0].correlation), $0) < (-abs(changes.pairs[$1].correlation), $1)
    }
    return Table(
      title: words("How yearly changes \(span) of two indicators go together"),
      columns: words.columns("indicator", "and", "changes", "correlation", "±", "assumed"),
      rows: order.map { place in
        let pair = changes.pairs[place]
        return [
          .text(names.indicator(pair.first)), .text(names.indicator(pair.second)),
          Cell(pair.changes), .text(two.string(pair.correlation, isSigned: true)),
          .text(two.string(pair.error)), .text(two.string(pair.assumed, isSigned: true)),
        ]
      }, notes: notesOfPairs)
  }

  private var span: String { "\(years.first ?? 0)–\(years.last ?? 0)" }

  /// What is assumed of an indicator, in the latest year that has it.
  private func assumption(of code: String) -> SamplingModel.Entry? {
    assumptions.reversed().lazy.compactMap { figures in
      figures.assumptions.first { $0.indicator == code }
    }.first
  }

  private func name(of law: SamplingLaw?) -> String {
    switch law {
    case .share: words("share of firms")
    case .mean(let spread): words("mean, spread \(spread, .decimals(2))")
    case .median: words("median, exponential")
    case .exact: words("hard data")
    case nil: ""
    }
  }

  private var notes: [Phrase] {
    let first = Phrase(
      """
      Changes are root mean squares, net of each year's mean change; the share of sampling is \
      that of its variance in theirs, ± one standard error (provinces as clusters). Above 100%: \
      by chance, or because the assumed errors are too large.
      """)
    guard !backtest.entries.isEmpty else { return [first] }
    func mean(_ part: (ShrinkageBacktest.Entry) -> Double) -> Double {
      backtest.entries.reduce(0) { $0 + part($1) } / Double(backtest.entries.count)
    }
    let (score, places) = (NumberFormat.decimals(3), NumberFormat.decimals(1))
    return [
      first,
      Phrase(
        """
        The next year's scores were \(mean(\.shrunkScoreError), score) off shrunk scores, \
        \(mean(\.scoreError), score) off scores as they are, and \(mean(\.meanScoreError), score) \
        off the mean for all; ranks \(mean(\.shrunkRankError), places), \
        \(mean(\.rankError), places) and \(mean(\.meanRankError), places) places (root mean \
        squares, mean of \(backtest.entries.count) pairs of years of one rule).
        """),
    ]
  }

  private var notesOfPairs: [Phrase] {
    [
      Phrase(
        """
        Each change is net of the year's mean and divided by what sampling would make of it. \
        Where changes are mostly sampling, their correlation is that of errors; ± is one standard \
        error (provinces as clusters).
        """)
    ]
  }
}

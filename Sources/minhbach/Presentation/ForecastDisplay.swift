import Scenarios
import Tables

extension ForecastBacktest {
  /// How each model did, as people read it.
  func display(_ words: Words) -> Table {
    let (one, two) = (words.decimals(1), words.decimals(2))
    let share = words.percentage(decimals: 0)
    return Table(
      title: words("How forecasts of ranks did, made with what was known at the time"),
      columns: words.columns(
        "model", "years ahead", "cases", "\(level, .percentage(decimals: 0)) intervals held",
        "ranks wide", "log score", "same rank", "gain ± error", "places off", "same rank"),
      rows: summaries().map { row in
        let gain = two.string(row.logScore - row.sameLogScore, isSigned: true)
        return [
          .text(row.model.rawValue), row.horizon.map { Cell($0) } ?? .text(words("all")),
          Cell(row.cases), .text(share.string(row.coverage)), .text(one.string(row.width)),
          .text(two.string(row.logScore)), .text(two.string(row.sameLogScore)),
          .text("\(gain) ± \(two.string(row.differenceError))"),
          .text(one.string(row.rankError)), .text(one.string(row.sameRankError)),
        ]
      }, notes: readingNotes + notes)
  }

  private var readingNotes: [Phrase] {
    let all = summaries().filter { $0.horizon == nil }
    // One alone is the best of none.
    let best = all.count > 1 ? all.max { $0.logScore < $1.logScore } : nil
    let years = all.first.map { Phrase("\($0.origins.lowerBound) to \($0.origins.upperBound)") }
    return [
      best.map { Phrase("Best by log score: \($0.model.rawValue).") },
      Phrase(
        """
        Forecasts were made in the years \([years].compactMap(\.self)) for later years whose published \
        scores compare; fits use nothing later than the year they are made in.
        """),
      Phrase(
        """
        The log score is the mean logarithm of the probability that the rank which came was given: \
        nearer to zero is better; all 63 ranks alike would score −4.14. "Same rank" is last year's rank \
        with the scatter of past changes of rank; the error of the gain takes provinces for independent.
        """),
    ].compactMap(\.self)
  }

  /// How often gains came true, as people read it.
  func calibrationDisplay(_ words: Words) -> Table {
    let share = words.percentage(decimals: 0)
    return Table(
      title: words(
        """
        How often gains of 5, 10, 15, 20 and 30 places came true, by the chance they were given
        """),
      columns: words.columns("model", "chance given", "cases", "on average", "came true"),
      rows: calibrations().map { row in
        let (low, high) = (row.range.lowerBound, row.range.upperBound)
        return [
          .text(row.model.rawValue),
          .text(words("\(share.string(low)) to \(share.string(high))")),
          Cell(row.cases), .text(share.string(row.foretold)), .text(share.string(row.cameTrue)),
        ]
      },
      notes: [
        Phrase(
          """
          Of every province, year and horizon, as in 'minhbach backtest'; cases of one year depend on \
          one another.
          """)
      ] + notes)
  }
}

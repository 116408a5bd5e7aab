import Reports
import Scenarios
import Tables

extension ForecastBacktest {
  /// How each model did, as people read it.
  func display() -> Table {
    let two = NumberFormat.decimals(2)
    let one = NumberFormat.decimals(1)
    let share = NumberFormat.percentage(decimals: 0)
    return Table(
      title: "How forecasts of ranks did, made with what was known at the time",
      columns: [
        "model", "years ahead", "cases", "\(share.string(level)) intervals held", "ranks wide",
        "log score", "same rank", "gain ± error", "places off", "same rank",
      ],
      rows: summaries().map { row in
        [
          .text(row.model.rawValue), row.horizon.map { Cell($0) } ?? .text("all"), Cell(row.cases),
          .text(share.string(row.coverage)), .text(one.string(row.width)),
          .text(two.string(row.logScore)), .text(two.string(row.sameLogScore)),
          .text(
            "\(two.string(row.logScore - row.sameLogScore, isSigned: true)) ± \(two.string(row.differenceError))"
          ),
          .text(one.string(row.rankError)), .text(one.string(row.sameRankError)),
        ]
      }, notes: readingNotes + notes)
  }

  private var readingNotes: [String] {
    let all = summaries().filter { $0.horizon == nil }
    // One alone is the best of none.
    let best = all.count > 1 ? all.max { $0.logScore < $1.logScore } : nil
    let years = all.first.map { "\($0.origins.lowerBound) to \($0.origins.upperBound)" } ?? ""
    return [
      best.map { "Best by log score: \($0.model.rawValue)." },
      "Forecasts were made in the years \(years) for later years whose published scores compare; fits use nothing later "
        + "than the year they are made in.",
      "The log score is the mean logarithm of the probability that the rank which came was given: nearer to zero is "
        + "better; all 63 ranks alike would score −4.14. \"Same rank\" is last year's rank with the scatter of past changes "
        + "of rank; the error of the gain takes provinces for independent.",
    ].compactMap(\.self)
  }

  /// How often gains came true, as people read it.
  func calibrationDisplay() -> Table {
    let share = NumberFormat.percentage(decimals: 0)
    return Table(
      title:
        "How often gains of 5, 10, 15, 20 and 30 places came true, by the chance they were given",
      columns: ["model", "chance given", "cases", "on average", "came true"],
      rows: calibrations().map { row in
        [
          .text(row.model.rawValue),
          .text("\(share.string(row.range.lowerBound)) to \(share.string(row.range.upperBound))"),
          Cell(row.cases), .text(share.string(row.foretold)), .text(share.string(row.cameTrue)),
        ]
      },
      notes: [
        "Of every province, year and horizon, as in 'minhbach backtest'; cases of one year depend on one another."
      ] + notes)
  }
}

public import Tables

extension ForecastBacktest {
  /// How each model did: a row for each horizon and one for all.
  ///
  /// Columns: model, horizon (years ahead; empty for all), first_year and last_year (of the forecasts), cases, level,
  /// coverage (share of intervals that held the rank), width (ranks), log_score (mean logarithm of the probability
  /// of the rank that came), same_log_score (of "the same rank as last year"), log_score_gain and its error,
  /// rank_error (mean distance of the middle of the forecast) and same_rank_error.
  ///
  /// - Returns: a table with notes.
  public func table() -> Table {
    Table(
      title: "backtest",
      columns: [
        "model", "horizon", "first_year", "last_year", "cases", "level", "coverage", "width",
        "log_score", "same_log_score", "log_score_gain", "log_score_gain_error", "rank_error",
        "same_rank_error",
      ],
      rows: summaries().map { summary in
        [
          .text(summary.model.rawValue), summary.horizon.map { Cell($0) } ?? .empty,
          Cell(summary.origins.lowerBound), Cell(summary.origins.upperBound), Cell(summary.cases),
          .number(level), .number(summary.coverage), .number(summary.width),
          .number(summary.logScore), .number(summary.sameLogScore),
          .number(summary.logScore - summary.sameLogScore), .number(summary.differenceError),
          .number(summary.rankError), .number(summary.sameRankError),
        ]
      }, notes: notes)
  }

  /// How often gains of places came true.
  ///
  /// Columns: model, from and to (of the probability given), cases, foretold (mean probability), came_true (share).
  ///
  /// - Returns: a table with notes.
  public func calibrationTable() -> Table {
    Table(
      title: "calibration",
      columns: ["model", "from", "to", "cases", "foretold", "came_true"],
      rows: calibrations().map { row in
        [
          .text(row.model.rawValue), .number(row.range.lowerBound), .number(row.range.upperBound),
          Cell(row.cases), .number(row.foretold), .number(row.cameTrue),
        ]
      }, notes: notes)
  }
}

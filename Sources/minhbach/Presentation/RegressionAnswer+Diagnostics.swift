import ArgumentParsing
import Regression
import Reports
import Tables

extension RegressionAnswer {
  /// Every test that the rows allow, and that of some coefficients where one was asked for.
  private func tests(asked: String?) throws -> TestList {
    try estimation.tests(of: asked.map { try CoefficientNames($0, of: fit).names }, covariance)
  }

  func testTable(asked: String?) throws -> Table {
    let found = try tests(asked: asked)
    return Table(
      title: "tests", columns: ["test", "hypothesis", "statistic", "distribution", "p_value"],
      rows: found.tests.map { test in
        [
          .text(test.name.text), .text(test.hypothesis.text), .number(test.statistic),
          .text(test.distribution.description), .number(test.pValue),
        ]
      }, notes: found.notes + notes)
  }

  func testDisplay(asked: String?) throws -> Table {
    let found = try tests(asked: asked)
    return Table(
      title: words("\(fit.responseName): tests"),
      columns: words.columns("test", "hypothesis", "statistic", "follows", "p"),
      rows: found.tests.map { test in
        [
          .text(words(test.name)), .text(words(test.hypothesis)),
          .text(Self.short(test.statistic, words)), .text(test.distribution.description),
          .text(Self.probability(test.pValue, words)),
        ]
      },
      notes: [Phrase("A small p speaks against the hypothesis beside it.")]
        + found.notes + notes)
  }

  func collinearityTable() throws -> Table {
    let found = try fit.collinearity()
    return Table(
      title: "collinearity", columns: ["kind", "term", "value"],
      rows: found.inflation.map {
        [.text("variance_inflation"), .text($0.term), .number($0.factor)]
      }
        + found.conditionIndices.enumerated().map {
          [.text("condition_index"), .text("\($0.offset + 1)"), .number($0.element)]
        }, notes: notes)
  }

  func collinearityDisplay() throws -> Table {
    let found = try fit.collinearity()
    return Table(
      title: words("\(fit.responseName): how far regressors stand in for one another"),
      columns: words.columns("regressor", "variance inflation"),
      rows: found.inflation.map { [.text($0.term), .text(Self.short($0.factor, words))] },
      notes: [
        Phrase("A variance inflation of 4 doubles the standard error."),
        Phrase(
          "Condition indices: \(found.conditionIndices.map { Self.short($0, words) }); above 30 is strong."
        ),
      ] + notes)
  }

  func predictionTable(of observations: Observations) throws -> Table {
    Table(
      title: "predictions",
      columns: [
        "row", "expected", "standard_error", "mean_low", "mean_high", "low", "high", "residual",
        "leverage",
      ],
      rows: try estimation.predictions(of: observations, level: level).map { prediction in
        [
          Cell(observations.rowNumber(prediction.row)), .number(prediction.expected),
          .number(prediction.standardError), .number(prediction.meanLow),
          .number(prediction.meanHigh), .number(prediction.low), .number(prediction.high),
          Cell(prediction.residual), Cell(prediction.leverage),
        ]
      }, notes: notesOfOneVariance)
  }

  func predictionDisplay(of observations: Observations) throws -> Table {
    Table(
      title: words("\(fit.responseName): what is expected of each row"),
      columns: words.columns("row", "expected", "std. error", "\(confidence: level) from", "to"),
      rows: try estimation.predictions(of: observations, level: level).map { prediction in
        let format = Self.format(for: prediction.standardError, words)
        return [
          Cell(observations.rowNumber(prediction.row)), .text(format(prediction.expected)),
          .text(format(prediction.standardError)), .text(format(prediction.low)),
          .text(format(prediction.high)),
        ]
      },
      notes: [
        Phrase(
          """
          From and to: where one more observation of the kind would lie; the uncertainty of the \
          coefficients and of the fixed effects is in it.
          """)
      ] + notesOfOneVariance)
  }
}

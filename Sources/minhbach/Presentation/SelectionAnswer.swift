import Regression
import Reports
import Tables

/// The answer of `select`: for programs, and as people read it.
struct SelectionAnswer {
  let sample: EstimationSample
  let problem: PenalisedRows
  let validation: ElasticNetCrossValidation
  let penalty: String
  let folds: Int
  /// What was dealt to folds.
  let dealt: String
  let notes: [Phrase]
  let words: Words

  private var path: ElasticNetPath { validation.path }

  /// The coefficients of the two models; zero for what is left out.
  func table() -> Table {
    Table(
      title: "selection",
      columns: [
        "term", "coefficient_least_error", "coefficient_one_standard_error",
        "standardised_least_error", "standardised_one_standard_error",
      ],
      rows: [
        [
          .text("(Intercept)"), .number(path.intercepts[validation.best]),
          .number(path.intercepts[validation.oneStandardError]), .empty, .empty,
        ]
      ]
        + sample.regressorNames.enumerated().map { number, name in
          let values = [validation.best, validation.oneStandardError].map {
            path.coefficients[$0][number]
          }
          return [.text(name)] + values.map(Cell.number)
            + values.map { Cell.number($0 * path.scales[number]) }
        }, notes: allNotes)
  }

  /// The same for people, the strongest first.
  func display() -> Table {
    let models = [validation.best, validation.oneStandardError]
    let strength = sample.regressorNames.indices.map { number in
      abs(path.coefficients[models[0]][number] * path.scales[number])
    }
    let order = strength.indices.sorted { (-strength[$0], $0) < (-strength[$1], $1) }
    let format = words.decimals(4)
    return Table(
      title: words(
        "\(sample.responseName), \(penalty): \(sample.rowCount) rows, \(folds) folds of \(dealt)"),
      columns: [""]
        + words.columns(
          "least error", "within one std. error", "per std. dev., least error",
          "within one std. error"),
      rows: order.map { number in
        [Cell.text(sample.regressorNames[number])]
          + models.map { model in
            .text(text(path.coefficients[model][number]) { RegressionAnswer.short($0, words) })
          }
          + models.map { model in
            .text(
              text(path.coefficients[model][number] * path.scales[number]) {
                format.string($0)
              })
          }
      }, notes: summary + allNotes)
  }

  private func text(_ value: Double, _ format: (Double) -> String) -> String {
    value == 0 ? words("left out") : format(value)
  }

  private var summary: [Phrase] {
    [
      (Phrase("Least error"), validation.best),
      (Phrase("Within one standard error"), validation.oneStandardError),
    ]
    .map { name, model in
      let kept = path.coefficients[model].prefix(problem.regressors).count { $0 != 0 }
      let (penalty, error, spread) = (
        RegressionAnswer.short(path.penalties[model], words),
        RegressionAnswer.short(validation.errors[model], words),
        RegressionAnswer.short(validation.standardErrors[model], words)
      )
      return Phrase(
        """
        \(name): penalty \(penalty), \(kept) of \(problem.regressors) regressors; mean squared error \
        in rows not seen \(error) ± \(spread), R² in the rows seen \
        \(path.rSquared[model], .decimals(3)).
        """)
    }
  }

  /// Every penalty with its error and coefficients.
  func pathTable() -> Table {
    Table(
      title: "path",
      columns: [
        "penalty", "mean_squared_error", "standard_error", "degrees_of_freedom", "r_squared",
        "(Intercept)",
      ] + sample.regressorNames,
      rows: path.penalties.indices.map { place in
        [
          .number(path.penalties[place]), .number(validation.errors[place]),
          .number(validation.standardErrors[place]), .number(path.degreesOfFreedom[place]),
          .number(path.rSquared[place]), .number(path.intercepts[place]),
        ] + path.coefficients[place].prefix(problem.regressors).map(Cell.number)
      }, notes: allNotes)
  }

  private var allNotes: [Phrase] {
    [
      Phrase(
        """
        Coefficients are drawn towards zero and have no standard errors: they foretell, and do not \
        test.
        """)
    ] + constantNotes + path.notes + notes
  }

  private var constantNotes: [Phrase] {
    sample.regressorNames.indices.filter { path.scales[$0] == 0 }.map {
      Phrase("\(sample.regressorNames[$0]) is left out: it \(Phrase("does not vary")).")
    }
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("penalty", .text(penalty)), ("mixing", .number(path.mixing)), ("folds", Cell(folds)),
      ("rows", Cell(sample.rowCount)),
      ("penalty_least_error", .number(path.penalties[validation.best])),
      ("penalty_one_standard_error", .number(path.penalties[validation.oneStandardError])),
      ("error", .number(validation.errors[validation.best])),
      ("error_standard_error", .number(validation.standardErrors[validation.best])),
    ]
  }
}

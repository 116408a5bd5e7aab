import LinearAlgebra
import Regression
import Reports
import Statistics
import Tables

/// The answer of `regress --model rank-rank`: for programs, and as people read it.
struct RankRegressionAnswer {
  private let sample: EstimationSample
  private let regression: RankRankRegression
  private let clusters: String?
  private let level: Double
  private let notes: [Phrase]
  private let words: Words

  /// Regresses ranks within each time.
  ///
  /// - Throws: `RankRegressionFault`.
  init(
    _ sample: EstimationSample, _ form: RankRankRegression.Form, clusters: String?, level: Double,
    notes: [Phrase], words: Words
  ) throws {
    self.sample = sample
    self.clusters = clusters
    self.level = level
    self.notes = notes
    self.words = words
    let others = Array(sample.regressors.dropFirst())
    regression = try RankRankRegression(
      response: sample.response, regressor: sample.regressors[0],
      covariates: others.isEmpty ? nil : Matrix(rows: sample.rowCount, columns: others),
      covariateNames: Array(sample.regressorNames.dropFirst()), form: form, within: sample.time,
      clusters: clusters.flatMap(sample.grouping), weights: sample.weights, tieWeight: 0.5,
      smallSample: .units)
  }

  private var distribution: StudentTDistribution {
    StudentTDistribution(degreesOfFreedom: Double(regression.independentUnits - 1))
  }

  /// The name of a coefficient: the regressor's own in place of the slope.
  private func name(_ term: String) -> String {
    switch term {
    case "intercept": "(Intercept)"
    case "slope": sample.regressorNames[0]
    default: term
    }
  }

  private func rows<Entry>(_ row: (String, RankRankRegression.Coefficient, Double) -> Entry)
    -> [Entry]
  {
    regression.coefficients.map { coefficient in
      row(name(coefficient.term), coefficient, coefficient.estimate / coefficient.standardError)
    }
  }

  private var reach: Double { distribution.upperQuantile((1 - level) / 2) }

  func table() -> Table {
    Table(
      title: "coefficients",
      columns: [
        "term", "estimate", "standard_error", "statistic", "p_value", "low", "high",
        "degrees_of_freedom",
      ],
      rows: rows { name, entry, statistic in
        [
          .text(name), .number(entry.estimate), .number(entry.standardError), .number(statistic),
          .number(distribution.bothTails(statistic)),
          .number(entry.estimate - reach * entry.standardError),
          .number(entry.estimate + reach * entry.standardError),
          .number(distribution.degreesOfFreedom),
        ]
      }, notes: allNotes)
  }

  func display() -> Table {
    Table(
      title: words(
        """
        \(sample.responseName), regression of ranks (\(regression.form.rawValue)): \
        \(counting: sample.rowCount, "row")
        """),
      columns: [""]
        + words.columns("coefficient", "std. error", "t", "p", "\(confidence: level) from", "to"),
      rows: rows { name, entry, statistic in
        let format = RegressionAnswer.format(for: entry.standardError, words)
        return [
          .text(name), .text(format(entry.estimate)), .text(format(entry.standardError)),
          .text(words.decimals(2).string(statistic)),
          .text(RegressionAnswer.probability(distribution.bothTails(statistic), words)),
          .text(format(entry.estimate - reach * entry.standardError)),
          .text(format(entry.estimate + reach * entry.standardError)),
        ]
      }, notes: summary + allNotes)
  }

  private var summary: [Phrase] {
    let units = regression.independentUnits
    let independent =
      clusters.map { Phrase("\(units) independent groups of \($0)") }
      ?? Phrase("\(units) independent rows")
    let distribution =
      units == 2
      ? Phrase("t with 1 degree of freedom") : Phrase("t with \(units - 1) degrees of freedom")
    return [
      sample.time.map {
        Phrase(
          """
          Ranks run from near 0 for the least to near 1 for the largest among the rows of the same \
          \($0.name), ties at the middle of their places.
          """)
      }
        ?? Phrase(
          """
          Ranks run from near 0 for the least to near 1 for the largest, ties at the middle of their \
          places.
          """),
      Phrase(
        """
        Standard errors know that ranks are estimated (Chetverikov & Wilhelm 2023); \
        \(independent), \(distribution).
        """),
    ]
  }

  private var allNotes: [Phrase] { notes + regression.notes }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("model", .text(regression.form.rawValue)), ("rows", Cell(sample.rowCount)),
      ("independent_units", Cell(regression.independentUnits)),
      ("errors", .text(clusters.map { "cluster:\($0)" } ?? "hc0")), ("level", .number(level)),
      ("ties", .number(0.5)),
    ]
  }
}

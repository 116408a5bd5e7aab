import Regression
import Reports
import Tables

/// The answer of `regress`: for programs, and as people read it.
struct RegressionAnswer {
  let estimation: Estimation
  let covariance: CoefficientCovariance
  let level: Double
  let isStarred: Bool
  let arithmetic: ArithmeticNotes
  let resampling: ResampledColumns

  var fit: LinearFit { estimation.fit }

  /// The coefficients, with the columns that scripts rely on first.
  func table() -> Table {
    Table(
      title: "coefficients",
      columns: [
        "term", "estimate", "standard_error", "statistic", "p_value", "low", "high",
        "degrees_of_freedom",
      ] + resampling.columns,
      rows: fit.estimates(covariance, level: level).enumerated().map { number, entry in
        [
          .text(entry.term), .number(entry.estimate), .number(entry.standardError),
          .number(entry.statistic), .number(entry.pValue), .number(entry.low),
          .number(entry.high),
          Cell(entry.degreesOfFreedom.isFinite ? entry.degreesOfFreedom : nil),
        ] + resampling.cells(number)
      }, notes: notes)
  }

  /// The coefficients as people read them, to three digits of their standard error.
  func display() -> Table {
    Table(
      title: title,
      columns: [
        "", "coefficient", "std. error", "t", "p", "\(String.confidence(level)) from", "to",
      ]
        + (isStarred ? ["stars"] : []) + resampling.headings,
      rows: fit.estimates(covariance, level: level).enumerated().map { number, entry in
        let format = Self.format(for: entry.standardError)
        return [
          .text(entry.term), .text(format(entry.estimate)), .text(format(entry.standardError)),
          .text(NumberFormat.decimals(2).string(entry.statistic)),
          .text(Self.probability(entry.pValue)), .text(format(entry.low)),
          .text(format(entry.high)),
        ] + (isStarred ? [Cell.text(Self.stars(entry.pValue))] : [])
          + resampling.display(number, format)
      }, notes: summary + resampling.sentences + notes)
  }

  private var title: String {
    let effects = fit.effects.map(\.name).joined(separator: ", ")
    return "\(fit.responseName), \(fit.specification.model.words)"
      + (effects.isEmpty ? "" : " within effects of \(effects)") + ": "
      + String.counted("\(fit.rowCount)", "row")
  }

  /// What the regression rests on and how much it tells.
  private var summary: [String] {
    let share = estimation.rSquared
    let format = NumberFormat.decimals(3)
    var sentences = [errorSentence]
    var parts = ["\(fit.effects.isEmpty ? "R²" : "within effects") \(format.string(share.model))"]
    parts.append("adjusted \(format.string(share.adjusted))")
    if let all = share.withEffects { parts.append("effects included \(format.string(all))") }
    for (name, value) in [
      ("within units", share.within), ("between units", share.between), ("overall", share.overall),
    ] {
      if let value { parts.append("\(name) \(format.string(value))") }
    }
    sentences.append("How much is told (R²): \(parts.joined(separator: ", ")).")
    if let random = estimation.randomEffects {
      sentences.append(
        "Variance of the errors \(Self.short(random.errorVariance)), between units \(Self.short(random.effectVariance)) "
          + "(Swamy–Arora).")
    }
    if isStarred { sentences.append("* p < 0.05, ** p < 0.01, *** p < 0.001.") }
    return sentences
  }

  private var errorSentence: String {
    let freedom = Set(covariance.degreesOfFreedom)
    let distribution: String =
      if freedom.count > 1 {
        "t with degrees of freedom of each coefficient's own"
      } else if let one = freedom.first, one.isFinite {
        "t with \(String.counted(Self.short(one), "degree")) of freedom"
      } else {
        "the normal distribution"
      }
    let clusters =
      covariance.clusterCounts.isEmpty
      ? "" : " (\(covariance.clusterCounts.map(String.init).joined(separator: " and ")) groups)"
    return "Standard errors: \(covariance.errors)\(clusters), small-sample factor "
      + "\(covariance.smallSample.rawValue): \(covariance.factorFormula); \(distribution)."
  }

  /// What is worth knowing, for programs and people.
  var notes: [String] { notes(besides: covariance.notes + resampling.notes) }

  /// What is worth knowing where one variance of the errors stands in for their covariance.
  var notesOfOneVariance: [String] {
    notes(besides: ["Errors are taken to be of one variance, whatever --errors says."])
  }

  private func notes(besides more: [String]) -> [String] {
    fit.dropped.map { "\($0.name) is left out: it \($0.reason)." } + arithmetic.notes
      + PersistenceNote(estimation).notes + more + fit.notes.map(\.sentence)
      + (fit.conditionNumber > 1e5
        ? [
          "The regressors are nearly combinations of one another (condition number "
            + "\(Self.short(fit.conditionNumber))); --show collinearity tells which."
        ] : [])
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    let share = estimation.rSquared
    return [
      ("model", .text(fit.specification.model.rawValue)),
      ("errors", .text(covariance.errors.description)),
      ("small_sample", .text(covariance.smallSample.rawValue)),
      ("factor", .number(covariance.factor)), ("level", .number(level)),
      ("rows", Cell(fit.rowCount)), ("parameters", Cell(fit.parameterCount)),
      ("absorbed_parameters", Cell(fit.absorbedCount)),
      ("residual_degrees_of_freedom", Cell(fit.residualDegreesOfFreedom)),
      ("residual_sum_of_squares", .number(fit.residualSquares)),
      ("residual_standard_deviation", .number(fit.residualVariance.squareRoot())),
      ("r_squared", .number(share.model)), ("adjusted_r_squared", .number(share.adjusted)),
      ("r_squared_with_effects", Cell(share.withEffects)), ("r_squared_within", Cell(share.within)),
      ("r_squared_between", Cell(share.between)), ("r_squared_overall", Cell(share.overall)),
      ("condition_number", .number(fit.conditionNumber)),
      ("dropped", .text(fit.dropped.map(\.name).joined(separator: ", "))),
    ] + resampling.settings
      + (estimation.randomEffects.map { random in
        [
          ("error_variance", Cell.number(random.errorVariance)),
          ("effect_variance", .number(random.effectVariance)),
        ]
      } ?? [])
  }

  /// Writes numbers of which the smallest that matters is a standard error: to its third digit.
  static func format(for error: Double) -> (Double) -> String {
    guard error.isFinite, error > 0, error < 1e6, error > 1e-7 else { return short }
    var decimals = 2
    var size = error
    while size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    let format = NumberFormat.decimals(max(0, error >= 100 ? 1 : decimals))
    return { format.string($0) }
  }

  /// A number to four digits.
  static func short(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "–" }
    var (size, decimals) = (abs(number), 3)
    guard size < 1e9, size > 1e-6 else { return "\(number)" }
    while size >= 10, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    while size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    if number == number.rounded() { decimals = 0 }
    return NumberFormat.decimals(decimals).string(number)
  }

  static func probability(_ value: Double) -> String {
    value < 0.0001 ? "<0.0001" : NumberFormat.decimals(4).string(value)
  }

  private static func stars(_ value: Double) -> String {
    value < 0.001 ? "***" : value < 0.01 ? "**" : value < 0.05 ? "*" : ""
  }
}

extension Specification.Model {
  /// The model in words, for a title.
  var words: String {
    switch self {
    case .pooled, .within: "least squares"
    case .between: "means of units"
    case .firstDifference: "changes"
    case .random: "random effects"
    }
  }
}

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
  let words: Words

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
      columns: [""]
        + words.columns(
          "coefficient", "std. error", "t", "p", "\(confidence: level) from", "to")
        + (isStarred ? words.columns("stars") : []) + resampling.headings(words),
      rows: fit.estimates(covariance, level: level).enumerated().map { number, entry in
        let format = Self.format(for: entry.standardError, words)
        return [
          .text(entry.term), .text(format(entry.estimate)), .text(format(entry.standardError)),
          .text(words.decimals(2).string(entry.statistic)),
          .text(Self.probability(entry.pValue, words)), .text(format(entry.low)),
          .text(format(entry.high)),
        ] + (isStarred ? [Cell.text(Self.stars(entry.pValue))] : [])
          + resampling.display(number, format, words)
      }, notes: summary + resampling.sentences + notes)
  }

  private var title: String {
    let effects = fit.effects.map(\.name)
    let (name, model) = (fit.responseName, fit.specification.model.phrase)
    return effects.isEmpty
      ? words("\(name), \(model): \(counting: fit.rowCount, "row")")
      : words("\(name), \(model) within effects of \(effects): \(counting: fit.rowCount, "row")")
  }

  /// What the regression rests on and how much it tells.
  private var summary: [Phrase] {
    let share = estimation.rSquared
    let three = NumberFormat.decimals(3)
    var sentences = [errorSentence]
    let parts = [
      fit.effects.isEmpty
        ? Phrase("R² \(share.model, three)") : Phrase("within effects \(share.model, three)"),
      Phrase("adjusted \(share.adjusted, three)"),
      share.withEffects.map { Phrase("effects included \($0, three)") },
      share.within.map { Phrase("within units \($0, three)") },
      share.between.map { Phrase("between units \($0, three)") },
      share.overall.map { Phrase("overall \($0, three)") },
    ].compactMap(\.self)
    sentences.append(Phrase("How much is told (R²): \(parts)."))
    if let random = estimation.randomEffects {
      let error = Self.short(random.errorVariance, words)
      let effect = Self.short(random.effectVariance, words)
      sentences.append(
        Phrase("Variance of the errors \(error), between units \(effect) (Swamy–Arora)."))
    }
    if isStarred {
      let (two, three) = (NumberFormat.decimals(2), NumberFormat.decimals(3))
      sentences.append(
        Phrase("* p < \(0.05, two), ** p < \(0.01, two), *** p < \(0.001, three)."))
    }
    return sentences
  }

  private var errorSentence: Phrase {
    let freedom = Set(covariance.degreesOfFreedom)
    let distribution =
      if freedom.count > 1 {
        Phrase("t with degrees of freedom of each coefficient's own")
      } else if let one = freedom.first, one.isFinite {
        one == 1
          ? Phrase("t with 1 degree of freedom")
          : Phrase("t with \(Self.short(one, words)) degrees of freedom")
      } else {
        Phrase("the normal distribution")
      }
    let groups = covariance.clusterCounts
    let errors =
      switch groups.count {
      case 0: Phrase(verbatim: covariance.errors.description)
      case 1: Phrase("\(covariance.errors.description) (\(groups[0]) groups)")
      default: Phrase("\(covariance.errors.description) (\(groups[0]) and \(groups[1]) groups)")
      }
    return Phrase(
      """
      Standard errors: \(errors), small-sample factor \(covariance.smallSample.rawValue): \
      \(covariance.factorFormula); \(distribution).
      """)
  }

  /// What is worth knowing, for programs and people.
  var notes: [Phrase] {
    notes(besides: covariance.notes + resampling.notes)
  }

  /// What is worth knowing where one variance of the errors stands in for their covariance.
  var notesOfOneVariance: [Phrase] {
    notes(besides: [Phrase("Errors are taken to be of one variance, whatever --errors says.")])
  }

  private func notes(besides more: [Phrase]) -> [Phrase] {
    fit.dropped.map { Phrase("\($0.name) is left out: it \($0.reason).") } + arithmetic.notes
      + PersistenceNote(estimation).notes + more + fit.notes
      + (fit.conditionNumber > 1e5
        ? [
          Phrase(
            """
            The regressors are nearly combinations of one another (condition number \
            \(Self.short(fit.conditionNumber, words))); --show collinearity tells which.
            """)
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
  static func format(
    for error: Double, _ words: Words = .english
  ) -> (Double) -> String {
    guard error.isFinite, error > 0, error < 1e6, error > 1e-7 else { return { short($0, words) } }
    var decimals = 2
    var size = error
    while size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    let format = words.decimals(max(0, error >= 100 ? 1 : decimals))
    return { format.string($0) }
  }

  /// A number to four digits.
  static func short(_ number: Double, _ words: Words = .english) -> String {
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
    return words.decimals(decimals).string(number)
  }

  static func probability(_ value: Double, _ words: Words = .english) -> String {
    let four = words.decimals(4)
    return value < 0.0001 ? "<" + four.string(0.0001) : four.string(value)
  }

  private static func stars(_ value: Double) -> String {
    value < 0.001 ? "***" : value < 0.01 ? "**" : value < 0.05 ? "*" : ""
  }
}

extension Specification.Model {
  /// The model in words, for a title.
  var phrase: Phrase {
    switch self {
    case .pooled, .within: Phrase("least squares")
    case .between: Phrase("means of units")
    case .firstDifference: Phrase("changes")
    case .random: Phrase("random effects")
    }
  }
}

import Regression
import Reports
import Statistics
import Tables

/// What a bootstrap and a correction for several tests add to a table of coefficients.
struct ResampledColumns {
  private let inference: BootstrapInference?
  private let options: BootstrapOptions
  /// P-values corrected for their number, and their Monte Carlo standard errors.
  private let adjusted: [Double]?
  private let adjustedErrors: [Double]?
  /// Whether an intercept is left out of the correction.
  private let hasIntercept: Bool

  /// Corrects p-values as asked, all but the intercept's, whose hypothesis nobody asks about.
  ///
  /// - Parameters:
  ///   - inference: the bootstrap, if one was made.
  ///   - options: what was asked for.
  ///   - estimates: the coefficients, whose p-values a wild bootstrap's take the place of.
  init(
    _ inference: BootstrapInference?, _ options: BootstrapOptions,
    estimates: [CoefficientEstimate]
  ) {
    self.inference = inference
    self.options = options
    let pValues = estimates.map(\.pValue)
    let slopes = estimates.indices.filter { estimates[$0].term != "(Intercept)" }
    hasIntercept = slopes.count < estimates.count
    // The places of all coefficients, empty but for the slopes.
    func spread(_ values: [Double]) -> [Double] {
      var all = pValues.map { _ in Double.nan }
      for (place, value) in zip(slopes, values) { all[place] = value }
      return all
    }
    let values = inference?.coefficients.compactMap(\.pValue) ?? []
    let chosen = slopes.map { (values.count == pValues.count ? values : pValues)[$0] }
    switch options.adjust {
    case .none: (adjusted, adjustedErrors) = (nil, nil)
    case .holm: (adjusted, adjustedErrors) = (spread(AdjustedPValues.holm(chosen)), nil)
    case .benjaminiHochberg:
      (adjusted, adjustedErrors) = (spread(AdjustedPValues.benjaminiHochberg(chosen)), nil)
    case .romanoWolf:
      guard let inference, !inference.statistics.isEmpty else {
        (adjusted, adjustedErrors) = (pValues.map { _ in .nan }, nil)
        return
      }
      let drawn = stride(from: 0, to: inference.statistics.count, by: pValues.count)
        .flatMap { start in slopes.map { inference.statistics[start + $0] } }
      let found = RomanoWolf(
        statistics: slopes.map { inference.observed[$0] }, bootstrap: drawn,
        isEnumerated: inference.isEnumerated)
      (adjusted, adjustedErrors) = (spread(found.pValues), spread(found.standardErrors))
    }
  }

  private var isWild: Bool { inference?.coefficients.contains { $0.pValue != nil } ?? false }

  /// The names of the columns for programs.
  var columns: [String] {
    (inference == nil
      ? []
      : isWild
        ? ["bootstrap_p_value", "bootstrap_p_value_error", "bootstrap_low", "bootstrap_high"]
        : [
          "bootstrap_standard_error", "bootstrap_standard_error_error", "bootstrap_low",
          "bootstrap_low_error", "bootstrap_high", "bootstrap_high_error",
        ]) + (adjusted == nil ? [] : ["adjusted_p_value", "adjusted_p_value_error"])
  }

  /// The cells of one coefficient.
  func cells(_ number: Int) -> [Cell] {
    var cells: [Cell] = []
    if let found = inference?.coefficients[number] {
      cells =
        isWild
        ? [Cell(found.pValue), Cell(found.pValueError), .number(found.low), .number(found.high)]
        : [
          Cell(found.standardError), Cell(found.standardErrorError), .number(found.low),
          Cell(found.lowError), .number(found.high), Cell(found.highError),
        ]
    }
    if let adjusted { cells += [Cell(adjusted[number]), Cell(adjustedErrors?[number])] }
    return cells
  }

  /// The headings for people.
  func headings(_ words: Words) -> [String] {
    (inference == nil
      ? []
      : isWild
        ? words.columns("bootstrap p", "from", "to")
        : words.columns("bootstrap std. error", "from", "to"))
      + (adjusted == nil ? [] : words.columns("adjusted p"))
  }

  /// The cells of one coefficient for people.
  func display(_ number: Int, _ format: (Double) -> String, _ words: Words) -> [Cell] {
    var cells: [Cell] = []
    if let found = inference?.coefficients[number] {
      let first =
        found.pValue.map { value in
          RegressionAnswer.probability(value, words)
            + (found.pValueError.map {
              $0 > 0 ? " ± \(RegressionAnswer.probability($0, words))" : ""
            }
              ?? "")
        } ?? found.standardError.map(format) ?? "–"
      cells = [.text(first)] + [found.low, found.high].map { .text(Self.end($0, format)) }
    }
    if let adjusted { cells.append(.text(RegressionAnswer.probability(adjusted[number], words))) }
    return cells
  }

  /// The end of an interval, which may reach without end.
  private static func end(_ value: Double, _ format: (Double) -> String) -> String {
    value == .infinity ? "∞" : value == -.infinity ? "−∞" : format(value)
  }

  /// How it was done, for people.
  var sentences: [Phrase] {
    (inference.map { [bootstrapSentence($0)] } ?? []) + (correction.map { [$0] } ?? [])
  }

  private func bootstrapSentence(_ inference: BootstrapInference) -> Phrase {
    let draws = Phrase(
      """
      \(inference.draws) draws of \(inference.clusters.count) groups of \(inference.clusters.name), \
      seed \(verbatim: options.chance.seed)
      """)
    guard isWild else { return Phrase("Bootstrap: \(draws); from and to are percentiles.") }
    let weights =
      options.kind == .wild(.webb) ? Phrase("Webb's weights") : Phrase("random signs")
    return Phrase(
      """
      Bootstrap: \(weights) on residuals, the hypothesis imposed; \(draws). After ± the p-value's own \
      Monte Carlo standard error.
      """)
  }

  private var correction: Phrase? {
    let method: Phrase
    switch options.adjust {
    case .none: return nil
    case .holm: method = Phrase("Holm's")
    case .benjaminiHochberg: method = Phrase("Benjamini and Hochberg's rate of false discoveries")
    case .romanoWolf: method = Phrase("Romano and Wolf's stepdown by the bootstrap")
    }
    return hasIntercept
      ? Phrase("Adjusted p: \(method), for all coefficients but the intercept.")
      : Phrase("Adjusted p: \(method), for all coefficients.")
  }

  /// What is worth knowing.
  var notes: [Phrase] { inference?.notes ?? [] }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    var settings: [(String, Cell)] = []
    if let inference {
      settings += [
        ("bootstrap", .text(options.bootstrap == .none ? "wild" : options.bootstrap.rawValue)),
        ("bootstrap_clusters", Cell(inference.clusters.count)), ("draws", Cell(inference.draws)),
        ("seed", Cell(options.chance.seed)),
      ]
    }
    if options.adjust != .none { settings.append(("adjust", .text(options.adjust.rawValue))) }
    return settings
  }
}

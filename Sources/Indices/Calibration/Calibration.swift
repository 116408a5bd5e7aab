public import Panels

/// A rule learned from published scores.
///
/// Least squares on the provinces' scores give the slopes (`LinearForm`), and a search over round weights
/// and over the extremes that the years up to this one have shown (`ConstantSearch`) gives the
/// weights and ranges behind them. Years are taken in their order, since ranges are carried from one
/// to the next.
public struct Calibration: Sendable {
  /// What could be learned of a year.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Every weight and range is told, and together they give every published score back.
    case exact
    /// The slopes give every score back, but not every weight and range behind them is told.
    case linear
    /// Something that is not published enters the scores; weights are fitted.
    case approximate
  }

  /// How sure a weight and a range are.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// They give the published scores back together with those of all other indicators.
    case proved
    /// They make the slope, but the others are not all known, so that nothing proves them.
    case likely
    /// They are estimates, in a year whose scores the printed indicators do not give back.
    case fitted
    /// Nothing seen makes the slope a round weight.
    case undetermined
    /// The indicator is printed and has no part in the score.
    case none
  }

  /// What was learned of one indicator.
  public struct Coefficient: Sendable {
    /// The code of the indicator.
    public let indicator: String
    /// What one unit more adds to the score; nil where it cannot be told from the others.
    public let slope: Double?
    /// The standard error of the slope, by the classical formula.
    public let standardError: Double?
    /// Whether more is better, by the sign of the slope.
    public let direction: Direction?
    /// How sure weight and range are.
    public let certainty: Certainty
    /// The weight, where it is told.
    public let weight: Double?
    /// The lower end of the range, and how it was found.
    public let minimum: RangeEnd?
    /// The upper end of the range, and how it was found.
    public let maximum: RangeEnd?
    /// What the scores leave of each of them when nothing is known of the past.
    public let intervals: ConstantIntervals?
  }

  /// The linear form of the year.
  public let form: LinearForm
  /// What could be learned.
  public let standing: Standing
  /// Whether the weights and ranges found, proved or only likely, give every published score back.
  public let isComplete: Bool
  /// One entry per indicator, in the order of the codebook.
  public let coefficients: [Coefficient]
  /// The year.
  public var year: Int { form.year }
  /// The sub-index.
  public var subindex: String { form.subindex }
  /// The largest distance of a fitted score from the published one, by the linear form.
  public var largestResidual: Double { form.largestResidual }

  /// Learns the rule of one year from its scores and from the years before.
  ///
  /// - Parameters:
  ///   - panel: the figures, with published scores; the more years, the more is told.
  ///   - subindex: the sub-index, or `pci` for the total.
  ///   - year: the year.
  ///   - given: ranges of that year known from elsewhere, by indicator; they go before any other.
  /// - Throws: `PanelError.noFigures`, or `IndexError.tooFewProvinces`.
  public init(
    panel: Panel, subindex: String, year: Int, given: [String: ClosedRange<Double>] = [:]
  ) throws {
    let known = Self.history(of: panel, subindex: subindex, through: year - 1)
    self.init(
      try LinearForm(panel: panel, subindex: subindex, year: year), panel: panel,
      before: Knowledge(known), given: given)
  }

  /// The rules of all years that can be fitted, up to a given one.
  ///
  /// A year without scores, or with too few provinces, is passed over.
  public static func history(
    of panel: Panel, subindex: String, through year: Int = .max
  ) -> [Calibration] {
    var knowledge = Knowledge([])
    var calibrations: [Calibration] = []
    for past in panel.years where past <= year {
      guard let form = try? LinearForm(panel: panel, subindex: subindex, year: past),
        form.terms.count > 1
      else { continue }
      let calibration = Calibration(form, panel: panel, before: knowledge, given: [:])
      knowledge.add(calibration)
      calibrations.append(calibration)
    }
    return calibrations
  }

  /// The constants that were proved last, by indicator.
  struct Knowledge {
    private(set) var constants: [String: (weight: Double, lower: RangeEnd, upper: RangeEnd)] = [:]

    init(_ calibrations: [Calibration]) {
      for calibration in calibrations { add(calibration) }
    }

    mutating func add(_ calibration: Calibration) {
      for entry in calibration.coefficients where entry.certainty == .proved {
        if let weight = entry.weight, let lower = entry.minimum, let upper = entry.maximum {
          constants[entry.indicator] = (weight, lower, upper)
        }
      }
    }
  }

  init(
    _ form: LinearForm, panel: Panel, before: Knowledge, given: [String: ClosedRange<Double>]
  ) {
    let histories = form.terms.map { panel.extremes(of: $0.indicator.code, through: form.year) }
    let finding: ConstantSearch.Finding
    if form.isExact {
      let ends = zip(form.terms, histories).map { term, history in
        let known = before.constants[term.indicator.code]
        return RangeEnds(
          of: term.indicator, history: history, year: form.year,
          before: known.map { ($0.lower, $0.upper) }, given: given[term.indicator.code])
      }
      var weights: [Int: Double] = [:]
      for (position, term) in form.terms.enumerated() {
        weights[position] = before.constants[term.indicator.code]?.weight
      }
      finding = ConstantSearch(form: form, ends: ends, weightsBefore: weights).find()
    } else {
      finding = form.fittedConstants(histories: histories, given: given)
    }
    self.form = form
    let isProved = finding.isComplete && finding.proved.count == finding.constants.count
    standing = form.isExact ? (isProved ? .exact : .linear) : .approximate
    isComplete = finding.isComplete
    let intervals = ConstantIntervals.all(
      of: form, constants: finding.constants.filter { finding.proved.contains($0.key) })
    coefficients = form.terms.enumerated().map { position, term in
      let found = finding.constants[position]
      return Coefficient(
        indicator: term.indicator.code, slope: term.slope, standardError: term.standardError,
        direction: term.slope.map { $0 < 0 ? .reversed : .positive },
        certainty: found == nil
          ? (term.isWithoutPart ? .none : .undetermined)
          : !form.isExact ? .fitted : finding.proved.contains(position) ? .proved : .likely,
        weight: found?.weight, minimum: found?.lower, maximum: found?.upper,
        intervals: term.isWithoutPart ? nil : intervals[position])
    }
  }

  /// The rule, where its weights and ranges give the scores back, proved or not, or are fitted.
  ///
  /// - Parameter dimension: the dimension an indicator belongs to, which no score tells.
  /// - Returns: nil where the constants found do not give the scores back.
  public func rule(dimension: (String) -> String = { $0 }) -> ScoringRule? {
    guard isComplete || standing == .approximate else { return nil }
    let parts = coefficients.filter { $0.certainty != .none }
    let components = parts.compactMap { entry -> ScoringRule.Component? in
      guard let weight = entry.weight, let lower = entry.minimum, let upper = entry.maximum,
        let direction = standing == .approximate
          ? form.terms.first(where: { $0.indicator.code == entry.indicator })?.indicator.direction
          : entry.direction
      else { return nil }
      return ScoringRule.Component(
        indicator: entry.indicator, dimension: dimension(entry.indicator), weight: weight,
        minimum: lower.value, maximum: upper.value, direction: direction, scale: form.scale)
    }
    guard components.count == parts.count, !components.isEmpty else { return nil }
    return try? ScoringRule(
      year: year, subindex: subindex,
      standing: standing == .approximate ? .approximate : .exact, components: components)
  }
}

extension Panel {
  /// The lowest and highest value of an indicator in each year up to a given one.
  func extremes(of indicator: String, through year: Int) -> [Int: ClosedRange<Double>] {
    var extremes: [Int: ClosedRange<Double>] = [:]
    for past in years(of: indicator, through: year) {
      let values = (column(indicator, in: past) ?? []).compactMap { $0 }
      if let lowest = values.min(), let highest = values.max() {
        extremes[past] = lowest...highest
      }
    }
    return extremes
  }
}

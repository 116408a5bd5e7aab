public import Panels
public import Tables
import LinearAlgebra

/// A rule learned from published scores.
///
/// Within a year the sub-index is exactly linear in a province's own indicators, so that least
/// squares on the provinces' scores gives the slopes, slope = ± 9 weight / (maximum − minimum), with a
/// residual that is only rounding. A slope alone does not tell weight from range. A range is known
/// where the index fixes it (the codebook's scale), or taken to be what has been seen where the whole
/// life of the indicator is in the panel, since ranges run over everything seen; then the weight
/// follows. Elsewhere the weight is at least what the values seen imply, and at most what the
/// others leave.
public struct Calibration: Sendable {
  /// How the range of an indicator came to be known.
  public enum RangeSource: String, Sendable, Hashable {
    /// The index fixes it.
    case fixed
    /// The extremes of all years since the indicator began, taken for the ends of the range.
    ///
    /// An end that was typed rounded, or revised after it was used, makes the weight a little wrong: by
    /// up to 1 % of itself in 2013–2019.
    case seen
    /// It was given with the question.
    case given
    /// It cannot be told from its weight.
    case unknown
  }

  /// What was learned of one indicator.
  public struct Coefficient: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// What one unit more adds to the score; nil where it cannot be told from the others.
    public let slope: Double?
    /// The standard error of the slope, by the classical formula.
    public let standardError: Double?
    /// Whether more is better, by the sign of the slope.
    public let direction: Direction?
    /// The range, where it is known.
    public let range: ClosedRange<Double>?
    /// How the range is known.
    public let rangeSource: RangeSource
    /// The interval the weight lies in; a point where the range is known.
    public let weights: ClosedRange<Double>?

    /// The weight, where the range is known.
    public var weight: Double? { range == nil ? nil : weights?.lowerBound }
  }

  /// The year.
  public let year: Int
  /// The sub-index.
  public let subindex: String
  /// One entry per indicator, in the order of the codebook.
  public let coefficients: [Coefficient]
  /// The constant of the linear form.
  public let intercept: Double
  /// The largest distance of a fitted score from the published one.
  public let largestResidual: Double
  /// The number of provinces the fit rests on.
  public let provinces: Int
  /// What is worth knowing: provinces left out, indicators that are combinations of others.
  public let notes: [String]

  /// Learns the rule of one year.
  ///
  /// - Parameters:
  ///   - panel: the figures, with the published scores of that year.
  ///   - subindex: the sub-index.
  ///   - year: the year.
  ///   - given: ranges known from elsewhere, by indicator; they go before any other.
  /// - Throws: `PanelError.noFigures`, or `IndexError.tooFewProvinces`.
  public init(
    panel: Panel, subindex: String, year: Int, given: [String: ClosedRange<Double>] = [:]
  ) throws {
    try panel.requireYear(year)
    let indicators = panel.indicators(of: subindex, in: year)
    let codes = indicators.map(\.code)
    let scores = panel.indicators.filter { $0.isScore && $0.subindex == subindex }.map(\.code)
    let sample = try panel.sample(of: codes + scores, in: year)
    let count = sample.provinces.count
    guard let score = scores.first, count > indicators.count + 1 else {
      throw IndexError.tooFewProvinces(
        year: year, provinces: count, coefficients: indicators.count + 1)
    }
    let response = sample.column(score)
    let design = sample.matrix(of: codes, withConstant: true)
    let fit = try LeastSquares(design)
    let estimates = try fit.coefficients(for: response)
    let residuals = design.residual(of: response, coefficients: estimates)
    let variance = residuals.reduce(0) { $0 + $1 * $1 } / Double(count - fit.rank)
    let diagonal = fit.inverseGramDiagonal()

    self.year = year
    self.subindex = subindex
    provinces = count
    intercept = estimates[0]
    largestResidual = residuals.reduce(0) { max($0, abs($1)) }
    coefficients = Self.bounded(
      indicators.enumerated().map { position, indicator in
        let column = position + 1
        let isKept = !fit.droppedColumns.contains(column)
        return Self.coefficient(
          of: indicator, slope: isKept ? estimates[column] : nil,
          standardError: diagonal[column].map { ($0 * variance).squareRoot() },
          panel: panel, year: year, given: given[indicator.code])
      })
    notes =
      sample.incomplete.map { "\($0.nameVi) is left out: a figure or its score is missing" }
      + fit.droppedColumns.map { column in
        let name = column == 0 ? "the constant" : indicators[column - 1].code
        return "\(name) is a combination of the other indicators and has no slope of its own"
      } + [Self.doubt(on: coefficients)].compactMap(\.self)
  }

  /// A note where every weight is known and they do not add up to one.
  ///
  /// Ends of ranges that were typed rounded make up for less than 0.01.
  private static func doubt(on coefficients: [Coefficient]) -> String? {
    let weights = coefficients.compactMap(\.weight)
    let sum = weights.reduce(0, +)
    guard weights.count == coefficients.count, abs(sum - 1) > 0.01 else { return nil }
    return
      "The weights add up to \((sum * 1000).rounded() / 1000), not 1: one range at least is not "
      + "what has been seen, and its weight is wrong by as much."
  }

  private static func coefficient(
    of indicator: Indicator, slope: Double?, standardError: Double?, panel: Panel, year: Int,
    given: ClosedRange<Double>?
  ) -> Coefficient {
    let years = panel.years(of: indicator.code, through: year)
    let values = years.flatMap { panel.column(indicator.code, in: $0) ?? [] }.compactMap { $0 }
    let seen = (values.min() ?? 0)...(values.max() ?? 0)
    // One province missing in one year may have held an extreme.
    let isWhole =
      years.elementsEqual(min(indicator.years.lowerBound, year)...year)
      && values.count == years.reduce(0) { $0 + panel.provinces(in: $1).count }
    let (range, source): (ClosedRange<Double>?, RangeSource) =
      if let given {
        (given, .given)
      } else if let scale = indicator.scale {
        (scale, .fixed)
      } else if isWhole {
        (seen, .seen)
      } else {
        (nil, .unknown)
      }
    let weights = slope.map { slope in
      let least = abs(slope) * width(range ?? seen) / 9
      return least...(range == nil ? .infinity : least)
    }
    return Coefficient(
      indicator: indicator.code, slope: slope, standardError: standardError,
      direction: slope.map { $0 < 0 ? .reversed : .positive }, range: range, rangeSource: source,
      weights: weights)
  }

  /// Bounds each open weight from above by what the least weights of all others leave of one.
  private static func bounded(_ coefficients: [Coefficient]) -> [Coefficient] {
    let least = coefficients.reduce(0) { $0 + ($1.weights?.lowerBound ?? 0) }
    return coefficients.map { entry in
      guard let weights = entry.weights, weights.upperBound == .infinity else { return entry }
      let most = max(weights.lowerBound, 1 - (least - weights.lowerBound))
      return Coefficient(
        indicator: entry.indicator, slope: entry.slope, standardError: entry.standardError,
        direction: entry.direction, range: entry.range, rangeSource: entry.rangeSource,
        weights: weights.lowerBound...most)
    }
  }

  private static func width(_ range: ClosedRange<Double>) -> Double {
    range.upperBound - range.lowerBound
  }

  /// One row per indicator: weight, range, direction and slope, with how they are known.
  public func table() -> Table {
    Table(
      title: "\(subindex) \(year)",
      columns: [
        "indicator", "weight", "minimum", "maximum", "direction", "slope", "standard_error",
        "range", "weight_low", "weight_high", "largest_residual",
      ],
      rows: coefficients.map { entry in
        [
          .text(entry.indicator), Cell(entry.weight), Cell(entry.range?.lowerBound),
          Cell(entry.range?.upperBound), Cell(entry.direction?.rawValue ?? ""), Cell(entry.slope),
          Cell(entry.standardError), .text(entry.rangeSource.rawValue),
          Cell(entry.weights?.lowerBound), Cell(entry.weights?.upperBound),
          .number(largestResidual),
        ]
      },
      notes: notes)
  }
}

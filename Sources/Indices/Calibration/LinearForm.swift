public import Panels
import LinearAlgebra

/// A year's scores as a linear form of the indicators: score = constant + Σ slope × value.
///
/// Within a year the score of an index is exactly linear in a province's own indicators, so that
/// least squares over the provinces gives the slopes with a residual that is only rounding. Where
/// something unpublished enters, the residual says how much.
public struct LinearForm: Sendable {
  /// One indicator's part.
  public struct Term: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// What one unit more adds to the score; nil where it is a combination of the others.
    public let slope: Double?
    /// The standard error of the slope, by the classical formula.
    public let standardError: Double?
    /// The values of the provinces, in the order of `provinces`.
    public let values: [Double]

    /// The lowest and the highest value of the year.
    public var extremes: ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 0) }

    /// Whether the indicator moves no score, though it is printed: less than 1e-5 over all its values.
    public var isWithoutPart: Bool {
      guard let slope, let standardError else { return false }
      let reach = abs(slope) * (extremes.upperBound - extremes.lowerBound)
      return reach < 1e-5 && abs(slope) < 10 * standardError
    }
  }

  /// The year.
  public let year: Int
  /// The sub-index, or `pci` for the total.
  public let subindex: String
  /// The provinces with every figure and a published score.
  public let provinces: [Province]
  /// The provinces left out for want of a figure.
  public let incomplete: [Province]
  /// One term per indicator, in the order of the codebook.
  public let terms: [Term]
  /// The constant.
  public let constant: Double
  /// The standard error of the constant.
  public let constantError: Double
  /// The published scores, in the order of `provinces`.
  public let scores: [Double]
  /// Published less fitted, in the order of `provinces`.
  public let residuals: [Double]

  /// The largest distance of a fitted score from the published one.
  public var largestResidual: Double { residuals.reduce(0) { max($0, abs($1)) } }

  /// The share of the variance of the scores that the form explains.
  public var rSquared: Double {
    let mean = scores.reduce(0, +) / Double(scores.count)
    let total = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return 1 - residuals.reduce(0) { $0 + $1 * $1 } / total
  }

  /// Whether the form gives the published scores back to the precision they are stored with.
  ///
  /// Stored scores are 32-bit numbers, 4.8e-7 apart, made from sums of ten to twenty products that
  /// were rounded too: the exact years leave up to 1.5e-6, those with a hidden part from 0.06 on.
  public var isExact: Bool { largestResidual <= Self.exactness }

  static let exactness = 1e-5

  /// Fits the scores of one year.
  ///
  /// - Throws: `PanelError.noFigures` for a year without figures, `IndexError.tooFewProvinces`.
  public init(panel: Panel, subindex: String, year: Int) throws {
    try panel.requireYear(year)
    let indicators = panel.ingredients(of: subindex, in: year)
    let codes = indicators.map(\.code)
    let sample = try panel.sample(of: codes + [subindex], in: year)
    let count = sample.provinces.count
    guard count > indicators.count + 1 else {
      throw IndexError.tooFewProvinces(
        year: year, provinces: count, coefficients: indicators.count + 1)
    }
    let scores = sample.column(subindex)
    let design = sample.matrix(of: codes, withConstant: true)
    let fit = try LeastSquares(design)
    let estimates = try fit.coefficients(for: scores)
    let residuals = design.residual(of: scores, coefficients: estimates)
    let variance = residuals.reduce(0) { $0 + $1 * $1 } / Double(count - fit.rank)
    let diagonal = fit.inverseGramDiagonal()

    self.year = year
    self.subindex = subindex
    provinces = sample.provinces
    incomplete = sample.incomplete
    constant = estimates[0]
    constantError = diagonal[0].map { ($0 * variance).squareRoot() } ?? 0
    self.scores = scores
    self.residuals = residuals
    terms = indicators.enumerated().map { position, indicator in
      let column = position + 1
      let isKept = !fit.droppedColumns.contains(column)
      return Term(
        indicator: indicator, slope: isKept ? estimates[column] : nil,
        standardError: diagonal[column].map { ($0 * variance).squareRoot() },
        values: sample.columns[position])
    }
  }
}

extension Panel {
  /// What an index is made of in a year: the indicators of a sub-index, the sub-indices of the whole.
  ///
  /// Sub-indices published beside the ten, as infrastructure in some years, are among the latter.
  package func ingredients(of subindex: String, in year: Int) -> [Indicator] {
    guard subindex == Codebook.wholeIndex else { return indicators(of: subindex, in: year) }
    return indicators.filter { $0.isScore && !years(of: $0.code).filter { $0 == year }.isEmpty }
  }
}

import LinearAlgebra
public import Tables

/// A regression by least squares: coefficients, residuals, and what standard errors are made of.
///
/// Whatever the model, it ends as rows × columns without effects, weighted by the roots of the weights.
/// The coefficients come from a column-scaled, pivoted QR refined to the last digits.
public struct LinearFit: Sendable {
  /// The regression.
  public let specification: Specification
  /// The name of what is explained.
  public let responseName: String
  /// The names of the coefficients that were estimated, the intercept first where there is one.
  public let names: [String]
  /// The coefficients.
  public let coefficients: [Double]
  /// Regressors that were left out, with the reason.
  public let dropped: [DroppedRegressor]
  /// The number of rows.
  public let rowCount: Int
  /// The parameters that the fixed effects are worth.
  public let absorbedCount: Int
  /// The groupings whose fixed effects were taken out.
  public let effects: [Grouping]
  /// The condition number of the columns scaled to length one.
  public let conditionNumber: Double
  /// The sum of squares of the residuals.
  public let residualSquares: Double
  /// The sum of squares that the model has to explain: of the response less its mean, where there is
  /// an intercept, and less the effects, where there are effects.
  public let totalSquares: Double
  /// What is worth knowing of the rows and of the way here.
  public let notes: [Phrase]

  /// Rows × coefficients, and the residuals of the rows, both times the roots of the weights.
  let design: Matrix
  let residuals: [Double]
  /// (XᵀX)⁻¹.
  let inverseGram: Matrix
  /// The unit, the time and the clusters of each row.
  let unit: Grouping?
  let time: Grouping?
  let clusters: [Grouping]
  let weights: [Double]?
  /// The row of the sample that each row stands for.
  let sampleRows: [Int]?

  /// A regressor that could not be told from others.
  public struct DroppedRegressor: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Why it was left out.
    public let reason: Phrase
  }

  /// The number of coefficients.
  public var parameterCount: Int { names.count }

  /// Rows less all parameters, those of the effects among them.
  public var residualDegreesOfFreedom: Int { rowCount - parameterCount - absorbedCount }

  /// The variance of the errors: squares of the residuals over their degrees of freedom.
  public var residualVariance: Double { residualSquares / Double(residualDegreesOfFreedom) }

  /// Whether there is an intercept among the coefficients.
  public var hasIntercept: Bool { names.first == ModelData.intercept }

  /// The coefficient of a name, nil where there is none.
  public subscript(name: String) -> Double? {
    names.firstIndex(of: name).map { coefficients[$0] }
  }

  /// The grouping of the rows by the name of its column.
  func grouping(_ name: String) -> Grouping? {
    ([unit, time].compactMap(\.self) + clusters + effects).first { $0.name == name }
  }
}

extension LinearFit {
  /// Estimates what a model's data say.
  ///
  /// - Throws: `tooFewRows`, or `nothingToEstimate`.
  init(
    _ data: ModelData, of specification: Specification, responseName: String, notes: [Phrase]
  ) throws {
    let (count, columns) = (data.design.rows, data.design.columns)
    guard count > columns + data.absorbedCount else {
      throw RegressionError.tooFewRows(rows: count, parameters: columns + data.absorbedCount)
    }
    let solution = try LeastSquaresSolution(
      data.design, data.response, weights: data.weights, lengths: data.lengths)
    guard !solution.kept.isEmpty else {
      throw RegressionError.nothingToEstimate(
        data.names.indices.map { "\(data.names[$0]) \(Self.reason(forDropping: $0, in: data))" })
    }
    self.specification = specification
    self.responseName = responseName
    names = solution.kept.map { data.names[$0] }
    coefficients = solution.coefficients
    dropped = data.names.indices.filter { !solution.kept.contains($0) }.map { number in
      DroppedRegressor(
        name: data.names[number], reason: Self.reason(forDropping: number, in: data))
    }
    rowCount = data.design.rows
    absorbedCount = data.absorbedCount
    effects = data.effects
    conditionNumber = solution.conditionNumber
    residualSquares = solution.residuals.reduce(0) { $0 + $1 * $1 }
    totalSquares = Self.totalSquares(of: data)
    self.notes =
      notes + data.notes + Self.notes(residualSquares: residualSquares, totalSquares, of: data)
    design = solution.design
    residuals = solution.residuals
    inverseGram = solution.inverseGram
    unit = data.unit
    time = data.time
    clusters = data.clusters
    weights = data.weights
    sampleRows = data.sampleRows
  }

  /// A column of which less than this part is left once effects are taken out is made of them.
  private static let absorptionTolerance = LeastSquares.defaultTolerance

  /// A warning where nothing but rounding is left of the response, or of the residuals.
  private static func notes(
    residualSquares: Double, _ totalSquares: Double, of data: ModelData
  ) -> [Phrase] {
    let size = data.response.reduce(0) { $0 + $1 * $1 }
    if totalSquares <= 1e-24 * size {
      return [Phrase("The response does not vary: coefficients, errors and tests are rounding.")]
    }
    // Residuals of twelve digits less than the response are those of stored decimals.
    return residualSquares <= 1e-24 * totalSquares
      ? [Phrase("Every row is fitted exactly: standard errors and tests are rounding.")] : []
  }

  /// Why a column cannot be told from the effects, or from those before it.
  private static func reason(forDropping column: Int, in data: ModelData) -> Phrase {
    let left = ModelData.lengths(of: data.design[columns: [column]])[0]
    if data.lengths[column] == 0 { return Phrase("is zero in every row") }
    guard left <= absorptionTolerance * data.lengths[column], !data.effects.isEmpty else {
      let values = data.design.column(column)
      return data.names.first == ModelData.intercept && values.allSatisfy({ $0 == values[0] })
        ? Phrase("does not vary") : Phrase("is a combination of the regressors before it")
    }
    return Phrase("does not vary within the effects of \(Phrase.every(data.effects.map(\.name)))")
  }

  /// The squares that there are to explain: about the weighted mean where there is an intercept.
  private static func totalSquares(of data: ModelData) -> Double {
    let hasIntercept = data.names.first == ModelData.intercept
    let weight = data.weights?.reduce(0, +) ?? Double(data.response.count)
    let sum = data.response.indices.reduce(0) { $0 + (data.weights?[$1] ?? 1) * data.response[$1] }
    let mean = hasIntercept ? sum / weight : 0
    return data.response.indices.reduce(0) { sum, row in
      let deviation = data.response[row] - mean
      return sum + (data.weights?[row] ?? 1) * deviation * deviation
    }
  }
}

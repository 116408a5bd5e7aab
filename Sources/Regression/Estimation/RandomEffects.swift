import LinearAlgebra
import Tables

/// The variances of a model whose units differ by a random effect, after Swamy and Arora.
///
/// The errors' variance comes from the regression within units, that of the effects from the regression
/// between them; where units have different numbers of rows, by the quadratic form of Baltagi & Chang (1994,
/// doi:10.1016/0304-4076(94)90058-2). Source: Swamy & Arora (1972), doi:10.2307/1909405.
public struct RandomEffects: Sendable, Hashable {
  /// The variance of the errors.
  public let errorVariance: Double
  /// The variance of the units' effects, zero where its estimate is below.
  public let effectVariance: Double
  /// The part of its mean that is taken from each unit's rows, by unit.
  public let shares: [Double]
  /// Whether the estimate of the effects' variance was below zero.
  public let isClamped: Bool
}

extension EstimationSample {
  /// Estimates the variances.
  ///
  /// - Throws: `notForModel` where rows have weights, or units have one row each.
  func randomEffects(_ unit: Grouping, hasIntercept: Bool, within: LinearFit) throws
    -> RandomEffects
  {
    let (_, matrix) = design(hasIntercept: hasIntercept)
    let means = BetweenTransformation(grouping: unit)
    let roots = means.groupWeights.map { $0.squareRoot() }
    let columns = means.means(of: matrix).scalingRows(by: roots)
    guard unit.count > matrix.columns else {
      throw RegressionError.tooFewRows(rows: unit.count, parameters: matrix.columns)
    }
    let between = try LeastSquaresSolution(
      columns, zip(means.means(of: response), roots).map { $0 * $1 })
    let squares = between.residuals.reduce(0) { $0 + $1 * $1 }
    // tr[(Xᵀ P X)⁻¹ Xᵀ Z Zᵀ X]: row i of XᵀZ is T_i x̄_i, that of the weighted means √T_i x̄_i.
    let sums = between.design.scalingRows(by: roots)
    let trace = LinearFit.quadraticForms(of: sums, between.inverseGram).reduce(0, +)
    let error = within.residualVariance
    let effect =
      (squares - Double(unit.count - between.kept.count) * error) / (Double(rowCount) - trace)
    let variance = max(0, effect)
    return RandomEffects(
      errorVariance: error, effectVariance: variance,
      shares: means.groupWeights.map { 1 - (error / (error + $0 * variance)).squareRoot() },
      isClamped: effect < 0)
  }

  /// Rows less a part of their unit's mean.
  func quasiDemeaned(_ unit: Grouping, _ effects: RandomEffects, hasIntercept: Bool) -> ModelData {
    let (names, matrix) = design(hasIntercept: hasIntercept)
    let means = BetweenTransformation(grouping: unit)
    let columns = means.quasiDemeaned(matrix, shares: effects.shares)
    let transformed = means.quasiDemeaned(
      Matrix(rows: rowCount, columns: [response]), shares: effects.shares)
    return ModelData(
      names: names, design: columns, response: transformed.column(0), weights: nil, unit: unit,
      time: time, clusters: clusters, effects: [], absorbedCount: 0,
      lengths: ModelData.lengths(of: columns), sampleRows: Array(rows.indices),
      notes: effects.isClamped
        ? [
          Phrase(
            "The variance between units came out below zero and is taken as zero: the pooled model."
          )
        ]
        : [])
  }
}

import LinearAlgebra

/// The solution of least squares over the columns that can be told from one another.
struct LeastSquaresSolution {
  /// The columns kept, in ascending order.
  let kept: [Int]
  /// Rows × columns kept, times the roots of the weights.
  let design: Matrix
  let coefficients: [Double]
  /// What is left of the response, times the roots of the weights.
  let residuals: [Double]
  /// (XᵀWX)⁻¹ over the columns kept.
  let inverseGram: Matrix
  /// The condition number of the columns scaled to length one.
  let conditionNumber: Double

  /// Up to this condition number of the scaled columns, κ, normal equations answer: their inverse, and so the
  /// standard errors, is right to κ² 10⁻¹⁶, that is to twelve digits.
  private static let bestCondition = 100.0

  /// Solves by refined normal equations where columns are far from collinear, else by a refined QR.
  ///
  /// Both give the coefficients to the last digit that the data as stored allow; the former in a third of
  /// the time.
  ///
  /// - Parameters:
  ///   - columns: rows × columns.
  ///   - response: a number a row.
  ///   - weights: inverse variances; nil where rows count alike.
  ///   - lengths: the lengths of the columns before anything was taken out of them.
  /// - Throws: `LinearAlgebraError` where a number is not finite, or rows are too few.
  init(
    _ columns: Matrix, _ response: [Double], weights: [Double]? = nil, lengths: [Double]? = nil
  ) throws {
    if columns.rows > columns.columns, columns.columns > 0,
      let equations = try NormalEquations(
        Matrix(joining: columns, Matrix(rows: response.count, columns: [response])),
        regressors: columns.columns, weights: weights),
      equations.conditionNumber <= Self.bestCondition
    {
      let solution = equations.solution(forColumn: columns.columns)
      kept = Array(0..<columns.columns)
      coefficients = solution.coefficients
      inverseGram = equations.inverseGram
      conditionNumber = equations.conditionNumber
      let roots = weights.map { $0.map { $0.squareRoot() } }
      design = roots.map(columns.scalingRows(by:)) ?? columns
      residuals = roots.map { zip(solution.residuals, $0).map { $0 * $1 } } ?? solution.residuals
      return
    }
    let solver = try LeastSquares(columns, weights: weights, lengthsBefore: lengths)
    let solution = try solver.solution(for: response)
    kept = solver.keptColumns
    coefficients = kept.map { solution.coefficients[$0] }
    inverseGram = solver.inverseGram().block(kept)
    conditionNumber = solver.conditionNumber
    let remaining = solver.droppedColumns.isEmpty ? columns : columns[columns: kept]
    if let weights {
      let roots = weights.map { $0.squareRoot() }
      design = remaining.scalingRows(by: roots)
      residuals = zip(solution.residuals, roots).map { $0 * $1 }
    } else {
      design = remaining
      residuals = solution.residuals
    }
  }
}

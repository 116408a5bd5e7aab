import LinearAlgebra

/// What some fixed effects take of each row, as columns: dummies of all effects but the `base`, from which
/// the base effects are taken out.
///
/// Orthogonal to the regressors, from which all effects have been taken out already.
struct EffectDesign {
  /// Rows × dummies that can be told from one another, times the roots of the weights.
  let columns: Matrix
  /// (DᵀD)⁻¹.
  let inverseGram: Matrix

  /// The most numbers a matrix of dummies may have, 400 MB: beyond it the rows are too many for what
  /// needs every row's dummies.
  private static let mostNumbers = 50_000_000

  /// Makes the dummies.
  ///
  /// - Parameters:
  ///   - fit: the regression.
  ///   - base: effects to be taken out of the dummies of the others.
  ///   - errors: what they are needed for.
  /// - Throws: `errorsNotPossible` for too many dummies.
  init(_ fit: LinearFit, base: [Grouping], for errors: ErrorKind) throws {
    let others = fit.effects.filter { effect in !base.contains { $0.name == effect.name } }
    let count = others.reduce(0) { $0 + $1.count }
    guard count * fit.rowCount <= Self.mostNumbers else {
      throw RegressionError.errorsNotPossible(
        errors.description,
        "\(fit.rowCount) rows and \(count) effects need too much room; use hc1 or cluster errors")
    }
    guard count > 0 else {
      columns = Matrix(rows: fit.rowCount, columns: 0)
      inverseGram = Matrix(rows: 0, columns: 0)
      return
    }
    var dummies = Matrix(rows: fit.rowCount, columns: count)
    var first = 0
    for effect in others {
      for (row, code) in effect.codes.enumerated() { dummies[row, first + Int(code)] = 1 }
      first += effect.count
    }
    let lengths = ModelData.lengths(of: dummies)
    if !base.isEmpty {
      let transformation = WithinTransformation(groupings: base, weights: fit.weights)
      _ = try transformation.demean(&dummies)
    }
    let solver = try LeastSquares(dummies, weights: fit.weights, lengthsBefore: lengths)
    let roots = fit.weights.map { $0.map { $0.squareRoot() } }
    let kept = dummies[columns: solver.keptColumns]
    columns = roots.map(kept.scalingRows(by:)) ?? kept
    inverseGram = solver.inverseGram(refinement: .none).block(solver.keptColumns)
  }
}

extension LinearFit {
  /// The leverage of each row, that of the regressors alone: the diagonal of X (XᵀX)⁻¹ Xᵀ.
  var leverages: [Double] { Self.quadraticForms(of: design, inverseGram) }

  /// The leverage of each row in the regression with a dummy for every fixed effect.
  ///
  /// - Throws: `errorsNotPossible` where there are too many rows and effects.
  func fullLeverages() throws -> [Double] {
    guard let largest = effects.max(by: { $0.count < $1.count }) else { return leverages }
    let others = try EffectDesign(self, base: [largest], for: .heteroskedastic(.hc3))
    let rest = Self.quadraticForms(of: others.columns, others.inverseGram)
    var sums = [Double](repeating: 0, count: largest.count)
    for (row, code) in largest.codes.enumerated() { sums[Int(code)] += weights?[row] ?? 1 }
    return zip(leverages, rest).enumerated().map { row, pair in
      pair.0 + pair.1 + (weights?[row] ?? 1) / sums[Int(largest.codes[row])]
    }
  }

  /// zᵢᵀ C zᵢ for each row of a matrix.
  static func quadraticForms(of rows: Matrix, _ form: Matrix) -> [Double] {
    let products = rows.times(form)
    var forms = [Double](repeating: 0, count: rows.rows)
    for column in 0..<rows.columns {
      for row in 0..<rows.rows { forms[row] += rows[row, column] * products[row, column] }
    }
    return forms
  }
}

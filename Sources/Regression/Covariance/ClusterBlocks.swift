import LinearAlgebra

/// A regression cut into its clusters, with dummies for the effects that reach beyond them.
///
/// Effects whose groups lie within clusters stay taken out: they neither change the adjustments nor the
/// coefficients without a cluster (Pustejovsky & Tipton 2018, theorem 2).
struct ClusterBlocks {
  /// The regressors, the dummies and the residuals of each cluster's rows.
  let blocks: [Block]
  let inverseGram: Matrix
  let effects: EffectDesign

  /// The rows of one cluster.
  struct Block {
    let regressors: Matrix
    let dummies: Matrix
    let residuals: [Double]
  }

  init(_ fit: LinearFit, _ grouping: Grouping, for errors: ErrorKind) throws {
    effects = try EffectDesign(
      fit, base: fit.effects.filter { $0.isNested(in: grouping) }, for: errors)
    inverseGram = fit.inverseGram
    var rows = [[Int]](repeating: [], count: grouping.count)
    for (row, code) in grouping.codes.enumerated() { rows[Int(code)].append(row) }
    guard rows.allSatisfy({ $0.count <= 3000 }) else {
      throw RegressionError.errorsNotPossible(
        errors.description, "a cluster has more than 3000 rows; use cluster:\(grouping.name)")
    }
    let dummies = effects.columns
    blocks = rows.map { rows in
      Block(
        regressors: fit.design.rows(rows), dummies: dummies.rows(rows),
        residuals: rows.map { fit.residuals[$0] })
    }
  }
}

extension Matrix {
  /// Some rows, in the order given.
  func rows(_ numbers: [Int]) -> Matrix {
    Matrix(
      rows: numbers.count,
      columns: (0..<columns).map { column in numbers.map { self[$0, column] } })
  }
}

import LinearAlgebra
import Tables

extension LinearFit {
  /// Errors correlated within few clusters: residuals of each cluster times (I − H_gg)^(−½).
  func biasReducedCovariance(_ column: String) throws -> CoefficientCovariance {
    let errors = ErrorKind.biasReduced(column)
    let grouping = try clusters(column, for: errors)
    let parts = try ClusterBlocks(self, grouping, for: errors)
    // A_g X_g of each cluster.
    let adjusted = try parts.blocks.map { block in
      try block.adjustment(parts).times(block.regressors)
    }
    var scores = Matrix(rows: grouping.count, columns: parameterCount)
    for (group, block) in parts.blocks.enumerated() {
      for coefficient in 0..<parameterCount {
        scores[group, coefficient] = zip(adjusted[group].column(coefficient), block.residuals)
          .reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return CoefficientCovariance(
      errors: errors, smallSample: .none, factor: .one,
      matrix: sandwich(scores.gram(), factor: 1),
      degreesOfFreedom: (0..<parameterCount).map { coefficient in
        satterthwaite(inverseGram.column(coefficient), adjusted, parts)
      },
      clusterCounts: [grouping.count],
      notes: [
        Phrase("The correction for few clusters is in each residual; no other factor is used.")
      ])
  }

  /// Satterthwaite's degrees of freedom of the variance of bᵀ s, under errors of one variance.
  ///
  /// (tr P)² / Σ P² with P_gh = w_gᵀ (I − H)_gh w_h and w_g = A_g X_g b (Pustejovsky & Tipton 2018, eq. 11).
  private func satterthwaite(
    _ direction: [Double], _ adjusted: [Matrix], _ parts: ClusterBlocks
  ) -> Double {
    let weights = adjusted.map { $0.times(direction) }
    let regressors = zip(parts.blocks, weights).map { $0.regressors.transposedTimes($1) }
    let dummies = zip(parts.blocks, weights).map { $0.dummies.transposedTimes($1) }
    let solvedRegressors = regressors.map(inverseGram.times)
    let solvedDummies = dummies.map(parts.effects.inverseGram.times)
    var trace = 0.0
    var squares = 0.0
    for g in weights.indices {
      for h in g..<weights.count {
        var entry = g == h ? dot(weights[g], weights[g]) : 0
        entry -= dot(regressors[g], solvedRegressors[h]) + dot(dummies[g], solvedDummies[h])
        if g == h { trace += entry }
        squares += (g == h ? 1 : 2) * entry * entry
      }
    }
    return squares > 0 ? trace * trace / squares : 1
  }

  /// Errors correlated within few clusters, from the coefficients without each: (G−1)/G Σ δ_g δ_gᵀ.
  func jackknifeCovariance(
    _ column: String, _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let errors = ErrorKind.jackknife(column)
    let grouping = try clusters(column, for: errors)
    let parts = try ClusterBlocks(self, grouping, for: errors)
    let joined = Matrix(joining: design, parts.effects.columns)
    let whole = joined.gram()
    // Columns of one length, so that what is near zero is so for want of rows and not for its unit.
    let scales = (0..<whole.columns).map { 1 / whole[$0, $0].squareRoot() }
    var changes = Matrix(rows: grouping.count, columns: parameterCount)
    for (group, block) in parts.blocks.enumerated() {
      let own = Matrix(joining: block.regressors, block.dummies)
      let without = try SymmetricEigen((whole - own.gram()).scaled(by: scales))
      let scores = zip(own.transposedTimes(block.residuals), scales).map { $0 * $1 }
      guard !without.isUndetermined(first: parameterCount) else {
        throw RegressionError.errorsNotPossible(
          errors.description,
          "without the rows of \"\(grouping.labels[group])\" a coefficient cannot be told; use --bootstrap wild"
        )
      }
      let change = without.solve(scores)
      for coefficient in 0..<parameterCount {
        changes[group, coefficient] = change[coefficient] * scales[coefficient]
      }
    }
    let factor = smallSample.jackknifed(grouping, self)
    return CoefficientCovariance(
      errors: errors, smallSample: smallSample, factor: factor,
      matrix: changes.gram().symmetric(scaledBy: factor.value),
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: grouping.count, self)),
      clusterCounts: [grouping.count])
  }
}

extension ClusterBlocks.Block {
  /// (I − H_gg)^(−½), the symmetric root; a direction that the cluster alone determines counts nothing.
  fileprivate func adjustment(_ parts: ClusterBlocks) throws -> Matrix {
    let own = regressors.times(parts.inverseGram).timesTransposed(regressors)
    let effects = dummies.times(parts.effects.inverseGram).timesTransposed(dummies)
    var left = (own + effects).symmetric(scaledBy: -1)
    for row in 0..<left.rows { left[row, row] += 1 }
    return try SymmetricEigen(left).applying { $0 > 1e-10 ? 1 / $0.squareRoot() : 0 }
  }
}

extension SymmetricEigen {
  /// Whether a direction in which nothing varies has a part in the first coordinates.
  fileprivate func isUndetermined(first count: Int) -> Bool {
    let bound = 1e-12 * (values.first ?? 0)
    return values.indices.contains { number in
      values[number] <= bound && (0..<count).contains { abs(vectors[$0, number]) > 1e-6 }
    }
  }
}

extension Matrix {
  /// Each entry of a square matrix times the factors of its row and its column.
  fileprivate func scaled(by factors: [Double]) -> Matrix {
    var result = self
    for column in 0..<columns {
      for row in 0..<rows { result[row, column] *= factors[row] * factors[column] }
    }
    return result
  }
}

private func dot(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}

import LinearAlgebra

/// The least-squares fit of each group, and from it the influence of every row.
struct RankFit {
  /// The fit of one group.
  struct Block {
    /// One per column; zero for a dropped one.
    let coefficients: [Double]
    /// (Σ w z zᵀ)⁻¹, with zeros for what was dropped.
    let inverseGram: Matrix
    /// The columns left out.
    let dropped: [Int]
    /// The rows z, one for each row of the group.
    let design: Matrix
  }

  /// The column of the regressor, after the intercept.
  static let slope = 1

  let blocks: [Block]
  let residuals: [Double]
  /// The coefficients in their order: group and column.
  let kept: [(group: Int, column: Int)]

  /// Fits every group.
  ///
  /// - Throws: `RankRegressionFault` for a group that cannot be fitted.
  init(sample: RankSample, ranking: RankTransformation) throws {
    var residuals = [Double](repeating: 0, count: sample.response.count)
    let blocks = try sample.rows.indices.map { group in
      let rows = sample.rows[group]
      let name = sample.groups?.labels[group]
      guard rows.count > sample.terms.count else {
        throw RankRegressionFault.tooFewRows(
          group: name, rows: rows.count, coefficients: sample.terms.count)
      }
      let design = Self.design(of: rows, sample: sample, ranking: ranking)
      let factored = try LeastSquares(
        design, weights: sample.weights.map { weights in rows.map { weights[$0] } })
      guard factored.keptColumns.contains(Self.slope) else {
        throw RankRegressionFault.constantRegressor(group: name)
      }
      let response = rows.map { ranking.response[$0] }
      let coefficients = try factored.coefficients(for: response)
      for (row, left) in zip(rows, design.residual(of: response, coefficients: coefficients)) {
        residuals[row] = left
      }
      return Block(
        coefficients: coefficients, inverseGram: factored.inverseGram(),
        dropped: factored.droppedColumns, design: design)
    }
    self.blocks = blocks
    self.residuals = residuals
    kept = blocks.indices.flatMap { group in
      sample.terms.indices.filter { !blocks[group].dropped.contains($0) }
        .map { (group: group, column: $0) }
    }
  }

  /// The place of each coefficient in `kept`, by group and column; nil for a dropped one.
  func places(columns: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: blocks.count * columns)
    for (place, coefficient) in kept.enumerated() {
      places[coefficient.group * columns + coefficient.column] = place
    }
    return places
  }

  /// The rows 1, regressor, covariates of one group.
  private static func design(
    of rows: [Int], sample: RankSample, ranking: RankTransformation
  ) -> Matrix {
    let covariates = (0..<sample.covariates.columns).map { column in
      rows.map { sample.covariates[$0, column] }
    }
    let ones = [Double](repeating: 1, count: rows.count)
    return Matrix(
      rows: rows.count, columns: [ones, rows.map { ranking.regressor[$0] }] + covariates)
  }
}

extension RankFit {
  /// The columns left out, with their groups where there are groups.
  func droppedNames(sample: RankSample) -> [String] {
    blocks.indices.flatMap { group in
      blocks[group].dropped.map { column in
        (sample.groups.map { "\($0.labels[group]): " } ?? "") + sample.terms[column]
      }
    }
  }
}

import LinearAlgebra

extension RankFit {
  /// The influence of every row on every coefficient kept.
  ///
  /// - Returns: rows × coefficients.
  /// - Complexity: O(n (p + q)) for p coefficients, q of them in a group.
  func influence(sample: RankSample, ranking: RankTransformation) -> Matrix {
    Matrix(
      rows: residuals.count,
      columns: kept.map { coefficient in
        influence(
          onColumn: coefficient.column, ofGroup: coefficient.group, sample: sample,
          ranking: ranking)
      })
  }

  /// The influence of every row on one coefficient.
  ///
  /// The coefficient is Σ lᵢ wᵢ sᵢ for lᵢ = (A⁻¹ zᵢ) at its column and sᵢ the response; a small change of sᵢ changes it
  /// by wᵢ lᵢ, one of the regressor's rank rᵢ by wᵢ (A⁻¹ at column and slope · εᵢ − ρ lᵢ). Rows of other groups act
  /// through the distributions only.
  private func influence(
    onColumn column: Int, ofGroup group: Int, sample: RankSample, ranking: RankTransformation
  ) -> [Double] {
    let block = blocks[group]
    let (slope, slopePart) = (block.coefficients[Self.slope], block.inverseGram[column, Self.slope])
    let rows = sample.rows[group]
    let loads = block.loads(ofColumn: column)
    var influence = [Double](repeating: 0, count: residuals.count)
    var responseLoads = influence
    var regressorLoads = influence
    for (position, row) in rows.enumerated() {
      let weight = sample.weights?[row] ?? 1
      influence[row] = loads[position] * residuals[row]
      responseLoads[row] = weight * loads[position]
      regressorLoads[row] = weight * (slopePart * residuals[row] - slope * loads[position])
    }
    if let distribution = ranking.ofResponse {
      influence.add(distribution.weightDerivatives(ofRanksTimes: responseLoads))
    }
    if let distribution = ranking.ofRegressor {
      influence.add(distribution.weightDerivatives(ofRanksTimes: regressorLoads))
    }
    if let weights = sample.weights {
      for row in influence.indices { influence[row] *= weights[row] }
    }
    return influence
  }
}

extension RankFit.Block {
  /// How much a change of each row's response, times its weight, changes one coefficient.
  fileprivate func loads(ofColumn column: Int) -> [Double] {
    var loads = [Double](repeating: 0, count: design.rows)
    for other in 0..<design.columns {
      let part = inverseGram[column, other]
      for row in loads.indices { loads[row] += part * design[row, other] }
    }
    return loads
  }
}

extension [Double] {
  fileprivate mutating func add(_ others: [Double]) {
    for index in indices { self[index] += others[index] }
  }
}

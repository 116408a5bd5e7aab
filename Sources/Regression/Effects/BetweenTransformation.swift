public import LinearAlgebra

/// Columns of group means, and columns less a part of them.
///
/// The mean of group g is x̄_g = Σ w x / Σ w over its rows. The between estimator regresses means on
/// means; random effects regress x − θ_g x̄_g (Swamy & Arora 1972, doi:10.2307/1909405), where θ_g = 1 is
/// the within transformation and θ_g = 0 leaves columns as they are.
public struct BetweenTransformation: Sendable {
  /// The groups.
  public let grouping: Grouping
  /// The weight of each row, nil where all weigh one.
  public let weights: [Double]?
  /// The weight of each group: the number of its rows where all weigh one.
  public let groupWeights: [Double]

  /// Prepares means.
  ///
  /// - Parameters:
  ///   - grouping: the groups.
  ///   - weights: the weight of each row, nil where all weigh one.
  /// - Precondition: there is a weight for each row, above zero and finite.
  public init(grouping: Grouping, weights: [Double]? = nil) {
    if let weights {
      precondition(weights.count == grouping.codes.count, "there must be a weight for each row")
      precondition(
        weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights must be above zero and finite")
    }
    self.grouping = grouping
    self.weights = weights
    var groupWeights = [Double](repeating: 0, count: grouping.count)
    for (row, code) in grouping.codes.enumerated() {
      groupWeights[Int(code)] += weights?[row] ?? 1
    }
    self.groupWeights = groupWeights
  }

  /// The means of columns by group.
  ///
  /// - Parameter columns: a row for each row of the grouping.
  /// - Returns: a row for each group, in their order.
  /// - Precondition: the matrix has the rows of the grouping.
  public func means(of columns: Matrix) -> Matrix {
    checkRows(columns)
    var means = Matrix(rows: grouping.count, columns: columns.columns)
    for column in 0..<columns.columns {
      for (row, code) in grouping.codes.enumerated() {
        means[Int(code), column] += (weights?[row] ?? 1) * columns[row, column]
      }
      for group in 0..<grouping.count { means[group, column] /= groupWeights[group] }
    }
    return means
  }

  /// The means of numbers by group.
  ///
  /// - Parameter values: a number for each row of the grouping.
  /// - Returns: a number for each group, in their order.
  /// - Precondition: there are as many numbers as rows.
  public func means(of values: [Double]) -> [Double] {
    means(of: Matrix(rows: values.count, columns: [values])).column(0)
  }

  /// Columns less a part of their group means.
  ///
  /// - Parameters:
  ///   - columns: a row for each row of the grouping.
  ///   - shares: θ of each group.
  /// - Returns: x − θ_g x̄_g.
  /// - Precondition: the matrix has the rows of the grouping, and there is a share for each group.
  public func quasiDemeaned(_ columns: Matrix, shares: [Double]) -> Matrix {
    precondition(shares.count == grouping.count, "there must be a share for each group")
    let means = means(of: columns)
    var result = columns
    for column in 0..<columns.columns {
      for (row, code) in grouping.codes.enumerated() {
        result[row, column] -= shares[Int(code)] * means[Int(code), column]
      }
    }
    return result
  }

  private func checkRows(_ columns: Matrix) {
    precondition(
      columns.rows == grouping.codes.count, "the columns must have the rows of the grouping")
  }
}

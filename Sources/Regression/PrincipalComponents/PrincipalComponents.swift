public import LinearAlgebra

/// The directions in which rows differ most, each at right angles to those before.
///
/// From the singular values of the columns less their means, X = U diag(σ) Vᵀ, which keep digits that
/// products of columns would lose: the directions are V, the scores of rows U diag(σ), the variances
/// σ² / (n − 1). Of a direction's two signs the one is taken that makes its largest entry positive.
/// Source: Jolliffe (2002), Principal Component Analysis, 2nd ed., doi:10.1007/b98835, §3.5.
public struct PrincipalComponents: Sendable {
  /// Whether columns were divided by their standard deviations: components of the correlations, where
  /// units do not matter, and not of the covariances.
  public let isScaled: Bool
  /// The number of rows, n.
  public let rows: Int
  /// The mean of each column.
  public let means: [Double]
  /// The standard deviation of each column (dividing by n − 1).
  public let deviations: [Double]
  /// The variance of each component, the largest first: min(n, p) of them.
  public let variances: [Double]
  /// p × min(n, p): the directions, of length one, in columns.
  public let directions: Matrix
  /// n × min(n, p): where each row lies along each direction.
  public let scores: Matrix

  /// Finds the components of a sample.
  ///
  /// - Parameters:
  ///   - columns: one array per column.
  ///   - isScaled: whether columns are divided by their standard deviations first. One that does not vary
  ///     has no part in any component then.
  /// - Throws: `LinearAlgebraError.underdetermined` for fewer than two rows, `.notFinite`.
  /// - Precondition: all columns have the same number of rows.
  public init(columns: [[Double]], isScaled: Bool = true) throws(LinearAlgebraError) {
    let n = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == n }, "every column must have \(n) numbers")
    guard n >= 2 || columns.isEmpty else {
      throw .underdetermined(rows: n, columns: columns.count)
    }
    guard columns.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
    let means = columns.map { column in
      // A second pass takes what rounding left in the first.
      let first = column.reduce(0, +) / Double(n)
      return first + column.reduce(0) { $0 + ($1 - first) } / Double(n)
    }
    let deviations = zip(columns, means).map { column, mean in
      let square = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)
      // What varies in the last digits of a large number is only rounding.
      return square.squareRoot() > 1e-12 * abs(mean) ? square.squareRoot() : 0
    }
    let centred = columns.indices.map { column -> [Double] in
      let scale = isScaled ? deviations[column] : 1
      return columns[column].map {
        deviations[column] == 0 ? 0 : ($0 - means[column]) / scale
      }
    }
    let parts = try SingularValues(Matrix(rows: n, columns: centred))
    self.isScaled = isScaled
    rows = n
    self.means = means
    self.deviations = deviations
    variances = parts.values.map { $0 * $0 / Double(n - 1) }
    directions = parts.right
    scores = Matrix(
      rows: n,
      columns: parts.values.indices.map { k in
        parts.left.column(k).map { $0 * parts.values[k] }
      })
  }

  /// The share of each component in the sum of the variances; zeros where nothing varies.
  public var shares: [Double] {
    let total = variances.reduce(0, +)
    return variances.map { total > 0 ? $0 / total : 0 }
  }

  /// The loadings: the correlation of each column with each component, p × min(n, p).
  ///
  /// A direction's entry times the component's standard deviation, divided by the column's; zero for a
  /// column that does not vary.
  public var loadings: Matrix {
    Matrix(
      rows: directions.rows,
      columns: variances.indices.map { k in
        (0..<directions.rows).map { column in
          guard deviations[column] > 0 else { return 0 }
          let scale = isScaled ? 1 : deviations[column]
          return directions[column, k] * variances[k].squareRoot() / scale
        }
      })
  }

  /// How many components vary more than a column does on average: Kaiser's rule.
  ///
  /// For correlations, those of variance above 1. It keeps too many where there are many columns and few
  /// rows; `parallelAnalysis` allows for chance. Source: Kaiser (1960), doi:10.1177/001316446002000116.
  public var kaiserCount: Int {
    let varying = deviations.count { $0 > 0 }
    guard varying > 0 else { return 0 }
    let mean = variances.reduce(0, +) / Double(varying)
    return variances.count { $0 > mean }
  }
}

internal import LinearAlgebra

/// A small symmetric positive definite matrix scaled to a diagonal of ones and factored as L L'.
struct ScaledCholesky: Sendable {
  /// The square roots of the diagonal.
  let scales: [Double]
  private let size: Int
  private let factor: [Double]
  /// The inverse of the scaled matrix, column by column.
  private let scaledInverse: [[Double]]

  /// A pivot of less than this part is a combination of the columns before it.
  private static let tolerance = 1e-13

  /// Factors the leading rows and columns of a matrix of which the lower triangle is read.
  ///
  /// - Returns: nil where it is not positive definite.
  init?(_ matrix: Matrix, size: Int) {
    let scales = (0..<size).map { matrix[$0, $0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    var factor = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var entry = matrix[row, column] / (scales[row] * scales[column])
        for inner in 0..<column {
          entry -= factor[row * size + inner] * factor[column * size + inner]
        }
        if column < row {
          factor[row * size + column] = entry / factor[column * size + column]
        } else {
          guard entry > Self.tolerance else { return nil }
          factor[row * size + row] = entry.squareRoot()
        }
      }
    }
    self.scales = scales
    self.size = size
    self.factor = factor
    scaledInverse = (0..<size).map { column in
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      Self.solve(factor, size, &unit)
      return unit
    }
  }

  /// The solution for one right-hand side.
  func solve(_ response: [Double]) -> [Double] {
    var result = zip(response, scales).map { $0 / $1 }
    Self.solve(factor, size, &result)
    for place in 0..<size { result[place] /= scales[place] }
    return result
  }

  private static func solve(_ factor: [Double], _ size: Int, _ result: inout [Double]) {
    for row in 0..<size {
      for inner in 0..<row { result[row] -= factor[row * size + inner] * result[inner] }
      result[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      result[row] /= factor[row * size + row]
      for inner in 0..<row { result[inner] -= factor[row * size + inner] * result[row] }
    }
  }

  /// L⁻¹ x, L being the factor of the matrix as it is.
  func halfSolve(_ response: [Double]) -> [Double] {
    var result = zip(response, scales).map { $0 / $1 }
    for row in 0..<size {
      for inner in 0..<row { result[row] -= factor[row * size + inner] * result[inner] }
      result[row] /= factor[row * size + row]
    }
    return result
  }

  /// The inverse.
  var inverse: Matrix {
    var inverse = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0..<size {
        // From the lower triangle, so that it is symmetric to the last digit.
        inverse[row, column] =
          scaledInverse[min(row, column)][max(row, column)] / (scales[row] * scales[column])
      }
    }
    return inverse
  }

  /// The condition number of the scaled matrix in the norm of column sums: at least the one of singular
  /// values, at most as many times it as there are columns.
  var conditionNumber: Double {
    let inverse = scaledInverse.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 1
    // The matrix again from its factor.
    let norm = (0..<size).map { column in
      (0..<size).reduce(0.0) { sum, row in
        let inner = 0...min(row, column)
        return sum
          + abs(
            inner.reduce(0.0) { $0 + factor[row * size + $1] * factor[column * size + $1] })
      }
    }
    return inverse * (norm.max() ?? 1)
  }
}

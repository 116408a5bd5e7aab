import CLAPACKE
import COpenBLAS

extension LeastSquares {
  /// (XᵀWX)⁻¹ over the columns kept.
  ///
  /// Times the residual variance this is the classical covariance of the coefficients. With any
  /// refinement the Gram matrix is summed in twice the working precision and each column of the
  /// inverse corrected with it: exact for the numbers as stored where the condition number of the
  /// scaled columns is below 10⁸, 13 digits at 5 · 10⁹. Without, R alone gives it to about
  /// 16 − log₁₀ κ digits, at no more than p³ operations.
  ///
  /// - Parameter refinement: how far it is corrected; refining takes about 6 n p² operations.
  /// - Returns: p × p numbers, symmetric to the last bit; zeros in the rows and columns of dropped ones.
  public func inverseGram(refinement: Refinement = .full) -> Matrix {
    var inverse = Matrix(rows: design.columns, columns: design.columns)
    guard rank > 0 else { return inverse }
    let p = design.columns
    let gram = refinement == .none ? nil : fullGram()
    for column in keptColumns {
      var unit = [Double](repeating: 0, count: p)
      unit[column] = 1
      let solved: [Double]
      if let gram {
        solved =
          corrected(sweeps: refinement.greatestNumberOfSweeps) { guess in
            var twice = Compensated.Expansion(zeros: 2 * p)
            twice.heads = guess.heads + guess.heads
            twice.tails = guess.tails + guess.tails
            return Compensated.remainder(of: unit, after: twice, on: gram)
          }.heads
      } else {
        solved = solvedSquare(unit)
      }
      // Both triangles agree but for the last digit: one is taken for both.
      for row in keptColumns where row <= column {
        let entry = solved[row] * factors[row] * factors[column]
        inverse[row, column] = entry
        inverse[column, row] = entry
      }
    }
    return inverse
  }

  /// The diagonal of (XᵀWX)⁻¹ over the columns kept, and nil for a dropped column.
  ///
  /// Times the residual variance these are the variances of the coefficients.
  ///
  /// - Parameter refinement: how far it is corrected.
  /// - Returns: p numbers, nil for a dropped column.
  public func inverseGramDiagonal(refinement: Refinement = .full) -> [Double?] {
    let inverse = inverseGram(refinement: refinement)
    var diagonal = [Double?](repeating: nil, count: design.columns)
    for column in keptColumns { diagonal[column] = inverse[column, column] }
    return diagonal
  }

  /// The weight of each row in its own fitted value: the diagonal of X (XᵀWX)⁻¹ XᵀW.
  ///
  /// Each lies from zero to one, and their sum is the rank.
  ///
  /// - Returns: n numbers, good to about 16 − log₁₀ κ digits.
  /// - Complexity: n p² operations.
  public func leverages() -> [Double] {
    var result = [Double](repeating: 0, count: design.rows)
    guard rank > 0, design.rows > 0 else { return result }
    let rows = design.rows
    // The rows of X R⁻¹ are those of Q.
    var basis = [Double](repeating: 0, count: rows * rank)
    for (position, pivot) in pivots.enumerated() {
      let column = keptColumns[pivot]
      let factor = factors[column]
      let (source, target) = (column * rows, position * rows)
      for row in 0..<rows { basis[target + row] = design.storage[source + row] * factor }
    }
    Backend.blas {
      unsafe cblas_dtrsm(
        CblasColMajor, CblasRight, CblasUpper, CblasNoTrans, CblasNonUnit, rows.lapack, rank.lapack,
        1, pivoted, rank.leadingDimension, &basis, rows.leadingDimension)
    }
    for column in 0..<rank {
      for row in 0..<rows {
        let entry = basis[column * rows + row]
        result[row] += entry * entry
      }
    }
    guard let weights else { return result }
    return zip(result, weights).map { $0 * $1 }
  }

  /// R of the columns kept in their order: XᵀWX = RᵀR, upper triangular, of either sign on the diagonal.
  public var triangle: Matrix {
    var result = Matrix(rows: rank, columns: rank)
    for (position, column) in keptColumns.enumerated() {
      for row in 0...position {
        result[row, position] = ordered.storage[position * rank + row] / factors[column]
      }
    }
    return result
  }

  /// How far the columns kept are from collinear: the greatest singular value over the least of the
  /// columns scaled to length one, from 1 to 1/`tolerance` and a little beyond; 1 without columns.
  ///
  /// Of sixteen digits of the data about log₁₀ of it are lost in the coefficients. Above 30 it is
  /// usually called collinearity.
  ///
  /// Source: Belsley, Kuh & Welsch, Regression Diagnostics (1980), §3.2.
  public var conditionNumber: Double {
    guard rank > 0 else { return 1 }
    var unit = ordered.storage
    for column in 0..<rank {
      let cells = column * rank..<(column + 1) * rank
      let length = Backend.blas { unsafe cblas_dnrm2(rank.lapack, Array(unit[cells]), 1) }
      for cell in cells { unit[cell] /= length }
    }
    var values = [Double](repeating: 0, count: rank)
    let code = Backend.lapack("dgesdd") {
      unsafe LAPACKE_dgesdd(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), rank.lapack, rank.lapack, &unit,
        rank.leadingDimension, &values, nil, 1, nil, 1)
    }
    precondition(code == 0, "singular values of a finite triangle are found")
    return values[0] / values[rank - 1]
  }

  /// XᵀWX of the scaled columns beside its own lost parts: p × 2p, symmetric.
  private func fullGram() -> Compensated.Design {
    let p = design.columns
    let upper = Compensated.gram(of: compensated)
    let halves = [upper.heads, upper.tails].flatMap { half in
      (0..<p * p).map { cell in
        let (column, row) = cell.quotientAndRemainder(dividingBy: p)
        return half[max(row, column) * p + min(row, column)]
      }
    }
    return Compensated.Design(
      rows: p, columns: 2 * p, storage: halves, factors: [Double](repeating: 1, count: 2 * p),
      weights: nil)
  }
}

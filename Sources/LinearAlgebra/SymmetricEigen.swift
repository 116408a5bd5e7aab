import CLAPACKE

/// The eigenvalues and eigenvectors of a symmetric matrix: A = V diag(λ) Vᵀ.
///
/// Values descend, as principal components are read. Of the two directions of a vector the one is
/// taken whose greatest entry by magnitude is positive (the first of entries that agree to 10⁻⁸, so
/// that rounding does not choose); vectors of equal values remain any basis of their space.
///
/// - Complexity: about 9 n³ operations (LAPACK `dsyevd`).
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), §8.3.
public struct SymmetricEigen: Sendable {
  /// n eigenvalues, the greatest first.
  public let values: [Double]
  /// n × n: the eigenvectors of length one in the columns, in the order of the values.
  public let vectors: Matrix

  /// Finds both; only the diagonal of the matrix and what lies below it are read.
  ///
  /// - Parameter matrix: square.
  /// - Throws: `notFinite`, `notConverged`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.rows == matrix.columns, "the matrix must be square")
    guard matrix.isFinite else { throw .notFinite }
    let size = matrix.rows
    var ascending = [Double](repeating: 0, count: size)
    var numbers = matrix.byColumns
    if size > 0 {
      let code = Backend.lapack("dsyevd") {
        unsafe LAPACKE_dsyevd(
          LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")), size.lapack,
          &numbers, size.leadingDimension, &ascending)
      }
      guard code == 0 else { throw .notConverged(routine: "dsyevd", code: code) }
    }
    values = ascending.reversed()
    let found = Matrix(rows: size, columns: size, byColumns: numbers)
    let sorted = found[columns: (0..<size).reversed()]
    vectors = sorted.scalingColumns(by: sorted.signs)
  }
}

extension Matrix {
  /// For each column one, or minus one where its greatest entry by magnitude is negative.
  internal var signs: [Double] {
    (0..<columns).map { index in
      let column = column(index)
      let greatest = column.reduce(0) { max($0, abs($1)) }
      let first = column.first { abs($0) >= greatest * (1 - 1e-8) } ?? 0
      return first < 0 ? -1 : 1
    }
  }
}

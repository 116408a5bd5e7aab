import CLAPACKE
import COpenBLAS
import Glibc

/// A symmetric positive definite matrix as L Lᵀ, L lower triangular with a positive diagonal.
///
/// For well-scaled inner loops: replicates, subsets, folds. What is reported is solved by
/// `LeastSquares`, since a Gram matrix squares the condition number.
///
/// - Complexity: n³/3 operations to factor, 2 n² to solve, 2 n² to update.
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), §4.2 and §6.5.
public struct Cholesky: Sendable {
  /// The number of rows and of columns.
  public let size: Int
  private var factor: [Double]

  /// Factors a matrix, of which only the diagonal and what lies below it are read.
  ///
  /// - Parameter matrix: square.
  /// - Throws: `notFinite`, or `notPositiveDefinite` naming the first column that is not.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.rows == matrix.columns, "the matrix must be square")
    guard matrix.isFinite else { throw .notFinite }
    size = matrix.rows
    factor = matrix.byColumns
    guard size > 0 else { return }
    let code = Backend.lapack("dpotrf") {
      unsafe LAPACKE_dpotrf(
        LAPACK_COL_MAJOR, Self.lowerSide, size.lapack, &factor, size.leadingDimension)
    }
    guard code == 0 else { throw .notPositiveDefinite(column: code - 1) }
    for column in 0..<size {
      for row in 0..<column { factor[column * size + row] = 0 }
    }
  }

  /// L, with zeros above its diagonal.
  public var lower: Matrix { Matrix(rows: size, columns: size, byColumns: factor) }

  /// The logarithm of the determinant.
  public var logDeterminant: Double {
    2 * lower.diagonal.reduce(0) { sum, entry in sum + log(entry) }
  }

  /// Solves A x = y.
  ///
  /// - Parameter vector: `size` numbers.
  /// - Returns: `size` numbers.
  public func solve(_ vector: [Double]) -> [Double] {
    precondition(vector.count == size, "the vector must have \(size) numbers")
    var result = vector
    solve(&result, count: 1)
    return result
  }

  /// Solves A X = Y for all columns at once.
  ///
  /// - Parameter matrix: `size` rows.
  /// - Returns: a matrix of the same size.
  public func solve(_ matrix: Matrix) -> Matrix {
    precondition(matrix.rows == size, "the matrix must have \(size) rows")
    var numbers = matrix.byColumns
    solve(&numbers, count: matrix.columns)
    return Matrix(rows: size, columns: matrix.columns, byColumns: numbers)
  }

  /// The inverse of the matrix that was factored, symmetric to the last bit.
  ///
  /// - Complexity: 2 n³/3 operations.
  public var inverse: Matrix {
    guard size > 0 else { return Matrix(rows: 0, columns: 0) }
    var numbers = factor
    let code = Backend.lapack("dpotri") {
      unsafe LAPACKE_dpotri(
        LAPACK_COL_MAJOR, Self.lowerSide, size.lapack, &numbers, size.leadingDimension)
    }
    precondition(code == 0, "the diagonal of L is positive")
    for column in 0..<size {
      for row in 0..<column { numbers[column * size + row] = numbers[row * size + column] }
    }
    return Matrix(rows: size, columns: size, byColumns: numbers)
  }

  /// Turns the factor of A into that of A + v vᵀ, by Givens rotations.
  ///
  /// - Parameter vector: `size` finite numbers.
  public mutating func update(_ vector: [Double]) {
    precondition(vector.count == size, "the vector must have \(size) numbers")
    var rest = vector
    for column in 0..<size {
      let diagonal = factor[column * size + column]
      let length = hypot(diagonal, rest[column])
      let (cosine, sine) = (diagonal / length, rest[column] / length)
      factor[column * size + column] = length
      for row in column + 1..<max(size, column + 1) {
        let entry = factor[column * size + row]
        factor[column * size + row] = cosine * entry + sine * rest[row]
        rest[row] = cosine * rest[row] - sine * entry
      }
    }
  }

  /// Turns the factor of A into that of A − v vᵀ, by orthogonal rotations.
  ///
  /// With L p = v what is left is definite when 1 − |p|² is positive; it must exceed the rounding of
  /// its own sum, n · 2⁻⁵². Nothing is changed otherwise.
  ///
  /// - Parameter vector: `size` finite numbers.
  /// - Throws: `notPositiveDefinite`, naming the column that v is greatest in.
  ///
  /// Source: the method of Stewart, The effects of rounding error on an algorithm for downdating a
  /// Cholesky factorization (1979), doi:10.1093/imamat/23.2.203.
  public mutating func downdate(_ vector: [Double]) throws(LinearAlgebraError) {
    precondition(vector.count == size, "the vector must have \(size) numbers")
    guard size > 0 else { return }
    var sines = vector
    Backend.blas {
      unsafe cblas_dtrsv(
        CblasColMajor, CblasLower, CblasNoTrans, CblasNonUnit, size.lapack, factor,
        size.leadingDimension, &sines, 1)
    }
    let left = 1 - sines.reduce(0) { $0 + $1 * $1 }
    guard left > Double(size) * 0x1p-52 else {
      let greatest = sines.indices.max { abs(sines[$0]) < abs(sines[$1]) }
      throw .notPositiveDefinite(column: greatest ?? 0)
    }
    var cosines = [Double](repeating: 1, count: size)
    var length = left.squareRoot()
    for index in stride(from: size - 1, through: 0, by: -1) {
      let longer = hypot(length, sines[index])
      cosines[index] = length / longer
      sines[index] /= longer
      length = longer
    }
    for row in 0..<size {
      var carried = 0.0
      for column in stride(from: row, through: 0, by: -1) {
        let entry = factor[column * size + row]
        factor[column * size + row] = cosines[column] * entry - sines[column] * carried
        carried = cosines[column] * carried + sines[column] * entry
      }
    }
  }

  private static let lowerSide = CChar(UInt8(ascii: "L"))

  private func solve(_ numbers: inout [Double], count: Int) {
    guard size > 0, count > 0 else { return }
    let code = Backend.lapack("dpotrs") {
      unsafe LAPACKE_dpotrs(
        LAPACK_COL_MAJOR, Self.lowerSide, size.lapack, count.lapack, factor, size.leadingDimension,
        &numbers, size.leadingDimension)
    }
    precondition(code == 0, "the diagonal of L is positive")
  }
}

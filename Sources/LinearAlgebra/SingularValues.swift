import CLAPACKE

/// The singular values and vectors of a matrix: X = U diag(σ) Vᵀ, k = min(n, p) of them.
///
/// Values descend; of the two directions of a pair the one is taken in which the greatest entry of
/// the right vector by magnitude is positive, as `SymmetricEigen` does.
///
/// - Complexity: about 14 n p² operations (LAPACK `dgesdd`).
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), §8.6.
public struct SingularValues: Sendable {
  /// n × k: the left vectors in the columns.
  public let left: Matrix
  /// k values, none negative, the greatest first.
  public let values: [Double]
  /// p × k: the right vectors in the columns.
  public let right: Matrix

  /// Finds the values and the vectors.
  ///
  /// - Parameter matrix: n × p, of any size.
  /// - Throws: `notFinite`, `notConverged`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    guard matrix.isFinite else { throw .notFinite }
    let (n, p) = (matrix.rows, matrix.columns)
    let k = min(n, p)
    var values = [Double](repeating: 0, count: k)
    var left = Matrix(rows: n, columns: k)
    var rightTransposed = Matrix(rows: k, columns: p)
    if k > 0 {
      var numbers = matrix.byColumns
      let code = Backend.lapack("dgesdd") {
        unsafe LAPACKE_dgesdd(
          LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), n.lapack, p.lapack, &numbers,
          n.leadingDimension, &values, &left.storage, n.leadingDimension,
          &rightTransposed.storage, k.leadingDimension)
      }
      guard code == 0 else { throw .notConverged(routine: "dgesdd", code: code) }
    }
    let right = rightTransposed.transposed
    let signs = right.signs
    self.left = left.scalingColumns(by: signs)
    self.right = right.scalingColumns(by: signs)
    self.values = values
  }

  /// The number of values above a part of the greatest.
  ///
  /// - Parameter tolerance: the part; nil for 2⁻⁵² times the greater size, which rounding leaves.
  /// - Returns: from 0 to k.
  public func rank(tolerance: Double? = nil) -> Int {
    let tolerance = tolerance ?? 0x1p-52 * Double(max(left.rows, right.rows))
    return values.prefix { $0 > tolerance * values[0] }.count
  }

  /// The greatest value over the least: infinite where that is zero, one where there is none.
  public var conditionNumber: Double {
    guard let greatest = values.first, let least = values.last else { return 1 }
    return least > 0 ? greatest / least : .infinity
  }

  /// The pseudo-inverse V diag(1/σ) Uᵀ over the values counted by `rank(tolerance:)`: p × n.
  ///
  /// - Parameter tolerance: as for `rank(tolerance:)`.
  /// - Returns: the matrix of least norm that solves least squares (Moore and Penrose).
  public func pseudoInverse(tolerance: Double? = nil) -> Matrix {
    let kept = 0..<rank(tolerance: tolerance)
    let scaled = right[columns: kept].scalingColumns(by: kept.map { 1 / values[$0] })
    return scaled.timesTransposed(left[columns: kept])
  }
}

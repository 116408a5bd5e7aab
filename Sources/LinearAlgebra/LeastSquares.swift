import CLAPACKE
import COpenBLAS

/// A matrix factored for least squares: minimise ‖y − X b‖ over b.
///
/// X (n × p, n ≥ p) is scaled to columns of length one and factored as X D⁻¹ P = Q R by Householder
/// reflections with column pivoting (LAPACK `dgeqp3`); each solution is refined once with residuals
/// of twice the working precision. A column that is a combination of the others is left out, and
/// its number is in `droppedColumns`: its coefficient is zero.
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), §5.3 and §5.4.
public struct LeastSquares: Sendable {
  /// The matrix that was factored.
  public let design: Matrix
  /// The columns left out, in ascending order.
  public let droppedColumns: [Int]
  /// The number of columns kept.
  public let rank: Int
  private let factor: [Double]
  private let reflectors: [Double]
  private let pivots: [Int]
  private let scales: [Double]

  /// A column of which less than this part of its length lies outside the others' span is taken as
  /// their combination: published figures carry seven digits, so less is only their rounding.
  private static let rankTolerance = 1e-10

  /// Factors a matrix.
  ///
  /// - Throws: `notFinite`, or `underdetermined` when there are fewer rows than columns.
  public init(_ design: Matrix) throws(LinearAlgebraError) {
    guard design.isFinite else { throw .notFinite }
    guard design.rows >= design.columns else {
      throw .underdetermined(rows: design.rows, columns: design.columns)
    }
    let (n, p) = (design.rows, design.columns)
    let scales = (0..<p).map { Self.length(of: design.column($0)) }
    var factor = design.storage
    for column in 0..<p where scales[column] > 0 {
      for row in 0..<n { factor[column * n + row] /= scales[column] }
    }
    var pivots = [Int32](repeating: 0, count: p)
    var reflectors = [Double](repeating: 0, count: p)
    let code = Backend.lapack("dgeqp3") {
      unsafe LAPACKE_dgeqp3(
        LAPACK_COL_MAJOR, n.lapack, p.lapack, &factor, n.leadingDimension, &pivots, &reflectors)
    }
    guard code == 0 else { throw .notConverged(routine: "dgeqp3", code: code) }
    let rank = (0..<p).prefix { abs(factor[$0 * n + $0]) > Self.rankTolerance }.count
    self.design = design
    self.factor = factor
    self.reflectors = reflectors
    self.scales = scales
    self.rank = rank
    self.pivots = pivots.map { Int($0) - 1 }
    droppedColumns = self.pivots.dropFirst(rank).sorted()
  }

  /// The coefficients that fit a response best.
  ///
  /// - Parameter response: n numbers.
  /// - Returns: p coefficients; zero for a dropped column.
  /// - Throws: `notFinite`.
  public func coefficients(for response: [Double]) throws(LinearAlgebraError) -> [Double] {
    precondition(response.count == design.rows, "the response must have \(design.rows) numbers")
    guard response.allSatisfy(\.isFinite) else { throw .notFinite }
    let first = solve(response)
    let correction = solve(design.residual(of: response, coefficients: first))
    return zip(first, correction).map { $0 + $1 }
  }

  /// The diagonal of (XᵀX)⁻¹ over the columns kept, and nil for a dropped column.
  ///
  /// Times the residual variance these are the variances of the coefficients.
  public func inverseGramDiagonal() -> [Double?] {
    var diagonal = [Double?](repeating: nil, count: design.columns)
    guard rank > 0 else { return diagonal }
    // Row i of R⁻¹ belongs to the i-th pivot; the diagonal of R⁻¹R⁻ᵀ is its squared length.
    var inverse = factor
    let code = Backend.lapack("dtrtri") {
      unsafe LAPACKE_dtrtri(
        LAPACK_COL_MAJOR, Self.upper, Self.notUnit, rank.lapack, &inverse,
        design.rows.leadingDimension)
    }
    precondition(code == 0, "R has no zero on its diagonal within the rank")
    for row in 0..<rank {
      let square = (row..<rank).reduce(0.0) { sum, column in
        let entry = inverse[column * design.rows + row]
        return sum + entry * entry
      }
      let column = pivots[row]
      diagonal[column] = square / (scales[column] * scales[column])
    }
    return diagonal
  }

  private static let upper = CChar(UInt8(ascii: "U"))
  private static let notUnit = CChar(UInt8(ascii: "N"))
  private static let left = CChar(UInt8(ascii: "L"))
  private static let transposed = CChar(UInt8(ascii: "T"))
  private static let plain = CChar(UInt8(ascii: "N"))

  /// Solves for one right-hand side, without refinement.
  private func solve(_ response: [Double]) -> [Double] {
    let (n, p) = (design.rows, design.columns)
    var result = [Double](repeating: 0, count: p)
    guard rank > 0 else { return result }
    var rotated = response
    let applied = Backend.lapack("dormqr") {
      unsafe LAPACKE_dormqr(
        LAPACK_COL_MAJOR, Self.left, Self.transposed, n.lapack, 1, p.lapack, factor,
        n.leadingDimension, reflectors, &rotated, n.leadingDimension)
    }
    let solved = Backend.lapack("dtrtrs") {
      unsafe LAPACKE_dtrtrs(
        LAPACK_COL_MAJOR, Self.upper, Self.plain, Self.notUnit, rank.lapack, 1, factor,
        n.leadingDimension, &rotated, n.leadingDimension)
    }
    precondition(applied == 0 && solved == 0, "R has no zero on its diagonal within the rank")
    for position in 0..<rank {
      result[pivots[position]] = rotated[position] / scales[pivots[position]]
    }
    return result
  }

  /// The Euclidean length.
  private static func length(of vector: [Double]) -> Double {
    Backend.blas { unsafe cblas_dnrm2(Int32(vector.count), vector, 1) }
  }
}

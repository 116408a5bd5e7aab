import CLAPACKE
import COpenBLAS

/// A matrix factored for least squares: minimise Σ wᵢ (yᵢ − xᵢ b)² over b.
///
/// X (n × p, n ≥ p) is scaled by powers of two, reduced to its triangle by Householder reflections,
/// and the triangle is factored once more with column pivoting (LAPACK `dgeqp3`): XᵀWX = P RᵀR Pᵀ.
/// A coefficient is then corrected until it stops changing: what is left of the response, and its
/// products with the columns, are formed in twice the working precision from coefficients held in
/// twice the working precision, and (RᵀR)⁻¹ of the products is added. The first guess is off
/// by about κ² · 10⁻¹⁶, κ being the condition number of the scaled columns, and each correction shrinks
/// that by κ · 10⁻¹⁶, however large the residual: the coefficients come out as the exact solution for
/// the numbers as stored, rounded once (measured up to κ = 5 · 10⁹, NIST's Filip). This is Björck's
/// refinement of residual and coefficients together with the residual eliminated, as it may be when
/// it is formed anew and kept in full.
///
/// **Collinearity.** A column of which less than `tolerance` of its length lies outside the span of
/// the columns kept before it is left out: of several collinear columns the later go, a constant
/// beside the intercept too. Its number is in `droppedColumns`; its coefficient is zero.
///
/// - Complexity: 2 n p² operations to factor, about 50 n p for each sweep of the refinement; two
///   sweeps where the columns are far from collinear.
///
/// Source: Björck, Iterative refinement of linear least squares solutions I, BIT 7 (1967),
/// doi:10.1007/BF01939321; Stability analysis of the method of seminormal equations (1987),
/// doi:10.1016/0024-3795(87)90101-7; Demmel, Hida, Riedy & Li, Extra-precise iterative refinement
/// for overdetermined least squares problems (2009), doi:10.1145/1462173.1462177.
public struct LeastSquares: Sendable {
  /// How far coefficients are corrected.
  public enum Refinement: Sendable {
    /// Not at all: off by about κ² · 10⁻¹⁶ of the greatest; for loops over replicates.
    case none
    /// Once: off by about κ³ · 10⁻³² and the rounding.
    case once
    /// Until the next correction would change no digit.
    case full
  }

  /// The part of a column's length that must lie outside the span of the columns before it.
  ///
  /// Sums and multiples of columns in doubles lie within 10⁻¹⁵ of a span and are found with a
  /// margin for what was computed on the way; figures published with seven digits, and powers up to
  /// the tenth (NIST's Filip: 5 · 10⁻⁸), lie well outside and are kept. R drops at 10⁻⁷, and with it Filip.
  public static let defaultTolerance = 1e-10

  /// The matrix that was factored.
  public let design: Matrix
  /// The weights of the rows; nil for ones.
  public let weights: [Double]?
  /// The columns kept, in ascending order.
  public let keptColumns: [Int]
  /// The columns left out, in ascending order.
  public let droppedColumns: [Int]
  /// The power of two that each column is multiplied by.
  internal let factors: [Double]
  /// R of the columns kept in their order, times their factors.
  internal let ordered: Triangle
  /// R of the same columns in the order of `pivots`.
  internal let pivoted: [Double]
  internal let pivots: [Int]

  /// The number of columns kept.
  public var rank: Int { keptColumns.count }

  /// Factors a matrix.
  ///
  /// - Parameters:
  ///   - design: n × p numbers.
  ///   - weights: n numbers, none negative; nil for ones. They multiply squares: inverse variances.
  ///   - tolerance: the part of its length by which a column must leave the span of those before it.
  ///   - lengthsBefore: p lengths the columns had before something was taken out of them, such as
  ///     means; a column is measured by the greater one, so that rounding left behind is not a column.
  /// - Throws: `notFinite`, or `underdetermined` when there are fewer rows than columns.
  public init(
    _ design: Matrix, weights: [Double]? = nil, tolerance: Double = defaultTolerance,
    lengthsBefore: [Double]? = nil
  ) throws(LinearAlgebraError) {
    let (n, p) = (design.rows, design.columns)
    precondition(weights.map { $0.count == n } ?? true, "there must be \(n) weights")
    precondition(lengthsBefore.map { $0.count == p } ?? true, "there must be \(p) lengths")
    precondition(tolerance >= 0 && tolerance < 1, "the tolerance must lie in 0..<1")
    if let weights {
      guard weights.allSatisfy(\.isFinite) else { throw .notFinite }
      precondition(weights.allSatisfy { $0 >= 0 }, "a weight cannot be negative")
    }
    var factors: [Double] = []
    for column in 0..<p {
      let cells = column * n..<(column + 1) * n
      guard let exponent = Compensated.exponent(of: design.storage, in: cells) else {
        throw .notFinite
      }
      // Powers of two change no digit. Beyond 2¹⁰⁰⁰ the inverse would overflow.
      factors.append(Double(sign: .plus, exponent: -max(exponent, -1000), significand: 1))
    }
    guard n >= p else { throw .underdetermined(rows: n, columns: p) }
    let whole = Triangle(
      reducing: Compensated.Design(
        rows: n, columns: p, storage: design.storage, factors: factors, weights: weights))
    let lengths = lengthsBefore.map { zip($0, factors).map { $0 * $1 } }
    keptColumns = whole.independentColumns(tolerance: tolerance, lengths: lengths)
    droppedColumns = (0..<p).filter { [keptColumns] in !keptColumns.contains($0) }
    ordered = Triangle(columns: keptColumns, of: whole)
    (pivoted, pivots) = try Self.pivoting(ordered)
    self.design = design
    self.weights = weights
    self.factors = factors
  }

  /// Factors a triangle with column pivoting.
  private static func pivoting(
    _ triangle: Triangle
  ) throws(LinearAlgebraError) -> (factor: [Double], pivots: [Int]) {
    let size = triangle.size
    guard size > 0 else { return ([], []) }
    var factor = triangle.storage
    var pivots = [Int32](repeating: 0, count: size)
    var reflectors = [Double](repeating: 0, count: size)
    let code = Backend.lapack("dgeqp3") {
      unsafe LAPACKE_dgeqp3(
        LAPACK_COL_MAJOR, size.lapack, size.lapack, &factor, size.leadingDimension, &pivots,
        &reflectors)
    }
    guard code == 0 else { throw .notConverged(routine: "dgeqp3", code: code) }
    return (factor, pivots.map { Int($0) - 1 })
  }
}

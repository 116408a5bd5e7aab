import CKernels
import COpenBLAS

/// The triangle R of X = Q R, with the columns of X in their order; Q is not kept.
///
/// Householder reflections over blocks of rows that stay in the cache (`CKernels/householder.h`), as
/// stable as one reduction of the whole.
///
/// - Complexity: 2 rows × columns² operations; columns² numbers and 24 KB.
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed. (2013), §5.2; by blocks: Demmel, Grigori,
/// Hoemmen & Langou (2012), doi:10.1137/080731992.
internal struct Triangle {
  /// The number of rows and of columns.
  internal let size: Int
  /// size × size numbers by columns, zeros below the diagonal.
  internal let storage: [Double]

  /// Reduces a matrix, its columns times `factors` and its rows times the roots of the weights.
  internal init(reducing design: Compensated.Design) {
    size = design.columns
    var triangle = [Double](repeating: 0, count: size * size)
    var block = [Double](repeating: 0, count: householder_block_size(size))
    unsafe Compensated.withPointer(to: design.weights) { weights in
      unsafe householder_triangle(
        design.rows, design.columns, design.storage, design.factors, weights, &triangle, &block)
    }
    storage = triangle
  }

  /// Reduces some columns of another triangle.
  internal init(columns: [Int], of other: Triangle) {
    guard columns.count < other.size else {
      self = other
      return
    }
    self.init(
      reducing: Compensated.Design(
        rows: other.size, columns: columns.count,
        storage: columns.flatMap { other.storage[$0 * other.size..<($0 + 1) * other.size] },
        factors: [Double](repeating: 1, count: columns.count), weights: nil))
  }

  /// The columns that lie farther from the span of those kept before them than a part of their length.
  ///
  /// Taken in their order, so that of several collinear columns the later ones go.
  ///
  /// - Parameters:
  ///   - tolerance: the part of the length.
  ///   - lengths: lengths to compare with where they are greater than those of the columns.
  /// - Returns: the numbers of the columns kept, in ascending order.
  internal func independentColumns(tolerance: Double, lengths: [Double]?) -> [Int] {
    let least = (0..<size).map { column in
      let length = Self.length(of: Array(storage[column * size..<(column + 1) * size]))
      return tolerance * max(length, lengths?[column] ?? 0)
    }
    // The diagonal of R is the distance from all columns before: if each is enough, all are kept.
    if (0..<size).allSatisfy({ abs(storage[$0 * size + $0]) > least[$0] }) {
      return Array(0..<size)
    }
    var kept: [Int] = []
    var basis: [[Double]] = []
    for column in 0..<size {
      var rest = Array(storage[column * size..<(column + 1) * size])
      // Twice: once alone leaves parts of the span behind where little is left (Kahan, Parlett).
      for _ in 0..<2 {
        for direction in basis {
          let share = zip(direction, rest).reduce(0) { $0 + $1.0 * $1.1 }
          for row in rest.indices { rest[row] -= share * direction[row] }
        }
      }
      let distance = Self.length(of: rest)
      guard distance > least[column] else { continue }
      kept.append(column)
      basis.append(rest.map { $0 / distance })
    }
    return kept
  }

  private static func length(of vector: [Double]) -> Double {
    Backend.blas { unsafe cblas_dnrm2(vector.count.lapack, vector, 1) }
  }
}

/// The lower triangle whose product with its transpose is a covariance, which may be singular.
///
/// Cholesky's rule, row by row; where nothing is left of a variance, its column is zero.
struct CovarianceFactor {
  /// The triangle row by row, as a full square with zeros above the diagonal.
  let triangle: [Double]

  /// Factors a covariance.
  ///
  /// - Parameters:
  ///   - covariance: order × order numbers, of which the lower triangle is read.
  ///   - order: the number of rows.
  /// - Throws: `ScoreEstimatesError.notSemidefinite` where no errors can have the covariance.
  init(_ covariance: [Double], order: Int) throws(ScoreEstimatesError) {
    var lower = [Double](repeating: 0, count: covariance.count)
    // Rounding of sums of `order` products.
    let precision = 4e-16 * Double(order + 8)
    for row in 0..<order {
      let variance = covariance[row * order + row]
      for column in 0...row {
        var left = covariance[row * order + column]
        for k in 0..<column { left -= lower[row * order + k] * lower[column * order + k] }
        if column == row {
          guard left >= -precision * variance else { throw .notSemidefinite(unit: row) }
          lower[row * order + row] = left > precision * variance ? left.squareRoot() : 0
        } else {
          let pivot = lower[column * order + column]
          let size = (variance * covariance[column * order + column]).squareRoot()
          // Of a variance of which nothing is left, no covariance may be left either; its own
          // rounding is that of a root.
          guard pivot > 0 || abs(left) <= 4 * precision.squareRoot() * size else {
            throw .notSemidefinite(unit: row)
          }
          lower[row * order + column] = pivot > 0 ? left / pivot : 0
        }
      }
    }
    triangle = lower
  }
}

import LinearAlgebra

/// A covariance matrix checked, scaled to correlations, and packed in the order of the players.
struct ScaledCovariance {
  /// The upper triangle, row by row, the response last.
  let packed: [Double]

  /// Checks a matrix.
  ///
  /// - Parameters:
  ///   - covariance: covariances, the response last.
  ///   - names: the names of the regressors.
  ///   - order: the regressors in the order of the players.
  /// - Throws: `notFinite` or `noCovariance`.
  init(_ covariance: Matrix, names: [String], order: [Int]) throws(ImportanceError) {
    let all = order + [names.count]
    let label = { (place: Int) in place < names.count ? names[place] : "the response" }
    for row in all.sorted() {
      for column in all.sorted() where !covariance[row, column].isFinite {
        throw .notFinite(column: label(column), row: row)
      }
    }
    let deviations = all.map { covariance[$0, $0].squareRoot() }
    if let negative = zip(all, deviations).first(where: { $0.1.isNaN }) {
      throw .noCovariance(reason: "the variance of \(label(negative.0)) is negative")
    }
    var packed: [Double] = []
    for (place, row) in all.enumerated() {
      for (other, column) in all.enumerated().dropFirst(place) {
        let scale = deviations[place] * deviations[other]
        let (upper, lower) = (covariance[row, column], covariance[column, row])
        // Twelve digits: sums taken in another order differ in the last few.
        guard abs(upper - lower) <= 1e-12 * scale else {
          throw .noCovariance(
            reason: "\(label(row)) and \(label(column)) have two different covariances")
        }
        let correlation = scale > 0 ? upper / scale : 0
        guard abs(correlation) <= 1 + Self.slack else {
          throw .noCovariance(
            reason: "\(label(row)) and \(label(column)) are correlated by more than one")
        }
        packed.append(place == other && scale > 0 ? 1 : correlation)
      }
    }
    self.packed = packed
  }

  /// By how much figures rounded to seven digits may overstep what is possible.
  static let slack = 1e-6
}

/// Estimated scores of units with their normal errors, independent or of a known covariance.
///
/// What can be known of ranks rests on differences of scores alone; a shock shared by all units moves none.
public struct ScoreEstimates: Sendable, Hashable {
  /// The estimates.
  public let values: [Double]
  /// The standard error of each estimate.
  public let standardErrors: [Double]
  /// How the errors of differences go together.
  let law: Law
  /// The lower triangle whose product with its transpose is the covariance of all errors, row by row; nil
  /// where errors are independent from the beginning.
  private let factor: [Double]?

  /// How errors go together.
  enum Law: Sendable, Hashable {
    /// Each unit's error is its own: the standard errors, without what all share.
    case independent([Double])
    /// The covariance row by row, and the lower triangle whose product with its transpose it is.
    case correlated([Double], factor: [Double])
  }

  /// The number of units.
  public var count: Int { values.count }

  /// Whether differences are known by one error per unit: independent, but for a shock shared by all.
  public var isIndependent: Bool {
    if case .independent = law { true } else { false }
  }

  /// Takes estimates with independent errors.
  ///
  /// - Parameters:
  ///   - values: the estimates.
  ///   - standardErrors: their standard errors; zero for what is known.
  /// - Throws: `ScoreEstimatesError` for the first unit whose numbers cannot be.
  /// - Precondition: there are as many errors as estimates.
  public init(_ values: [Double], standardErrors: [Double]) throws(ScoreEstimatesError) {
    precondition(values.count == standardErrors.count, "each estimate needs a standard error")
    for unit in values.indices {
      guard values[unit].isFinite else { throw .notFinite(unit: unit) }
      guard standardErrors[unit].isFinite, standardErrors[unit] >= 0 else {
        throw .noStandardError(unit: unit)
      }
    }
    self.values = values
    self.standardErrors = standardErrors
    law = .independent(standardErrors)
    factor = nil
  }

  /// Takes estimates with the covariance of their errors.
  ///
  /// Where all covariances of two units are equal, as of a shared shock, differences are those of
  /// independent errors, and are treated so.
  ///
  /// - Parameters:
  ///   - values: the estimates.
  ///   - covariance: units × units numbers, row by row.
  /// - Throws: `ScoreEstimatesError` for the first unit whose numbers cannot be, or where the numbers are
  ///   no covariance.
  /// - Precondition: there is a covariance for each pair of units.
  public init(_ values: [Double], covariance: [Double]) throws(ScoreEstimatesError) {
    let count = values.count
    precondition(covariance.count == count * count, "each pair of units needs a covariance")
    for unit in 0..<count {
      guard values[unit].isFinite else { throw .notFinite(unit: unit) }
      let variance = covariance[unit * count + unit]
      guard variance.isFinite, variance >= 0 else { throw .noStandardError(unit: unit) }
      for other in 0..<unit {
        let (one, two) = (covariance[unit * count + other], covariance[other * count + unit])
        // Twice the rounding of a product, for covariances computed either way.
        guard one.isFinite, abs(one - two) <= 1e-12 * max(abs(one), abs(two)) else {
          throw .notSymmetric(unit: unit, other: other)
        }
      }
    }
    let factor = try CovarianceFactor(covariance, order: count)
    self.values = values
    self.factor = factor.triangle
    standardErrors = (0..<count).map { covariance[$0 * count + $0].squareRoot() }
    let shared = count > 1 ? covariance[1] : 0
    let isShared = (0..<count).allSatisfy { row in
      covariance[row * count + row] >= shared
        && (0..<count).allSatisfy { $0 == row || covariance[row * count + $0] == shared }
    }
    law =
      isShared
      ? .independent((0..<count).map { (covariance[$0 * count + $0] - shared).squareRoot() })
      : .correlated(covariance, factor: factor.triangle)
  }

  /// The standard error of the difference of two estimates.
  ///
  /// - Parameters:
  ///   - one: a unit.
  ///   - other: another.
  /// - Returns: zero where the difference is known.
  public func differenceError(_ one: Int, _ other: Int) -> Double {
    switch law {
    case .independent(let errors):
      return (errors[one] * errors[one] + errors[other] * errors[other]).squareRoot()
    case .correlated(let covariance, _):
      let variance =
        covariance[one * count + one] + covariance[other * count + other]
        - 2 * covariance[one * count + other]
      // What rounding leaves of two errors that are one and the same.
      let size = covariance[one * count + one] + covariance[other * count + other]
      return variance > 1e-15 * size ? variance.squareRoot() : 0
    }
  }
}

/// What makes numbers no estimates with errors; units are told by their number, from zero.
public enum ScoreEstimatesError: Error, Hashable, CustomStringConvertible {
  /// The estimate is infinite or not a number.
  case notFinite(unit: Int)
  /// The standard error or variance is negative, infinite or not a number.
  case noStandardError(unit: Int)
  /// The covariance of two units is not finite, or differs between the halves of the matrix.
  case notSymmetric(unit: Int, other: Int)
  /// The variances and covariances up to a unit contradict one another.
  case notSemidefinite(unit: Int)

  public var description: String {
    switch self {
    case .notFinite(let unit): "the estimate of unit \(unit + 1) is not a finite number"
    case .noStandardError(let unit):
      "the standard error of unit \(unit + 1) is not a finite number of zero or more"
    case .notSymmetric(let unit, let other):
      "units \(unit + 1) and \(other + 1) do not have one finite covariance"
    case .notSemidefinite(let unit):
      "the covariances of unit \(unit + 1) contradict those before: no errors can have them"
    }
  }
}

extension ScoreEstimates {
  /// Errors of all units from independent standard normal numbers.
  ///
  /// - Parameter normals: draws × units numbers.
  /// - Returns: draws × units errors: each number times its standard error, or each draw times the lower triangle of
  ///   the covariance's Cholesky factor, with what all units share left in.
  /// - Precondition: each draw has a number for each unit.
  public func deviations(normals: [Double]) -> [Double] {
    precondition(
      count == 0 ? normals.isEmpty : normals.count.isMultiple(of: count),
      "each draw needs a number for each unit")
    var deviations = [Double](repeating: 0, count: normals.count)
    for start in stride(from: 0, to: normals.count, by: max(count, 1)) {
      for unit in 0..<count {
        guard let factor else {
          deviations[start + unit] = standardErrors[unit] * normals[start + unit]
          continue
        }
        var sum = 0.0
        for k in 0...unit { sum += factor[unit * count + k] * normals[start + k] }
        deviations[start + unit] = sum
      }
    }
    return deviations
  }
}

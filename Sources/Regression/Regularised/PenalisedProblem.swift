/// Penalised least squares in standardised columns, as far as its solution needs to know.
///
/// Over w: ½ wᵀ G w − cᵀ w + λ Σ fⱼ (α |wⱼ| + (1 − α) wⱼ² / 2), G the products of the standardised
/// regressors and c those with the response, both divided by the sum of the weights.
internal struct PenalisedProblem: Sendable {
  /// The number of regressors.
  let columns: Int
  /// G, in rows of `Moments.stride(of: columns)` numbers; zeros for a regressor that does not vary.
  let gram: [Double]
  /// c.
  let correlations: [Double]
  /// The mean square of the response around its mean.
  let responseVariance: Double
  /// f: how much of the penalty each regressor bears; none for zero.
  let factors: [Double]

  /// Centres and scales moments.
  ///
  /// - Parameters:
  ///   - moments: the moments of the rows that are fitted.
  ///   - scales: what each regressor is divided by; one of scale zero is left out.
  ///   - factors: how much of the penalty each regressor bears.
  init(_ moments: Moments, scales: [Double], factors: [Double]) {
    let (p, weight) = (moments.columns, moments.weight)
    let stride = Moments.stride(of: p)
    let inverses = scales.map { $0 > 0 ? 1 / $0 : 0 }
    let means = (0..<p).map { moments.mean($0) * inverses[$0] }
    var gram = moments.products
    var correlations = moments.responseProducts
    for row in 0..<p {
      let factor = inverses[row] / weight
      for column in 0..<p {
        let index = row * stride + column
        gram[index] = gram[index] * factor * inverses[column] - means[row] * means[column]
      }
      correlations[row] = correlations[row] * factor - means[row] * moments.responseMean
    }
    columns = p
    self.gram = gram
    self.correlations = correlations
    self.factors = factors
    responseVariance = max(
      0, moments.responseSquares / weight - moments.responseMean * moments.responseMean)
  }

  /// Multiplies G by a vector.
  func multiply(_ vector: [Double], into result: inout [Double]) {
    SweptMatrix.multiply(gram, order: columns, vector, into: &result)
  }

  /// What is left of c when some coefficients explain a part: c − G w.
  func gradient(_ coefficients: [Double], into result: inout [Double]) {
    multiply(coefficients, into: &result)
    for index in result.indices { result[index] = correlations[index] - result[index] }
  }

  /// The entry of G on the diagonal.
  func square(_ column: Int) -> Double { gram[column * Moments.stride(of: columns) + column] }

  /// How far coefficients miss the conditions of the minimum, in units of c.
  ///
  /// With g = c − G w less λ (1 − α) f w: g must be λ α f times the sign of a coefficient that is not
  /// zero, and at most λ α f in size for one that is.
  func violation(
    of coefficients: [Double], gradient: [Double], penalty: Double, mixing: Double
  ) -> Double {
    var largest = 0.0
    for column in gradient.indices {
      let coefficient = coefficients[column]
      let bound = penalty * mixing * factors[column]
      let rest = gradient[column] - penalty * (1 - mixing) * factors[column] * coefficient
      let missed =
        coefficient == 0
        ? max(0, abs(rest) - bound) : abs(rest - (coefficient < 0 ? -bound : bound))
      largest = max(largest, missed)
    }
    return largest
  }

  /// A violation that no further step makes smaller: a few roundings of c.
  var rounding: Double { 4e-15 * responseVariance.squareRoot() }

  /// The largest violation of a solution that is taken as found.
  var tolerance: Double { 1e-11 * responseVariance.squareRoot() }

  /// The part of a column's square that others must leave of it; less is rounding of published figures.
  static let pivotTolerance = 1e-10
}

/// The solution of a penalised problem at one penalty.
internal struct PenalisedSolution: Sendable {
  /// The coefficients of the standardised regressors.
  var coefficients: [Double]
  /// The degrees of freedom that the regressors use.
  var degreesOfFreedom: Double
  /// How far the conditions of the minimum are missed, in units of c.
  var violation: Double
}

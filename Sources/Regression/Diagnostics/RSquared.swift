/// How much of the response a regression tells, by four definitions.
///
/// Units' means are weighted by their rows' weights. `within`, `between` and `overall` are squared correlations
/// as in Stata's xtreg: of the response with x b after unit means are taken from both; of the units' means
/// of both; of both as they are. They do not need the model that b comes from.
public struct RSquared: Sendable, Hashable {
  /// 1 − RSS/TSS of the model's own rows: less their mean where there is an intercept, less the fixed
  /// effects where there are effects.
  public let model: Double
  /// 1 − (1 − model) (n − 1)/(n − K), with n in place of n − 1 without intercept and effects.
  public let adjusted: Double
  /// 1 − RSS/TSS of the response less its mean, the effects counting as regressors; nil without effects.
  public let withEffects: Double?
  /// Squared correlations; nil without units, or where nothing varies.
  public let within: Double?
  public let between: Double?
  public let overall: Double?
}

extension Estimation {
  /// How much of the response the regression tells.
  public var rSquared: RSquared {
    let model = fit.totalSquares > 0 ? 1 - fit.residualSquares / fit.totalSquares : .nan
    let isCentred = fit.hasIntercept || !fit.effects.isEmpty
    // Within effects the means that were taken out are parameters of what is explained too.
    let total = Double(
      fit.rowCount - (fit.effects.isEmpty ? (isCentred ? 1 : 0) : fit.absorbedCount))
    let adjusted = 1 - (1 - model) * total / Double(fit.residualDegreesOfFreedom)
    let fitted = linearPrediction
    let weights = sample.weights
    let squares = Self.deviations(sample.response, weights).reduce(0, +)
    return RSquared(
      model: model, adjusted: adjusted,
      withEffects: fit.effects.isEmpty ? nil : 1 - fit.residualSquares / squares,
      within: sample.unit.flatMap { unit in
        let means = BetweenTransformation(grouping: unit, weights: weights)
        func demeaned(_ values: [Double]) -> [Double] {
          let mean = means.means(of: values)
          return values.indices.map { values[$0] - mean[Int(unit.codes[$0])] }
        }
        return Self.squaredCorrelation(demeaned(sample.response), demeaned(fitted), weights)
      },
      between: sample.unit.flatMap { unit in
        let means = BetweenTransformation(grouping: unit, weights: weights)
        return Self.squaredCorrelation(
          means.means(of: sample.response), means.means(of: fitted), nil)
      },
      overall: Self.squaredCorrelation(sample.response, fitted, weights))
  }

  /// x b for each row of the sample, without intercept and effects.
  private var linearPrediction: [Double] {
    var sums = [Double](repeating: 0, count: sample.rowCount)
    for (name, column) in zip(sample.regressorNames, sample.regressors) {
      guard let coefficient = fit[name] else { continue }
      for row in sums.indices { sums[row] += coefficient * column[row] }
    }
    return sums
  }

  private static func mean(_ values: [Double], _ weights: [Double]?) -> Double {
    guard let weights else { return values.reduce(0, +) / Double(values.count) }
    return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }

  /// Weighted squared deviations from the mean.
  private static func deviations(_ values: [Double], _ weights: [Double]?) -> [Double] {
    let mean = mean(values, weights)
    return values.indices.map { row in
      (weights?[row] ?? 1) * (values[row] - mean) * (values[row] - mean)
    }
  }

  private static func squaredCorrelation(
    _ one: [Double], _ other: [Double], _ weights: [Double]?
  ) -> Double? {
    let (a, b) = (mean(one, weights), mean(other, weights))
    let product = one.indices.reduce(0) { sum, row in
      sum + (weights?[row] ?? 1) * (one[row] - a) * (other[row] - b)
    }
    let squares =
      deviations(one, weights).reduce(0, +) * deviations(other, weights).reduce(0, +)
    return squares > 0 ? product * product / squares : nil
  }
}

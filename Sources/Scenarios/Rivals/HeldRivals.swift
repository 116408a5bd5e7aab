public import Statistics

import Indices

/// Nobody moves: every true figure stays where it is, and each survey adds its own sampling error.
///
/// What is true is not what was published, luck included. The true score is known as the shrunk score and its
/// error (`EmpiricalBayes`, as `SurveyForecast` has it), and figures follow it by what their errors have in the
/// score's: with V the covariance of a province's errors, a the slopes of the rule and s the score, the true figures
/// are expected at z + V a (shrunk s − s) / aᵀVa. What is not known of them is the same in all years to come.
public struct HeldRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let correlation = ChangeCorrelation.positiveDefinite(history.noiseCorrelation).matrix
    let truth = history.truth(correlation)
    var law = PathLaw(
      values: history.values, years: years,
      shocks: .normal(factor: try RivalHistory.factor(of: correlation)))
    for (indicator, row) in history.noise.enumerated() {
      for (province, variance) in row.enumerated() {
        for year in 0..<years {
          law[mean: year, indicator, province] = truth.figures[indicator][province]
          let factors = Self.factors(of: year, unknown: truth.unknown[province])
          for (shock, factor) in factors.enumerated() {
            law[factor: year, of: shock, indicator, province] = variance.squareRoot() * factor
          }
        }
      }
    }
    return law
  }

  /// What the shocks of the years up to one do to its figure, in standard errors of a survey.
  ///
  /// A row of the Cholesky factor of I + u 11ᵀ: of the errors of all years, which share what is not known of the
  /// true figure.
  ///
  /// - Parameters:
  ///   - year: the year, from zero.
  ///   - unknown: u, the variance of what is not known, in those of a survey.
  /// - Returns: one number for each year up to it.
  package static func factors(of year: Int, unknown: Double) -> [Double] {
    var factors: [Double] = []
    var rest = unknown
    for _ in 0..<year {
      factors.append(rest / (1 + rest).squareRoot())
      // What two years share beyond the shocks before: u − u²/(1 + u) = u/(1 + u).
      rest /= 1 + rest
    }
    return factors + [(1 + rest).squareRoot()]
  }
}

extension RivalHistory {
  /// The figures as they truly are, as far as is known: indicator, province; and for each province the variance of
  /// what is not known, in those of a survey.
  fileprivate func truth(
    _ correlation: [[Double]]
  ) -> (figures: [[Double]], unknown: [Double]) {
    let slopes = rule.components.map(\.slope)
    let errors = noise.map { $0.map { $0.squareRoot() } }
    // V a, and aᵀVa.
    let gains = provinces.indices.map { province in
      slopes.indices.map { first in
        errors[first][province]
          * slopes.indices.reduce(0) { sum, second in
            sum + slopes[second] * errors[second][province] * correlation[first][second]
          }
      }
    }
    let variances = gains.map { zip($0, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
    let scores = provinces.indices.map { province in rule.score(values.map { $0[province] }) }
    let shrunk = EmpiricalBayes(scores, errors: variances.map { max($0, 0).squareRoot() })
    let figures = values.indices.map { indicator in
      provinces.indices.map { province in
        variances[province] > 0
          ? values[indicator][province] + gains[province][indicator] / variances[province]
            * (shrunk.estimates[province] - scores[province]) : values[indicator][province]
      }
    }
    let unknown = zip(shrunk.errors, variances).map { $1 > 0 ? $0 * $0 / $1 : 0 }
    return (figures, unknown)
  }
}

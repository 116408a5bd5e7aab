import LinearAlgebra
public import Panels

extension SampledFigures {
  /// The scores by the rule, one for each province.
  public var scores: [Double] { values.map(rule.score) }

  /// The standard errors of the scores, one for each province.
  ///
  /// With the ranges held the score is Σ slope × value + constant, so that its variance is
  /// Σ Σ slope_j slope_k e_j e_k r_jk exactly, whatever the law of the figures. Provinces have firms of their
  /// own, so that their errors are independent.
  public var scoreErrors: [Double] {
    provinces.indices.map { variances(of: $0).reduce(0, +).squareRoot() }
  }

  /// What each indicator has in the variance of a province's score.
  ///
  /// Its own variance and half of what it has together with each other, so that the parts sum to the whole.
  /// One may be below zero where errors run against one another.
  ///
  /// - Parameter province: the number of the province.
  /// - Returns: a variance for each indicator of the rule.
  public func variances(of province: Int) -> [Double] {
    let parts = zip(rule.components, errors[province]).map { $0.slope * $1 }
    return parts.indices.map { place in
      parts[place] * parts.indices.reduce(0) { $0 + parts[$1] * correlations[place, $1] }
    }
  }

  /// The number of a province among those that are scored.
  public func place(of province: Province) -> Int? {
    provinces.firstIndex { $0.key == province.key }
  }
}

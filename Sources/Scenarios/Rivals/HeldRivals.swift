public import Statistics

/// Nobody moves: every true figure stays where it is, and each survey adds its own sampling error.
///
/// What is true is not what was published: a published figure z errs, so that the true one is expected at
/// m + r (z − m), with m the mean of the provinces, r = 1 − v/s² the reliability of the figure, v the variance of its
/// sampling error and s the spread of the provinces (Efron & Morris 1975, doi:10.1080/01621459.1975.10479864), and
/// known up to a variance of r v, the same error in all years to come.
public struct HeldRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let correlation = ChangeCorrelation.positiveDefinite(history.noiseCorrelation).matrix
    var law = PathLaw(
      values: history.values, years: years,
      shocks: .normal(factor: try RivalHistory.factor(of: correlation)))
    for (indicator, series) in history.series.enumerated() {
      let last = series.years[series.years.count - 1]
      for (province, row) in history.rows.enumerated() {
        let reliability = last.reliability(of: row)
        let truth =
          last.mean + reliability * (history.values[indicator][province] - last.mean)
        let error = last.noise[row].squareRoot()
        for year in 0..<years {
          law[mean: year, indicator, province] = truth
          for (shock, factor) in Self.factors(of: year, reliability: reliability).enumerated() {
            law[factor: year, of: shock, indicator, province] = error * factor
          }
        }
      }
    }
    return law
  }

  /// What the shocks of the years up to one do to its figure, in standard errors.
  ///
  /// A row of the Cholesky factor of I + r 11ᵀ: of the errors of all years, which share what is not known of the
  /// true figure.
  package static func factors(of year: Int, reliability: Double) -> [Double] {
    var factors: [Double] = []
    var rest = reliability
    for _ in 0..<year {
      factors.append(rest / (1 + rest).squareRoot())
      // What two years share beyond the shocks before: r − r²/(1 + r) = r/(1 + r).
      rest /= 1 + rest
    }
    return factors + [(1 + rest).squareRoot()]
  }
}

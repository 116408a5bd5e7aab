public import Statistics

/// Nobody moves: every figure stays what it is, and each survey adds its own sampling error.
public struct HeldRivals: RivalModel {
  /// Makes the model.
  public init() {}

  public func law(from history: RivalHistory, years: Int) throws -> PathLaw {
    let correlation = ChangeCorrelation.positiveDefinite(history.noiseCorrelation).matrix
    var law = PathLaw(
      values: history.values, years: years,
      shocks: .normal(factor: try RivalHistory.factor(of: correlation)))
    for (indicator, row) in history.noise.enumerated() {
      for (province, variance) in row.enumerated() {
        for year in 0..<years {
          law[factor: year, of: year, indicator, province] = variance.squareRoot()
        }
      }
    }
    return law
  }
}

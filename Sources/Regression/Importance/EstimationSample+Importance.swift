import LinearAlgebra

extension EstimationSample {
  /// The rows as shares of R² are computed from.
  ///
  /// - Parameters:
  ///   - hasIntercept: whether there is an intercept, where there are no effects.
  ///   - groups: regressors that share as one.
  /// - Returns: the regressors, with the effects as what every model holds besides.
  /// - Throws: `ImportanceError`, or `RegressionError.notForModel` for effects other than those of the units and
  ///   one other grouping.
  public func importanceData(
    hasIntercept: Bool = true, groups: [RegressorGroup] = []
  ) throws -> ImportanceData {
    let common: CommonTerms
    switch effects.count {
    case 0: common = hasIntercept ? .intercept : .none
    case 1: common = .units(effects[0])
    case 2:
      // The finer grouping is taken out of the rows, the other out of their sums.
      let ordered = effects.sorted { $0.count > $1.count }
      let units = effects.first { $0.name == unit?.name } ?? ordered[0]
      let periods = effects.first { $0.name != units.name } ?? ordered[1]
      common = .unitsAndPeriods(units, periods)
    default:
      throw RegressionError.notForModel(
        "--effects", "shares of R² are told within two groupings at most, not \(effects.count)")
    }
    return try ImportanceData(
      regressors: Matrix(rows: rowCount, columns: regressors), names: regressorNames,
      response: response, weights: weights, common: common, groups: groups)
  }
}

/// A panel made ready for a penalised regression within its units.
///
/// The effect of each unit is removed by taking the unit's own means from its rows. That uses no row of
/// another unit: as folds keep units whole, nothing of a fold leaks into the fit without it. Effects of
/// time do reach across units; they come in as columns of zeros and ones that bear no penalty, so that
/// each fit estimates them from its own rows alone. Errors in a fold are errors of the differences from a
/// unit's mean: what the level of a new unit is, within regressions do not say.
public struct PenalisedPanel: Sendable {
  /// The regressors, and after them a column for each time but the first; all without unit means.
  public let columns: [[Double]]
  /// The response without unit means.
  public let response: [Double]
  /// How much of the penalty each column bears: 1 for a regressor, 0 for a time.
  public let factors: [Double]
  /// The number of regressors.
  public let regressors: Int
  /// How many units have one row alone, which says nothing about differences within.
  public let singletons: Int
  private let weights: [Double]?
  private let unit: Grouping

  /// Removes the effects of units and makes columns for those of time.
  ///
  /// - Parameters:
  ///   - columns: the regressors: one array each.
  ///   - response: one number per row.
  ///   - weights: how much each row counts; nil where all count the same.
  ///   - unit: the unit of each row.
  ///   - time: the time of each row; nil for a regression without effects of time.
  /// - Precondition: every argument has an entry for each row, and weights are above zero.
  public init(
    columns: [[Double]], response: [Double], weights: [Double]? = nil, unit: Grouping,
    time: Grouping? = nil
  ) {
    let rows = response.count
    precondition(
      columns.allSatisfy { $0.count == rows } && weights?.count ?? rows == rows
        && unit.codes.count == rows && time?.codes.count ?? rows == rows,
      "every column must have \(rows) numbers")
    precondition(weights?.allSatisfy { $0 > 0 } ?? true, "weights must be above zero")
    let times = (1..<max(1, time?.count ?? 1)).map { number in
      (time?.codes ?? []).map { $0 == Int32(number) ? 1.0 : 0 }
    }
    func within(_ column: [Double]) -> [Double] {
      var sums = [Double](repeating: 0, count: unit.count)
      var totals = sums
      for row in 0..<rows {
        let (group, weight) = (Int(unit.codes[row]), weights?[row] ?? 1)
        sums[group] += weight * column[row]
        totals[group] += weight
      }
      return (0..<rows).map { column[$0] - sums[Int(unit.codes[$0])] / totals[Int(unit.codes[$0])] }
    }
    self.columns = (columns + times).map(within)
    self.response = within(response)
    factors = columns.map { _ in 1 } + times.map { _ in 0 }
    regressors = columns.count
    singletons = unit.sizes.count { $0 == 1 }
    self.weights = weights
    self.unit = unit
  }

  /// The sums and products that `ElasticNet` fits from, given `factors`.
  ///
  /// - Parameters:
  ///   - folds: which rows are left out together; nil for one fold of all rows.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: the moments of the panel.
  /// - Throws: `RegularisedError.notFinite` or `.tooFewRows`.
  /// - Precondition: no fold splits a unit.
  public func moments(
    folds: FoldAssignment? = nil, threads: Int? = nil
  ) throws(RegularisedError) -> FoldMoments {
    if let folds {
      var foldOfUnit = [Int32?](repeating: nil, count: unit.count)
      for (group, fold) in zip(unit.codes, folds.folds) {
        precondition(
          foldOfUnit[Int(group)] ?? fold == fold,
          "a fold must not split a unit: its mean would leak")
        foldOfUnit[Int(group)] = fold
      }
    }
    return try FoldMoments(
      columns: columns, response: response, weights: weights, folds: folds, threads: threads)
  }
}

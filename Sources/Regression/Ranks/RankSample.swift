import LinearAlgebra

/// The rows of a regression of ranks, checked.
struct RankSample {
  let response: [Double]
  let regressor: [Double]
  let covariates: Matrix
  let groups: Grouping?
  let weights: [Double]?
  /// The names of the columns of a group: intercept, slope, covariates.
  let terms: [String]
  /// The rows of each group.
  let rows: [[Int]]

  /// Takes rows, each complete.
  ///
  /// - Throws: `RankRegressionFault` for a number or a weight that cannot be.
  init(
    response: [Double], regressor: [Double], covariates: Matrix?, covariateNames: [String],
    groups: Grouping?, clusters: Grouping?, weights: [Double]?
  ) throws(RankRegressionFault) {
    let count = response.count
    let covariates = covariates ?? Matrix(rows: count, columns: 0)
    precondition(regressor.count == count, "response and regressor must have as many rows")
    precondition(covariates.rows == count, "covariates must have a row for each of the response")
    precondition(covariates.columns == covariateNames.count, "every covariate has a name")
    precondition(groups?.codes.count ?? count == count, "every row has a group")
    precondition(clusters?.codes.count ?? count == count, "every row has a cluster")
    precondition(weights?.count ?? count == count, "every row has a weight")
    try Self.check(response, named: "the response")
    try Self.check(regressor, named: "the regressor")
    for (column, name) in covariateNames.enumerated() {
      try Self.check(covariates.column(column), named: name)
    }
    if let weights {
      try Self.check(weights, named: "the weights")
      if let row = weights.firstIndex(where: { $0 <= 0 }) {
        throw .weightNotPositive(row: row + 1)
      }
    }
    self.response = response
    self.regressor = regressor
    self.covariates = covariates
    self.groups = groups
    self.weights = weights
    terms = ["intercept", "slope"] + covariateNames
    var rows = [[Int]](repeating: [], count: groups?.count ?? 1)
    for row in 0..<count { rows[groups.map { Int($0.codes[row]) } ?? 0].append(row) }
    self.rows = rows
    guard let clusters else { return }
    // The residuals of a fit in one cluster add up to no influence at all.
    for (group, rows) in rows.enumerated()
    where !rows.isEmpty && rows.allSatisfy({ clusters.codes[$0] == clusters.codes[rows[0]] }) {
      throw .oneCluster(name: clusters.name, group: groups?.labels[group])
    }
  }

  private static func check(
    _ numbers: [Double], named name: String
  ) throws(RankRegressionFault) {
    guard let row = numbers.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(column: name, row: row + 1)
  }
}

/// What can be wrong with the figures of a regression of ranks.
public enum RankRegressionFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// A number is infinite or undefined; rows are counted from one.
  case notFinite(column: String, row: Int)
  /// A row's weight is zero or less; rows are counted from one.
  case weightNotPositive(row: Int)
  /// There are no more rows than coefficients, in one group or in all.
  case tooFewRows(group: String?, rows: Int, coefficients: Int)
  /// The regressor takes one value only, in one group or in all.
  case constantRegressor(group: String?)
  /// The rows, of one group or all, are in one cluster.
  case oneCluster(name: String, group: String?)

  public var description: String {
    switch self {
    case .notFinite(let column, let row):
      "row \(row) of \(column) is infinite or undefined; leave the row out"
    case .weightNotPositive(let row):
      "row \(row) has a weight that is not above zero; leave the row out"
    case .tooFewRows(let group, let rows, let coefficients):
      "\(rows) row\(rows == 1 ? "" : "s")\(Self.place(group)) cannot determine \(coefficients) coefficients and their errors; "
        + "add rows or drop covariates"
    case .constantRegressor(let group):
      "the regressor has one value only\(Self.place(group)), so that there is no slope; "
        + (group == nil ? "choose another regressor" : "leave the group out or join it to another")
    case .oneCluster(let name, let group):
      "all rows\(Self.place(group)) are in one \(name), which tells nothing of how they vary; "
        + (group == nil ? "add others or leave out clusters" : "join groups or leave out clusters")
    }
  }

  private static func place(_ group: String?) -> String { group.map { " of \($0)" } ?? "" }
}

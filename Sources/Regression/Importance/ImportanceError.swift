/// What can be wrong with figures whose R² is to be shared out.
public enum ImportanceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no row to learn from.
  case noRows
  /// A number is infinite or undefined; rows count from zero.
  case notFinite(column: String, row: Int)
  /// A weight is negative, infinite or undefined; rows count from zero.
  case badWeight(row: Int)
  /// The response does not vary, so that there is nothing to share.
  case constantResponse
  /// There are more players than coalitions can be counted for.
  case tooManyPlayers(count: Int, most: Int)
  /// The matrix given is no covariance matrix.
  case noCovariance(reason: String)
  /// A group names a regressor that there is not, or that another group has.
  case badGroup(name: String, member: String)
  /// A cluster is to be drawn that holds only a part of a unit.
  case splitUnit(unit: String, clusters: String)
  /// One cluster alone cannot be drawn from.
  case fewClusters(count: Int)
  /// No draw had a response that varies.
  case noDraw(count: Int)

  public var description: String {
    switch self {
    case .noRows:
      "there is no row with every figure; leave out regressors with many gaps"
    case .notFinite(let column, let row):
      "\(column), row \(row + 1): the number is infinite or undefined; leave the row out"
    case .badWeight(let row):
      "row \(row + 1): a weight must be zero or more; leave the row out"
    case .constantResponse:
      "the response does not vary beyond the intercept or effects, so that R² is undefined; "
        + "choose another response, or fewer effects"
    case .tooManyPlayers(let count, let most):
      "\(count) regressors or groups have too many combinations; join some in groups, to "
        + "\(most) at most"
    case .noCovariance(let reason):
      "this is no covariance matrix: \(reason); compute it anew from complete rows"
    case .badGroup(let name, let member):
      "the group \(name) names \(member), which is no regressor or is in two groups; name each once"
    case .splitUnit(let unit, let clusters):
      "\(unit) is in more than one \(clusters), so that its effect cannot be drawn with them; "
        + "let clusters hold whole units"
    case .fewClusters(let count):
      "\(count) cluster cannot be drawn from; a bootstrap needs two at least"
    case .noDraw(let count):
      "in none of \(count) draws does the response vary; there are too few rows to draw from"
    }
  }
}

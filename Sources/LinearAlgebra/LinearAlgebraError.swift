/// What can be wrong with the numbers given to a decomposition.
public enum LinearAlgebraError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A number is infinite or undefined.
  case notFinite
  /// There are fewer equations than unknowns.
  case underdetermined(rows: Int, columns: Int)
  /// A matrix that must be positive definite is not, from this column on.
  case notPositiveDefinite(column: Int)
  /// A LAPACK routine gave up, with its own number for the reason.
  case notConverged(routine: String, code: Int)

  public var description: String {
    switch self {
    case .notFinite:
      "a number is infinite or undefined; leave out the rows that hold it"
    case .underdetermined(let rows, let columns):
      "\(rows) rows cannot determine \(columns) coefficients; add rows or drop regressors"
    case .notPositiveDefinite(let column):
      "column \(column + 1) adds nothing to those before it: the matrix is not positive definite; "
        + "leave it out"
    case .notConverged(let routine, let code):
      "the LAPACK routine \(routine) gave up with code \(code)"
    }
  }
}

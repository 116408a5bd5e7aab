/// What can be wrong with a matrix that says how inputs depend on one another.
public enum DependenceError: Error, Hashable, CustomStringConvertible {
  /// A number of the matrix is infinite or not a number; rows and columns count from zero.
  case notFinite(row: Int, column: Int)
  /// The two numbers for a pair differ.
  case notSymmetric(row: Int, column: Int)
  /// The correlation of an input with itself is not one.
  case notOneOnDiagonal(row: Int)
  /// A variance is below zero, or a combination of inputs would have such a one.
  case notPositive(row: Int)

  public var description: String {
    switch self {
    case .notFinite(let row, let column):
      "row \(row + 1), column \(column + 1) of the matrix is not a finite number; leave that input out"
    case .notSymmetric(let row, let column):
      "row \(row + 1), column \(column + 1) of the matrix differs from row \(column + 1), "
        + "column \(row + 1); give both the same number"
    case .notOneOnDiagonal(let row):
      "row \(row + 1), column \(row + 1) of the correlations is not 1; divide covariances by both "
        + "standard deviations first"
    case .notPositive(let row):
      "row \(row + 1) of the matrix contradicts those before it: no inputs can move together so; "
        + "leave that input out, or shrink all correlations towards zero"
    }
  }
}

import Tables

/// What can be wrong with a regression that was asked for, or with the figures it is to rest on.
public enum RegressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A term does not follow the grammar of terms.
  case badTerm(String, String)
  /// A term names a column that there is not.
  case unknownColumn(String, nearest: [String])
  /// A term or a model needs to know which rows are of one unit, or of one time.
  case needsPanel(String, missing: String)
  /// One unit has two rows of the same time.
  case repeatedObservation(unit: String, time: String, rows: [Int])
  /// A logarithm of a number that is not above zero, or a weight below zero.
  case badValue(String, row: Int, Double)
  /// The largest number of a column is so large or so small that its squares are no numbers.
  case beyondScale(String, row: Int, Double)
  /// No row has every figure that is needed.
  case noRows(String)
  /// There are not enough rows for the coefficients.
  case tooFewRows(rows: Int, parameters: Int)
  /// Every regressor was dropped.
  case nothingToEstimate([String])
  /// Errors of a kind need what the rows do not have.
  case errorsNotPossible(String, String)
  /// What was asked for does not go with the model.
  case notForModel(String, String)

  public var description: String {
    switch self {
    case .badTerm(let term, let reason): "the term \(Quotation.of(term)) cannot be read: \(reason)"
    case .unknownColumn(let name, let nearest):
      "there is no column \(Quotation.of(name))"
        + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?")
    case .needsPanel(let what, let missing):
      "\(what) needs to know the \(missing): add --\(missing)"
    case .repeatedObservation(let unit, let time, let rows):
      "\(unit) has two rows for \(time): rows \(rows.map(String.init).joined(separator: " and "))"
    case .badValue(let what, let row, let value): "\(what) in row \(row) is \(value)"
    case .beyondScale(let what, let row, let value):
      "\"\(what)\" in row \(row) is \(value), and its squares are beyond what numbers hold; use another unit, "
        + "in which the largest is between 1e-75 and 1e75"
    case .noRows(let reason): "no row can be used: \(reason)"
    case .tooFewRows(let rows, let parameters):
      "\(rows) rows cannot determine \(parameters) coefficients; add rows or drop regressors"
    case .nothingToEstimate(let dropped):
      "nothing is left to estimate: "
        + (dropped.isEmpty ? "there is no regressor" : dropped.joined(separator: "; "))
    case .errorsNotPossible(let kind, let reason): "standard errors \(kind): \(reason)"
    case .notForModel(let what, let reason): "\(what): \(reason)"
    }
  }
}

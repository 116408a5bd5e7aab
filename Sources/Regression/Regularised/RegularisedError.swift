/// What can be wrong with the data of a penalised regression.
public enum RegularisedError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A number is infinite or undefined, or so large that its square is.
  case notFinite
  /// The response does not vary, in the whole sample or without one of the folds.
  case constantResponse
  /// There are fewer rows than are needed.
  case tooFewRows(Int)

  public var description: String {
    switch self {
    case .notFinite:
      "a number is infinite or undefined; leave out the rows that hold it"
    case .constantResponse:
      "the response does not vary, so that there is nothing to explain; choose another response"
    case .tooFewRows(let rows):
      "a penalised regression needs two rows at least, and the sample has \(rows)"
    }
  }
}

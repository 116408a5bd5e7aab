/// Why no answer came of a search.
public enum OptimisationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The solver gave up for numerical difficulties, with its own number for the reason.
  case abandoned(status: Int)

  public var description: String {
    switch self {
    case .abandoned(let status):
      "the solver CBC gave up with status \(status); bring the numbers nearer to one another in size"
    }
  }
}

/// Why no answer came of a search.
public enum OptimisationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The solver gave up for numerical difficulties, with its own number for the reason.
  case abandoned(status: Int)

  /// The library of the solver is not there.
  case notInstalled

  public var description: String {
    switch self {
    case .abandoned(let status):
      "the solver CBC gave up with status \(status); bring the numbers nearer to one another in size"
    case .notInstalled:
      "the solver CBC is not installed; run: apt-get install coinor-libcbc3"
    }
  }
}

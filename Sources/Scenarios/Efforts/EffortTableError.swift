public import Tables

/// What can be wrong with a file of costs or conditions.
public enum EffortTableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// An indicator that the year does not have.
  case unknownIndicator(Location, String, known: [String])
  /// An indicator, or an indicator of one condition, that stands twice.
  case repeated(Location, String, first: Location)
  /// A number that cannot be what its column says.
  case badNumber(Location, column: String, text: String, expected: String)
  /// An indicator that would have to go where it cannot.
  case unreachable(Location, String, reason: String)
  /// A condition whose limit is not the one that it had before.
  case otherLimit(Location, condition: String, first: Location)
  /// A condition without a limit.
  case noLimit(Location, condition: String)

  public var description: String {
    switch self {
    case .unknownIndicator(let place, let code, let known):
      "\(place): \(Quotation.of(code)) is no indicator of the year; there are \(known.joined(separator: ", "))"
    case .repeated(let place, let name, let first):
      "\(place): \(Quotation.excerpt(name)) stands twice, first in \(first); leave one out"
    case .badNumber(let place, let column, let text, let expected):
      "\(place): \(column) cannot be \(Quotation.of(text)); give \(expected)"
    case .unreachable(let place, let code, let reason): "\(place): \(code) \(reason)"
    case .otherLimit(let place, let condition, let first):
      "\(place): the condition \(Quotation.excerpt(condition)) has another limit in \(first); give it once"
    case .noLimit(let place, let condition):
      "\(place): the condition \(Quotation.excerpt(condition)) has no limit; give it in one of its rows"
    }
  }
}

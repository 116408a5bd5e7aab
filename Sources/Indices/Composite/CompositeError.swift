public import Tables

/// What can be wrong with the structure of a composite index, or with the figures it is made of.
public enum CompositeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The elements of an index do not make a tree that ends in one index.
  case badStructure(Location?, String)
  /// A cell of the table is not what it should be.
  case badCell(Location, String)
  /// An indicator cannot be used as it is.
  case unusable(indicator: String, time: String?, String)
  /// An aggregate cannot be taken of what it is made of.
  case notAggregated(aggregate: String, time: String?, String)
  /// A unit has no figure at all.
  case nothingKnown(unit: String, time: String?)
  /// The reference that indicators are compared with is not among the units.
  case unknownReference(String, time: String?)

  public var description: String {
    switch self {
    case .badStructure(let place, let reason): (place.map { "\($0): " } ?? "") + reason
    case .badCell(let place, let reason): "\(place): \(reason)"
    case .unusable(let indicator, let time, let reason): "\(indicator)\(Self.at(time)): \(reason)"
    case .notAggregated(let aggregate, let time, let reason):
      "\(aggregate)\(Self.at(time)): \(reason)"
    case .nothingKnown(let unit, let time):
      "\(unit)\(Self.at(time)) has no figure at all; leave its row out"
    case .unknownReference(let unit, let time):
      "the reference \(Quotation.of(unit)) is not among the units\(Self.at(time))"
    }
  }

  private static func at(_ time: String?) -> String { time.map { " in \($0)" } ?? "" }
}

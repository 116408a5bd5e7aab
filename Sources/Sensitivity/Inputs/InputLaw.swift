import Statistics

/// How one input of a model is spread over its values.
public enum InputLaw: Sendable, Hashable {
  /// All values of a range alike.
  case uniform(ClosedRange<Double>)
  /// A normal law.
  case normal(mean: Double, deviation: Double)
  /// The values that happened, with straight lines between neighbours.
  case empirical(EmpiricalLaw)

  /// The law of values that happened.
  ///
  /// - Parameter values: one at least, in any order, all finite.
  /// - Returns: their law.
  public static func empirical(_ values: [Double]) -> InputLaw { .empirical(EmpiricalLaw(values)) }

  /// The value that a share of all others is below.
  ///
  /// - Parameter share: from 0 to 1; the ends give infinite values of a normal law.
  /// - Returns: the value.
  public func quantile(_ share: Double) -> Double {
    switch self {
    case .uniform(let range):
      range.lowerBound + share * (range.upperBound - range.lowerBound)
    case .normal(let mean, let deviation):
      mean + deviation * NormalDistribution().quantile(share)
    case .empirical(let law): law.quantile(share)
    }
  }

  /// Whether the ends are values like all others.
  ///
  /// So they are of a range. A normal law has none, and those of values that happened are the two farthest out.
  public var hasOrdinaryEnds: Bool {
    if case .uniform = self { true } else { false }
  }
}

/// The values that happened, in order.
public struct EmpiricalLaw: Sendable, Hashable {
  /// The values, the least first.
  public let values: [Double]

  /// Orders values.
  ///
  /// - Parameter values: one at least, in any order.
  /// - Precondition: all are finite.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "a law needs one value at least")
    precondition(values.allSatisfy(\.isFinite), "a law is made of finite values")
    self.values = values.sorted()
  }

  /// The value that a share of all others is below, by straight lines between neighbours.
  ///
  /// Definition 7 of Hyndman & Fan (1996), doi:10.2307/2684934, as `quantile` of a sequence.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: the value.
  public func quantile(_ share: Double) -> Double {
    let position = share * Double(values.count - 1)
    let below = min(Int(position), values.count - 1)
    guard below + 1 < values.count else { return values[below] }
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }
}

/// The cheapest way to a total gain: minimise Σ effort × change, Σ gain × change ≥ goal,
/// least ≤ change ≤ most.
///
/// A linear program with one constraint, solved in closed form (`EffortCurve`). Its dual solution proves it:
/// no solution can cost less than `lowerBound`. With fixed efforts, steps or conditions it is an
/// `EffortProgram`.
public struct LeastEffort: Sendable, Hashable {
  /// The change of each lever, in the order given.
  public let changes: [Double]
  /// The total gain.
  public let gain: Double
  /// The total effort.
  public let effort: Double
  /// What every solution must cost at least, by the dual program; nil when there is no solution.
  public let lowerBound: Double?

  /// Whether the goal is reached.
  public var isFeasible: Bool { lowerBound != nil }

  /// Finds the cheapest changes; where all together do not suffice, the farthest ones.
  ///
  /// - Parameters:
  ///   - levers: what can be changed.
  ///   - goal: the total gain needed.
  /// - Precondition: no lever has a fixed effort or a grid.
  public init(levers: [Lever], goal: Double) {
    precondition(
      levers.allSatisfy(\.isStraight), "fixed efforts and steps are for EffortProgram")
    let curve = EffortCurve(levers)
    changes = curve.changes(for: goal)
    gain = zip(levers, changes).reduce(0) { $0 + $1.0.gain * $1.1 }
    effort = zip(levers, changes).reduce(0) { $0 + $1.0.effort * $1.1 }
    lowerBound = curve.dualBound(of: goal)
  }
}

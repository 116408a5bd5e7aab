/// One thing that can be changed at a price, for a gain in proportion.
public struct Lever: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The gain of one unit of change.
  public let gain: Double
  /// The effort of one unit of change.
  public let effort: Double
  /// The most it can be changed, in units.
  public let most: Double

  /// Describes a lever.
  ///
  /// - Precondition: gain and effort are positive, the most is not negative, all are finite.
  public init(name: String, gain: Double, effort: Double, most: Double) {
    precondition(gain > 0 && gain.isFinite, "a lever without gain is none")
    precondition(effort > 0 && effort.isFinite, "a lever without effort would be pulled for ever")
    precondition(most >= 0 && most.isFinite, "a lever is pulled a finite way or not at all")
    self.name = name
    self.gain = gain
    self.effort = effort
    self.most = most
  }
}

/// The cheapest way to a total gain: minimise Σ effort × change, Σ gain × change ≥ goal,
/// 0 ≤ change ≤ most.
///
/// A linear program with one constraint, solved by taking the levers in the order of gain for
/// effort, the last one as far as is needed (the fractional knapsack: Dantzig 1957,
/// doi:10.1287/opre.5.2.266). Its dual solution proves it: at the price of gain that the last
/// lever sets, no solution can cost less than `lowerBound`.
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
  public init(levers: [Lever], goal: Double) {
    var changes = [Double](repeating: 0, count: levers.count)
    var missing = max(0, goal)
    var price = 0.0
    let order = levers.indices.sorted { first, second in
      let (a, b) = (levers[first], levers[second])
      return (b.gain / b.effort, first) < (a.gain / a.effort, second)
    }
    for index in order where missing > 0 {
      let lever = levers[index]
      changes[index] = min(lever.most, missing / lever.gain)
      if changes[index] < lever.most {
        missing = 0
      } else {
        missing -= lever.gain * lever.most
      }
      price = lever.effort / lever.gain
    }
    self.changes = changes
    gain = zip(levers, changes).reduce(0) { $0 + $1.0.gain * $1.1 }
    effort = zip(levers, changes).reduce(0) { $0 + $1.0.effort * $1.1 }
    // The last lever may have been pulled to its very end: then only rounding is missing.
    let isReached = missing <= 1e-12 * max(1, goal)
    lowerBound =
      isReached
      ? price * max(0, goal)
        - levers.reduce(0) { $0 + max(0, price * $1.gain - $1.effort) * $1.most } : nil
  }
}

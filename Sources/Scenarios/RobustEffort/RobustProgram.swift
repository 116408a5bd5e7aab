/// The cheapest changes that reach a goal in so large a share of futures, where what a change gains is itself
/// uncertain.
///
/// Minimise Σ effort × change where, in a share `probability` of the futures s, Σ gain(s) × change is the need
/// of s or more, and every change lies in its lever's range. With certain gains the answer is an `EffortProgram`
/// for `GoalNeeds.gain(forProbability:)`; with uncertain ones the plans that are good enough are no convex set, and
/// to find the best is a problem of choosing which futures to give up.
public struct RobustProgram: Sendable, Hashable {
  /// What can be changed; the gains of the levers themselves are left out of account.
  public let levers: [Lever]
  /// The gain of one unit of each lever's change, future by future.
  public let gains: [[Double]]
  /// The score missing in each future; zero or below where nothing is.
  public let needs: [Double]
  /// The share of futures in which the goal is to be reached.
  public let probability: Double

  /// Collects what is asked.
  ///
  /// - Parameters:
  ///   - levers: what can be changed.
  ///   - gains: the gain of one unit of each lever's change: an array per lever, a number per future.
  ///   - needs: the score missing in each future.
  ///   - probability: the share of futures in which the goal is to be reached.
  /// - Precondition: no lever has a fixed effort or a grid; there is a future, and a gain, not below zero, of
  ///   every lever in each; all numbers are finite; the probability lies above 0 and not above 1.
  public init(levers: [Lever], gains: [[Double]], needs: [Double], probability: Double) {
    precondition(
      levers.allSatisfy(\.isStraight), "fixed efforts and steps are for EffortProgram")
    precondition(gains.count == levers.count, "one array of gains per lever is needed")
    precondition(!needs.isEmpty && needs.allSatisfy(\.isFinite), "needs are those of futures")
    precondition(
      gains.allSatisfy { $0.count == needs.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } },
      "every lever has a gain in every future, none below zero")
    precondition(probability > 0 && probability <= 1, "a probability lies above 0, to 1")
    self.levers = levers
    self.gains = gains
    self.needs = needs
    self.probability = probability
  }

  /// In how many futures the goal must be reached.
  internal var required: Int { GoalNeeds.place(of: probability, among: needs.count) + 1 }

  /// In how many futures some changes reach the goal.
  ///
  /// Sums run through the levers in their order.
  internal func reached(by changes: [Double]) -> Int {
    needs.indices.count { future in
      levers.indices.reduce(0) { $0 + gains[$1][future] * changes[$1] } >= needs[future]
    }
  }

  internal func effort(of changes: [Double]) -> Double {
    zip(levers, changes).reduce(0) { $0 + $1.0.effort * $1.1 }
  }

  /// An effort that no plan is below.
  ///
  /// A plan reaches the goal in the required number of futures; in each of them it costs no less than the
  /// cheapest plan for that future alone, a fractional knapsack. So it costs no less than the knapsack that
  /// stands at that number when all are put in order.
  internal func lowerBound() -> Double {
    var efforts = needs.indices.map { future in
      let levers = levers.indices.compactMap { index -> Lever? in
        let lever = self.levers[index]
        let gain = gains[index][future]
        guard gain > 0 else { return nil }
        return Lever(
          name: "", gain: gain, effort: lever.effort, least: lever.least, most: lever.most)
      }
      return EffortCurve(levers).effort(of: needs[future]) ?? .infinity
    }
    return max(
      self.levers.reduce(0) { $0 + $1.effort * $1.least }, efforts.select(required - 1))
  }
}

/// The changes that a robust program asks for.
public struct RobustPlan: Sendable, Hashable {
  /// The change of each lever, in their order.
  public let changes: [Double]
  /// The total effort.
  public let effort: Double
  /// The share of futures in which the plan reaches the goal, counted over all of them.
  public let probability: Double
  /// What is proved of it.
  ///
  /// Seldom `optimal`: only where the plan costs no more than the bound. Infeasible where not even all levers
  /// at their ends reach the goal often enough; the plan is then that.
  public let certificate: Certificate

  /// What is proved of a robust plan.
  public enum Certificate: Sendable, Hashable {
    /// No plan costs less.
    case optimal
    /// The plan is the best found, and none costs less than the bound.
    case bounded(bound: Double)
    /// No plan reaches the goal in as many futures; the plan does in the most there can be.
    case infeasible
  }
}

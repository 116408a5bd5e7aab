/// The cheapest way to a total gain under all that can be asked of it.
///
/// Minimise Σ (fixed effort where changed + effort × change) where Σ gain × change is the goal or more, every
/// change lies in its lever's range and on its grid, at most so many levers are changed, and every condition
/// Σ coefficient × change ≤ limit holds. The program knows no province: `Target` makes one of an index.
public struct EffortProgram: Sendable, Hashable {
  /// What the changes of several levers may sum up to.
  public struct Condition: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What one unit of each lever's change counts, by the number of the lever.
    public let coefficients: [Int: Double]
    /// The most they may sum up to.
    public let limit: Double

    /// Describes a condition.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - coefficients: what one unit of each lever's change counts.
    ///   - limit: the most they may sum up to.
    /// - Precondition: the coefficients are finite, and the limit, not below zero, lets all be as it is.
    public init(name: String, coefficients: [Int: Double], limit: Double) {
      precondition(coefficients.values.allSatisfy(\.isFinite), "coefficients must be finite")
      precondition(limit >= 0 && limit.isFinite, "to change nothing must be allowed")
      self.name = name
      self.coefficients = coefficients
      self.limit = limit
    }

    /// What some changes sum up to.
    ///
    /// - Parameter changes: one per lever.
    /// - Returns: Σ coefficient × change, in the order of the levers.
    public func sum(of changes: [Double]) -> Double {
      coefficients.keys.sorted().reduce(0) { $0 + (coefficients[$1] ?? 0) * changes[$1] }
    }
  }

  /// What can be changed.
  public let levers: [Lever]
  /// The total gain needed.
  public let goal: Double
  /// How many levers may be changed; nil for all.
  public let atMost: Int?
  /// What changes may sum up to.
  public let conditions: [Condition]
  /// Sets of levers that may not all be changed together.
  ///
  /// Given the levers of a plan, the next plan uses others: it lacks at least one of them.
  public let avoided: [Set<Int>]

  /// Collects what is asked.
  ///
  /// - Parameters:
  ///   - levers: what can be changed.
  ///   - goal: the total gain needed.
  ///   - atMost: how many levers may be changed; nil for all.
  ///   - conditions: what changes may sum up to.
  ///   - avoided: sets of levers that may not all be changed together.
  /// - Precondition: the goal is finite; no more levers must be changed than may, and what they must be changed
  ///   at least meets the conditions; conditions and sets name levers that there are; no set is empty.
  public init(
    levers: [Lever], goal: Double, atMost: Int? = nil, conditions: [Condition] = [],
    avoided: [Set<Int>] = []
  ) {
    precondition(goal.isFinite, "a goal is a finite gain")
    precondition(
      atMost ?? levers.count >= levers.count { $0.least > 0 },
      "more levers must be changed than may be")
    precondition(
      conditions.allSatisfy { $0.coefficients.keys.allSatisfy(levers.indices.contains) }
        && avoided.allSatisfy { !$0.isEmpty && $0.allSatisfy(levers.indices.contains) },
      "a condition names a lever that there is not")
    let least = levers.map(\.least)
    precondition(
      conditions.allSatisfy { $0.sum(of: least) <= $0.limit },
      "what must be changed at least breaks a condition")
    self.levers = levers
    self.goal = goal
    self.atMost = atMost
    self.conditions = conditions
    self.avoided = avoided
  }

  /// Whether a closed form answers it.
  internal var isStraight: Bool {
    levers.allSatisfy(\.isStraight) && conditions.isEmpty && avoided.isEmpty
      && atMost ?? levers.count >= levers.count
  }

  /// What a goal may be missed by through rounding of sums alone.
  internal var tolerance: Double { EffortCurve.rounding * max(1, abs(goal)) }

  internal func gain(of changes: [Double]) -> Double {
    zip(levers, changes).reduce(0) { $0 + $1.0.gain * $1.1 }
  }

  internal func effort(of changes: [Double]) -> Double {
    zip(levers, changes).reduce(0) { $0 + $1.0.effort(of: $1.1) }
  }

  /// The same for another goal, or with further sets avoided.
  internal func with(goal: Double? = nil, avoiding more: [Set<Int>] = []) -> EffortProgram {
    EffortProgram(
      levers: levers, goal: goal ?? self.goal, atMost: atMost, conditions: conditions,
      avoided: avoided + more)
  }
}

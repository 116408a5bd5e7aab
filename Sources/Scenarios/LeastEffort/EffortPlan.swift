/// The changes that a program asks for, and how sure it is that no others are better.
public struct EffortPlan: Sendable, Hashable {
  /// What is proved of the plan.
  public enum Certificate: Sendable, Hashable {
    /// No plan costs less than the bound, which is the plan's own effort but for rounding.
    case optimal(bound: Double)
    /// The search was broken off: the plan is the best found, and none costs less than the bound.
    case bounded(bound: Double)
    /// No plan reaches the goal; the plan gains the most that can be had.
    case infeasible(Shortfall)
  }

  /// Why a goal cannot be had.
  public struct Shortfall: Sendable, Hashable {
    /// The best gain that can be had.
    public let bestGain: Double
    /// The levers that stand at their ends, by their numbers.
    public let leversAtMost: [Int]
    /// The levers held still that could gain if they were not.
    public let lockedLevers: [Int]
    /// Whether more levers could gain than may be changed.
    public let isCountBinding: Bool
    /// The conditions that leave no room, by their numbers.
    public let bindingConditions: [Int]
  }

  /// The change of each lever, in their order.
  public let changes: [Double]
  /// The total gain.
  public let gain: Double
  /// The total effort, fixed efforts included.
  public let effort: Double
  /// What is proved of it.
  public let certificate: Certificate

  internal init(_ program: EffortProgram, changes: [Double], certificate: Certificate) {
    self.changes = changes
    gain = program.gain(of: changes)
    effort = program.effort(of: changes)
    self.certificate = certificate
  }

  /// Whether the goal is reached.
  public var isFeasible: Bool {
    if case .infeasible = certificate { false } else { true }
  }

  /// What every plan must cost at least; nil where there is none.
  public var lowerBound: Double? {
    switch certificate {
    case .optimal(let bound), .bounded(let bound): bound
    case .infeasible: nil
    }
  }

  /// The numbers of the levers that are changed.
  public var used: Set<Int> { Set(changes.indices.filter { changes[$0] > 0 }) }
}

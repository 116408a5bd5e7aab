/// How the effort of a plan is counted, and what a plan may do.
public struct EffortTerms: Sendable, Hashable {
  /// What one unit of effort is.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// A standard deviation of the indicator's own yearly changes, net of what the country shares.
    case variation
    /// A hundredth of the indicator's range in the rule.
    case equal
  }

  /// What an analyst says of one indicator.
  public struct Entry: Sendable, Hashable {
    /// What one unit of change costs; nil where nothing is said.
    public let cost: Double?
    /// What any change at all costs.
    public let fixed: Double
    /// The lowest value it may have in the final year; nil where nothing is said.
    ///
    /// Towards the better end it stands in place of what the past allows; towards the other it asks for a
    /// change.
    public let least: Double?
    /// The highest value it may have in the final year, likewise.
    public let most: Double?
    /// The distance between one change and the next; nil for any change.
    public let step: Double?
    /// Whether it is held still.
    public let isLocked: Bool

    /// Says something of an indicator.
    ///
    /// - Parameters:
    ///   - cost: what one unit of change costs.
    ///   - fixed: what any change at all costs.
    ///   - least: the lowest value it may have in the final year.
    ///   - most: the highest value it may have in the final year.
    ///   - step: the distance between one change and the next.
    ///   - isLocked: whether it is held still.
    /// - Precondition: cost and step are above zero, the fixed cost is not below, the least is not above the
    ///   most, all are finite.
    public init(
      cost: Double? = nil, fixed: Double = 0, least: Double? = nil, most: Double? = nil,
      step: Double? = nil, isLocked: Bool = false
    ) {
      precondition(cost.map { $0 > 0 && $0.isFinite } ?? true, "a cost is above nothing")
      precondition(fixed >= 0 && fixed.isFinite, "a fixed cost is not below nothing")
      precondition(step.map { $0 > 0 && $0.isFinite } ?? true, "a step leads somewhere")
      precondition((least ?? 0).isFinite && (most ?? 0).isFinite, "bounds are finite")
      precondition((least ?? most ?? 0) <= (most ?? least ?? 0), "the least is within the most")
      self.cost = cost
      self.fixed = fixed
      self.least = least
      self.most = most
      self.step = step
      self.isLocked = isLocked
    }
  }

  /// What the changes of several indicators may sum up to.
  ///
  /// A change is counted in the indicator's unit, above zero for the better, whatever the direction.
  public struct Condition: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What one unit of each indicator's change counts, by code.
    public let coefficients: [String: Double]
    /// The most they may sum up to; zero or more.
    public let limit: Double

    /// Describes a condition.
    ///
    /// - Parameters:
    ///   - name: what it is called.
    ///   - coefficients: what one unit of each indicator's change counts.
    ///   - limit: the most they may sum up to.
    /// - Precondition: the coefficients are finite, the limit is finite and not below zero.
    public init(name: String, coefficients: [String: Double], limit: Double) {
      precondition(coefficients.values.allSatisfy(\.isFinite), "coefficients must be finite")
      precondition(limit >= 0 && limit.isFinite, "to change nothing must be allowed")
      self.name = name
      self.coefficients = coefficients
      self.limit = limit
    }
  }

  /// What one unit of effort is, where no costs are given.
  public var measure: Measure
  /// What is said of single indicators, by code.
  ///
  /// Where one of them has a cost, effort is counted in costs, and those without one are held still.
  public var entries: [String: Entry]
  /// The indicators held still, beside those whose entries say so.
  public var locked: Set<String>
  /// How many indicators may be changed; nil for all.
  public var atMost: Int?
  /// What changes may sum up to.
  public var conditions: [Condition]
  /// Whether no indicator goes faster per year than one province-year in ten improved.
  public var isPaced: Bool

  /// Sets the terms; yearly variation, all indicators and the pace of the past where nothing is said.
  public init(
    measure: Measure = .variation, entries: [String: Entry] = [:], locked: Set<String> = [],
    atMost: Int? = nil, conditions: [Condition] = [], isPaced: Bool = true
  ) {
    precondition(atMost ?? 1 >= 1, "a plan changes one indicator at least")
    self.measure = measure
    self.entries = entries
    self.locked = locked
    self.atMost = atMost
    self.conditions = conditions
    self.isPaced = isPaced
  }

  /// Whether effort is counted in costs.
  public var isCosted: Bool { entries.values.contains { $0.cost != nil } }

  /// Every code that is named, in order.
  internal var codes: [String] {
    (Set(entries.keys).union(locked).union(conditions.flatMap(\.coefficients.keys))).sorted()
  }
}

public import Indices
public import Panels
public import Sensitivity
public import Statistics

/// The least change of a province's indicators that takes it to a rank, rivals and ranges held still.
///
/// Effort is counted in each indicator's own yearly variation, net of what the country shares: one
/// unit is one standard deviation. No indicator goes beyond what any province has reached up to the
/// year, nor faster per year than one province-year in ten has improved.
public struct Target: Sendable {
  /// How sure the plan is to be the least one.
  public enum Certificate: String, Sendable, Hashable {
    /// No other changes within the limits reach the goal with less effort.
    case optimal
    /// The province has the rank already.
    case reached = "already reached"
    /// The goal is out of reach; the plan goes to the best rank that can be had.
    case infeasible
  }

  /// What one indicator has to do.
  public struct Step: Sendable, Hashable {
    /// The indicator's part in the rule.
    public let component: ScoringRule.Component
    /// The value in the first year.
    public let value: Double
    /// The value to reach in the last year.
    public let target: Double
    /// The effort of the change, in yearly variations.
    public let effort: Double
    /// The farthest value the limits allow.
    public let limit: Double
    /// The yearly variation that counts the effort.
    public let variation: YearlyVariation

    /// The value in a year on the way, in equal steps.
    public func value(after years: Int, of all: Int) -> Double {
      years == all ? target : value + (target - value) * Double(years) / Double(all)
    }

    /// What the solver needs to know; one that never varies cannot be moved.
    internal var lever: Lever { lever(to: limit) }

    /// What the solver needs to know where a nearer limit is set.
    internal func lever(to limit: Double) -> Lever {
      let deviation = variation.standardDeviation
      return Lever(
        name: component.indicator, gain: abs(component.slope),
        effort: deviation > 0 ? 1 / deviation : 1, most: deviation > 0 ? abs(limit - value) : 0)
    }

    internal func limited(to limit: Double) -> Step {
      Step(
        component: component, value: value, target: target, effort: effort, limit: limit,
        variation: variation)
    }

    internal func changed(by change: Double) -> Step {
      Step(
        component: component, value: value, target: value + component.direction.sign * change,
        effort: lever.effort * change, limit: limit, variation: variation)
    }
  }

  /// The province.
  public let province: Province
  /// The rule, of the first year.
  public let rule: ScoringRule
  /// The rank wanted.
  public let goal: Int
  /// The final year.
  public let finalYear: Int
  /// Where the province stands in the first year.
  public let standing: Standing
  /// One entry per indicator, in the order of the rule.
  public internal(set) var steps: [Step]
  /// Whether the plan is the least one.
  public let certificate: Certificate
  /// The score that draws level with the province now at the goal.
  public let scoreNeeded: Double
  /// How published ranks and scores have moved up to the first year.
  public let history: RankHistory
  /// What is worth knowing about the board.
  internal let boardNotes: [String]
  internal let units: [String: String]

  /// Where the province stands in one year of the plan.
  public struct Milestone: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The score by the rule of the first year.
    public let score: Double
    /// The rank among the rivals of the first year.
    public let rank: Int
  }

  /// The total effort, in yearly variations.
  public var effort: Double { steps.reduce(0) { $0 + $1.effort } }

  /// The number of years from the first to the final one.
  public var years: Int { finalYear - rule.year }

  /// The score and rank of every year from the first to the final one.
  public var path: [Milestone] {
    (0...years).map { elapsed in
      let score = rule.score(steps.map { $0.value(after: elapsed, of: years) })
      return Milestone(
        year: rule.year + elapsed, score: score,
        rank: standing.ranking.rank(of: score, among: standing.rivals))
    }
  }

  /// How near a rank counts as near for the base rate: five places either way.
  internal static let baseRateWidth = 5

  /// The longest plan; beyond a generation neither the index nor its rule will be the same.
  private static let longestPlan = 30

  /// Finds the plan.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - goal: the rank to reach, or a better one.
  ///   - finalYear: the year to reach it by.
  ///   - panel: the figures.
  ///   - rule: the rule of the first year.
  ///   - rules: every rule known, to tell which past years compare.
  /// - Throws: `ScenarioError`, `IndexError` where the province cannot be scored, `PanelError`.
  public init(
    of province: Province, rank goal: Int, by finalYear: Int, panel: Panel, rule: ScoringRule,
    rules: [ScoringRule]
  ) throws {
    guard finalYear > rule.year else {
      throw ScenarioError.noTime(from: rule.year, to: finalYear)
    }
    guard finalYear <= rule.year + Self.longestPlan else {
      throw ScenarioError.tooFar(finalYear, last: rule.year + Self.longestPlan)
    }
    let board = try rule.scoreboard(of: panel)
    guard (1...board.rows.count).contains(goal) else {
      throw ScenarioError.noSuchRank(goal, provinces: board.rows.count)
    }
    let open = try Self.open(province, over: finalYear - rule.year, panel: panel, rule: rule)
    let standing = board.standing(of: province)
    let isReached = standing.rank <= goal
    scoreNeeded =
      standing.ranking.scoreNeeded(for: goal, among: standing.rivals) ?? standing.score
    let solution = LeastEffort(
      levers: open.map(\.lever), goal: isReached ? 0 : scoreNeeded - standing.score)
    self.province = province
    self.rule = rule
    self.goal = goal
    self.finalYear = finalYear
    self.standing = standing
    steps = zip(open, solution.changes).map { $0.changed(by: $1) }
    certificate = isReached ? .reached : solution.isFeasible ? .optimal : .infeasible
    history = RankHistory(
      panel: panel, rules: rules, subindex: rule.subindex, through: rule.year)
    units = panel.units
    boardNotes = board.notes
  }

  /// How often provinces that stood near, but short of the goal, had got there in as many years.
  public var baseRate: Proportion {
    history.baseRate(from: standing.rank, to: goal, over: years, width: Self.baseRateWidth)
  }

  /// How often a province gained as much score as the plan does, net of the median, in as many years.
  public var gainRate: Proportion {
    history.gainRate(of: (path.last?.score ?? standing.score) - standing.score, over: years)
  }

  /// The indicators as they stand, each with the farthest value its limits allow.
  private static func open(
    _ province: Province, over years: Int, panel: Panel, rule: ScoringRule
  ) throws -> [Step] {
    let values = try rule.values(of: province, in: panel)
    let variation = try panel.yearlyVariation(of: rule.subindex, through: rule.year)
    return zip(rule.components, values).compactMap { component, value in
      // Every indicator with figures in the year has a variation, its own or a borrowed one.
      guard let own = variation[component.indicator],
        let best = panel.best(of: component, through: rule.year)
      else { return nil }
      let distance = max(0, component.direction.sign * (best - value))
      let most = min(distance, Double(years) * own.fastImprovement)
      return Step(
        component: component, value: value, target: value, effort: 0,
        limit: value + component.direction.sign * most, variation: own)
    }
  }
}

public import Indices
public import Panels
import Sensitivity
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
    fileprivate var lever: Lever {
      let deviation = variation.standardDeviation
      return Lever(
        name: component.indicator, gain: abs(component.slope),
        effort: deviation > 0 ? 1 / deviation : 1, most: deviation > 0 ? abs(limit - value) : 0)
    }

    fileprivate func changed(by change: Double) -> Step {
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
  /// The rank in the first year.
  public let rank: Int
  /// The score in the first year.
  public let score: Double
  /// One entry per indicator, in the order of the rule.
  public let steps: [Step]
  /// Whether the plan is the least one.
  public let certificate: Certificate
  /// How often provinces that stood near had got there in as many years, whatever they did.
  public let baseRate: Proportion
  /// The score that ties with the province now at the goal.
  public let scoreNeeded: Double
  /// The score and rank of every year from the first to the final one.
  public let path: [Milestone]
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

  /// How near a rank counts as near for the base rate: five places either way.
  internal static let baseRateWidth = 5

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
    let years = finalYear - rule.year
    guard years > 0 else { throw ScenarioError.noTime(from: rule.year, to: finalYear) }
    let board = try rule.scoreboard(of: panel)
    guard (1...board.rows.count).contains(goal) else {
      throw ScenarioError.noSuchRank(goal, provinces: board.rows.count)
    }
    let open = try Self.open(province, over: years, panel: panel, rule: rule)
    let standing = board.standing(of: province)
    let isReached = standing.rank <= goal
    let needed = standing.ranking.scoreNeeded(for: goal, among: standing.rivals) ?? standing.score
    let solution = LeastEffort(
      levers: open.map(\.lever), goal: isReached ? 0 : needed - standing.score)
    let steps = zip(open, solution.changes).map { $0.changed(by: $1) }
    self.province = province
    self.rule = rule
    self.goal = goal
    self.finalYear = finalYear
    self.steps = steps
    rank = standing.rank
    score = standing.score
    scoreNeeded = needed
    certificate = isReached ? .reached : solution.isFeasible ? .optimal : .infeasible
    path = (0...years).map { elapsed in
      let score = rule.score(steps.map { $0.value(after: elapsed, of: years) })
      return Milestone(
        year: rule.year + elapsed, score: score,
        rank: standing.ranking.rank(of: score, among: standing.rivals))
    }
    baseRate = RankHistory(
      panel: panel, rules: rules, subindex: rule.subindex, through: rule.year
    ).baseRate(from: standing.rank, to: goal, over: years, width: Self.baseRateWidth)
    units = panel.units
    boardNotes = board.notes
  }

  /// The indicators as they stand, each with the farthest value its limits allow.
  private static func open(
    _ province: Province, over years: Int, panel: Panel, rule: ScoringRule
  ) throws -> [Step] {
    let variation = try panel.yearlyVariation(of: rule.subindex, through: rule.year)
    return zip(rule.components, try rule.values(of: province, in: panel)).map { component, value in
      let own =
        variation[component.indicator] ?? .none(of: component.indicator)
      let best = panel.best(of: component, through: rule.year) ?? value
      let distance = max(0, component.direction.sign * (best - value))
      let most = min(distance, Double(years) * own.fastImprovement)
      return Step(
        component: component, value: value, target: value, effort: 0,
        limit: value + component.direction.sign * most, variation: own)
    }
  }
}

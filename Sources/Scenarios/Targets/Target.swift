import Tables
public import Indices
import Optimisation
public import Panels
public import Sensitivity
public import Statistics

/// The least change of a province's indicators that takes it to a goal, rivals and ranges held still.
///
/// Effort is counted in each indicator's own yearly variation, net of what the country shares (one unit is
/// one standard deviation), or as the terms say. Where they say nothing else, no indicator goes beyond what
/// any province has reached up to the year, nor faster per year than one province-year in ten has improved.
public struct Target: Sendable {
  /// How sure the plan is to be the least one.
  public enum Certificate: String, Sendable, Hashable {
    /// No other changes within the limits reach the goal with less effort.
    case optimal
    /// The search was broken off: what no plan can be below is known, and the plan is the best found.
    case bounded
    /// The province has reached the goal already.
    case reached = "already reached"
    /// The goal is likely enough without any change.
    case likely = "likely without a plan"
    /// The goal is out of reach; the plan goes as far as can be.
    case infeasible
  }

  /// The province.
  public let province: Province
  /// The rule, of the first year.
  public let rule: ScoringRule
  /// What the goal asks.
  public let aim: Aim
  /// How effort is counted, and what a plan may do.
  public let terms: EffortTerms
  /// The final year.
  public let finalYear: Int
  /// Where the province stands in the first year.
  public let standing: Standing
  /// One entry per indicator, in the order of the rule.
  public internal(set) var steps: [Step]
  /// Whether the plan is the least one.
  public internal(set) var certificate: Certificate
  /// What every plan to the goal needs at least; nil where there is none.
  public internal(set) var lowerBound: Double?
  /// Why the goal cannot be had; nil where it can.
  public internal(set) var shortfall: EffortPlan.Shortfall?
  /// The score the plan goes for: that which reaches the goal as the rivals stand, or a safer one.
  public let scoreNeeded: Double
  /// How published ranks and scores have moved up to the first year.
  public let history: RankHistory
  /// Whether a gain was asked for, beside what the goal needs as the rivals stand.
  internal let isAskedFor: Bool
  /// What was solved.
  internal let program: EffortProgram
  /// What is worth knowing about the board.
  internal let boardNotes: [Phrase]
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

  /// What is wanted.
  public var goal: Goal { aim.goal }

  /// The rank among all that the goal's score has as the rivals stand.
  public var goalRank: Int { aim.rank }

  /// The total effort, in the unit of the terms.
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

  /// Finds the plan to a rank, effort counted in yearly variations.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - rank: the rank to reach, or a better one.
  ///   - finalYear: the year to reach it by.
  ///   - panel: the figures.
  ///   - rule: the rule of the first year.
  ///   - rules: every rule known, to tell which past years compare.
  /// - Throws: what `init(of:goal:by:under:gaining:panel:rule:rules:)` throws.
  public init(
    of province: Province, rank: Int, by finalYear: Int, panel: Panel, rule: ScoringRule,
    rules: [ScoringRule]
  ) throws {
    try self.init(
      of: province, goal: .rank(rank), by: finalYear, panel: panel, rule: rule, rules: rules)
  }

  /// Finds the plan.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - goal: what to reach.
  ///   - finalYear: the year to reach it by.
  ///   - terms: how effort is counted, and what a plan may do.
  ///   - gain: the gain of score the plan is to make, where more is wanted than the goal needs as the rivals
  ///     stand, such as `GoalNeeds.gain(forProbability:)`; nil for just that.
  ///   - panel: the figures.
  ///   - rule: the rule of the first year.
  ///   - rules: every rule known, to tell which past years compare.
  /// - Throws: `ScenarioError`, `IndexError` where the province cannot be scored, `PanelError`,
  ///   `OptimisationError` where the solver is needed and is missing or gives up.
  public init(
    of province: Province, goal: Goal, by finalYear: Int, under terms: EffortTerms = EffortTerms(),
    gaining gain: Double? = nil, panel: Panel, rule: ScoringRule, rules: [ScoringRule]
  ) throws {
    guard finalYear > rule.year else {
      throw ScenarioError.noTime(from: rule.year, to: finalYear)
    }
    guard finalYear <= rule.year + Self.longestPlan else {
      throw ScenarioError.tooFar(finalYear, last: rule.year + Self.longestPlan)
    }
    let board = try rule.scoreboard(of: panel)
    // A province without a score is told before the goal is looked at.
    let open = try Step.open(
      province, over: finalYear - rule.year, under: terms, panel: panel, rule: rule)
    let aim = try Aim(goal, of: province, on: board)
    let standing = board.standing(of: province)
    let isReached = gain.map { $0 <= 0 } ?? aim.isReached
    let needed = gain ?? aim.score - standing.score
    let program = try EffortProgram(open, goal: isReached ? 0 : needed, under: terms)
    let plan = try program.plan()
    self.province = province
    self.rule = rule
    self.aim = aim
    self.terms = terms
    self.finalYear = finalYear
    self.standing = standing
    self.program = program
    scoreNeeded = gain.map { standing.score + $0 } ?? aim.score
    steps = zip(open, zip(program.levers, plan.changes)).map { $0.changed(by: $1.1, of: $1.0) }
    certificate =
      !isReached ? Certificate(plan.certificate) : aim.isReached || gain == nil ? .reached : .likely
    isAskedFor = gain != nil
    lowerBound = plan.lowerBound
    shortfall = plan.shortfall
    history = RankHistory(
      panel: panel, rules: rules, subindex: rule.subindex, through: rule.year)
    units = panel.units
    boardNotes = board.notes
  }

  /// How often provinces that stood near, but short of the goal, had got there in as many years.
  public var baseRate: Proportion {
    history.baseRate(
      from: standing.rank, to: goalRank, over: years, width: Self.baseRateWidth)
  }

  /// How often a province gained as much score as the plan does, net of the median, in as many years.
  public var gainRate: Proportion {
    history.gainRate(of: (path.last?.score ?? standing.score) - standing.score, over: years)
  }
}

extension Target.Certificate {
  internal init(_ certificate: EffortPlan.Certificate) {
    switch certificate {
    case .optimal: self = .optimal
    case .bounded: self = .bounded
    case .infeasible: self = .infeasible
    }
  }
}

extension EffortPlan {
  /// Why the goal cannot be had; nil where it can.
  internal var shortfall: Shortfall? {
    if case .infeasible(let shortfall) = certificate { shortfall } else { nil }
  }
}

public import Indices
public import Panels
public import Statistics

/// What a scenario comes to: scores, ranks and chances year by year, beside the same with rivals held still, and
/// beside what would come without the scenario.
public struct ScenarioStudy: Sendable {
  /// One province in one year.
  public struct Row: Sendable {
    /// The province.
    public let province: Province
    /// The year.
    public let year: Int
    /// The quantiles of the score at `levels`.
    public let scores: [Double]
    /// The mean score, and its standard error.
    public let mean: (score: Double, error: Double)
    /// The ranks.
    public let ranks: RankDistribution
    /// The ranks with all rivals held where they are.
    public let heldRanks: RankDistribution
    /// The ranks without the scenario.
    public let unplannedRanks: RankDistribution
    /// The goal that chances are of; nil where none was named.
    public let goal: Goal?
    /// The chance of the goal; nil where none was named.
    public let chance: SimulatedChance?
    /// The chance with rivals held.
    public let heldChance: SimulatedChance?
    /// The chance without the scenario.
    public let unplannedChance: SimulatedChance?
  }

  /// The shares that quantiles are told at.
  public static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// What is known of the past.
  public let history: RivalHistory
  /// The scenario.
  public let scenario: Scenario
  /// How provinces move.
  public let model: RivalModelChoice
  /// What becomes of the rule's ranges.
  public let ranges: Simulation.Ranges
  /// The years to come.
  public let years: ClosedRange<Int>
  /// The goals named.
  public let goals: [Goal]
  /// The number of futures drawn.
  public let draws: Int
  /// A row for each province asked about, year and goal; one for each year where no goal was named.
  public let rows: [Row]

  /// Draws the futures.
  ///
  /// - Parameters:
  ///   - scenario: what provinces set out to do.
  ///   - provinces: the provinces asked about.
  ///   - goals: what each of them wants.
  ///   - last: the last year.
  ///   - history: what is known of the past.
  ///   - board: the scores of the rule's year.
  ///   - model: how provinces move.
  ///   - ranges: what becomes of the rule's ranges.
  ///   - draws: how many futures.
  ///   - replicates: what they are repeated by, and how many threads work.
  /// - Throws: `ScenarioError`; `IndexError.notRanked` where a province is not scored.
  public init(
    of scenario: Scenario, for provinces: [Province], goals: [Goal] = [], through last: Int,
    history: RivalHistory, board: Scoreboard, model: RivalModelChoice, ranges: Simulation.Ranges,
    draws: Int, replicates: Replicates
  ) throws {
    let question = try ScenarioQuestion(
      of: scenario, for: provinces, goals: goals, through: last, history: history, board: board,
      model: model, ranges: ranges, draws: draws)
    self.init(question, joining: [question.part(0..<draws, replicates: replicates)])
  }

  /// Answers a question by futures that were drawn in parts.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - parts: parts of its futures that hold all, in their order.
  /// - Precondition: each part begins where the one before it ends.
  public init(_ question: ScenarioQuestion, joining parts: [PartialFutures]) {
    let planned = question.planned.joined(parts.map(\.planned))
    let held = question.held.joined(parts.map(\.held))
    let unplanned =
      question.unplanned?.joined(parts.compactMap(\.unplanned)) ?? planned
    history = question.history
    scenario = question.scenario
    model = question.model
    ranges = question.ranges
    goals = question.goals
    draws = question.draws
    let years = question.planned.years
    self.years = years
    rows = zip(question.provinces, question.aims).flatMap { province, aims in
      years.flatMap { year in
        Self.rows(of: province, in: year, aims, planned, held: held, unplanned: unplanned)
      }
    }
  }

  /// The rows of a province in a year, one for each aim.
  private static func rows(
    of province: Province, in year: Int, _ aims: [Aim?], _ planned: Futures, held: Futures,
    unplanned: Futures
  ) -> [Row] {
    let score = planned.score(of: province, in: year)
    let scores = planned.scores(of: province, in: year).quantiles(levels)
    func chance(_ aim: Aim?, _ futures: Futures) -> SimulatedChance? {
      aim.map { futures.chance(of: $0, for: province, in: year) }
    }
    return aims.map { aim in
      Row(
        province: province, year: year, scores: scores,
        mean: (score.mean, score.standardDeviation / Double(planned.draws).squareRoot()),
        ranks: planned.ranks(of: province, in: year),
        heldRanks: held.ranks(of: province, in: year),
        unplannedRanks: unplanned.ranks(of: province, in: year), goal: aim?.goal,
        chance: chance(aim, planned), heldChance: chance(aim, held),
        unplannedChance: chance(aim, unplanned))
    }
  }
}

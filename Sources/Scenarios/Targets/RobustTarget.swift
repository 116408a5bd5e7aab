public import Statistics

import Indices
import Panels

/// The least plan that reaches its goal in a share of simulated futures, rivals moving and firms sampled anew.
///
/// What the plan changes comes on top of what would come by itself, as effort is counted net of what the country shares;
/// all else, and all rivals, move as the model says. While ranges and limits do not bind, a plan then adds the same score in
/// every future, and the gain needed for a probability is a quantile of what is missing without a plan: the least plan
/// that gains so much (`Target`) is the least one so likely. Where they bind, a change brings less in the futures
/// than it does now, and the gain is searched for by what is still missing.
public struct RobustTarget: Sendable {
  /// The plan.
  public let target: Target
  /// The probability asked for; nil where the plan was given.
  public let wanted: Double?
  /// The futures under the plan.
  public let futures: Futures
  /// The chance of the goal in each year of the plan.
  public let chances: [SimulatedChance]
  /// The gain of score beside the plan's, in the final year, for a given probability of the goal.
  public let missing: GoalNeeds

  /// Whether the goal is reached as often as was asked for.
  public var isReached: Bool {
    wanted.map { (chances.last?.probability ?? 0) >= $0 } ?? true
  }

  /// How futures of plans are drawn.
  public struct Setting: Sendable {
    let history: RivalHistory
    let model: any RivalModel
    let draws: Int
    let replicates: Replicates

    /// Takes a setting.
    ///
    /// - Parameters:
    ///   - history: what is known of the past.
    ///   - model: how figures move.
    ///   - draws: how many futures.
    ///   - replicates: what they are repeated by, and how many threads work.
    public init(_ history: RivalHistory, model: any RivalModel, draws: Int, replicates: Replicates)
    {
      self.history = history
      self.model = model
      self.draws = draws
      self.replicates = replicates
    }
  }

  /// Draws the futures of a plan.
  ///
  /// - Parameters:
  ///   - target: the plan.
  ///   - wanted: the probability it was made for; nil for none.
  ///   - scenario: what the province does; nil for the plan's changes on top of what would come by itself.
  ///   - setting: how futures are drawn.
  /// - Throws: what a simulation throws.
  public init(
    _ target: Target, wanted: Double? = nil, doing scenario: Scenario? = nil, in setting: Setting
  ) throws {
    let (aim, province) = (target.aim, target.province)
    let futures = try Simulation(
      setting.history, model: setting.model, scenario: scenario ?? target.scenario(.beyond),
      through: target.finalYear
    ).futures(
      draws: setting.draws, watching: Futures.watched(for: aim, of: province),
      places: Futures.places(for: aim, of: province), replicates: setting.replicates)
    self.target = target
    self.wanted = wanted
    self.futures = futures
    chances = futures.years.map { futures.chance(of: aim, for: province, in: $0) }
    missing = futures.needs(of: aim, for: province, in: target.finalYear)
  }

  /// How near the search comes to the least gain, in points of score: a fiftieth of what rounding to two digits hides.
  private static let precision = 0.0002
  /// After how many plans the search ends.
  private static let mostPlans = 12

  /// Searches for the least plan.
  ///
  /// - Parameters:
  ///   - probability: how likely the goal is to be, above 0 and below 1.
  ///   - setting: how futures are drawn.
  ///   - plan: the least plan that gains so much score, or goes as far as can be.
  /// - Returns: the plan found; where none is likely enough, the one that goes as far as can be.
  /// - Throws: what a plan or a simulation throws.
  public static func least(
    forProbability probability: Double, in setting: Setting, plan: (Double) throws -> Target
  ) throws -> RobustTarget {
    func robust(_ gain: Double) throws -> RobustTarget {
      try RobustTarget(plan(gain), wanted: probability, in: setting)
    }
    // Doing nothing tells how much is missing, and may be enough.
    var best = try robust(0)
    if best.isReached { return best }
    var (low, high) = (0.0, Double.infinity)
    var gain = best.missing.gain(forProbability: probability)
    var found: RobustTarget?
    for _ in 0..<mostPlans {
      let tried = try robust(gain)
      let rest = tried.missing.gain(forProbability: probability)
      if tried.isReached {
        found = tried
        high = gain
      } else if tried.target.certificate == .infeasible {
        // Nothing more can be had.
        if found == nil { best = tried }
        high = min(high, gain)
        if found == nil { return best }
      } else {
        low = max(low, gain)
      }
      if high - low < precision || (tried.isReached && rest > -precision) { break }
      // What is missing, or to spare, is the step; inside what is known it halves.
      let next = gain + rest + (rest > 0 ? precision / 4 : 0)
      gain = next > low && next < high ? next : high.isFinite ? (low + high) / 2 : 2 * gain
    }
    return found ?? best
  }
}

extension Target {
  /// What the plan sets: of the indicators it changes, the figures of each year.
  ///
  /// - Parameter kind: what the figures are; of what goes beyond, they are the changes.
  /// - Returns: the figures of one province.
  public func scenario(_ kind: Scenario.Kind) -> Scenario {
    Scenario(
      steps.filter { $0.target != $0.value }.flatMap { step in
        (1...years).map { elapsed in
          Scenario.Entry(
            province: province.key, indicator: step.component.indicator,
            year: rule.year + elapsed,
            value: step.value(after: elapsed, of: years) - (kind == .beyond ? step.value : 0),
            kind: kind)
        }
      })
  }
}

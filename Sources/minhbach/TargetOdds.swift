import Tables
import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics

/// How likely a plan reaches its goal in the surveys of its years.
struct TargetOdds {
  /// The chance in each year of the plan, rivals moving and firms sampled anew.
  let chances: [SimulatedChance]
  /// The same with all true figures where they are, but for what is planned; nil where no sampling errors are known.
  let held: [SimulatedChance]?
  /// The chance in the final year without the plan.
  let unplanned: SimulatedChance
  /// The gain of the score at which the goal has a given probability.
  let needed: [(probability: Double, gain: Double)]
  /// The gain that the plan makes.
  let gain: Double
  /// How rivals move.
  let model: RivalModelChoice

  /// The probabilities that needed gains are told for.
  private static let wanted = [0.5, 0.8, 0.95]

  /// Draws the futures of a plan.
  ///
  /// - Parameters:
  ///   - target: the plan.
  ///   - odds: how futures are drawn.
  /// - Throws: what a simulation throws.
  init(of target: Target, by odds: FutureOdds) throws {
    let robust = try RobustTarget(target, in: odds.setting)
    let gains = target.path.map { $0.score - target.standing.score }
    chances = robust.chances
    unplanned = odds.unplanned(target)
    gain = gains.last ?? 0
    held = try odds.held.map { try RobustTarget(target, in: $0).chances }
    let planned = gain
    needed = Self.wanted.map {
      ($0, planned + robust.missing.gain(forProbability: $0))
    }
    model = odds.model
  }
}

extension Target {
  /// What the probabilities say, in a sentence.
  func note(on odds: TargetOdds) -> Phrase? {
    guard let last = odds.chances.last else { return nil }
    let needed = odds.needed.map {
      Phrase(
        "\($0.gain, .decimals(2), isSigned: true) for \($0.probability, .percentage(decimals: 0))")
    }
    let within =
      last.within.map {
        Phrase("; of a rank within the interval \($0, .percentage(decimals: 1))")
      }
    let held =
      odds.held?.last.map {
        Phrase("; \($0.probability, .percentage(decimals: 1)) if rivals stayed where they are")
      }
    return Phrase(
      """
      \(goal.outcome) in the survey of \(finalYear) has a chance of \
      \(last.probability, .percentage(decimals: 1)) by this plan \
      (± \(last.error, .percentage(decimals: 1)) for \(last.draws) futures\([within].compactMap(\.self))), \
      \(odds.unplanned.probability, .percentage(decimals: 1)) without it: all figures move by the model \
      \(odds.model.rawValue), the plan's changes come on top, and firms are sampled \
      anew\([held].compactMap(\.self)). The plan gains \(odds.gain, .decimals(2), isSigned: true) \
      points of score; needed are \(needed).
      """)
  }
}

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
  func note(on odds: TargetOdds) -> String {
    let share = NumberFormat.percentage(decimals: 0)
    let fine = NumberFormat.percentage(decimals: 1)
    let two = NumberFormat.decimals(2)
    let needed = odds.needed.map {
      "\(two.string($0.gain, isSigned: true)) for \(share.string($0.probability))"
    }
    guard let last = odds.chances.last else { return "" }
    let within =
      last.within.map { "; of a rank within the interval \(fine.string($0))" } ?? ""
    let held =
      odds.held?.last.map {
        "; \(fine.string($0.probability)) if rivals stayed where they are"
      } ?? ""
    return "\(goal.outcomeName) in the survey of \(finalYear) has a chance of "
      + "\(fine.string(last.probability)) by this plan (± \(fine.string(last.error)) for \(last.draws) futures"
      + "\(within)), \(fine.string(odds.unplanned.probability)) without it: all figures move by the model "
      + "\(odds.model.rawValue), the plan's changes come on top, and firms are sampled anew\(held). The plan gains "
      + "\(two.string(odds.gain, isSigned: true)) points of score; needed are \(needed.joined(separator: ", "))."
  }
}

extension Goal {
  /// The goal at the beginning of a sentence on its probability.
  var outcomeName: String {
    if case .ranks(let ranks) = self { return "Rank \(ranks.upperBound) or better" }
    return words.capitalisedAtFirst
  }

  /// What stands before the goal's probabilities.
  var chanceName: String {
    switch self {
    case .rank(let rank): "chance of \(rank)"
    case .ranks(let ranks): "chance of \(ranks.upperBound)"
    case .score(let score): "chance of \(NumberFormat.decimals(2).string(score))"
    case .median: "chance to be above the median"
    case .top(let count): "chance of the first \(count)"
    case .places(let count): "chance of \(count) more"
    case .regionPlace(let place): "chance of \(place) in the region"
    case .tier(let tier): "chance of the \(tier.rawValue) third"
    }
  }
}

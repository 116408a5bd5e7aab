import Reports
import Scenarios
import Sensitivity

/// How likely a plan reaches its goal in the surveys of its years.
struct TargetOdds {
  /// The probability of the goal or of better, for the first year and each year of the path.
  let path: [Double]
  /// The probability of the interval that is the goal, likewise; nil of other goals.
  let within: [Double]?
  /// The gain of the score that reaches the goal with a given probability.
  let needed: [(probability: Double, gain: Double)]
  /// The gain that the plan makes.
  let gain: Double

  /// Finds the probabilities.
  init(of target: Target, _ chance: GoalChance) throws {
    let now = target.standing.score
    let gains = target.path.map { $0.score - now }
    path = try gains.map(chance.probability(changedBy:))
    let within = try gains.compactMap(chance.probabilityWithin(changedBy:))
    self.within = within.isEmpty ? nil : within
    gain = gains.last ?? 0
    needed = try [0.5, 0.8, 0.95].map { ($0, try chance.change(forProbability: $0)) }
  }
}

extension Target {
  /// What the probabilities say, in a sentence.
  func note(on odds: TargetOdds) -> String {
    let share = NumberFormat.percentage(decimals: 0)
    let two = NumberFormat.decimals(2)
    let needed = odds.needed.map {
      "\(two.string($0.gain, isSigned: true)) for \(share.string($0.probability))"
    }
    let within =
      odds.within?.last.map { " (and of a rank within the interval \(share.string($0)))" } ?? ""
    return "\(goal.outcomeName) in the survey of \(finalYear) has a chance of "
      + "\(share.string(odds.path.last ?? 0))\(within) by this plan, with rivals' true scores where they are "
      + "and all firms sampled anew. It gains \(two.string(odds.gain, isSigned: true)) points of score; needed "
      + "are \(needed.joined(separator: ", "))."
  }
}

extension Goal {
  /// The goal at the beginning of a sentence on its probability.
  var outcomeName: String {
    if case .ranks(let ranks) = self { return "Rank \(ranks.upperBound) or better" }
    return words.prefix(1).uppercased() + words.dropFirst()
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

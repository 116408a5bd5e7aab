import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// How likely a plan reaches its rank in the surveys of its years.
struct TargetOdds {
  /// For the first year and each year of the path.
  let path: [Double]
  /// The gain of the score that reaches the rank with a given probability.
  let needed: [(probability: Double, gain: Double)]
  /// The gain that the plan makes.
  let gain: Double

  /// Finds the probabilities; nil where the province has no score, or the last rank is the goal.
  init?(of target: Target, _ sampled: SampledRanks) throws {
    guard let place = sampled.place(of: target.province),
      target.goal < sampled.estimates.count
    else { return nil }
    let forecast = SurveyForecast(sampled.estimates)
    let now = target.standing.score
    path = try target.path.map {
      try forecast.probability(upTo: target.goal, of: place, changedBy: $0.score - now)
    }
    gain = (target.path.last?.score ?? now) - now
    needed = try [0.5, 0.8, 0.95].map { probability in
      (
        probability,
        try forecast.change(forProbability: probability, upTo: target.goal, of: place)
      )
    }
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
    return "Rank \(goal) or better in the survey of \(finalYear) has a chance of "
      + "\(share.string(odds.path.last ?? 0)) by this plan, with rivals' true scores where they are and all firms "
      + "sampled anew. It gains \(two.string(odds.gain, isSigned: true)) points of score; needed are "
      + "\(needed.joined(separator: ", "))."
  }
}

extension Table {
  /// The plan with the probability of the goal in each year.
  func adding(_ odds: TargetOdds?, _ sampled: SampledAnswer, to target: Target) -> Table {
    let count = max(target.steps.count, 1)
    var table = adding([
      ("probability", { row in Cell(odds?.path[row / count + 1]) })
    ])
    table.notes =
      (odds.map { [target.note(on: $0)] } ?? []) + sampled.notes(on: target.province) + table.notes
    return table
  }
}

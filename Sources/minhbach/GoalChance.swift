import Indices
import Panels
import Scenarios
import Statistics

/// How likely a province reaches a goal in a survey when its true score has changed.
///
/// Rivals' true scores stay where they are and all firms are sampled anew (`SurveyForecast`).
struct GoalChance {
  /// What the goal asks.
  let aim: Aim
  /// The scores and errors of the rivals that count, the province itself first.
  private let scores: [Double]
  private let errors: [Double]

  /// Prepares it; nil where the province has no score, or the goal is certain.
  init?(_ aim: Aim, of province: Province, _ sampled: SampledRanks) {
    guard let own = sampled.place(of: province) else { return nil }
    let places = [own] + aim.rivals.compactMap(sampled.place)
    if let place = aim.place, place >= places.count { return nil }
    let forecast = SurveyForecast(sampled.estimates)
    self.aim = aim
    scores = places.map { forecast.scores[$0] }
    errors = places.map { forecast.errors[$0] }
  }

  /// The probability of the goal, or of better.
  ///
  /// - Parameter change: what is added to the true score.
  /// - Returns: from 0 to 1.
  /// - Throws: `ScoreEstimatesError` where the change is no number.
  func probability(changedBy change: Double) throws -> Double {
    guard let place = aim.place else {
      return NormalDistribution().cumulative((scores[0] + change - aim.score) / errors[0])
    }
    return try probability(ofPlace: place, changedBy: change)
  }

  /// The probability of a rank within the interval that is the goal; nil of other goals.
  func probabilityWithin(changedBy change: Double) throws -> Double? {
    guard case .ranks(let ranks) = aim.goal else { return nil }
    let better =
      ranks.lowerBound > 1
      ? try probability(ofPlace: ranks.lowerBound - 1, changedBy: change) : 0
    return max(0, try probability(changedBy: change) - better)
  }

  private func probability(ofPlace place: Int, changedBy change: Double) throws -> Double {
    var moved = scores
    moved[0] += change
    let ranks = RankProbabilities.probabilities(
      of: 0, in: try ScoreEstimates(moved, standardErrors: errors))
    return min(1, ranks.prefix(place).reduce(0, +))
  }

  /// The change of the true score at which the goal has a given probability.
  ///
  /// - Parameter probability: above 0 and below 1.
  /// - Returns: the change, to 1e-9 of a point; below zero where the province is surer of it now.
  /// - Throws: `ScoreEstimatesError`, never for the numbers of a forecast.
  func change(forProbability probability: Double) throws -> Double {
    let span = (scores.max() ?? 0) - (scores.min() ?? 0) + 20 * (errors.max() ?? 0) + 10
    var (low, high) = (-span, span)
    while high - low > 1e-9 {
      let middle = low + (high - low) / 2
      if try self.probability(changedBy: middle) < probability {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }
}

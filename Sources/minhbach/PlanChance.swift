import Indices
import Panels
import Statistics

/// The probability of a rank in the next survey if a province's indicators had other values.
///
/// The same odds as `TargetOdds`: rivals' true scores where they are, all firms sampled anew.
struct PlanChance {
  private let forecast: SurveyForecast
  private let place: Int
  private let rule: ScoringRule
  private let values: [Double]
  private let goal: Int

  /// Prepares; nil where the province has no score, or the last rank is the goal.
  ///
  /// - Parameters:
  ///   - goal: the rank, or a better one.
  ///   - province: the province.
  ///   - sampled: the scores of the year with their errors.
  init?(of goal: Int, _ province: Province, _ sampled: SampledRanks) {
    guard let place = sampled.place(of: province), (1..<sampled.estimates.count).contains(goal)
    else { return nil }
    forecast = SurveyForecast(sampled.estimates)
    self.place = place
    rule = sampled.figures.rule
    values = sampled.figures.values[place]
    self.goal = goal
  }

  /// The probability.
  ///
  /// - Parameter changed: the values of some indicators by their codes; all others are the year's.
  /// - Returns: from 0 to 1.
  /// - Throws: `ScoreEstimatesError`, never for values that indicators can have.
  func probability(_ changed: [String: Double]) throws -> Double {
    let new = zip(rule.components, values).map { changed[$0.indicator] ?? $1 }
    return try forecast.probability(
      upTo: goal, of: place, changedBy: rule.score(new) - rule.score(values))
  }
}

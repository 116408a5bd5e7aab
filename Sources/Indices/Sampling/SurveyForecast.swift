public import Statistics

/// What the next survey would measure if the true scores stayed where they are, but for changes that are asked
/// about.
///
/// The true score of a province is known as its shrunk score and that score's error (`EmpiricalBayes`); the
/// next survey asks other firms and adds an error of its own, as large as this year's. Rivals are held where
/// they are: what they will do is not in it.
public struct SurveyForecast: Sendable {
  /// The scores the next survey would give on average.
  public let scores: [Double]
  /// How far it would miss them: errors of what is known and of the next sample together.
  public let errors: [Double]

  /// Foretells a survey.
  ///
  /// - Parameter uncertainty: the scores of this year's survey with their errors.
  public init(_ uncertainty: RankUncertainty) {
    self.init(uncertainty.estimates, shrunk: uncertainty.shrunk)
  }

  /// Foretells a survey.
  ///
  /// - Parameter estimates: the scores of this year's survey with their errors.
  public init(_ estimates: ScoreEstimates) {
    self.init(
      estimates, shrunk: EmpiricalBayes(estimates.values, errors: estimates.standardErrors))
  }

  private init(_ estimates: ScoreEstimates, shrunk: EmpiricalBayes) {
    scores = shrunk.estimates
    errors = zip(shrunk.errors, estimates.standardErrors).map { ($0 * $0 + $1 * $1).squareRoot() }
  }

  /// The probabilities of a province's rank if its true score changed.
  ///
  /// - Parameters:
  ///   - place: the number of the province.
  ///   - change: what is added to its true score.
  /// - Returns: the probability of each rank, the first rank first.
  /// - Throws: `ScoreEstimatesError` where the change is no number.
  public func ranks(
    of place: Int, changedBy change: Double
  ) throws(ScoreEstimatesError) -> [Double] {
    var moved = scores
    moved[place] += change
    return Array(
      RankProbabilities.probabilities(
        of: place, in: try ScoreEstimates(moved, standardErrors: errors)))
  }

  /// The probability that a province has a given rank or a better one if its true score changed.
  ///
  /// - Parameters:
  ///   - rank: the rank.
  ///   - place: the number of the province.
  ///   - change: what is added to its true score.
  /// - Returns: from 0 to 1.
  /// - Throws: `ScoreEstimatesError` where the change is no number.
  public func probability(
    upTo rank: Int, of place: Int, changedBy change: Double
  ) throws(ScoreEstimatesError) -> Double {
    min(1, try ranks(of: place, changedBy: change).prefix(max(0, rank)).reduce(0, +))
  }

  /// The change of the true score at which a rank, or a better one, has a given probability.
  ///
  /// - Parameters:
  ///   - probability: above 0 and below 1.
  ///   - rank: the rank, from 1 to the number of provinces less one; the last one is certain.
  ///   - place: the number of the province.
  /// - Returns: the change, to 1e-9 of a point; below zero where the province is surer of it now.
  /// - Throws: `ScoreEstimatesError`, never for the numbers of a forecast.
  public func change(
    forProbability probability: Double, upTo rank: Int, of place: Int
  ) throws(ScoreEstimatesError) -> Double {
    precondition(probability > 0 && probability < 1, "a probability lies between 0 and 1")
    let span = (scores.max() ?? 0) - (scores.min() ?? 0) + 20 * (errors.max() ?? 0) + 1
    var (low, high) = (-span, span)
    while high - low > 1e-9 {
      let middle = low + (high - low) / 2
      let reached = try self.probability(upTo: rank, of: place, changedBy: middle)
      if reached < probability { low = middle } else { high = middle }
    }
    return high
  }
}

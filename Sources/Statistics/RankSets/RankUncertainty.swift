/// What can be said of the ranks of units with estimated scores: sets, tiers, probabilities, shrunk scores.
public struct RankUncertainty: Sendable {
  /// The scores with their errors.
  public let estimates: ScoreEstimates
  /// The ranks that each unit, taken by itself, may have.
  public let marginal: RankConfidenceSets
  /// The ranks that all units at once may have.
  public let simultaneous: RankConfidenceSets
  /// The tier of each unit, from one.
  public let tiers: [Int]
  /// The scores shrunk towards their mean.
  public let shrunk: EmpiricalBayes
  /// The probability of each rank, given how the estimates scatter: by the shrunk scores.
  ///
  /// Taken from the scores as they are, probabilities near one would be too near: who is far above has had luck
  /// too.
  public let probabilities: RankProbabilities

  /// Finds all of it.
  ///
  /// - Parameters:
  ///   - estimates: scores with independent errors.
  ///   - level: the confidence of the sets, above 0 and below 1.
  ///   - draws: the most draws for the simultaneous sets; they grow until the third digit of every critical
  ///     value stands.
  ///   - replicates: the seed and the threads.
  /// - Throws: `ScoreEstimatesError` where shrinking leaves the range of numbers.
  /// - Precondition: errors are independent, and there is a draw.
  public init(
    of estimates: ScoreEstimates, level: Double, draws: Int, replicates: Replicates
  ) throws(ScoreEstimatesError) {
    var settings = Self.settings(level: level, replicates)
    settings.draws = .until(limit: draws)
    try self.init(
      RankConfidenceSets(of: estimates, settings: settings), of: estimates, level: level,
      replicates: replicates)
  }

  /// Finds all of it by simultaneous sets whose draws were made in parts.
  ///
  /// - Parameters:
  ///   - draws: the draws of `draws(of:level:draws:replicates:)`.
  ///   - parts: parts that hold all of them, in their order.
  /// - Throws: `ScoreEstimatesError` where shrinking leaves the range of numbers.
  /// - Precondition: errors are independent, and each part begins where the one before it ends.
  public init(
    _ draws: RankSetDraws, joining parts: [PartialMaxima]
  ) throws(ScoreEstimatesError) {
    let settings = draws.settings
    try self.init(
      RankConfidenceSets(draws, joining: parts), of: draws.estimates, level: settings.level,
      replicates: Replicates(seed: settings.seed, threads: settings.threads))
  }

  private init(
    _ simultaneous: RankConfidenceSets, of estimates: ScoreEstimates, level: Double,
    replicates: Replicates
  ) throws(ScoreEstimatesError) {
    precondition(estimates.isIndependent, "errors of different units must be independent")
    var settings = Self.settings(level: level, replicates)
    settings.kind = .marginal
    self.estimates = estimates
    self.simultaneous = simultaneous
    marginal = RankConfidenceSets(of: estimates, settings: settings)
    tiers = simultaneous.tiers()
    shrunk = EmpiricalBayes(estimates.values, errors: estimates.standardErrors)
    probabilities = RankProbabilities(of: try shrunk.posterior(), threads: replicates.threads)
  }

  /// The draws that its simultaneous sets take, to be made in parts.
  ///
  /// - Parameters:
  ///   - estimates: scores with independent errors.
  ///   - level: the confidence of the sets, above 0 and below 1.
  ///   - draws: how many, all of which are made.
  ///   - replicates: the seed and the threads.
  /// - Returns: draws, none of them made.
  public static func draws(
    of estimates: ScoreEstimates, level: Double, draws: Int, replicates: Replicates
  ) -> RankSetDraws {
    RankSetDraws(
      of: estimates, settings: settings(level: level, replicates), draws: draws)
  }

  private static func settings(
    level: Double, _ replicates: Replicates
  ) -> RankConfidenceSets.Settings {
    var settings = RankConfidenceSets.Settings()
    settings.level = level
    settings.kind = .simultaneous
    settings.seed = replicates.seed
    settings.threads = replicates.threads
    return settings
  }

  /// The last rank that is above the median: half of the units, rounded down, stand there.
  public var lastAboveMedian: Int { estimates.count / 2 }
}

extension EmpiricalBayes {
  /// The shrunk estimates with their errors, for whatever takes estimates.
  ///
  /// - Throws: `ScoreEstimatesError` where shrinking has left the range of numbers.
  public func posterior() throws(ScoreEstimatesError) -> ScoreEstimates {
    try ScoreEstimates(estimates, standardErrors: errors)
  }
}

extension ScoreEstimates {
  /// The probability that one unit's true score is above another's, the errors being all that is not known.
  ///
  /// Φ of the difference in standard errors of it; of shrunk scores the posterior probability.
  ///
  /// - Parameters:
  ///   - unit: a unit.
  ///   - other: another.
  /// - Returns: from 0 to 1; one half for a unit and itself, and where both are known and equal.
  public func probability(of unit: Int, above other: Int) -> Double {
    let lead = values[unit] - values[other]
    let error = unit == other ? 0 : differenceError(unit, other)
    guard error > 0 else { return lead == 0 ? 0.5 : lead > 0 ? 1 : 0 }
    return NormalDistribution().cumulative(lead / error)
  }
}

extension RankProbabilities {
  /// The probability of each rank of one unit alone, as `init(of:threads:)` finds those of all.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - estimates: scores with independent errors.
  /// - Returns: as many numbers as there are units, the first rank first.
  /// - Precondition: errors are independent, but for a shock shared by all.
  public static func probabilities(of unit: Int, in estimates: ScoreEstimates) -> [Double] {
    guard case .independent(let errors) = estimates.law else {
      preconditionFailure("ranks of dependent scores are drawn, by GaussianRanks")
    }
    return distribution(of: unit, scores: estimates.values, errors: errors)
  }

  /// The ranks that a unit has with a probability: its quantiles at equal distances from both ends.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - level: the probability, above 0 and below 1; more lies in it where ranks are few.
  /// - Returns: an interval of ranks.
  public func likelyRanks(of unit: Int, level: Double) -> ClosedRange<Int> {
    Self.likelyRanks(self[unit], level: level)
  }

  /// The same of one unit alone.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - estimates: scores with independent errors.
  ///   - level: the probability, above 0 and below 1.
  /// - Returns: an interval of ranks.
  public static func likelyRanks(
    of unit: Int, in estimates: ScoreEstimates, level: Double
  ) -> ClosedRange<Int> {
    likelyRanks(probabilities(of: unit, in: estimates)[...], level: level)
  }

  private static func likelyRanks(
    _ probabilities: ArraySlice<Double>, level: Double
  ) -> ClosedRange<Int> {
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let low = quantile((1 - level) / 2, in: probabilities)
    return low...max(low, quantile((1 + level) / 2, in: probabilities))
  }
}

extension RankConfidenceSets {
  /// The ranks that one unit, taken by itself, may have: its bounds among marginal sets, without the others.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - estimates: scores with independent errors.
  ///   - level: the confidence, above 0 and below 1.
  /// - Returns: an interval of ranks.
  /// - Precondition: errors are independent, but for a shock shared by all.
  public static func marginalBounds(
    of unit: Int, in estimates: ScoreEstimates, level: Double
  ) -> ClosedRange<Int> {
    guard case .independent(let errors) = estimates.law else {
      preconditionFailure("sets of dependent scores are drawn")
    }
    let quadrature = MarginalQuadrature(errors: errors, level: level)
    let pairs = (0..<estimates.count).filter { $0 != unit }.map {
      ComparedPair(first: unit, second: $0, directions: .both)
    }
    let path = StepDown(estimates: estimates, isRepeated: true)
      .paths([pairs], shifts: [0]) { $0.map(quadrature.criticalValue) }[0][0]
    let above = path.shown.count { $0.below == unit }
    let below = path.shown.count { $0.above == unit }
    return above + 1...estimates.count - below
  }
}

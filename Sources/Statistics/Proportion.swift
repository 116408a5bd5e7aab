/// A share of successes among trials, with its interval.
public struct Proportion: Sendable, Hashable {
  /// The number of successes.
  public let successes: Int
  /// The number of trials.
  public let trials: Int

  /// Counts successes among trials.
  ///
  /// - Precondition: 0 ≤ successes ≤ trials.
  public init(successes: Int, trials: Int) {
    precondition(successes >= 0 && successes <= trials, "successes lie between 0 and the trials")
    self.successes = successes
    self.trials = trials
  }

  /// The share, or nil without trials.
  public var share: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }

  /// Wilson's score interval at 95 %.
  ///
  /// Without trials it is 0...1.
  public var wilsonInterval: ClosedRange<Double> {
    share.map { Self.wilsonInterval(share: $0, trials: Double(trials), level: 0.95) } ?? 0...1
  }

  /// Wilson's score interval of a share.
  ///
  /// It never leaves 0...1 and holds its level for few trials and for shares near the ends. Source: Wilson
  /// (1927), doi:10.1080/01621459.1927.10502953.
  ///
  /// - Parameters:
  ///   - share: the share of successes, from 0 to 1.
  ///   - trials: the number of trials, above zero; the mean of an uncertain number goes too.
  ///   - level: how often such intervals hold the share they are for, above 0 and below 1.
  /// - Returns: an interval within 0...1.
  public static func wilsonInterval(
    share: Double, trials: Double, level: Double
  ) -> ClosedRange<Double> {
    precondition(trials > 0, "a share needs a trial")
    let z = NormalDistribution().upperQuantile((1 - level) / 2)
    let square = z * z / trials
    let centre = (share + square / 2) / (1 + square)
    let half =
      z / (1 + square) * (share * (1 - share) / trials + square / (4 * trials)).squareRoot()
    return max(0, centre - half)...min(1, centre + half)
  }
}

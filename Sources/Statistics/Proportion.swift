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
  /// It never leaves 0...1 and holds its level for few trials and for shares near the ends. Without
  /// trials it is 0...1. Source: Wilson (1927), doi:10.1080/01621459.1927.10502953.
  public var wilsonInterval: ClosedRange<Double> {
    guard let share else { return 0...1 }
    let z = 1.959963984540054  // the standard normal quantile at 0.975
    let n = Double(trials)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, centre - half)...min(1, centre + half)
  }
}

import Statistics

/// How many firms stand behind a figure, and how that is known.
public struct RespondentCount: Sendable, Hashable {
  /// What a count rests on.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The digits of published shares.
    case fractions
    /// The firms of the province and how many of them answer such questions: the figure's own digits
    /// tell nothing.
    case total
    /// A table of counts.
    case given
  }

  /// The mean over all numbers that it may be; the number itself where it was given.
  public let firms: Double
  /// The numbers between which it lies with a probability of 0.95.
  public let interval: ClosedRange<Int>
  /// Whether one number has a probability of 0.99 or more.
  public let isCertain: Bool
  /// What it rests on.
  public let source: Source

  /// A count that was found.
  ///
  /// - Precondition: the firms are above zero.
  public init(firms: Double, interval: ClosedRange<Int>, isCertain: Bool, source: Source) {
    precondition(firms > 0, "a figure rests on firms")
    self.firms = firms
    self.interval = interval
    self.isCertain = isCertain
    self.source = source
  }

  init(_ estimate: CountEstimate, source: Source) {
    self.init(
      firms: estimate.mean, interval: estimate.interval, isCertain: estimate.isCertain,
      source: source)
  }

  init(given firms: Double) {
    self.init(
      firms: firms, interval: Int(firms.rounded(.down))...Int(firms.rounded(.up)), isCertain: true,
      source: .given)
  }
}

/// The change of a score and a rank as a sum of parts.
///
/// The parts are Shapley values: what each adds on average over every order in which the changes could
/// have come, one after the other. None goes before another, and they add up to the whole change.
/// Applied so to distributions: Shorrocks (2013), doi:10.1007/s10888-011-9214-z.
public struct Decomposition: Sendable, Hashable {
  /// What is explained to have moved.
  public struct End: Sendable, Hashable {
    /// The score.
    public let score: Double
    /// The rank; ties share the better one.
    public let rank: Int
    /// The number of provinces ranked.
    public let provinces: Int
  }

  /// What a part stands for.
  public enum Cause: Sendable, Hashable {
    /// The province's own value of an indicator, by its code.
    case indicator(String)
    /// The values of all other provinces.
    case rivals
    /// The ends of the ranges of the indicators that both rules have.
    case ranges
    /// Weights and the set of indicators, with the values of those that only one rule has.
    case rule
    /// What the published score of the province has beyond its rule.
    case unexplained
  }

  /// A value at both ends.
  public struct Values: Sendable, Hashable {
    /// At the first end.
    public let from: Double
    /// At the second.
    public let to: Double
  }

  /// One part of the change.
  public struct Part: Sendable, Hashable {
    /// What it stands for.
    public let cause: Cause
    /// What it adds to the score.
    public let score: Double
    /// What it adds to the number of the rank: negative for places gained.
    public let rank: Double
    /// The province's own values of an indicator.
    public let values: Values?
    /// The medians of all provinces ranked, of an indicator.
    public let medians: Values?

    /// The places gained; negative for places lost.
    public var places: Double { rank == 0 ? 0 : -rank }
  }

  /// The first end.
  public let from: End
  /// The second end.
  public let to: End
  /// The parts: indicators in the order of the rule, then the others.
  ///
  /// What did not change has the part 0.
  public let parts: [Part]

  /// The change of the score, which the parts add up to.
  public var score: Double { to.score - from.score }

  /// The places gained, which the parts add up to; negative for places lost.
  public var places: Int { from.rank - to.rank }

  /// The part with a given cause.
  public subscript(cause: Cause) -> Part? {
    parts.first { $0.cause == cause }
  }

  /// The parts by the size of their effect on the rank, then on the score, the largest first.
  ///
  /// Sizes that differ only in digits that mean nothing count as equal, and keep their order.
  public var partsBySize: [Part] {
    func size(_ effect: Double) -> Double { (abs(effect) * 1e9).rounded() }
    return parts.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      return (size(b.rank), size(b.score), first.offset)
        < (size(a.rank), size(a.score), second.offset)
    }.map(\.element)
  }
}

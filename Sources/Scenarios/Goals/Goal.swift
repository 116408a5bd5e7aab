public import Tables

/// What a province wants to reach.
public enum Goal: Sendable, Hashable {
  /// A rank, or a better one.
  case rank(Int)
  /// A rank within an interval; the plan aims at its worse end.
  case ranks(ClosedRange<Int>)
  /// One of the first so many.
  case top(Int)
  /// So many places more.
  case places(Int)
  /// A place among the provinces of its region, or a better one.
  case regionPlace(Int)
  /// A third of the ranking, or a better one.
  case tier(ProvinceGroup.Tier)
  /// A score above the median of all provinces, itself among them.
  case median
  /// A score.
  case score(Double)
}

extension Goal {
  /// The goal as the subject of a sentence: `rank 40`.
  public var name: String { subject.text }

  /// The goal in words that follow "to" or "the goal of": `rank 40 or better`.
  public var words: String { phrase.text }

  /// The goal as the subject of a sentence: rank 40.
  public var subject: Phrase {
    switch self {
    case .rank(let rank): Phrase("rank \(rank)")
    case .regionPlace(let place): Phrase("place \(place) in its region")
    case .tier(.middle): Phrase("the middle third")
    default: phrase
    }
  }

  /// The goal as it follows "to" or "a plan to": rank 40 or better.
  public var phrase: Phrase {
    switch self {
    case .rank(let rank): Phrase("rank \(rank) or better")
    case .ranks(let ranks): Phrase("a rank from \(ranks.lowerBound) to \(ranks.upperBound)")
    case .top(let count): Phrase("the first \(count)")
    case .places(let count): Phrase("\(counting: count, "place") more")
    case .regionPlace(let place): Phrase("place \(place) in its region or better")
    case .tier(.top): Phrase("the top third")
    case .tier(.middle): Phrase("the middle third or better")
    case .tier(.bottom): Phrase("the bottom third")
    case .median: Phrase("a score above the median")
    case .score(let score): Phrase("a score of \(score, Self.format(of: score))")
    }
  }

  /// As many decimals as were asked for, and one at the least.
  private static func format(of score: Double) -> NumberFormat {
    score == score.rounded() ? .decimals(1) : .upTo(decimals: 9)
  }
}

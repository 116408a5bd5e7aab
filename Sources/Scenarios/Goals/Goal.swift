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
  public var name: String {
    switch self {
    case .rank(let rank): "rank \(rank)"
    case .regionPlace(let place): "place \(place) in its region"
    case .tier(let tier): "the \(tier.rawValue) third"
    default: words
    }
  }

  /// The goal in words that follow "to" or "the goal of": `rank 40 or better`.
  public var words: String {
    switch self {
    case .rank(let rank): "rank \(rank) or better"
    case .ranks(let ranks): "a rank from \(ranks.lowerBound) to \(ranks.upperBound)"
    case .top(let count): "the first \(count)"
    case .places(1): "1 place more"
    case .places(let count): "\(count) places more"
    case .regionPlace(let place): "place \(place) in its region or better"
    case .tier(.bottom): "the bottom third"
    case .tier(let tier): "the \(tier.rawValue) third" + (tier == .middle ? " or better" : "")
    case .median: "a score above the median"
    case .score(let score): "a score of \(score)"
    }
  }
}

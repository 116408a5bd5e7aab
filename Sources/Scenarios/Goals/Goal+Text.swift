import Tables

extension Goal {
  /// The goal as a file holds it: `rank 40`, `ranks 30-40`, `top 10`, `places 20`, `region 3`, `tier top`,
  /// `median` or `score 6.5`.
  public var text: String {
    switch self {
    case .rank(let rank): "rank \(rank)"
    case .ranks(let ranks): "ranks \(ranks.lowerBound)-\(ranks.upperBound)"
    case .top(let count): "top \(count)"
    case .places(let count): "places \(count)"
    case .regionPlace(let place): "region \(place)"
    case .tier(let tier): "tier \(tier.rawValue)"
    case .median: "median"
    case .score(let score): "score \(score)"
    }
  }

  /// Reads a goal as `text` writes it; nil for anything else.
  ///
  /// Whether there is such a rank or place is for `Aim` to say.
  public init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words == ["median"] {
      self = .median
      return
    }
    guard words.count == 2 else { return nil }
    let (kind, amount) = (words[0], words[1])
    let count = Int(amount).flatMap { $0 >= 1 ? $0 : nil }
    let goal: Goal? =
      switch kind {
      case "rank": count.map(Goal.rank)
      case "top": count.map(Goal.top)
      case "places": count.map(Goal.places)
      case "region": count.map(Goal.regionPlace)
      case "tier": ProvinceGroup.Tier(rawValue: String(amount)).map(Goal.tier)
      case "score": Double(decimal: String(amount)).map(Goal.score)
      case "ranks": Self.interval(amount).map(Goal.ranks)
      default: nil
      }
    guard let goal else { return nil }
    self = goal
  }

  private static func interval(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last
    else { return nil }
    return first...last
  }
}

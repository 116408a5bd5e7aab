public import Indices
public import Panels
import Sensitivity
import Statistics

/// What a goal asks of one province's score while all others stay where they are.
public struct Aim: Sendable, Hashable {
  /// The goal.
  public let goal: Goal
  /// The lowest score that reaches it.
  public let score: Double
  /// The place wanted, among the rivals that count; nil where the goal is a score.
  public let place: Int?
  /// The rivals that count: those of the region, or all.
  public let rivals: [Province]
  /// The rank among all provinces that the score has.
  public let rank: Int
  /// Whether the province is there already.
  public let isReached: Bool

  /// Finds what a goal asks.
  ///
  /// Equal scores share the better rank, so that drawing level with the province at a rank is enough for the
  /// rank; to be above the median, where the own score counts too, it is not.
  ///
  /// - Parameters:
  ///   - goal: the goal.
  ///   - province: the province.
  ///   - board: the scores of the year.
  /// - Throws: `ScenarioError` where there is no such rank, place, score or region.
  /// - Precondition: the province is on the board.
  public init(_ goal: Goal, of province: Province, on board: Scoreboard) throws {
    let standing = board.standing(of: province)
    let (place, rivals) = try Self.wanted(goal, of: province, standing.rank, on: board)
    let scores = rivals.compactMap { board[$0]?.score }
    self.goal = goal
    self.rivals = rivals
    self.place = place
    let ranking = standing.ranking
    if case .score(let score) = goal {
      self.score = score
    } else {
      let level =
        place.flatMap { ranking.scoreNeeded(for: $0, among: scores) } ?? standing.score
      // Twice what two scores may differ by and still be equal: above, whatever the rounding.
      self.score = goal == .median && !scores.isEmpty ? level + 2 * ranking.tolerance : level
    }
    isReached =
      switch goal {
      case .score, .median: standing.score >= self.score
      default: place.map { ranking.rank(of: standing.score, among: scores) <= $0 } ?? true
      }
    rank = ranking.rank(of: self.score, among: standing.rivals)
  }

  /// The place that a goal asks for, and the rivals among whom it is one.
  private static func wanted(
    _ goal: Goal, of province: Province, _ rank: Int, on board: Scoreboard
  ) throws -> (place: Int?, rivals: [Province]) {
    let rivals = board.rows.map(\.province).filter { $0.key != province.key }
    let all = board.rows.count
    switch goal {
    case .rank(let rank), .top(let rank): return (try checked(rank, among: all), rivals)
    case .ranks(let ranks):
      _ = try checked(ranks.lowerBound, among: all)
      return (try checked(ranks.upperBound, among: all), rivals)
    case .places(let count):
      guard (1..<max(2, rank)).contains(count), rank > 1 else {
        throw ScenarioError.noSuchGain(count, rank: rank)
      }
      return (rank - count, rivals)
    case .regionPlace(let place): return (place, try neighbours(of: province, rivals, place))
    case .tier(let tier): return (lastRank(of: tier, on: board), rivals)
    // The lowest rank with which the own score is above the median of all.
    case .median: return (max(1, all / 2), rivals)
    case .score(let score):
      let scales = board.rule.components.map(\.scale)
      let scale = (scales.first?.lowerBound ?? 1)...(scales.first?.upperBound ?? 10)
      guard score.isFinite, scale.contains(score) else {
        throw ScenarioError.noSuchScore(score, scale: scale)
      }
      return (nil, rivals)
    }
  }

  /// The rivals of a province's own region, among whom there must be such a place.
  private static func neighbours(
    of province: Province, _ rivals: [Province], _ place: Int
  ) throws -> [Province] {
    guard let region = province.region else {
      throw ScenarioError.noRegion(province: province.nameVi)
    }
    let neighbours = rivals.filter { $0.region == region }
    guard (1...neighbours.count + 1).contains(place) else {
      throw ScenarioError.noSuchPlace(
        place, region: region.nameEn, provinces: neighbours.count + 1)
    }
    return neighbours
  }

  /// The last rank that is in a third of the ranking, or in a better one.
  private static func lastRank(of tier: ProvinceGroup.Tier, on board: Scoreboard) -> Int {
    let groups = ProvinceGroup.all(
      by: .tier, of: board.rows.map(\.province), ranks: board.rows.map(\.rank))
    let upTo = ProvinceGroup.Tier.allCases.prefix { $0 != tier } + [tier]
    return groups.filter { group in upTo.contains { group.basis == .tier($0) } }
      .reduce(0) { $0 + $1.members.count }
  }

  private static func checked(_ rank: Int, among all: Int) throws -> Int {
    guard (1...all).contains(rank) else {
      throw ScenarioError.noSuchRank(rank, provinces: all)
    }
    return rank
  }
}

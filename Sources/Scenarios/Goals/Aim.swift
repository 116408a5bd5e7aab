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
    var rivals = board.rows.map(\.province).filter { $0.key != province.key }
    let all = board.rows.count
    var place: Int?
    // The lowest rank with which the own score is above the median of all.
    let half = max(1, all / 2)
    switch goal {
    case .rank(let rank), .top(let rank): place = try Self.checked(rank, among: all)
    case .ranks(let ranks):
      _ = try Self.checked(ranks.lowerBound, among: all)
      place = try Self.checked(ranks.upperBound, among: all)
    case .places(let count):
      guard (1..<max(2, standing.rank)).contains(count), standing.rank > 1 else {
        throw ScenarioError.noSuchGain(count, rank: standing.rank)
      }
      place = standing.rank - count
    case .regionPlace(let wanted):
      guard let region = province.region else {
        throw ScenarioError.noRegion(province: province.nameVi)
      }
      rivals = rivals.filter { $0.region == region }
      guard (1...rivals.count + 1).contains(wanted) else {
        throw ScenarioError.noSuchPlace(
          wanted, region: region.nameEn, provinces: rivals.count + 1)
      }
      place = wanted
    case .tier(let tier):
      let groups = ProvinceGroup.all(
        by: .tier, of: board.rows.map(\.province), ranks: board.rows.map(\.rank))
      let upTo = ProvinceGroup.Tier.allCases.prefix { $0 != tier } + [tier]
      place = groups.filter { group in upTo.contains { group.basis == .tier($0) } }
        .reduce(0) { $0 + $1.members.count }
    case .median: place = half
    case .score(let score):
      let scales = board.rule.components.map(\.scale)
      let scale = (scales.first?.lowerBound ?? 1)...(scales.first?.upperBound ?? 10)
      guard score.isFinite, scale.contains(score) else {
        throw ScenarioError.noSuchScore(score, scale: scale)
      }
    }
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

  private static func checked(_ rank: Int, among all: Int) throws -> Int {
    guard (1...all).contains(rank) else {
      throw ScenarioError.noSuchRank(rank, provinces: all)
    }
    return rank
  }
}

public import Panels
import Statistics

extension Futures {
  /// The places among others whose scores must be kept to tell what an aim still lacks.
  ///
  /// - Parameters:
  ///   - aim: the aim.
  ///   - province: the province.
  /// - Returns: nothing where the goal is a score, a place in the region, or the last rank.
  public static func places(
    for aim: Aim, of province: Province
  ) -> [(among: Province, place: Int)] {
    if case .regionPlace = aim.goal { return [] }
    guard let place = aim.place, place <= aim.rivals.count else { return [] }
    return [(province, place)]
  }

  /// The score that a province still lacks for its aim in a year, future by future.
  ///
  /// - Parameters:
  ///   - aim: what the goal asks.
  ///   - province: the province.
  ///   - year: one of the years.
  /// - Returns: below zero where there is some to spare.
  /// - Precondition: the provinces of `watched(for:of:)` were watched, and the scores of `places(for:of:)` kept.
  public func needs(of aim: Aim, for province: Province, in year: Int) -> GoalNeeds {
    let own = scores(of: province, in: year)
    func missing(_ levels: [Double]) -> GoalNeeds {
      GoalNeeds(zip(levels, own).map { $0 - $1 })
    }
    switch aim.goal {
    case .score(let score): return GoalNeeds(own.map { score - $0 })
    case .regionPlace(let place):
      guard place <= aim.rivals.count else { return GoalNeeds(own.map { _ in -.infinity }) }
      let rivals = aim.rivals.map { scores(of: $0, in: year) }
      return GoalNeeds(
        to: place, own: own, rivals: own.indices.flatMap { draw in rivals.map { $0[draw] } })
    case .rank, .ranks, .top, .places, .tier, .median:
      guard let place = aim.place, place <= aim.rivals.count else {
        return GoalNeeds(own.map { _ in -.infinity })
      }
      return missing(levels(at: place, among: province, in: year))
    }
  }
}

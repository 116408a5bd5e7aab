public import Statistics
import Sensitivity

extension Drivers {
  /// How sure the places are that a good year gains: a 95 % interval for each effect, in their order.
  ///
  /// Over bootstrap samples of provinces, each with its own good year; and, where the true scores are told,
  /// over draws of these, since the places that a gain is worth depend on where all truly stand.
  ///
  /// - Parameter scores: the true scores as far as they are known, the province's first, then those of
  ///   `rivals`; nil to take the scores for true.
  /// - Returns: from the 2.5th to the 97.5th percentile; nil where no good year is known.
  /// - Precondition: one score per province.
  public func goodYearPlaces(amid scores: ScoreEstimates?) -> [ClosedRange<Int>?] {
    precondition(
      scores.map { $0.count == rivals.count + 1 } ?? true, "one score per province is needed")
    let size = rivals.count + 1
    // After the replicates that drew the provinces, for numbers of their own.
    let normals: [Double]? = scores.flatMap { _ in
      (feasible?.past).map { $0.replicates.normals($0.draws..<2 * $0.draws, count: size) }
    }
    return effects.map { effect in
      guard let law = feasible?[effect.input.name] else { return nil }
      let position = position(of: effect)
      let places = law.goodDraws.indices.map { draw -> Int in
        var values = index.values
        values[position] = effect.input.improved(by: max(0, law.goodDraws[draw]), index.ranges)
        guard let scores, let normals else { return index.rank - index.rank(at: values) }
        let truth = (0..<size).map {
          scores.values[$0] + scores.standardErrors[$0] * normals[draw * size + $0]
        }
        return placesGained(at: values, amid: truth)
      }.sorted()
      guard let last = places.indices.last else { return nil }
      let tail = (1 - FeasibleChanges.level) / 2 * Double(last)
      return places[Int(tail)]...places[last - Int(tail)]
    }
  }

  /// The places that other values gain where the scores are others than those measured.
  private func placesGained(at values: [Double], amid truth: [Double]) -> Int {
    let own = truth[0] + (index.score(at: values) - index.score)
    let before = Array(truth.dropFirst())
    let ranking = index.ranking
    guard index.ranges == .moving else {
      return ranking.rank(of: truth[0], among: before) - ranking.rank(of: own, among: before)
    }
    let moved = zip(index.rivalScores(at: values), index.rivalScores(at: index.values))
    let after = zip(before, moved).map { $0 + ($1.0 - $1.1) }
    return ranking.rank(of: truth[0], among: before) - ranking.rank(of: own, among: after)
  }
}

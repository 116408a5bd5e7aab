public import Optimisation
public import Statistics

extension WeightBox {
  /// After how many nodes the search for a rank is broken off.
  ///
  /// Counted in nodes, not in seconds, so that the answer is the same on every machine. All ranks of
  /// 2013–2019 are proved within it; beyond it a rank is told as an interval.
  public static let nodeLimit = 20_000

  /// Finds the best and the worst rank that any weights of the box give a unit.
  ///
  /// Rivals that rank above the unit with all weights, or with none, are settled by the closed form of
  /// the sum's range. Of the others the fewest, or the most, that can rank above together are found by a
  /// program with one whole number per rival: zⱼ = 1 where rival j may rank above,
  /// w · (sⱼ − sᵢ) ≤ tolerance + Mⱼ zⱼ with the least Mⱼ that forbids nothing. The weights found are
  /// then moved, without changing who ranks above, to where the unit's score is farthest above, or
  /// below, the mean: the benefit of the doubt (Cherchye, Moesen, Rogge & Van Puyenbroeck 2007,
  /// doi:10.1007/s11205-006-9029-7) among the weights of that rank.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - scores: the scores of every unit in every indicator: units by indicators.
  ///   - ranking: how scores become ranks.
  ///   - nodes: after how many nodes of each search it is broken off.
  /// - Returns: both ranks with weights that give them and what is proved.
  /// - Throws: `OptimisationError` where the solver gives up.
  /// - Precondition: every unit has a finite score for every weight.
  public func extremes(
    of unit: Int, scores: [[Double]], ranking: Ranking, nodes: Int = nodeLimit
  ) throws(OptimisationError) -> RankExtremes {
    precondition(scores.indices.contains(unit), "there is no such unit")
    precondition(
      scores.allSatisfy { $0.count == lower.count && $0.allSatisfy(\.isFinite) },
      "every unit needs a finite score for every weight")
    let search = RankSearch(self, of: unit, scores: scores, ranking: ranking, nodes: nodes)
    return RankExtremes(best: try search.extreme(.best), worst: try search.extreme(.worst))
  }
}

public import Optimisation
import Statistics

extension MethodStudy {
  /// The weights that each indicator may have in the index: within a share of its own.
  ///
  /// - Parameter range: the share, from 0 to 1.
  /// - Returns: the box around the products of the shares on the way up; nil where the index is no sum:
  ///   levels are put together in different ways, by medians or by comparing, or figures are missing.
  public func weightBox(range: Double) -> WeightBox? {
    guard form != nil else { return nil }
    return WeightBox(
      around: index.structure.indicators.map { index.structure.weight(of: $0.code) ?? 0 },
      range: range)
  }

  /// Finds the best and the worst rank that any weights give a unit, all else being the index's own.
  ///
  /// A geometric mean ranks as the sum of the logarithms does, a harmonic one as that of the negative
  /// reciprocals.
  ///
  /// - Parameters:
  ///   - unit: the number of the unit.
  ///   - box: the weights of `weightBox(range:)`, or others, one per indicator.
  ///   - nodes: after how many nodes of each search it is broken off.
  /// - Returns: both ranks, with weights that give them.
  /// - Throws: `OptimisationError` where the solver gives up.
  /// - Precondition: the index is a sum: `weightBox(range:)` is not nil.
  public func extremes(
    of unit: Int, over box: WeightBox, nodes: Int = WeightBox.nodeLimit
  ) throws(OptimisationError) -> RankExtremes {
    guard let form else { preconditionFailure("only an index that is a sum has ranks by weights") }
    let largest = scores.reduce(0) { max($0, abs($1)) }
    let terms = units.indices.map { unit in normalised[0].columns.map { form.term($0[unit]) } }
    // A tie of sums is then one of scores as well.
    let tolerance = ranking.tolerance * form.slope(upTo: largest)
    return try box.extremes(
      of: unit, scores: terms, ranking: Ranking(tolerance: tolerance), nodes: nodes
    ).scored(form.mean)
  }

  private var form: FlatMean? {
    guard normalised[0].isComplete.allSatisfy(\.self) else { return nil }
    return index.uniformAggregation.flatMap(FlatMean.init)
  }
}

extension RankExtremes {
  /// The same with scores instead of sums.
  fileprivate func scored(_ mean: (Double) -> Double) -> RankExtremes {
    func scored(_ extreme: Extreme) -> Extreme {
      Extreme(
        rank: extreme.rank, bound: extreme.bound, weights: extreme.weights,
        score: mean(extreme.score))
    }
    return RankExtremes(best: scored(best), worst: scored(worst))
  }
}

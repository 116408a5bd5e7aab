import Indices
import Sensitivity
public import Statistics

extension Drivers {
  /// What a good year of each indicator gains, in draws of what is not known for sure.
  ///
  /// Each draw takes a bootstrap sample of provinces, with its own good year of every indicator; and, where the true
  /// scores are told, scores as they may truly be, since the places that a gain is worth depend on where
  /// all stand.
  public struct GoodYearDraws: Sendable {
    /// For each effect, what each draw gains; empty where no good year is known.
    public let gains: [[(places: Int, score: Double)]]
  }

  /// Draws what good years gain.
  ///
  /// - Parameter scores: the true scores as far as they are known, the province's first, then those of
  ///   `rivals`; nil to take the scores for true.
  /// - Returns: the draws, in the order of the effects.
  /// - Precondition: one score per province.
  public func goodYearDraws(amid scores: ScoreEstimates?) -> GoodYearDraws {
    precondition(
      scores.map { $0.count == rivals.count + 1 } ?? true, "one score per province is needed")
    let size = rivals.count + 1
    // After the replicates that drew the provinces, for numbers of their own.
    let normals: [Double]? = scores.flatMap { _ in
      (feasible?.past).map { $0.replicates.normals($0.draws..<2 * $0.draws, count: size) }
    }
    let gains = effects.map { effect -> [(places: Int, score: Double)] in
      guard let law = feasible?[effect.input.name] else { return [] }
      let position = position(of: effect)
      return law.goodDraws.indices.map { draw in
        var values = index.values
        values[position] = effect.input.improved(by: max(0, law.goodDraws[draw]), index.ranges)
        let score = index.score(at: values) - index.score
        guard let scores, let normals else { return (index.rank - index.rank(at: values), score) }
        let truth = (0..<size).map {
          scores.values[$0] + scores.standardErrors[$0] * normals[draw * size + $0]
        }
        return (placesGained(at: values, amid: truth), score)
      }
    }
    return GoodYearDraws(gains: gains)
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

extension Drivers.GoodYearDraws {
  /// How sure the places are that a good year gains: for each effect from the 2.5th to the 97.5th percentile.
  ///
  /// Nil where no good year is known.
  public var places: [ClosedRange<Int>?] {
    gains.map { draws in
      let places = draws.map(\.places).sorted()
      guard let last = places.indices.last else { return nil }
      let tail = (1 - FeasibleChanges.level) / 2 * Double(last)
      return places[Int(tail)]...places[last - Int(tail)]
    }
  }

  /// Where each effect stands among all, in each draw by the places of a good year, then by the score.
  ///
  /// - Returns: one per effect; empty where a good year is not known for every one.
  public var order: [OrderPlace] {
    let draws = gains.map(\.count).min() ?? 0
    guard draws > 0 else { return [] }
    var places = [[Int]](repeating: [], count: gains.count)
    for draw in 0..<draws {
      let order = gains.indices.sorted { one, other in
        let (a, b) = (gains[one][draw], gains[other][draw])
        return (b.places, b.score, one) < (a.places, a.score, other)
      }
      for (place, effect) in order.enumerated() { places[effect].append(place + 1) }
    }
    let tail = Int((1 - FeasibleChanges.level) / 2 * Double(draws - 1))
    return places.map { found in
      let sorted = found.sorted()
      return OrderPlace(
        likely: sorted[tail]...sorted[draws - 1 - tail],
        first: Proportion(successes: found.count { $0 == 1 }, trials: draws),
        firstThree: Proportion(successes: found.count { $0 <= 3 }, trials: draws))
    }
  }

  /// Where an indicator stands in the order of what moves the rank, and how sure that is.
  public struct OrderPlace: Sendable, Hashable {
    /// From the 2.5th to the 97.5th percentile of its places over the draws.
    public let likely: ClosedRange<Int>
    /// How often it came first.
    public let first: Proportion
    /// How often it was among the first three.
    public let firstThree: Proportion
  }
}

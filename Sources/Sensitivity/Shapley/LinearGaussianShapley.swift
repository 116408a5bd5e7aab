import Statistics

/// How the variance of a sum of normal inputs is shared among them, exactly.
///
/// The output is y = β′x with x normal and of covariance Σ. What a set S of inputs explains is
///
///     v(S) = Var E(y | x_S) = c_S′ Σ_SS⁻¹ c_S / Var y    with c = Σβ and Var y = β′Σβ,
///
/// and an input's Shapley effect is its Shapley value in this game: effects are never negative, and add
/// up to one, however the inputs depend on one another. For independent inputs it is βᵢ² Σᵢᵢ / Var y.
///
/// Sources: Owen (2014), doi:10.1137/130936233; Owen & Prieur (2017), doi:10.1137/16M1097717; Iooss &
/// Prieur (2019), doi:10.1615/Int.J.UncertaintyQuantification.2019028372.
public struct LinearGaussianShapley: Sendable, Hashable {
  /// The variance of the output.
  public let variance: Double
  /// The Shapley effect of each input; all zero where the output does not vary.
  public let effects: [Double]
  /// What each input explains alone, v({i}): what it shares with others counts for each of them.
  public let firstOrder: [Double]
  /// What is lost without each input, 1 − v(all others): for dependent inputs it can be less than
  /// the first-order index.
  public let total: [Double]

  /// Shares the variance.
  ///
  /// An input that others determine wholly is allowed; it explains nothing once they are known.
  ///
  /// - Parameters:
  ///   - slopes: β, 20 at most.
  ///   - covariance: the rows of Σ.
  /// - Precondition: the covariance has a row and a column per slope; the slopes are finite.
  /// - Throws: `DependenceError` where the covariance is not one.
  /// - Complexity: O(2ᵈ d): sets are the leaves of a tree, in which an input at a time is swept
  ///   out of the matrix or dropped from it, so that most of the work is done on small matrices.
  public init(slopes: [Double], covariance: [[Double]]) throws(DependenceError) {
    precondition(
      covariance.count == slopes.count && covariance.allSatisfy { $0.count == slopes.count },
      "the covariance has a row and a column for each slope")
    precondition(
      slopes.count <= ShapleyValues.mostPlayers, "exact effects are for 0 to 20 inputs")
    precondition(slopes.allSatisfy(\.isFinite), "slopes are finite")
    let covariance = try CovarianceRows(covariance)
    let deviations = try Self.deviations(covariance)
    let count = slopes.count
    var tree = SweepTree(inputs: count)
    var variance = 0.0
    for row in 0..<count {
      var shared = 0.0
      for column in 0..<count {
        // Scaled to correlations: what counts as nothing left does not depend on units.
        let scale = deviations[row] * deviations[column]
        let entry = scale > 0 ? covariance[row, column] / scale : 0
        if column >= row { tree.set(row, column, to: row == column ? 1 : entry) }
        shared += (row == column ? 1 : entry) * slopes[column] * deviations[column]
      }
      tree.set(row, count, to: shared)
      variance += slopes[row] * deviations[row] * shared
    }
    self.variance = variance
    let worths = try tree.explained()
    guard variance > 0, let all = worths.last, all > 0 else {
      (effects, firstOrder) = (slopes.map { _ in 0 }, slopes.map { _ in 0 })
      total = firstOrder
      return
    }
    effects = ShapleyValues(players: count, worths: [worths]).values[0].map { $0 / all }
    firstOrder = slopes.indices.map { worths[1 << $0] / all }
    total = slopes.indices.map { 1 - worths[(worths.count - 1) ^ (1 << $0)] / all }
  }

  private static func deviations(_ covariance: CovarianceRows) throws(DependenceError) -> [Double] {
    var deviations: [Double] = []
    for row in covariance.rows.indices {
      // What does not vary does not vary with anything.
      let isStill = covariance[row, row] == 0 && covariance.rows[row].contains { $0 != 0 }
      guard covariance[row, row] >= 0, !isStill else { throw .notPositive(row: row) }
      deviations.append(covariance[row, row].squareRoot())
    }
    return deviations
  }
}

import LinearAlgebra
public import Statistics

/// Inputs that move together: each spread by its own law, joined by a Gaussian copula.
///
/// Every input has a normal score: the quantile of a standard normal law at the share of the input's
/// values below it. The scores are jointly normal with the correlations given, so that any laws can be
/// joined, and the joint law is normal where all are. A rank correlation ρ (Spearman's) is had with a
/// correlation of scores of 2 sin(πρ/6).
///
/// An order of the inputs makes their scores from independent normals: with L the Cholesky factor of the
/// correlations in that order, the scores are L ε, and those of the first k inputs are known where
/// ε₁ … ε_k are. To draw the others anew, with the first k given, is to draw the other ε anew.
public struct DependentInputs: Sendable, Hashable {
  /// The inputs.
  public let inputs: [Input]
  /// The rows of the correlations of their normal scores.
  public let correlations: [[Double]]
  /// Whether no two are correlated.
  public let isIndependent: Bool

  /// Joins inputs that do not move together.
  ///
  /// - Parameter inputs: the inputs.
  public init(independent inputs: [Input]) {
    self.inputs = inputs
    correlations = inputs.indices.map { row in inputs.indices.map { $0 == row ? 1 : 0 } }
    isIndependent = true
  }

  /// Joins inputs.
  ///
  /// - Parameters:
  ///   - inputs: the inputs.
  ///   - correlations: the rows of the correlations of their normal scores.
  /// - Precondition: the correlations have a row and a column per input.
  /// - Throws: `DependenceError` where they are not correlations, or not positive definite.
  public init(_ inputs: [Input], correlations: [[Double]]) throws(DependenceError) {
    precondition(
      correlations.count == inputs.count && correlations.allSatisfy { $0.count == inputs.count },
      "the correlations have a row and a column for each input")
    _ = try CovarianceRows(correlations)
    for row in inputs.indices where abs(correlations[row][row] - 1) > 1e-12 {
      throw .notOneOnDiagonal(row: row)
    }
    do {
      _ = try Cholesky(Matrix(rows: inputs.count, columns: correlations))
    } catch {
      guard case .notPositiveDefinite(let column) = error else {
        preconditionFailure("the correlations are finite")
      }
      throw .notPositive(row: column)
    }
    self.inputs = inputs
    self.correlations = correlations
    isIndependent = inputs.indices.allSatisfy { row in
      (0..<row).allSatisfy { correlations[row][$0] == 0 }
    }
  }

  /// The value of an input at a normal score.
  ///
  /// - Parameters:
  ///   - input: the place of the input.
  ///   - score: a normal score.
  /// - Returns: the value whose share of the law is that below the score.
  func value(_ input: Int, atScore score: Double) -> Double {
    if case .normal(let mean, let deviation) = inputs[input].law { return mean + deviation * score }
    return inputs[input].law.quantile(NormalDistribution().cumulative(score))
  }

  /// Draws points.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - replicates: point k is drawn by replicate k.
  /// - Returns: as many points.
  public func sample(_ count: Int, replicates: Replicates) -> Points {
    let factor = OrderedFactor(self, order: Array(inputs.indices))
    let normals = replicates.normals(0..<count, count: inputs.count)
    return points(count: count) { point, scores in
      let start = point * inputs.count
      factor.scores(of: normals[start..<start + inputs.count], into: &scores)
    }
  }

  /// Draws points in which some inputs have given values.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - scores: the normal score of each input that is given, by its place.
  ///   - replicates: point k is drawn by replicate k.
  /// - Returns: as many points of the law of the others given these.
  /// - Precondition: the places are of inputs and the scores finite.
  public func sample(_ count: Int, given scores: [Int: Double], replicates: Replicates) -> Points {
    precondition(
      scores.allSatisfy { inputs.indices.contains($0.key) && $0.value.isFinite },
      "what is given is a finite score of an input")
    let given = scores.keys.sorted()
    let factor = OrderedFactor(self, order: given + inputs.indices.filter { scores[$0] == nil })
    let known = factor.normals(ofFirst: given.compactMap { scores[$0] })
    let normals = replicates.normals(0..<count, count: inputs.count)
    return points(count: count) { point, scores in
      let start = point * inputs.count
      let drawn = known + normals[start + known.count..<start + inputs.count]
      factor.scores(of: drawn[...], into: &scores)
    }
  }

  private func points(count: Int, _ fill: (Int, inout [Double]) -> Void) -> Points {
    var columns = [[Double]](repeating: [], count: inputs.count)
    for input in columns.indices { columns[input].reserveCapacity(count) }
    var scores = [Double](repeating: 0, count: inputs.count)
    for point in 0..<count {
      fill(point, &scores)
      for input in columns.indices { columns[input].append(value(input, atScore: scores[input])) }
    }
    return Points(columns: columns, count: count)
  }
}

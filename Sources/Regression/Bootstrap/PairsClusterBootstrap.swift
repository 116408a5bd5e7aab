internal import CKernels
public import LinearAlgebra
public import Statistics

/// The bootstrap that draws whole clusters with replacement and estimates anew.
///
/// A cluster drawn twice is two clusters, each with effects of its own: so the effects that lie within
/// clusters, such as those of units, are taken out once and for all. Those that cut across clusters, such
/// as years, are estimated in each replicate; they should be few.
///
/// With X the columns without the effects of units, S_g = X_g'W X_g of each cluster and w_g the times it is
/// drawn, the normal equations of a replicate are Σ w_g S_g: the replicates are a product of matrices,
/// and small systems to be solved, eight side by side. Each column has the length one in the sample.
///
/// Source: Cameron, Gelbach & Miller (2008), doi:10.1162/rest.90.3.414, §II.
public struct PairsClusterBootstrap: Sendable {
  /// The number of clusters.
  public let clusters: Int
  /// The number of coefficients.
  public let regressors: Int
  private let pairs: PairsReplicates

  /// Replicates worked on by one thread at a time.
  private static let chunk = 64

  /// Prepares the bootstrap of a regression.
  ///
  /// - Parameters:
  ///   - columns: the regressors, and the response as the last column, with effects and all. Without
  ///     effects of units, a constant is a regressor like others.
  ///   - clusters: the cluster of each row.
  ///   - unitEffects: effects that lie within clusters, such as the clusters themselves; nil for none.
  ///   - otherEffects: effects that cut across clusters, such as years; nil for none. Beside them a
  ///     constant is no regressor.
  ///   - weights: the weight of each row, nil where all weigh one.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared.
  /// - Precondition: there is a column at least; all have the same rows; each unit lies in one cluster.
  public init(
    _ columns: Matrix, clusters: Grouping, unitEffects: Grouping? = nil,
    otherEffects: Grouping? = nil, weights: [Double]? = nil, threads: Int? = nil
  ) throws(LinearAlgebraError) {
    precondition(columns.columns > 0, "there must be a response")
    precondition(
      unitEffects?.isNested(in: clusters) ?? true,
      "the units whose effects are taken out must each lie in one cluster")
    self.clusters = clusters.count
    regressors = columns.columns - 1
    pairs = try PairsReplicates(
      ClusterProducts(
        columns, clusters: clusters, unitEffects: unitEffects, otherEffects: otherEffects,
        weights: weights, threads: threads))
  }

  /// Draws replicates.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - replicates: seed and threads; replicate k is made of generator k.
  ///   - studentised: whether to find cluster-robust errors in each replicate too.
  /// - Returns: the coefficients of the replicates.
  /// - Precondition: the count is not negative.
  public func draws(
    _ count: Int, _ replicates: Replicates, studentised: Bool = false
  ) -> BootstrapDraws {
    let clusters = clusters
    return draws(count, threads: replicates.threads, studentised: studentised) { eight, counts in
      guard let bound = Int32(exactly: clusters), bound > 0 else { return }
      for place in counts.indices { counts[place] = 0 }
      for (lane, replicate) in eight.enumerated() {
        var random = replicates.generator(replicate)
        for _ in 0..<clusters {
          let cluster = Int(Int32.random(in: 0..<bound, using: &random))
          counts[PairsReplicates.lanes * cluster + lane] += 1
        }
      }
    }
  }

  /// Finds the replicates of given counts.
  ///
  /// - Parameters:
  ///   - counts: how often each cluster is drawn, replicate by replicate: a multiple of `clusters` numbers.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  ///   - studentised: whether to find cluster-robust errors in each replicate too.
  /// - Returns: the coefficients of the replicates.
  /// - Precondition: there are counts for whole replicates.
  public func draws(
    counts: [UInt8], threads: Int? = nil, studentised: Bool = false
  ) -> BootstrapDraws {
    precondition(
      clusters > 0 && counts.count % clusters == 0, "each replicate must have all its counts")
    let clusters = clusters
    return draws(
      counts.count / clusters, threads: threads ?? Replicates.processors, studentised: studentised
    ) { eight, numbers in
      for (lane, replicate) in eight.enumerated() {
        for cluster in 0..<clusters {
          numbers[PairsReplicates.lanes * cluster + lane] =
            Double(counts[replicate * clusters + cluster])
        }
      }
    }
  }

  /// Works through replicates in chunks; `fill` sets the counts of eight or fewer.
  private func draws(
    _ count: Int, threads: Int, studentised: Bool,
    _ fill: @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> BootstrapDraws {
    precondition(count >= 0, "there cannot be fewer than no replicates")
    let sample = pairs.solved(0..<1, errors: studentised) { _, _ in }
    let parts = Replicates(seed: 0, threads: threads).chunks(of: 0..<count, length: Self.chunk) {
      pairs.solved($0, errors: studentised, fill)
    }
    let missing = [Double](repeating: .nan, count: regressors)
    let estimates = sample.count == 1 ? sample.coefficients : missing
    let kept = parts.reduce(0) { $0 + $1.count }
    var coefficients = Matrix(rows: kept, columns: regressors)
    var statistics = studentised ? coefficients : nil
    var row = 0
    for part in parts {
      for place in 0..<part.count {
        for column in 0..<regressors {
          let coefficient = part.coefficients[place * regressors + column]
          coefficients[row, column] = coefficient
          guard studentised else { continue }
          statistics?[row, column] =
            (coefficient - estimates[column]) / part.errors[place * regressors + column]
        }
        row += 1
      }
    }
    return BootstrapDraws(
      estimates: estimates, coefficients: coefficients, statistics: statistics,
      errors: studentised ? (sample.count == 1 ? sample.errors : missing) : nil,
      failed: count - kept)
  }
}

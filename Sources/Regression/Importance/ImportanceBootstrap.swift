public import Statistics

/// Shares of R² found again in samples drawn from the rows or from their clusters.
///
/// Each draw takes as many clusters as there are, with replacement, every one with all its rows; a unit
/// drawn twice is two units, each with its effect, and the effects of periods are found anew. Only sums
/// of products are drawn, one block per cluster, so that a draw costs microseconds. Sources: Efron &
/// Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Cameron, Gelbach & Miller (2008),
/// doi:10.1162/rest.90.3.414, for clusters.
public struct ImportanceBootstrap: Sendable {
  /// The shares of the rows themselves.
  public let estimate: RelativeImportance
  /// What was drawn, such as "province"; nil for single rows.
  public let clusters: String?
  /// The number of clusters, or of rows.
  public let clusterCount: Int
  /// What the draws are repeated by; nil where they were drawn elsewhere.
  public let seed: UInt64?
  /// The shares of each draw in which R² is defined, one per player.
  public let shares: [[Double]]
  /// R² of each of these draws.
  public let rSquared: [Double]
  /// The number of draws left out: the response did not vary in them.
  public let undefinedDraws: Int
  /// The number of draws in which fewer regressors could be told apart than in the rows themselves; a
  /// regressor that does not vary has no share there.
  public let deficientDraws: Int

  /// The number of draws made.
  public var draws: Int { shares.count + undefinedDraws }

  /// What each draw gives, without room for what is not asked for.
  private struct Draw: Sendable {
    let shares: [Double]
    let rSquared: Double
    let rank: Int
  }

  /// Draws clusters at random.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - clusters: which rows are drawn together; nil for the units that have effects, and for single
  ///     rows where none have.
  ///   - draws: how many samples are drawn.
  ///   - replicates: the seed, and the threads to work on.
  /// - Throws: `constantResponse`, `splitUnit` where a cluster holds a part of a unit that has an
  ///   effect, `fewClusters`, or `noDraw`.
  /// - Precondition: there is one draw at least, and every row has a cluster.
  public init(
    _ data: ImportanceData, clusters: Grouping? = nil, draws: Int = 1000, replicates: Replicates
  ) throws(ImportanceError) {
    let blocks = try ImportanceBlocks(data, clusters: clusters)
    let count = UInt64(blocks.count)
    try self.init(
      data, blocks: blocks, draws: draws, replicates: replicates, seed: replicates.seed
    ) { draw, times in
      var random = replicates.generator(draw)
      for _ in 0..<count {
        // The high half of the product: each cluster has a chance within 2⁻⁵⁰ of one in the count.
        times[Int(random.next().multipliedFullWidth(by: count).high)] += 1
      }
    }
  }

  /// Takes samples that were drawn elsewhere.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - clusters: which rows are drawn together, as above.
  ///   - samples: the numbers of the clusters drawn, or of the rows; of each sample.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: as above.
  /// - Precondition: there is one sample at least, and the numbers are those of clusters.
  public init(
    _ data: ImportanceData, clusters: Grouping? = nil, samples: [[Int32]], threads: Int? = nil
  ) throws(ImportanceError) {
    let blocks = try ImportanceBlocks(data, clusters: clusters)
    let replicates = Replicates(seed: 0, threads: threads)
    try self.init(
      data, blocks: blocks, draws: samples.count, replicates: replicates, seed: nil
    ) { draw, times in
      for cluster in samples[draw] {
        guard let block = blocks.block(ofCluster: Int(cluster)) else { continue }
        times[block] += 1
      }
    }
  }

  private init(
    _ data: ImportanceData, blocks: ImportanceBlocks, draws: Int, replicates: Replicates,
    seed: UInt64?, _ draw: @Sendable (_ number: Int, _ times: inout [Double]) -> Void
  ) throws(ImportanceError) {
    precondition(draws > 0, "a bootstrap needs one draw at least")
    guard blocks.count > 1 else { throw .fewClusters(count: blocks.count) }
    estimate = try RelativeImportance(data)
    self.seed = seed
    clusters = blocks.name
    clusterCount = blocks.count
    let found = replicates.chunks(of: 0..<draws, length: blocks.drawsAtOnce) { chunk in
      var times: [Double] = []
      for number in chunk {
        var drawn = [Double](repeating: 0, count: blocks.count)
        draw(number, &drawn)
        times += drawn
      }
      var solver = ImportanceSolver(data)
      return blocks.sums(weights: times, sets: chunk.count).map { sums -> Draw? in
        solver.solution(of: sums).map {
          Draw(shares: $0.shares, rSquared: $0.rSquared, rank: $0.rank)
        }
      }
    }.flatMap { $0 }
    let kept = found.compactMap { $0 }
    guard !kept.isEmpty else { throw .noDraw(count: draws) }
    shares = kept.map(\.shares)
    rSquared = kept.map(\.rSquared)
    undefinedDraws = found.count - kept.count
    let rank = estimate.rank
    deficientDraws = kept.count { $0.rank < rank }
  }
}

internal import CKernels
public import LinearAlgebra
public import Statistics

/// Tests of a coefficient that stay right with few clusters: residuals are kept by cluster, their signs drawn.
///
/// In a replicate the response is X b̃ + v_g ẽ, with one weight v_g for all rows of cluster g; by default b̃
/// and ẽ are estimated under the hypothesis (WCR), else without it (WCU). Its t statistic has the same
/// cluster-robust error as the sample's. Of all this only sums by cluster are needed, so that a
/// replicate costs no more than a small matrix times the weights (Roodman, Nielsen, MacKinnon & Webb
/// 2019, doi:10.1177/1536867X19830877, §5).
///
/// Fixed effects are taken out of the bootstrap responses too: exactly, those that lie within clusters once
/// and for all, the others as columns.
///
/// Source: Cameron, Gelbach & Miller (2008), doi:10.1162/rest.90.3.414.
public struct WildClusterBootstrap: Sendable {
  /// The number of clusters.
  public let clusters: Int
  /// The number of coefficients.
  public let regressors: Int
  private let products: ClusterProducts
  private let cholesky: ScaledCholesky

  /// Prepares the bootstrap of a regression; nil where the regressors are collinear.
  ///
  /// - Parameters:
  ///   - columns: the regressors, and the response as the last column, with effects and all. Without
  ///     effects, a constant is a regressor like others.
  ///   - clusters: the cluster of each row.
  ///   - unitEffects: effects that lie within clusters, such as the clusters themselves; nil for none.
  ///   - otherEffects: effects that cut across clusters, such as years; nil for none. They should be few.
  ///   - weights: the weight of each row, nil where all weigh one.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared.
  /// - Precondition: there is a column at least; all have the same rows; each unit lies in one cluster.
  public init?(
    _ columns: Matrix, clusters: Grouping, unitEffects: Grouping? = nil,
    otherEffects: Grouping? = nil, weights: [Double]? = nil, threads: Int? = nil
  ) throws(LinearAlgebraError) {
    precondition(columns.columns > 0, "there must be a response")
    precondition(
      unitEffects?.isNested(in: clusters) ?? true,
      "the units whose effects are taken out must each lie in one cluster")
    let products = try ClusterProducts(
      columns, clusters: clusters, unitEffects: unitEffects, otherEffects: otherEffects,
      weights: weights, threads: threads)
    guard let cholesky = ScaledCholesky(products.sum, size: products.columns - 1) else {
      return nil
    }
    self.products = products
    self.cholesky = cholesky
    self.clusters = clusters.count
    regressors = columns.columns - 1
  }

  /// Tests that a linear combination of coefficients has a value.
  ///
  /// - Parameters:
  ///   - restriction: R, a factor for each coefficient.
  ///   - value: r of the hypothesis R b = r.
  ///   - count: how many replicates are drawn. Where signs can be drawn in no more ways, each is taken once.
  ///   - replicates: seed and threads; replicate k is made of generator k.
  ///   - weights: what residuals are multiplied with.
  ///   - imposesNull: whether residuals are those of the regression under the hypothesis.
  /// - Returns: the statistic and those of the replicates.
  /// - Precondition: there is a factor for each coefficient, one of them not zero.
  public func test(
    _ restriction: [Double], equals value: Double = 0, count: Int, _ replicates: Replicates,
    weights: WildWeights = .rademacher, imposesNull: Bool = true
  ) -> WildTest {
    let draw = WildDraw(count: count, weights: weights, clusters: clusters, replicates)
    return test(
      restriction, value, draw.count, imposesNull, threads: replicates.threads,
      isEnumerated: draw.isEnumerated, draw.fill)
  }

  /// Tests with signs that are given.
  ///
  /// - Parameters:
  ///   - restriction: R, a factor for each coefficient.
  ///   - value: r of the hypothesis R b = r.
  ///   - signs: 1 or −1 for each cluster, replicate by replicate.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  ///   - imposesNull: whether residuals are those of the regression under the hypothesis.
  /// - Returns: the statistic and those of the replicates.
  /// - Precondition: there are signs for whole replicates; R is as above.
  public func test(
    _ restriction: [Double], equals value: Double = 0, signs: [Int8], threads: Int? = nil,
    imposesNull: Bool = true
  ) -> WildTest {
    precondition(
      clusters > 0 && signs.count % clusters == 0, "each replicate must have all its signs")
    let clusters = clusters
    return test(
      restriction, value, signs.count / clusters, imposesNull,
      threads: threads ?? Replicates.processors, isEnumerated: false
    ) { replicates, weights in
      unsafe signs.withUnsafeBufferPointer { signs in
        guard let base = signs.baseAddress else { return }
        unsafe minhbach_wild_spread(
          clusters, base + replicates.lowerBound * clusters, replicates.count, &weights)
      }
    }
  }

  func scores(of restriction: [Double]) -> WildScores {
    precondition(
      restriction.count == regressors && restriction.contains { $0 != 0 },
      "a restriction has a factor for each coefficient, one of them not zero")
    return WildScores(products, cholesky, restriction: restriction)
  }

  private func test(
    _ restriction: [Double], _ value: Double, _ count: Int, _ imposesNull: Bool, threads: Int,
    isEnumerated: Bool, _ fill: @escaping @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> WildTest {
    let scores = scores(of: restriction)
    let distance = scores.estimate - value
    let tested = imposesNull ? distance : 0
    let eights = WildReplicates(count, clusters: clusters, threads: threads, fill)
    var statistics: [Double]
    if clusters <= 4 * scores.size {
      let clusters = clusters
      let (numerators, triangle) = scores.triangle(at: tested)
      statistics = eights.map(0.0) { weights, statistics in
        unsafe minhbach_wild_statistics(clusters, numerators, triangle, weights, &statistics)
      }
    } else {
      statistics = eights.map(.none, scores.statistics).map { $0.value(at: tested) }
    }
    if !statistics.allSatisfy(\.isFinite) { statistics.removeAll { !$0.isFinite } }
    return WildTest(
      estimate: scores.estimate, value: value, statistic: distance / scores.error,
      statistics: statistics, undefined: count - statistics.count, isEnumerated: isEnumerated)
  }
}

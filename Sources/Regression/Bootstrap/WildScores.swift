internal import CKernels

/// The cluster scores of a hypothesis, from which replicates of a wild bootstrap are made.
///
/// With a = A⁻¹R', A the products of all columns, and δ = R b − r, the residuals under the hypothesis are
/// e + X a δ / (R a). The weights v of a replicate add Σ v_g n_g to the estimate, and its score in
/// cluster g is n_g v_g − E_g K v, where n_g = a's_g, E_g = a'X_g'X_g, K = A⁻¹ (s_1 … s_G), s_g the scores
/// of those residuals. All but E is linear in δ: parts 0 and 1.
struct WildScores: Sendable {
  let clusters: Int
  /// The columns but the response.
  let size: Int
  let estimate: Double
  /// The cluster-robust error of the estimate without a factor for small samples.
  let error: Double
  /// n of each cluster, of part 0 and then of part 1.
  let numerators: [Double]
  /// K in blocks of eight rows, of part 0 and then of part 1.
  let projections: [Double]
  /// E in blocks of eight clusters.
  let loadings: [Double]

  /// The numbers of one part of `projections`.
  private var projectionCount: Int { (size + 7) / 8 * 8 * clusters }

  /// Finds the scores of one linear restriction of the regressors' coefficients.
  init(_ products: ClusterProducts, _ cholesky: ScaledCholesky, restriction: [Double]) {
    let (clusters, columns) = (products.clusters, products.columns)
    let size = columns - 1
    let (effects, values) = (products.effects, products.values)
    var scaled = [Double](repeating: 0, count: size)
    for (regressor, factor) in restriction.enumerated() {
      scaled[effects + regressor] = factor * products.scale(ofRegressor: regressor)
    }
    let direction = cholesky.solve(scaled)
    let product = zip(scaled, direction).reduce(0) { $0 + $1.0 * $1.1 }
    let coefficients = cholesky.solve(
      (0..<size).map { row in
        (0..<clusters).reduce(0.0) { $0 + values[($1 * columns + row) * columns + size] }
      })
    var draft = Draft(clusters: clusters, size: size)
    var scores = [Double](repeating: 0, count: size)
    var changes = scores
    for cluster in 0..<clusters {
      for row in 0..<size {
        let start = (cluster * columns + row) * columns
        var (score, loading) = (values[start + size], 0.0)
        for column in 0..<size {
          score -= values[start + column] * coefficients[column]
          loading += values[start + column] * direction[column]
        }
        scores[row] = score
        changes[row] = loading / product
        draft.loadings[cluster / 8 * 8 * size + 8 * row + cluster % 8] = loading
        draft.numerators[cluster] += direction[row] * score
        draft.numerators[clusters + cluster] += direction[row] * loading / product
      }
      draft.project(cluster, [cholesky.solve(scores), cholesky.solve(changes)])
    }
    self.clusters = clusters
    self.size = size
    numerators = draft.numerators
    projections = draft.projections
    loadings = draft.loadings
    estimate = zip(scaled, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    error = draft.numerators[..<clusters].reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// What is filled in cluster by cluster.
  private struct Draft {
    private let clusters: Int
    var numerators: [Double]
    var loadings: [Double]
    var projections: [Double]

    init(clusters: Int, size: Int) {
      self.clusters = clusters
      numerators = [Double](repeating: 0, count: 2 * clusters)
      loadings = [Double](repeating: 0, count: (clusters + 7) / 8 * 8 * size)
      projections = [Double](repeating: 0, count: 2 * ((size + 7) / 8 * 8 * clusters))
    }

    /// Writes a cluster's columns of K, of part 0 and of part 1, in blocks of eight rows.
    mutating func project(_ cluster: Int, _ parts: [[Double]]) {
      for (part, column) in parts.enumerated() {
        for row in column.indices {
          let place = (row / 8 * clusters + cluster) * 8 + row % 8
          projections[part * projections.count / 2 + place] = column[row]
        }
      }
    }
  }

  /// n and the triangle of C at a distance δ.
  func triangle(at distance: Double) -> (numerators: [Double], triangle: [Double]) {
    let numerators = (0..<clusters).map {
      self.numerators[$0] + distance * self.numerators[clusters + $0]
    }
    let half = projectionCount
    let projections = (0..<half).map {
      self.projections[$0] + distance * self.projections[half + $0]
    }
    var triangle = [Double](repeating: 0, count: (clusters + 7) / 8 * 8 * clusters)
    var room = triangle
    unsafe minhbach_wild_triangle(
      clusters, size, numerators, projections, loadings, &triangle, &room)
    return (numerators, triangle)
  }

  /// The statistics of eight replicates as functions of δ.
  func statistics(_ weights: [Double], _ statistics: inout [WildStatistic]) {
    precondition(weights.count == WildReplicates.width * clusters, "the sizes do not match")
    var parts = [Double](repeating: 0, count: 5 * WildReplicates.width)
    var room = [Double](repeating: 0, count: 2 * WildReplicates.width * (size + 8))
    unsafe minhbach_wild_parts(
      clusters, size, numerators, projections, loadings, weights, &parts, &room)
    for lane in statistics.indices {
      statistics[lane] = WildStatistic(
        base: parts[lane], slope: parts[8 + lane],
        square: (parts[16 + lane], parts[24 + lane], parts[32 + lane]))
    }
  }
}

/// The statistic of a replicate as a function of the distance δ of the estimate from the value tested.
struct WildStatistic: Sendable {
  let base: Double
  let slope: Double
  /// The factors of 1, δ and δ² in the squared error.
  let square: (Double, Double, Double)

  /// The statistic of no replicate.
  static let none = WildStatistic(base: 0, slope: 0, square: (0, 0, 0))

  /// t* at a distance; not a number where no error is left.
  func value(at distance: Double) -> Double {
    let variance = square.0 + distance * (square.1 + distance * square.2)
    return (base + distance * slope) / variance.squareRoot()
  }
}

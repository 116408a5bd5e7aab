import LinearAlgebra
public import Statistics
public import Tables

/// How a regression's coefficients are bootstrapped by cluster.
public enum ClusterBootstrap: Sendable, Hashable {
  /// Clusters are drawn with all their rows.
  case pairs
  /// Residuals are multiplied by weights of their cluster, the hypothesis being imposed.
  case wild(WildWeights)
}

/// What a bootstrap says of the coefficients of a regression.
public struct BootstrapInference: Sendable {
  /// One entry per coefficient, in the order of the regression's names.
  public let coefficients: [Coefficient]
  /// The column of the clusters, and how many there are.
  public let clusters: (name: String, count: Int)
  /// The number of replicates.
  public let draws: Int
  /// Whether they are all that there can be.
  public let isEnumerated: Bool
  /// Statistics of each replicate in which the hypotheses hold, those of one replicate side by side.
  public let statistics: [Double]
  /// The sample's statistics to which those belong.
  public let observed: [Double]
  /// What is worth knowing.
  public let notes: [Phrase]

  /// What a bootstrap says of one coefficient.
  public struct Coefficient: Sendable, Hashable {
    public let term: String
    /// The standard deviation of the replicates; nil for the wild bootstrap, which has none.
    public let standardError: Double?
    /// The p-value of the hypothesis that it is zero; nil for pairs.
    public let pValue: Double?
    /// The interval.
    public let low: Double
    public let high: Double
    /// Monte Carlo standard errors of the standard error or the p-value, and of the ends where they are known.
    public let standardErrorError: Double?
    public let pValueError: Double?
    public let lowError: Double?
    public let highError: Double?
  }
}

extension Estimation {
  /// Bootstraps the coefficients by cluster.
  ///
  /// Pairs give standard errors and percentile intervals; the wild bootstrap gives p-values and intervals of
  /// the values not rejected. Time effects are estimated anew in every replicate.
  ///
  /// - Parameters:
  ///   - kind: how.
  ///   - clusters: the column of clusters.
  ///   - draws: how many replicates; the wild bootstrap takes every vector of signs once where these are fewer.
  ///   - replicates: the seed, and the threads.
  ///   - level: the confidence of the intervals.
  /// - Returns: what was found.
  /// - Throws: `errorsNotPossible` where rows have no such clusters, or effects that neither lie within
  ///   clusters nor are one grouping across them.
  public func bootstrap(
    _ kind: ClusterBootstrap, clusters: String, draws: Int, _ replicates: Replicates,
    level: Double = 0.95
  ) throws -> BootstrapInference {
    let rows = try BootstrapRows(self, clusters: clusters)
    return switch kind {
    case .pairs: try pairs(rows, draws, replicates, level)
    case .wild(let weights): try wild(rows, weights, draws, replicates, level)
    }
  }

  private func pairs(
    _ rows: BootstrapRows, _ draws: Int, _ replicates: Replicates, _ level: Double
  ) throws -> BootstrapInference {
    let found = try PairsClusterBootstrap(
      rows.columns, clusters: rows.clusters, unitEffects: rows.nested, otherEffects: rows.crossing,
      weights: rows.weights, threads: replicates.threads
    ).draws(draws, replicates, studentised: true)
    let entries = try fit.names.indices.map { number -> BootstrapInference.Coefficient in
      guard let error = found.standardError(of: number),
        let ends = found.interval(of: number, level: level)
      else { throw rows.impossible("hardly any replicate determines the coefficients") }
      return BootstrapInference.Coefficient(
        term: fit.names[number], standardError: error.value, pValue: nil, low: ends.lower.value,
        high: ends.upper.value, standardErrorError: error.error, pValueError: nil,
        lowError: ends.lower.error, highError: ends.upper.error)
    }
    let statistics = found.statistics ?? Matrix(rows: 0, columns: fit.parameterCount)
    return BootstrapInference(
      coefficients: entries, clusters: (rows.clusters.name, rows.clusters.count), draws: draws,
      isEnumerated: false, statistics: statistics.transposed.byColumns,
      observed: zip(found.estimates, found.errors ?? []).map { $0 / $1 }, notes: found.notes)
  }

  private func wild(
    _ rows: BootstrapRows, _ weights: WildWeights, _ draws: Int, _ replicates: Replicates,
    _ level: Double
  ) throws -> BootstrapInference {
    guard
      let bootstrap = try WildClusterBootstrap(
        rows.columns, clusters: rows.clusters, unitEffects: rows.nested,
        otherEffects: rows.crossing, weights: rows.weights, threads: replicates.threads)
    else { throw rows.impossible("the regressors are collinear") }
    var entries: [BootstrapInference.Coefficient] = []
    var statistics: [[Double]] = []
    var observed: [Double] = []
    var notes: [Phrase] = []
    var isEnumerated = false
    for number in fit.names.indices {
      let restriction = fit.names.indices.map { $0 == number ? 1.0 : 0 }
      let test = bootstrap.test(restriction, count: draws, replicates, weights: weights)
      let interval = bootstrap.interval(
        restriction, level: level, count: draws, replicates, weights: weights)
      // The same weights in every test keep the statistics of one replicate together.
      statistics.append(test.statistics)
      observed.append(test.statistic)
      isEnumerated = test.isEnumerated
      notes += test.notes.filter { !notes.contains($0) }
      entries.append(
        BootstrapInference.Coefficient(
          term: fit.names[number], standardError: nil, pValue: test.pValue,
          low: interval?.lower ?? -.infinity, high: interval?.upper ?? .infinity,
          standardErrorError: nil, pValueError: test.monteCarloError, lowError: nil, highError: nil)
      )
    }
    let count = statistics.map(\.count).min() ?? 0
    return BootstrapInference(
      coefficients: entries, clusters: (rows.clusters.name, rows.clusters.count), draws: count,
      isEnumerated: isEnumerated,
      statistics: statistics.contains { $0.count != count }
        ? [] : (0..<count).flatMap { replicate in statistics.map { $0[replicate] } },
      observed: observed, notes: notes)
  }
}

/// A regression's rows as the bootstraps want them.
private struct BootstrapRows {
  /// The regressors kept, an intercept among them, and the response.
  let columns: Matrix
  let clusters: Grouping
  /// Effects that lie within clusters, and effects that cut across them.
  let nested: Grouping?
  let crossing: Grouping?
  let weights: [Double]?

  init(_ estimation: Estimation, clusters name: String) throws {
    let (fit, sample) = (estimation.fit, estimation.sample)
    guard let clusters = fit.grouping(name) else {
      throw RegressionError.errorsNotPossible(
        "by bootstrap", "the rows of this model have no \"\(name)\" to be drawn by")
    }
    let nested = fit.effects.filter { $0.isNested(in: clusters) }
    let crossing = fit.effects.filter { !$0.isNested(in: clusters) }
    // Of effects within clusters the finest takes out what the others do.
    let finest = nested.first { fine in nested.allSatisfy { fine.isNested(in: $0) } }
    guard crossing.count <= 1, nested.isEmpty || finest != nil else {
      throw RegressionError.errorsNotPossible(
        "by bootstrap",
        "effects may lie within clusters, and one grouping may cut across them; here are more")
    }
    self.clusters = clusters
    self.nested = finest
    self.crossing = crossing.first
    if fit.effects.isEmpty {
      // The rows of the model as they are, already times the roots of the weights.
      let fitted = fit.design.times(fit.coefficients)
      let response = zip(fitted, fit.residuals).map { $0 + $1 }
      columns = Matrix(joining: fit.design, Matrix(rows: fit.rowCount, columns: [response]))
      weights = nil
    } else {
      let kept = sample.regressorNames.indices.filter {
        fit.names.contains(sample.regressorNames[$0])
      }
      columns = Matrix(
        rows: sample.rowCount, columns: kept.map { sample.regressors[$0] } + [sample.response])
      weights = sample.weights
    }
  }

  func impossible(_ reason: String) -> RegressionError {
    .errorsNotPossible("by bootstrap", reason)
  }
}

import LinearAlgebra
import Regression
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct WildClusterBootstrapTests {
  /// A regression by plain steps.
  private struct Plain {
    let columns: Matrix
    let equations: NormalEquations
    let coefficients: [Double]
    let residuals: [Double]
    let covariance: Matrix

    init(
      _ columns: Matrix, effects: [Grouping], weights: [Double]?, clusters: Grouping
    ) throws {
      let regressors = columns.columns - 1
      let left = try WithinTransformation(groupings: effects, weights: weights)
        .demeaned(columns).columns
      equations = try #require(
        try NormalEquations(left, regressors: regressors, weights: weights))
      let fit = equations.solution(forColumn: regressors)
      self.columns = left
      coefficients = fit.coefficients
      residuals = fit.residuals
      covariance = ClusterScores(
        left, regressors: regressors, residuals: residuals, weights: weights, clusters: clusters
      ).covariance(inverseGram: equations.inverseGram)
    }

    func estimate(_ restriction: [Double]) -> Double {
      zip(restriction, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func error(_ restriction: [Double]) -> Double {
      var sum = 0.0
      for (row, left) in restriction.enumerated() {
        for (column, right) in restriction.enumerated() {
          sum += left * covariance[row, column] * right
        }
      }
      return sum.squareRoot()
    }

    /// Coefficients under R b = r.
    func restricted(_ restriction: [Double], _ value: Double) -> [Double] {
      let inverse = equations.inverseGram
      let direction = restriction.indices.map { row in
        restriction.indices.reduce(0.0) { $0 + inverse[row, $1] * restriction[$1] }
      }
      let product = zip(restriction, direction).reduce(0) { $0 + $1.0 * $1.1 }
      let distance = estimate(restriction) - value
      return zip(coefficients, direction).map { $0 - $1 * distance / product }
    }
  }

  /// The statistic of one replicate, from responses that are made and regressed.
  private func statistic(
    _ panel: ClusteredPanel, _ sample: Plain, _ effects: [Grouping], _ weights: [Double]?,
    _ restriction: [Double], _ value: Double, _ signs: [Int8], imposesNull: Bool
  ) throws -> Double {
    let coefficients =
      imposesNull ? sample.restricted(restriction, value) : sample.coefficients
    let regressors = coefficients.count
    var columns = sample.columns
    for row in 0..<columns.rows {
      let fitted = (0..<regressors).reduce(0.0) { $0 + columns[row, $1] * coefficients[$1] }
      let residual = columns[row, regressors] - fitted
      columns[row, regressors] =
        fitted + residual * Double(signs[Int(panel.clusters.codes[row])])
    }
    let replicate = try Plain(
      columns, effects: effects, weights: weights, clusters: panel.clusters)
    let centre = imposesNull ? value : sample.estimate(restriction)
    return (replicate.estimate(restriction) - centre) / replicate.error(restriction)
  }

  @Test(
    arguments: [true, false],
    [(true, true), (true, false), (false, true), (false, false)])
  func replicatesAreRegressionsOfResponsesWithSignsChanged(
    _ isWeighted: Bool, _ effects: (units: Bool, years: Bool)
  ) throws {
    // Eleven clusters: without effects of years the other of the two ways is taken.
    let panel = ClusteredPanel(seed: 21, clusters: 11)
    let weights = isWeighted ? panel.weights : nil
    let groupings =
      (effects.units ? [panel.units] : []) + (effects.years ? [panel.years] : [])
    let bootstrap = try #require(
      try WildClusterBootstrap(
        panel.columns, clusters: panel.clusters, unitEffects: effects.units ? panel.units : nil,
        otherEffects: effects.years ? panel.years : nil, weights: weights))
    let sample = try Plain(
      panel.columns, effects: groupings, weights: weights, clusters: panel.clusters)
    var random = SplitMix64(seed: 22)
    let signs = (0..<11).map { _ in
      (0..<11).map { _ -> Int8 in Bool.random(using: &random) ? 1 : -1 }
    }
    let restriction = [1, -0.5]
    for imposesNull in [true, false] {
      let test = bootstrap.test(
        restriction, equals: 0.25, signs: signs.flatMap { $0 }, imposesNull: imposesNull)
      let statistics = test.statistics
      #expect(statistics.count == 11)
      let expected = (sample.estimate(restriction) - 0.25) / sample.error(restriction)
      // Products are not refined, and a statistic divides by an error of a tenth or so.
      #expect(abs(test.statistic - expected) < 1e-11)
      for (signs, found) in zip(signs, statistics) {
        let expected = try statistic(
          panel, sample, groupings, weights, restriction, 0.25, signs, imposesNull: imposesNull)
        #expect(abs(found - expected) < 1e-10 * max(1, abs(expected)))
      }
    }
  }

  private func bootstrap(seed: UInt64, clusters: Int) throws -> WildClusterBootstrap {
    let panel = ClusteredPanel(seed: seed, clusters: clusters)
    return try #require(
      try WildClusterBootstrap(
        panel.columns, clusters: panel.clusters, unitEffects: panel.units,
        otherEffects: panel.years))
  }

  @Test func fewClustersAreEnumerated() throws {
    let bootstrap = try bootstrap(seed: 23, clusters: 5)
    let test = bootstrap.test([1, 0], count: 32, Replicates(seed: 1))
    #expect(test.isEnumerated && test.statistics.count == 32)
    #expect(test.notes.texts == ["All 32 sign vectors are enumerated, none is drawn."])
    #expect(test.monteCarloError == 0)
    // The sample itself and its mirror image are among them.
    #expect(test.extreme >= 2 && test.extreme % 2 == 0)
    #expect(test.probability == Double(test.extreme) / 32)
    // Each vector of signs and its opposite give opposite statistics.
    for number in 0..<16 {
      let pair = test.statistics[number] + test.statistics[31 - number]
      // Statistics of size one to ten.
      #expect(abs(pair) < 1e-11)
    }
    #expect(!bootstrap.test([1, 0], count: 31, Replicates(seed: 1)).isEnumerated)
    #expect(!bootstrap.test([1, 0], count: 32, Replicates(seed: 1), weights: .webb).isEnumerated)
  }

  @Test(arguments: WildWeights.allCases)
  func theNumberOfThreadsChangesNoByte(_ weights: WildWeights) throws {
    let bootstrap = try bootstrap(seed: 24, clusters: 12)
    let one = bootstrap.test(
      [1, 0], count: 1500, Replicates(seed: 3, threads: 1), weights: weights)
    let two = bootstrap.test(
      [1, 0], count: 1500, Replicates(seed: 3, threads: 2), weights: weights)
    #expect(one == two)
    #expect(one.statistics.count == 1500)
    let fewer = bootstrap.test([1, 0], count: 9, Replicates(seed: 3), weights: weights)
    #expect(fewer.statistics == Array(one.statistics.prefix(9)))
  }

  @Test(arguments: WildWeights.allCases, [true, false])
  func theEndsOfAnIntervalAreOnTheEdgeOfRejection(
    _ weights: WildWeights, _ imposesNull: Bool
  ) throws {
    let bootstrap = try bootstrap(seed: 25, clusters: 12)
    func probability(_ value: Double) throws -> Double {
      try #require(
        bootstrap.test(
          [0, 1], equals: value, count: 999, Replicates(seed: 3), weights: weights,
          imposesNull: imposesNull
        ).probability)
    }
    let interval = try #require(
      bootstrap.interval(
        [0, 1], level: 0.9, count: 999, Replicates(seed: 3), weights: weights,
        imposesNull: imposesNull))
    let width = interval.upper - interval.lower
    // Just inside it is not rejected, just outside it is; the distance is far above rounding.
    #expect(try probability(interval.lower + 1e-6 * width) >= 0.1)
    #expect(try probability(interval.upper - 1e-6 * width) >= 0.1)
    #expect(try probability(interval.lower - 1e-6 * width) < 0.1)
    #expect(try probability(interval.upper + 1e-6 * width) < 0.1)
  }

  @Test func tooFewClustersRejectNothing() throws {
    // With three clusters the least share that signs can give is one in four.
    let bootstrap = try bootstrap(seed: 26, clusters: 3)
    let interval = try #require(bootstrap.interval([1, 0], count: 8, Replicates(seed: 1)))
    #expect(interval.isEnumerated)
    #expect(interval.lower == -.infinity && interval.upper == .infinity)
  }

  @Test func noReplicatesHaveNoProbability() throws {
    let bootstrap = try bootstrap(seed: 27, clusters: 6)
    let test = bootstrap.test([1, 0], count: 0, Replicates(seed: 1))
    #expect(test.probability == nil && test.monteCarloError == nil)
    #expect(bootstrap.interval([1, 0], count: 0, Replicates(seed: 1)) == nil)
  }

  @Test func collinearRegressorsAreNotBootstrapped() throws {
    let panel = ClusteredPanel(seed: 28)
    let columns = Matrix(
      rows: panel.columns.rows,
      columns: [panel.columns.column(0), panel.columns.column(0), panel.columns.column(2)])
    let bootstrap = try WildClusterBootstrap(
      columns, clusters: panel.clusters, unitEffects: panel.units)
    #expect(bootstrap == nil)
  }
}

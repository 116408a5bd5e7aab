import LinearAlgebra
import Regression
import Statistics
import TestSupport
import Testing

@Suite struct PrincipalComponentsTests {
  /// Reference values: `Reference/regularised/components.R`, prcomp of R 4.2.2.
  @Test(arguments: [true, false])
  func componentsAgreeWithR(_ isScaled: Bool) throws {
    let sample = try PenalisedReference.sample()
    let result = try PrincipalComponents(columns: sample.columns, isScaled: isScaled)
    let rows = try PenalisedReference.rows("components.csv").filter {
      $0[0] == (isScaled ? "1" : "0")
    }
    func expected(_ what: String) throws -> [Double] {
      try #require(rows.first { $0[1] == what })[2...].compactMap { Double($0) }
    }
    func isClose(_ one: Double, _ other: Double, _ scale: Double) -> Bool {
      // The smallest variance is 1e-3 of the largest, or 1e-7 where columns are not scaled, and the
      // directions turn by rounding over the distance of two variances.
      abs(one - other) < 1e-11 * scale
    }
    let variances = try expected("variance")
    let (first, last) = (try expected("score1"), try expected("score72"))
    for k in 0..<6 {
      #expect(isClose(result.variances[k], variances[k], variances[0]))
      #expect(isClose(result.scores[0, k], first[k], variances[0].squareRoot()))
      #expect(isClose(result.scores[71, k], last[k], variances[0].squareRoot()))
    }
    for column in 0..<6 {
      let direction = try expected("direction\(column + 1)")
      let loading = try expected("loading\(column + 1)")
      for k in 0..<6 {
        #expect(isClose(result.directions[column, k], direction[k], 1))
        #expect(isClose(result.loadings[column, k], loading[k], 1))
      }
    }
  }

  @Test func sharesAddUpAndScoresDoNotMoveTogether() throws {
    let sample = try PenalisedReference.sample()
    let result = try PrincipalComponents(columns: sample.columns)
    // Sums of six numbers below one.
    #expect(abs(result.shares.reduce(0, +) - 1) < 1e-15)
    #expect(abs(result.variances.reduce(0, +) - 6) < 1e-13)
    for i in 0..<6 {
      for j in 0..<i {
        let product = zip(result.scores.column(i), result.scores.column(j)).reduce(0) {
          $0 + $1.0 * $1.1
        }
        #expect(abs(product) < 1e-12)
      }
    }
    // The variance of a column is shared among the components.
    for column in 0..<6 {
      let sum = (0..<6).reduce(0.0) {
        $0 + result.loadings[column, $1] * result.loadings[column, $1]
      }
      #expect(abs(sum - 1) < 1e-14)
    }
    #expect(result.kaiserCount == result.variances.count { $0 > 1 })
  }

  @Test func chanceKeepsNothingOfNoiseAndACommonFactorIsFound() throws {
    var random = Replicates(seed: 4).generator(0)
    let normal = NormalDistribution()
    let noise = (0..<8).map { _ in (0..<100).map { _ in normal.quantile(random.uniform()) } }
    let factor = (0..<100).map { _ in normal.quantile(random.uniform()) }
    let common = noise.map { column in zip(column, factor).map { $0 + $1 } }
    let replicates = Replicates(seed: 1)
    let none = try PrincipalComponents(columns: noise).parallelAnalysis(replicates: replicates)
    let one = try PrincipalComponents(columns: common).parallelAnalysis(replicates: replicates)
    #expect(none.count == 0 && one.count == 1)
    // Kaiser's rule takes noise for components.
    #expect(try PrincipalComponents(columns: noise).kaiserCount >= 3)
  }

  /// The thresholds once more, from samples drawn row by row.
  @Test(arguments: [true, false])
  func drawingCovariancesIsDrawingRows(_ isScaled: Bool) throws {
    let (n, draws) = (12, 4000)
    let replicates = Replicates(seed: 7)
    let first = (0..<n).map { Double($0 * 2 % 7) }
    let second = (0..<n).map { Double($0 * 3 % 7 * 2) }
    let third = (0..<n).map { Double($0 * 4 % 7 * 3) }
    let columns = [first, second, third]
    let result = try PrincipalComponents(columns: columns, isScaled: isScaled)
    let analysis = try result.parallelAnalysis(draws: draws, replicates: replicates)
    let normal = NormalDistribution()
    let found = try replicates.map(10_000..<10_000 + draws) { _, random in
      try PrincipalComponents(
        columns: (0..<3).map { column in
          (0..<n).map { _ in result.deviations[column] * normal.quantile(random.uniform()) }
        }, isScaled: isScaled
      ).variances
    }
    for place in 0..<3 {
      let values = found.map { $0[place] }.sorted()
      let below = values.count { $0 <= analysis.thresholds[place] }
      // Two quantiles of 4000 draws each: a standard error of √2 √(0.05 · 0.95 / 4000) = 0.005.
      #expect(abs(Double(below) / Double(draws) - 0.95) < 0.02)
    }
  }

  @Test func intervalsOfSharesHoldThemAndNoThreadChangesThem() throws {
    let sample = try PenalisedReference.sample()
    let result = try PrincipalComponents(columns: sample.columns)
    let intervals = try [1, 2].map { threads in
      try result.shareIntervals(
        columns: sample.columns, clusters: sample.provinces, draws: 200,
        replicates: Replicates(seed: 1, threads: threads)
      ).intervals
    }
    #expect(intervals[0] == intervals[1])
    #expect(intervals[0][0].contains(result.shares[0]))
    let one = try [1, 2].map {
      try result.parallelAnalysis(draws: 130, replicates: Replicates(seed: 1, threads: $0))
        .thresholds
    }
    #expect(one[0] == one[1])
  }

  @Test func aReplicateThatDrawsEachClusterOnceIsTheSample() throws {
    // With one cluster every replicate is the sample itself.
    let sample = try PenalisedReference.sample()
    let result = try PrincipalComponents(columns: sample.columns)
    let whole = Grouping(name: "all", labels: sample.response.map { _ in "all" })
    let found = try result.shareIntervals(
      columns: sample.columns, clusters: whole, draws: 3, replicates: Replicates(seed: 1))
    for (interval, share) in zip(found.intervals, result.shares) {
      // Eigenvalues of products in place of singular values: an absolute error of rounding.
      #expect(abs(interval.lowerBound - share) < 1e-14 && abs(interval.upperBound - share) < 1e-14)
    }
  }

  @Test func aColumnThatDoesNotVaryHasNoPart() throws {
    let result = try PrincipalComponents(columns: [[1, 2, 4], [0.1, 0.1, 0.1]])
    #expect(result.deviations[1] == 0 && result.loadings[1, 0] == 0)
    // One column: all variance is its own.
    #expect(abs(result.shares[0] - 1) < 1e-15 && result.kaiserCount == 0)
    let none = try PrincipalComponents(columns: [])
    #expect(none.shares.isEmpty && none.kaiserCount == 0)
  }

  @Test func moreColumnsThanRowsHaveNoMoreComponentsThanRows() throws {
    let result = try PrincipalComponents(columns: [[1, 2], [3, 1], [0, 5]])
    #expect(result.variances.count == 2 && abs(result.variances[1]) < 1e-15)
    let analysis = try result.parallelAnalysis(draws: 20, replicates: Replicates(seed: 1))
    #expect(analysis.thresholds.count == 2)
  }

  @Test func faultsOfTheDataAreNamed() {
    #expect(
      message { try PrincipalComponents(columns: [[1, .infinity]]) }
        == "a number is infinite or undefined; leave out the rows that hold it")
    #expect(
      message { try PrincipalComponents(columns: [[1], [2]]) }
        == "1 rows cannot determine 2 coefficients; add rows or drop regressors")
  }
}

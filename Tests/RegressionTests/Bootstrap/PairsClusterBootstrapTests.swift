import LinearAlgebra
import Regression
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct PairsClusterBootstrapTests {
  /// Coefficients and cluster-robust errors of a sample in which clusters are repeated, each copy with
  /// units of its own.
  private func plain(
    _ panel: ClusteredPanel, counts: [UInt8], years: Bool, units: Bool, isWeighted: Bool
  ) throws -> (coefficients: [Double], errors: [Double]) {
    var rows: [Int] = []
    var clusters: [String] = []
    var copies: [String] = []
    for (cluster, count) in counts.enumerated() {
      for copy in 0..<Int(count) {
        for row in 0..<panel.columns.rows where Int(panel.clusters.codes[row]) == cluster {
          rows.append(row)
          clusters.append("\(cluster) \(copy)")
          copies.append("\(panel.units.codes[row]) \(copy)")
        }
      }
    }
    let weights = rows.map { isWeighted ? panel.weights[$0] : 1 }
    let effects =
      (units ? [Grouping(name: "unit", labels: copies)] : [])
      + (years
        ? [Grouping(name: "year", labels: rows.map { "\(panel.years.codes[$0])" })] : [])
    let sample = Matrix(
      rows: rows.count,
      columns: (0..<3).map { column in rows.map { panel.columns[$0, column] } })
    let left = try WithinTransformation(groupings: effects, weights: weights).demeaned(sample)
    let equations = try #require(
      try NormalEquations(left.columns, regressors: 2, weights: weights))
    let fit = equations.solution(forColumn: 2)
    let covariance = ClusterScores(
      left.columns, regressors: 2, residuals: fit.residuals, weights: weights,
      clusters: Grouping(name: "cluster", labels: clusters)
    ).covariance(inverseGram: equations.inverseGram)
    return (fit.coefficients, (0..<2).map { covariance[$0, $0].squareRoot() })
  }

  @Test(arguments: [true, false], [(true, true), (true, false), (false, true), (false, false)])
  func replicatesAreRegressionsOnTheClustersDrawn(
    _ isWeighted: Bool, _ effects: (units: Bool, years: Bool)
  ) throws {
    let panel = ClusteredPanel(seed: 11)
    let bootstrap = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: effects.units ? panel.units : nil,
      otherEffects: effects.years ? panel.years : nil,
      weights: isWeighted ? panel.weights : nil)
    var random = SplitMix64(seed: 12)
    let counts = (0..<11).map { _ in
      var counts = [UInt8](repeating: 0, count: 7)
      for _ in 0..<7 { counts[Int.random(in: 0..<7, using: &random)] += 1 }
      return counts
    }
    let draws = bootstrap.draws(counts: counts.flatMap { $0 }, studentised: true)
    #expect(draws.failed == 0)
    let all = try plain(
      panel, counts: Array(repeating: 1, count: 7), years: effects.years, units: effects.units,
      isWeighted: isWeighted)
    let errors = try #require(draws.errors)
    for place in 0..<2 {
      // Products are not refined: a well conditioned panel loses two or three digits.
      #expect(abs(draws.estimates[place] - all.coefficients[place]) < 1e-12)
      #expect(abs(errors[place] - all.errors[place]) < 1e-12)
    }
    let statistics = try #require(draws.statistics)
    for (replicate, counts) in counts.enumerated() {
      let expected = try plain(
        panel, counts: counts, years: effects.years, units: effects.units, isWeighted: isWeighted)
      for place in 0..<2 {
        #expect(abs(draws.coefficients[replicate, place] - expected.coefficients[place]) < 1e-12)
        let statistic =
          (expected.coefficients[place] - all.coefficients[place]) / expected.errors[place]
        // A statistic divides by an error of a tenth or so.
        #expect(abs(statistics[replicate, place] - statistic) < 1e-9 * max(1, abs(statistic)))
      }
    }
  }

  @Test(arguments: [false, true])
  func aBalancedPanelTakesYearsOutAtOnceToTheSameCoefficients(_ isWeighted: Bool) throws {
    let panel = ClusteredPanel(seed: 18, missing: 0)
    // Weights of clusters leave the effects of years alike in all of them.
    let weights = panel.clusters.codes.map { isWeighted ? Double($0 % 3 + 1) : 1 }
    let bootstrap = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: panel.units,
      otherEffects: panel.years, weights: weights)
    // Errors need the effects among the columns: the general way.
    let atOnce = bootstrap.draws(100, Replicates(seed: 2))
    let general = bootstrap.draws(100, Replicates(seed: 2), studentised: true)
    for column in 0..<2 {
      for row in 0..<100 {
        let difference = atOnce.coefficients[row, column] - general.coefficients[row, column]
        // Neither is refined: three digits are lost.
        #expect(abs(difference) < 1e-12)
      }
      #expect(abs(atOnce.estimates[column] - general.estimates[column]) < 1e-13)
    }
  }

  @Test(arguments: [0, 5])
  func aRegressorOfTheYearsAloneFails(_ missing: Int) throws {
    let panel = ClusteredPanel(seed: 19, missing: missing)
    var columns = panel.columns
    for row in 0..<columns.rows { columns[row, 1] = Double(panel.years.codes[row] % 4) }
    let bootstrap = try PairsClusterBootstrap(
      columns, clusters: panel.clusters, unitEffects: panel.units, otherEffects: panel.years)
    let draws = bootstrap.draws(20, Replicates(seed: 2))
    #expect(draws.failed == 20)
    #expect(draws.estimates.allSatisfy { $0.isNaN })
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    let panel = ClusteredPanel(seed: 13)
    let bootstrap = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: panel.units, otherEffects: panel.years)
    let one = bootstrap.draws(333, Replicates(seed: 5, threads: 1), studentised: true)
    let two = bootstrap.draws(333, Replicates(seed: 5, threads: 2), studentised: true)
    #expect(one == two)
    #expect(one != bootstrap.draws(333, Replicates(seed: 6), studentised: true))
    // More replicates begin with the same ones.
    let fewer = bootstrap.draws(20, Replicates(seed: 5))
    #expect((0..<20).allSatisfy { fewer.coefficients[$0, 0] == one.coefficients[$0, 0] })
  }

  @Test func replicatesWithoutAnswerAreCountedAndLeftOut() throws {
    // The first regressor is not zero in one cluster only.
    let panel = ClusteredPanel(seed: 14)
    var columns = panel.columns
    for row in 0..<columns.rows where panel.clusters.codes[row] > 0 { columns[row, 0] = 0 }
    let bootstrap = try PairsClusterBootstrap(
      columns, clusters: panel.clusters, unitEffects: panel.units)
    let draws = bootstrap.draws(counts: [0, 2, 1, 1, 1, 1, 1] + [1, 0, 2, 1, 1, 1, 1])
    #expect(draws.failed == 1)
    #expect(draws.coefficients.rows == 1)
    #expect(
      draws.notes.texts == [
        "In 1 of 2 replicates the clusters drawn do not determine the coefficients; they are left out."
      ])
  }

  @Test func aYearThatIsNotDrawnIsNoFailure() throws {
    let panel = ClusteredPanel(seed: 15)
    // A year that only the first cluster knows.
    let years = Grouping(
      name: "year",
      labels: zip(panel.clusters.codes, panel.years.codes).map { cluster, year in
        cluster == 0 && year == 5 ? "only" : "\(year)"
      })
    let bootstrap = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: panel.units, otherEffects: years)
    #expect(bootstrap.draws(counts: [0, 2, 1, 1, 1, 1, 1]).failed == 0)
  }

  @Test func noReplicatesHaveNoErrors() throws {
    let panel = ClusteredPanel(seed: 16)
    let draws = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: panel.units
    ).draws(0, Replicates(seed: 1))
    #expect(draws.coefficients.rows == 0)
    #expect(draws.standardError(of: 0) == nil)
    #expect(draws.interval(of: 0) == nil)
    #expect(draws.estimates.count == 2 && draws.estimates.allSatisfy { $0.isFinite })
  }

  @Test func intervalsAreMadeOfTheQuantiles() throws {
    let panel = ClusteredPanel(seed: 17)
    let draws = try PairsClusterBootstrap(
      panel.columns, clusters: panel.clusters, unitEffects: panel.units
    ).draws(2000, Replicates(seed: 1), studentised: true)
    let column = draws.coefficients.column(0)
    let (low, high) = try #require(draws.interval(of: 0, level: 0.9))
    // Half of what is left over is not 0.05 to the last digit, by which the place between two draws is found.
    #expect(low.value == column.quantile((1 - 0.9) / 2))
    #expect(high.value == column.quantile((1 + 0.9) / 2))
    let basic = try #require(draws.interval(of: 0, level: 0.9, method: .basic))
    #expect(basic.lower.value == 2 * draws.estimates[0] - high.value)
    #expect(basic.upper.error == low.error)
    let studentised = try #require(draws.interval(of: 0, level: 0.9, method: .studentised))
    let statistics = try #require(draws.statistics).column(0)
    let error = try #require(draws.errors)[0]
    let quantile = try #require(statistics.quantile(0.95))
    #expect(studentised.lower.value == draws.estimates[0] - error * quantile)
    let deviation = try #require(draws.standardError(of: 0))
    // For normal draws the error of a standard deviation is 1/√2B of it, and the 5 % quantile is
    // found to about 0.047 deviations; these draws are near enough to that for half as much to fail.
    let share = deviation.error / deviation.value * (2.0 * 2000).squareRoot()
    #expect(share > 0.5 && share < 2)
    #expect(low.error / deviation.value > 0.02 && low.error / deviation.value < 0.1)
  }
}

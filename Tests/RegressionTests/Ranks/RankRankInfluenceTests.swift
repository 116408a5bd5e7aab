import LinearAlgebra
import Regression
import TestSupport
import Testing

/// The influence of rows against estimates made again with other weights: no formula is shared.
@Suite struct RankRankInfluenceTests {
  @Test(arguments: RankRankRegression.Form.allCases, [0, 0.5, 1])
  func influenceIsTheDerivativeByEachRowsWeight(
    _ form: RankRankRegression.Form, _ tieWeight: Double
  ) throws {
    for seed in 0..<4 as Range<UInt64> {
      let rows = RankedRows(count: 40, seed: seed)
      let weights = seed.isMultiple(of: 2) ? rows.ones : rows.weights
      let fit = try rows.fit(form, tieWeight: tieWeight, weights: weights)
      #expect(fit.coefficients.count == 8)
      for row in [0, 7, 19, 39] {
        var (higher, lower) = (weights, weights)
        let step = 1e-3 * weights[row]
        higher[row] += step
        lower[row] -= step
        let above = try rows.fit(form, tieWeight: tieWeight, weights: higher)
        let below = try rows.fit(form, tieWeight: tieWeight, weights: lower)
        for place in 0..<8 {
          let change = above.coefficients[place].estimate - below.coefficients[place].estimate
          let derivative = weights[row] * change / (2 * step)
          // A central difference is off by about the square of its step, 1e-6, of what it measures.
          #expect(abs(fit.influence[row, place] - derivative) < 1e-6 * (1 + abs(derivative)))
        }
      }
    }
  }

  @Test func theInfluenceOfAllRowsAddsUpToNothing() throws {
    for seed in 0..<5 as Range<UInt64> {
      let rows = RankedRows(count: 60, seed: seed)
      let fit = try rows.fit(.rankOnRank, tieWeight: 1, weights: rows.weights)
      for place in fit.coefficients.indices {
        // More weight on all rows alike changes nothing; 60 numbers below 1 are rounded.
        #expect(abs(fit.influence.column(place).reduce(0, +)) < 1e-12)
      }
    }
  }

  @Test func aRowTwiceIsARowOfTwiceTheWeight() throws {
    let rows = RankedRows(count: 40, seed: 9)
    let weighted = try rows.fit(
      .rankOnRank, tieWeight: 0.5, weights: (0..<40).map { $0 < 10 ? 2 : 1 },
      clusters: Grouping(name: "row", labels: (0..<40).map(String.init)))
    let order = Array(0..<40) + Array(0..<10)
    let repeated = try rows.taking(order).fit(
      .rankOnRank, tieWeight: 0.5, weights: nil,
      clusters: Grouping(name: "row", labels: order.map(String.init)))
    for place in 0..<8 {
      // The same equations, their sums rounded otherwise.
      let (one, other) = (weighted.coefficients[place], repeated.coefficients[place])
      #expect(abs(one.estimate - other.estimate) < 1e-12)
      #expect(abs(one.standardError - other.standardError) < 1e-12)
    }
  }

  @Test func theOrderOfTheRowsDoesNotMatter() throws {
    let rows = RankedRows(count: 50, seed: 3)
    var random = SplitMix64(seed: 1)
    // The first of each group keeps its place, so that groups keep their order.
    let order = [0, 1] + (2..<50).shuffled(using: &random)
    let fit = try rows.fit(.rankOnRank, tieWeight: 0.5, weights: rows.weights)
    let other = try rows.taking(order).fit(
      .rankOnRank, tieWeight: 0.5, weights: order.map { rows.weights[$0] })
    for place in 0..<8 {
      for (position, row) in order.enumerated() {
        // The same sums in another order.
        #expect(abs(fit.influence[row, place] - other.influence[position, place]) < 1e-12)
      }
    }
  }
}

/// Rows with ties, two covariates, two groups and three years.
private struct RankedRows {
  var response: [Double] = []
  var regressor: [Double] = []
  var covariates: [[Double]] = [[], []]
  var groups: [String] = []
  var years: [String] = []
  var weights: [Double] = []

  var ones: [Double] { weights.map { _ in 1 } }

  init(count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for row in 0..<count {
      let x = Double(Int.random(in: 0..<12, using: &random))
      let first = Double.random(in: -1...1, using: &random) + x / 10
      regressor.append(x)
      covariates[0].append(first)
      covariates[1].append(Double.random(in: -1...1, using: &random))
      response.append((x / 2 + 4 * first + Double.random(in: -4...4, using: &random)).rounded())
      groups.append(row.isMultiple(of: 2) ? "north" : "south")
      years.append("\(Int.random(in: 2017...2019, using: &random))")
      weights.append(Double.random(in: 0.5...2, using: &random))
    }
  }

  func taking(_ order: [Int]) -> RankedRows {
    var rows = self
    rows.response = order.map { response[$0] }
    rows.regressor = order.map { regressor[$0] }
    rows.covariates = covariates.map { column in order.map { column[$0] } }
    rows.groups = order.map { groups[$0] }
    rows.years = order.map { years[$0] }
    rows.weights = order.map { weights[$0] }
    return rows
  }

  func fit(
    _ form: RankRankRegression.Form, tieWeight: Double, weights: [Double]?,
    clusters: Grouping? = nil
  ) throws -> RankRankRegression {
    try RankRankRegression(
      response: response, regressor: regressor,
      covariates: Matrix(rows: response.count, columns: covariates),
      covariateNames: ["first", "second"], form: form,
      within: Grouping(name: "year", labels: years),
      groups: Grouping(name: "region", labels: groups), clusters: clusters, weights: weights,
      tieWeight: tieWeight)
  }
}

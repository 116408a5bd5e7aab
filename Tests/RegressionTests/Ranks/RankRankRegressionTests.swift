import Glibc
import LinearAlgebra
import Regression
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct RankRankRegressionTests {
  private func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Double.random(in: 0..<1, using: &random) }
  }

  @Test(arguments: [4, 5, 20, 333], [0, 0.5, 1])
  func withoutTiesTheSlopeIsSpearmansCorrelation(_ count: Int, _ tieWeight: Double) throws {
    let x = numbers(count, seed: 1)
    let y = zip(x, numbers(count, seed: 2)).map { $0 + $1 }
    let ranking = Ranking(tolerance: 0)
    let squares = zip(ranking.ranks(of: x), ranking.ranks(of: y))
      .reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    let n = Double(count)
    let fit = try RankRankRegression(response: y, regressor: x, tieWeight: tieWeight)
    // One well-conditioned solution in double precision.
    #expect(abs(fit.coefficients[1].estimate - (1 - 6 * squares / (n * (n * n - 1)))) < 1e-14)
    #expect(fit.coefficients.map(\.term) == ["intercept", "slope"])
    #expect(fit.notes.isEmpty == (count >= 20) && fit.independentUnits == count)
  }

  @Test func ascendingFunctionsOfEitherChangeNothing() throws {
    let x = numbers(50, seed: 3)
    let y = zip(x, numbers(50, seed: 4)).map { $0 - 2 * $1 }
    let fit = try RankRankRegression(response: y, regressor: x)
    let other = try RankRankRegression(
      response: y.map { exp($0) }, regressor: x.map { $0 * $0 * $0 - 7 })
    #expect(fit.coefficients == other.coefficients)
    #expect(fit.influence == other.influence)
  }

  @Test func aRankThatRepeatsItselfIsCertain() throws {
    let x = numbers(40, seed: 5)
    for (response, slope) in [(x, 1.0), (x.map { -$0 }, -1)] {
      // Half of itself counts as below a number: only so are ranks from above those from below.
      let fit = try RankRankRegression(response: response, regressor: x, tieWeight: 0.5)
      // Nothing but rounding.
      #expect(abs(fit.coefficients[1].estimate - slope) < 1e-14)
      #expect(fit.coefficients[1].standardError < 1e-14)
    }
  }

  @Test func independenceGivesTheVarianceOneOverN() throws {
    let count = 20_000
    let fit = try RankRankRegression(
      response: numbers(count, seed: 6), regressor: numbers(count, seed: 7))
    // Spearman's correlation of independent rows has the variance 1 / (n − 1). An estimate from 20,000
    // rows is off by one or two per cent.
    let ratio = fit.covariance[1, 1] * Double(count - 1)
    #expect(abs(ratio - 1) < 0.04)
  }

  @Test func groupsHaveTheirOwnSlopesInTheRanksOfAll() throws {
    let x = numbers(60, seed: 8)
    let y = zip(x, numbers(60, seed: 9)).map { $0 + 2 * $1 }
    let groups = Grouping(name: "region", labels: (0..<60).map { $0 % 3 == 0 ? "b" : "a" })
    let fit = try RankRankRegression(response: y, regressor: x, groups: groups)
    let (ranks, responses) = (DistributionRanks(of: x).ranks, DistributionRanks(of: y).ranks)
    for (group, label) in groups.labels.enumerated() {
      let rows = (0..<60).filter { groups.codes[$0] == group }
      let ones = [Double](repeating: 1, count: rows.count)
      let design = Matrix(rows: rows.count, columns: [ones, rows.map { ranks[$0] }])
      let solution = try LeastSquares(design).coefficients(for: rows.map { responses[$0] })
      let own = fit.coefficients[2 * group..<2 * group + 2]
      #expect(own.map(\.estimate) == solution)
      #expect(own.map(\.group) == [label, label])
    }
    // Every row has a place in the ranking of the others, so that slopes of groups move together.
    #expect(fit.covariance[1, 3] != 0)
    let difference = fit.combination([0, 1, 0, -1])
    let variance = fit.covariance[1, 1] + fit.covariance[3, 3] - 2 * fit.covariance[1, 3]
    // Four products, rounded in another order.
    #expect(abs(difference.standardError - variance.squareRoot()) < 1e-14)
  }

  @Test func oneYearIsNoYear() throws {
    let (x, y) = (numbers(30, seed: 10), numbers(30, seed: 11))
    let year = Grouping(name: "year", labels: x.map { _ in "2019" })
    let fit = try RankRankRegression(response: y, regressor: x)
    let within = try RankRankRegression(response: y, regressor: x, within: year)
    #expect(fit.coefficients == within.coefficients && fit.influence == within.influence)
  }

  @Test func theFactorForSmallSamplesCountsClusters() throws {
    let (x, y) = (numbers(30, seed: 17), numbers(30, seed: 18))
    let clusters = Grouping(name: "province", labels: (0..<30).map { "\($0 % 10)" })
    let plain = try RankRankRegression(response: y, regressor: x, clusters: clusters)
    let scaled = try RankRankRegression(
      response: y, regressor: x, clusters: clusters, smallSample: .units)
    #expect(plain.independentUnits == 10)
    #expect(scaled.covariance[1, 1] == 10.0 / 9 * plain.covariance[1, 1])
  }

  @Test func theExpectedRankIsALineWithItsOwnError() throws {
    let x = numbers(80, seed: 12)
    let y = zip(x, numbers(80, seed: 13)).map { $0 + $1 }
    let fit = try RankRankRegression(response: y, regressor: x)
    let expected = fit.expectedResponse(at: 0.25)
    let (intercept, slope) = (fit.coefficients[0].estimate, fit.coefficients[1].estimate)
    // Two numbers below 1 are added.
    #expect(abs(expected.value - (intercept + 0.25 * slope)) < 1e-15)
    let variance = (0..<80).reduce(0.0) { sum, row in
      let influence = fit.influence[row, 0] + 0.25 * fit.influence[row, 1]
      return sum + influence * influence
    }
    // The same sum of squares, multiplied out.
    #expect(abs(expected.standardError - variance.squareRoot()) < 1e-14)
    // The mean rank is (n + 1) / 2n whatever the rows, so that the line is certain there.
    #expect(fit.expectedResponse(at: 81.0 / 160).standardError < 1e-8)
  }

  @Test func covariatesThatSayTheSameAreNamed() throws {
    let (x, y, w) = (numbers(30, seed: 14), numbers(30, seed: 15), numbers(30, seed: 16))
    let fit = try RankRankRegression(
      response: y, regressor: x, covariates: Matrix(rows: 30, columns: [w, w.map { 3 - 2 * $0 }]),
      covariateNames: ["tax", "land"])
    let alone = try RankRankRegression(
      response: y, regressor: x, covariates: Matrix(rows: 30, columns: [w]),
      covariateNames: ["tax"])
    #expect(fit.dropped == ["land"])
    #expect(fit.notes.texts == ["Left out as combinations of those before: land."])
    #expect(fit.coefficients.map(\.term) == ["intercept", "slope", "tax"])
    for (one, other) in zip(fit.coefficients, alone.coefficients) {
      // The same columns are kept; a factorisation of more columns may round otherwise.
      #expect(abs(one.estimate - other.estimate) < 1e-13)
      #expect(abs(one.standardError - other.standardError) < 1e-13)
    }
  }

  @Test func tiesAndRowsByThemselvesAreTold() throws {
    let years = Grouping(name: "year", labels: ["a", "a", "a", "a", "a", "b"])
    let fit = try RankRankRegression(
      response: [1, 2, 3, 5, 4, 6], regressor: [1, 1, 2, 3, 4, 5], within: years, tieWeight: 0.5)
    #expect(
      fit.notes.texts == [
        "There are ties in the regressor: what ties counts as below by 0.5, and other choices give "
          + "other coefficients.",
        "One row is ranked by itself: its rank is the same whatever its value.",
        "Errors rest on 6 independent units and come out small: use the factor m / (m − 1) and "
          + "Student's t with 5 degrees of freedom.",
      ])
  }

  @Test func mistakesNameTheRowAndTheRemedy() {
    let x: [Double] = [1, 2, 3, 4]
    let regions = Grouping(name: "region", labels: ["a", "a", "a", "b"])
    #expect(
      message { try RankRankRegression(response: [], regressor: []) }
        == "0 rows cannot determine 2 coefficients and their errors; add rows or drop covariates")
    #expect(
      message { try RankRankRegression(response: [1], regressor: [1]) }
        == "1 row cannot determine 2 coefficients and their errors; add rows or drop covariates")
    #expect(
      message { try RankRankRegression(response: x, regressor: x, groups: regions) }
        == "1 row of b cannot determine 2 coefficients and their errors; add rows or drop covariates"
    )
    #expect(
      message { try RankRankRegression(response: x, regressor: [1, .nan, 3, 4]) }
        == "row 2 of the regressor is infinite or undefined; leave the row out")
    #expect(
      message { try RankRankRegression(response: x, regressor: x, weights: [1, 1, 0, 1]) }
        == "row 3 has a weight that is not above zero; leave the row out")
    #expect(
      message { try RankRankRegression(response: x, regressor: [5, 5, 5, 5]) }
        == "the regressor has one value only, so that there is no slope; choose another regressor")
    let province = Grouping(name: "province", labels: ["a", "a", "a", "a"])
    #expect(
      message { try RankRankRegression(response: x, regressor: x, clusters: province) }
        == "all rows are in one province, which tells nothing of how they vary; add others or leave "
        + "out clusters")
    let years = (1...8).map { Double($0 * $0 % 7) }
    let provinces = Grouping(name: "province", labels: (0..<8).map { $0 < 4 ? "a" : "b" })
    #expect(
      message {
        try RankRankRegression(
          response: years, regressor: years, groups: provinces, clusters: provinces)
      }
        == "all rows of a are in one province, which tells nothing of how they vary; join groups or "
        + "leave out clusters")
  }
}

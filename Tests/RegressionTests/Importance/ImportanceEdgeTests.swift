import LinearAlgebra
import Regression
import Tables
import TestSupport
import Testing

@Suite struct ImportanceEdgeTests {
  /// Shares of R² below one, from a few hundred products each rounded to 1e-16.
  private static let rounding = 1e-13

  @Test func aRegressorGivenTwiceSharesWithItself() throws {
    let rows = RandomRows(rows: 30, regressors: 4, seed: 1)
    let twice = RandomRows(
      columns: rows.columns + [rows.columns[1].map { 3 - 2 * $0 }], response: rows.response)
    let importance = try RelativeImportance(twice.data())
    #expect(abs(importance.players[1].share - importance.players[4].share) < 1e-12)
    #expect(importance.rank == 4)
    #expect(
      abs(importance.rSquared - (try RelativeImportance(rows.data()).rSquared)) < Self.rounding)
    #expect(
      importance.notes.texts == [
        "x5 is a combination of x2: their shares rest on R², which is unique, but they have no "
          + "coefficients of their own."
      ])
    #expect(importance.players.map { $0.squaredBeta == nil } == [false, true, false, false, true])
    // The twin explains all that each would add.
    #expect(abs(importance.players[4].last) < Self.rounding)
  }

  @Test func combinationsAreNamedWithWhatTheyCombine() throws {
    let rows = RandomRows(rows: 30, regressors: 3, seed: 2)
    let sum = zip(rows.columns[0], rows.columns[2]).map { $0 - 5 * $1 }
    let importance = try RelativeImportance(
      RandomRows(columns: rows.columns + [sum], response: rows.response).data())
    #expect(importance.notes.count == 1)
    #expect(importance.notes.texts.first?.hasPrefix("x4 is a combination of x1, x3: ") == true)
    let expected = try RandomRows(columns: rows.columns + [sum], response: rows.response)
      .sharesOverAllOrders(of: [[0], [1], [2], [3]], beside: [rows.ones])
    for (share, other) in zip(importance.shares, expected) { #expect(abs(share - other) < 1e-11) }
  }

  @Test func aConstantRegressorHasNoShare() throws {
    let rows = RandomRows(rows: 30, regressors: 3, seed: 3)
    // One tenth is no binary fraction: its mean is rounded.
    let constant = RandomRows(
      columns: [Array(repeating: 0.1, count: 30)] + rows.columns, response: rows.response)
    let importance = try RelativeImportance(constant.data())
    #expect(importance.players[0].share == 0 && importance.players[0].first == 0)
    #expect(importance.players[0].squaredBeta == nil)
    #expect(
      importance.notes.texts == [
        "x1 does not vary, or is explained by what every model holds: its share is zero."
      ])
    let expected = try RelativeImportance(rows.data()).shares
    for (share, other) in zip(importance.shares.dropFirst(), expected) {
      #expect(abs(share - other) < Self.rounding)
    }
  }

  @Test func noRegressorsExplainNothing() throws {
    let importance = try RelativeImportance(RandomRows(rows: 5, regressors: 0, seed: 4).data())
    #expect(importance.players.isEmpty && importance.rSquared == 0 && importance.rank == 0)
  }

  @Test func oneRegressorHasAllThereIs() throws {
    let importance = try RelativeImportance(RandomRows(rows: 9, regressors: 1, seed: 5).data())
    let player = try #require(importance.players.first)
    for measure in [player.share, player.first, player.last, player.squaredBeta, player.pratt] {
      #expect(abs(try #require(measure) - importance.rSquared) < Self.rounding)
    }
  }

  @Test func asManyCoefficientsAsRowsExplainAll() throws {
    let importance = try RelativeImportance(RandomRows(rows: 4, regressors: 3, seed: 6).data())
    // Nearly collinear in so few rows: κ² near 1e3 costs three digits.
    #expect(abs(importance.rSquared - 1) < 1e-12)
    #expect(
      importance.notes.texts == [
        "There are as many coefficients as rows: R² is 1 whatever the figures are."
      ])
    let more = try RelativeImportance(RandomRows(rows: 4, regressors: 6, seed: 6).data())
    #expect(abs(more.shares.reduce(0, +) - 1) < 1e-12 && more.rank == 3)
  }

  @Test func faultsOfTheFiguresAreNamed() {
    let rows = RandomRows(rows: 6, regressors: 2, seed: 7)
    #expect(
      message { try RelativeImportance(RandomRows(columns: [[]], response: []).data()) }
        == "there is no row with every figure; leave out regressors with many gaps")
    #expect(
      message {
        try RelativeImportance(
          RandomRows(columns: rows.columns, response: Array(repeating: 0.1, count: 6)).data())
      }
        == "the response does not vary beyond the intercept or effects, so that R² is undefined; "
        + "choose another response, or fewer effects")
    #expect(
      message { try RandomRows(columns: [[1, .infinity]], response: [1, 2]).data() }
        == "x1, row 2: the number is infinite or undefined; leave the row out")
    #expect(
      message { try RandomRows(columns: [[1, 3]], response: [.nan, 2]).data() }
        == "the response, row 1: the number is infinite or undefined; leave the row out")
    #expect(
      message { try rows.data(weights: [1, 1, 1, -1, 1, 1]) }
        == "row 4: a weight must be zero or more; leave the row out")
    #expect(
      message { try rows.data(groups: [RegressorGroup(name: "g", members: ["x1", "x9"])]) }
        == "the group g names x9, which is no regressor or is in two groups; name each once")
    #expect(
      message { try RandomRows(rows: 30, regressors: 21, seed: 8).data() }
        == "21 regressors or groups have too many combinations; join some in groups, to 20 at most")
  }

  @Test func twentyFiveRegressorsInGroupsAreTwenty() throws {
    let rows = RandomRows(rows: 60, regressors: 25, seed: 9)
    let group = RegressorGroup(name: "six", members: (1...6).map { "x\($0)" })
    let importance = try RelativeImportance(rows.data(groups: [group]))
    #expect(importance.players.count == 20)
    #expect(abs(importance.shares.reduce(0, +) - importance.rSquared) < 1e-12)
  }

  @Test func aMatrixThatIsNoCovarianceIsRefused() {
    let covariance = { (numbers: [[Double]]) in
      message {
        try RelativeImportance(
          covariance: Matrix(rows: numbers.count, columns: numbers),
          names: (1..<numbers.count).map { "x\($0)" })
      }
    }
    #expect(
      covariance([[1, 0.5], [0.4, 1]])
        == "this is no covariance matrix: x1 and the response have two different covariances; compute "
        + "it anew from complete rows")
    #expect(
      covariance([[-1, 0], [0, 1]])
        == "this is no covariance matrix: the variance of x1 is negative; compute it anew from "
        + "complete rows")
    #expect(
      covariance([[1, 2], [2, 1]])
        == "this is no covariance matrix: x1 and the response are correlated by more than one; "
        + "compute it anew from complete rows")
    #expect(
      covariance([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]])
        == "this is no covariance matrix: a combination of its columns has a negative variance; "
        + "compute it anew from complete rows")
  }
}

import LinearAlgebra
import Regression
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct ImportanceBootstrapTests {
  /// Sums of products of a draw are the same sums in another order.
  private static let rounding = 1e-12

  @Test func aDrawIsTheRegressionOfItsRows() throws {
    let rows = RandomRows(rows: 25, regressors: 5, seed: 1)
    let samples: [[Int32]] = [
      (0..<25).map { $0 }, (0..<25).map { $0 * 7 % 25 / 2 }, [0, 3, 3, 4, 9, 12, 20, 21],
    ]
    let bootstrap = try ImportanceBootstrap(rows.data(), samples: samples)
    for (draw, sample) in samples.enumerated() {
      let drawn = RandomRows(
        columns: rows.columns.map { column in sample.map { column[Int($0)] } },
        response: sample.map { rows.response[Int($0)] })
      let expected = try RelativeImportance(drawn.data())
      #expect(abs(bootstrap.rSquared[draw] - expected.rSquared) < Self.rounding)
      for (share, other) in zip(bootstrap.shares[draw], expected.shares) {
        #expect(abs(share - other) < Self.rounding)
      }
    }
    #expect(bootstrap.clusters == nil && bootstrap.clusterCount == 25)
  }

  @Test func aDrawOfClustersHasAllTheirRows() throws {
    let panel = PanelRows(units: 6, periods: 5, regressors: 3, seed: 10, isBalanced: false)
    let sample: [Int32] = [4, 0, 4, 2, 1, 1]
    let places = sample.flatMap { unit in
      panel.units.codes.indices.filter { panel.units.codes[$0] == unit }
    }
    let drawn = panel.selecting(places)
    // Period effects without those of units, and neither of them.
    let commons: [(CommonTerms, CommonTerms)] = [
      (.intercept, .intercept), (.none, .none), (.periods(panel.periods), .periods(drawn.periods)),
    ]
    for (common, commonDrawn) in commons {
      let bootstrap = try ImportanceBootstrap(
        panel.rows.data(common: common), clusters: panel.units, samples: [sample])
      let expected = try RelativeImportance(drawn.rows.data(common: commonDrawn))
      for (share, other) in zip(bootstrap.shares[0], expected.shares) {
        #expect(abs(share - other) < Self.rounding)
      }
    }
  }

  @Test(arguments: [true, false])
  func aDrawOfUnitsIsThePanelOfItsUnits(isBalanced: Bool) throws {
    let panel = PanelRows(units: 8, periods: 5, regressors: 3, seed: 2, isBalanced: isBalanced)
    let samples: [[Int32]] = [[0, 1, 2, 3, 4, 5, 6, 7], [5, 5, 5, 1, 0, 7, 7, 2], [3, 4, 3, 4]]
    let bootstrap = try ImportanceBootstrap(panel.rows.data(common: panel.common), samples: samples)
    #expect(bootstrap.clusters == "unit")
    for (draw, sample) in samples.enumerated() {
      var (places, copies): ([Int], [Int]) = ([], [])
      for (copy, unit) in sample.enumerated() {
        for row in panel.units.codes.indices where panel.units.codes[row] == unit {
          places.append(row)
          copies.append(copy)
        }
      }
      let drawn = panel.selecting(places, copies: copies)
      let expected = try RelativeImportance(drawn.rows.data(common: drawn.common))
      for (share, other) in zip(bootstrap.shares[draw], expected.shares) {
        #expect(abs(share - other) < Self.rounding)
      }
    }
  }

  @Test func periodsThatNoneDrawnHasAreNoTrouble() throws {
    let panel = PanelRows(units: 6, periods: 4, regressors: 2, seed: 3, isBalanced: true)
    // The last period is of the last unit alone.
    let kept = panel.rows.response.indices.filter {
      panel.periods.codes[$0] != 3 || panel.units.codes[$0] == 5
    }
    let less = panel.selecting(kept)
    let bootstrap = try ImportanceBootstrap(
      less.rows.data(common: less.common), samples: [[0, 1, 2, 3, 4, 4]])
    let drawn = panel.selecting(
      [0, 1, 2, 3, 4, 4].enumerated().flatMap { copy, unit in (0..<3).map { unit * 4 + $0 } },
      copies: (0..<18).map { $0 / 3 })
    let expected = try RelativeImportance(drawn.rows.data(common: drawn.common))
    for (share, other) in zip(bootstrap.shares[0], expected.shares) {
      #expect(abs(share - other) < Self.rounding)
    }
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    let data = try RandomRows(rows: 60, regressors: 6, seed: 4).data()
    let runs = try [1, 2, 3].map { threads in
      try ImportanceBootstrap(
        data, draws: 200, replicates: Replicates(seed: 5, threads: threads)
      ).shares.flatMap { $0.map(\.bitPattern) }
    }
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
    let other = try ImportanceBootstrap(data, draws: 200, replicates: Replicates(seed: 6)).shares
    #expect(other.flatMap { $0.map(\.bitPattern) } != runs[0])
  }

  @Test func drawsAddUpToTheirRSquared() throws {
    let panel = PanelRows(units: 30, periods: 4, regressors: 5, seed: 6, isBalanced: false)
    let bootstrap = try ImportanceBootstrap(
      panel.rows.data(common: panel.common), draws: 300, replicates: Replicates(seed: 1))
    #expect(bootstrap.shares.count == 300 && bootstrap.notes.isEmpty)
    for (shares, rSquared) in zip(bootstrap.shares, bootstrap.rSquared) {
      #expect(abs(shares.reduce(0, +) - rSquared) < Self.rounding)
    }
  }

  @Test func rowsTooManyToKeepAreSummedInPanels() throws {
    // Above 2²³ products: 36,300 rows of 232.
    let few = RandomRows(rows: 363, regressors: 19, seed: 7)
    let places = (0..<36_300).map { $0 % 363 }
    let rows = RandomRows(
      columns: few.columns.map { column in places.map { column[$0] } },
      response: places.map { few.response[$0] })
    let once = (0..<363).map { Int32($0 * 100) }
    let bootstrap = try ImportanceBootstrap(
      rows.data(), samples: [(0..<36_300).map { $0 }, once.map { $0 % 363 + 363 * ($0 % 7) }])
    let expected = try RelativeImportance(few.data()).shares
    for (share, other) in zip(bootstrap.shares[0], expected) {
      #expect(abs(share - other) < Self.rounding)
    }
    let drawn = RandomRows(
      columns: few.columns.map { column in once.map { column[Int($0) % 363] } },
      response: once.map { few.response[Int($0) % 363] })
    for (share, other) in zip(bootstrap.shares[1], try RelativeImportance(drawn.data()).shares) {
      #expect(abs(share - other) < Self.rounding)
    }
  }

  @Test func drawsWithoutAnswerAreCountedAndTold() throws {
    // The response differs in one row, and so does the second regressor in another.
    let rows = RandomRows(
      columns: [[1, 2, 3, 4, 6], [0, 0, 0, 1, 0]], response: [1, 1, 1, 1, 2])
    let bootstrap = try ImportanceBootstrap(
      rows.data(), samples: [[0, 1, 2, 3, 3], [4, 4, 1, 2, 0], [0, 1, 2, 3, 4]])
    #expect(bootstrap.shares.count == 2)
    #expect(bootstrap.undefinedDraws == 1 && bootstrap.deficientDraws == 1)
    #expect(bootstrap.shares[0][1] == 0)
    #expect(
      bootstrap.notes.texts == [
        "1 of 3 draws left out: the response does not vary in them.",
        "In 1 of 3 draws a regressor does not vary or is a combination of others, which it is not in "
          + "the rows themselves.",
        "5 rows are few to draw from: the intervals may be too narrow.",
      ])
    #expect(
      message { try ImportanceBootstrap(rows.data(), samples: [[0, 1], [2]]) }
        == "in none of 2 draws does the response vary; there are too few rows to draw from")
  }

  @Test func clustersMustHoldWholeUnits() throws {
    let panel = PanelRows(units: 4, periods: 3, regressors: 1, seed: 8, isBalanced: true)
    let split = Grouping(name: "region", labels: (0..<12).map { "\($0 / 5)" })
    #expect(
      message {
        try ImportanceBootstrap(
          panel.rows.data(common: panel.common), clusters: split, draws: 2,
          replicates: Replicates(seed: 1))
      }
        == "u1 is in more than one region, so that its effect cannot be drawn with them; "
        + "let clusters hold whole units")
    let one = Grouping(name: "country", labels: Array(repeating: "one", count: 12))
    #expect(
      message {
        try ImportanceBootstrap(
          panel.rows.data(), clusters: one, draws: 2, replicates: Replicates(seed: 1))
      } == "1 cluster cannot be drawn from; a bootstrap needs two at least")
    let regions = Grouping(name: "region", labels: (0..<12).map { "\($0 / 6)" })
    let bootstrap = try ImportanceBootstrap(
      panel.rows.data(common: panel.common), clusters: regions, draws: 2,
      replicates: Replicates(seed: 1))
    #expect(bootstrap.clusters == "region" && bootstrap.clusterCount == 2)
  }

  @Test func rowsWithoutWeightAreNotDrawn() throws {
    let rows = RandomRows(rows: 12, regressors: 2, seed: 9)
    let weights = (0..<12).map { $0 % 3 == 0 ? 0.0 : 1 }
    let kept = (0..<12).filter { $0 % 3 != 0 }
    let less = RandomRows(
      columns: rows.columns.map { column in kept.map { column[$0] } },
      response: kept.map { rows.response[$0] })
    let replicates = Replicates(seed: 3)
    let (some, expected) = try (
      ImportanceBootstrap(rows.data(weights: weights), draws: 20, replicates: replicates),
      ImportanceBootstrap(less.data(), draws: 20, replicates: replicates)
    )
    #expect(some.shares == expected.shares && some.clusterCount == 8)
  }
}

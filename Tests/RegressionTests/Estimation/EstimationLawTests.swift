import Regression
import Tables
import TestSupport
import Testing

/// What must hold between models and kinds of errors, whatever the figures.
@Suite struct EstimationLawTests {
  /// A panel made by chance, in which each unit and each time has a level of its own.
  private static func panel(seed: UInt64, units: Int, times: Int) -> String {
    var random = SplitMix64(seed: seed)
    var text = "who,year,row,y,x,z\n"
    for unit in 0..<units {
      let level = Double.random(in: -3...3, using: &random)
      for time in 0..<times {
        let x = level + Double.random(in: -1...1, using: &random)
        let z = Double(time) + Double.random(in: -1...1, using: &random)
        let y = 2 * x - z + 3 * level + Double.random(in: -1...1, using: &random)
        text += "u\(unit),\(2000 + time),\(unit * times + time),\(y),\(x),\(z)\n"
      }
    }
    return text
  }

  private static func fit(
    _ text: String, model: Specification.Model = .pooled, effects: [String] = [],
    clusters: [String] = [], hasIntercept: Bool = true
  ) throws -> LinearFit {
    try estimation(
      text, model: model, effects: effects, clusters: clusters, hasIntercept: hasIntercept
    ).fit
  }

  private static func estimation(
    _ text: String, model: Specification.Model = .pooled, effects: [String] = [],
    clusters: [String] = [], hasIntercept: Bool = true
  ) throws -> Estimation {
    try Estimation(
      Specification(
        response: .column("y"), regressors: [.column("x"), .column("z")], model: model,
        hasIntercept: hasIntercept, effects: effects, clusters: clusters),
      of: Observations(csv: text, unit: "who", time: "year"))
  }

  /// Compares the slopes of two regressions, and their errors.
  private static func expectEqual(
    _ one: LinearFit, _ other: LinearFit, errors: ErrorKind, smallSample: SmallSample,
    tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (a, b) = (
      one.estimates(try one.covariance(errors, smallSample: smallSample)),
      other.estimates(try other.covariance(errors, smallSample: smallSample))
    )
    for term in ["x", "z"] {
      let first = try #require(a.first { $0.term == term })
      let second = try #require(b.first { $0.term == term })
      #expect(
        abs(first.estimate / second.estimate - 1) < tolerance, sourceLocation: sourceLocation)
      #expect(
        abs(first.standardError / second.standardError - 1) < tolerance,
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [1, 2, 3])
  func ofTwoTimesChangesAreTwoWayEffects(_ seed: UInt64) throws {
    let text = Self.panel(seed: seed, units: 12, times: 2)
    let changes = try Self.fit(text, model: .firstDifference)
    let effects = try Self.fit(text, effects: ["who", "year"])
    #expect(changes.residualDegreesOfFreedom == effects.residualDegreesOfFreedom)
    // Both halves of the sums; a well conditioned panel loses two or three digits to levels.
    try Self.expectEqual(
      changes, effects, errors: .classical, smallSample: .fixest, tolerance: 1e-12)
    try Self.expectEqual(
      changes, effects, errors: .cluster(["who"]), smallSample: .none, tolerance: 1e-12)
    // Without the common change they are the effects of units alone.
    try Self.expectEqual(
      Self.fit(text, model: .firstDifference, hasIntercept: false), Self.fit(text, model: .within),
      errors: .classical, smallSample: .fixest, tolerance: 1e-12)
  }

  @Test(arguments: [[], ["who"], ["who", "year"]])
  func clustersOfSingleRowsAreNone(_ effects: [String]) throws {
    let fit = try Self.fit(
      Self.panel(seed: 4, units: 9, times: 4), effects: effects, clusters: ["row"])
    let single = try fit.covariance(.cluster(["row"]), smallSample: .none)
    let white = try fit.covariance(.heteroskedastic(.hc0), smallSample: .none)
    for (one, other) in zip(single.standardErrors, white.standardErrors) {
      // The same squares added up in two ways.
      #expect(abs(one / other - 1) < 1e-13)
    }
  }

  @Test(arguments: [[], ["who"], ["who", "year"]])
  func leverageMakesErrorsLargerInItsOrder(_ effects: [String]) throws {
    let fit = try Self.fit(Self.panel(seed: 5, units: 9, times: 4), effects: effects)
    let errors = try [ErrorKind.Leverage.hc0, .hc2, .hc3].map {
      try fit.covariance(.heteroskedastic($0), smallSample: .none).standardErrors
    }
    for number in fit.names.indices {
      #expect(errors[0][number] < errors[1][number] && errors[1][number] < errors[2][number])
    }
  }

  @Test func randomEffectsLieBetweenPooledAndWithin() throws {
    let text = Self.panel(seed: 6, units: 15, times: 5)
    let random = try Self.estimation(text, model: .random)
    let effects = try #require(random.randomEffects)
    #expect(effects.effectVariance > 0 && !effects.isClamped)
    // One share for all, since all units have five rows.
    let expected =
      1
      - (effects.errorVariance / (effects.errorVariance + 5 * effects.effectVariance)).squareRoot()
    #expect(effects.shares.allSatisfy { abs($0 - expected) < 1e-15 })
    let (pooled, within) = (try Self.fit(text), try Self.fit(text, model: .within))
    let slopes = try [pooled, random.fit, within].map { try #require($0["x"]) }
    #expect(slopes[0] > slopes[1] && slopes[1] > slopes[2])
  }

  @Test func withoutVarianceBetweenUnitsRandomEffectsArePooled() throws {
    // Six units have the same rows, so that their means do not differ at all; two differ little.
    var text = "who,year,y,x,z\n"
    for unit in 0..<6 {
      for (year, row) in ["3,1,2", "1,4,3", "6,2,7", "2,5,1"].enumerated() {
        text += "u\(unit),\(year),\(row)\n"
      }
    }
    text += "v,1,3,2,2\nv,2,4,4,3\nv,3,2,3,3\nv,4,3,3,5\n"
    text += "w,1,3,1,4\nw,2,1,2,3\nw,3,4,6,3\nw,4,4,4,4\n"
    let random = try Self.estimation(text, model: .random)
    let effects = try #require(random.randomEffects)
    #expect(effects.isClamped && effects.effectVariance == 0)
    #expect(
      random.fit.notes.texts == [
        "The variance between units came out below zero and is taken as zero: the pooled model."
      ])
    try Self.expectEqual(
      random.fit, Self.fit(text), errors: .classical, smallSample: .fixest, tolerance: 1e-13)
  }

  @Test func betweenIsTheRegressionOfMeans() throws {
    let text = Self.panel(seed: 7, units: 10, times: 4)
    let sample = try Observations(csv: text, unit: "who", time: "year").sample("y", "x,z")
    let unit = try #require(sample.unit)
    var means = "who,year,y,x,z\n"
    for number in 0..<unit.count {
      let rows = sample.rows.indices.filter { Int(unit.codes[$0]) == number }
      let columns = [sample.response] + sample.regressors
      let cells = columns.map { column in
        "\(rows.reduce(0) { $0 + column[$1] } / Double(rows.count))"
      }
      means += "u\(number),1,\(cells.joined(separator: ","))\n"
    }
    try Self.expectEqual(
      Self.fit(text, model: .between), Self.fit(means), errors: .classical, smallSample: .fixest,
      tolerance: 1e-13)
  }

  @Test func aRegressionThatFitsExactlyHasNoErrors() throws {
    // Whole numbers, y = 1 + 2 x + 3 z.
    let plane =
      "who,year,y,x,z\nA,1,9,1,2\nA,2,8,2,1\nB,1,22,3,5\nB,2,15,4,2\nC,1,26,5,5\nC,2,6,1,1\n"
    let estimation = try Self.estimation(plane)
    #expect(estimation.fit.coefficients == [1, 2, 3])
    // Coefficients are right to the last digit or two: what they leave is 1e-15 of the response, squared.
    #expect(estimation.fit.residualSquares < 1e-28 * estimation.fit.totalSquares)
    #expect(
      estimation.fit.notes.texts == [
        "Every row is fitted exactly: standard errors and tests are rounding."
      ])
    #expect(estimation.rSquared.model == 1 && estimation.rSquared.overall == 1)
  }
}

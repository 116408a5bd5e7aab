import Regression
import Statistics
import Tables
import TestSupport
import Testing

/// Errors where rows, clusters or units run out.
@Suite struct CovarianceEdgeTests {
  /// 40 rows of 8 units and 5 times, in which errors of both move together and x2 hardly varies.
  private static func panel(scale: Double = 1) -> String {
    var random = SplitMix64(seed: 7)
    var lines = ["u,t,y,x1,x2"]
    let units = (0..<8).map { _ in Double.random(in: -1...1, using: &random) }
    let times = (0..<5).map { _ in Double.random(in: -1...1, using: &random) }
    for u in 0..<8 {
      for t in 0..<5 {
        let x1 = Double.random(in: -1...1, using: &random)
        let x2 = 0.2 * units[u] + times[t]
        let y = x1 + units[u] + times[t] + Double.random(in: -1...1, using: &random)
        lines.append("\(u),\(t),\(y),\(x1 * scale),\(x2)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func estimation(
    _ csv: String, _ regressors: [Term], effects: [String] = [], clusters: [String] = [],
    time: String? = nil
  ) throws -> Estimation {
    try Estimation(
      Specification(
        response: .column("y"), regressors: regressors, effects: effects, clusters: clusters),
      of: Observations(csv: csv, unit: "u", time: time))
  }

  @Test func twoWayErrorsDoNotDependOnTheUnitsOfTheRegressors() throws {
    let terms: [Term] = [.column("x1"), .column("x2")]
    let errors = try [1.0, 1000, 1e-6].map { scale in
      let fit = try Self.estimation(
        Self.panel(scale: scale), terms, clusters: ["u", "t"], time: "t"
      ).fit
      return zip(
        fit.coefficients, try fit.covariance(.cluster(["u", "t"])).standardErrors
      ).map { $0 / $1 }
    }
    for other in errors.dropFirst() {
      for (one, another) in zip(errors[0], other) {
        // Sums of 40 products round differently: 1e-9 of a t.
        #expect(abs(one - another) <= 1e-9 * abs(one))
      }
    }
  }

  @Test func effectsWithinOthersDoNotChangeTheSmallSampleFactor() throws {
    var csv = Self.panel().split(separator: "\n").map(String.init)
    for row in csv.indices {
      csv[row] += row == 0 ? ",g" : ",\((Int(csv[row].prefix(1)) ?? 0) / 2)"
    }
    let text = csv.joined(separator: "\n")
    let factors = try [["u"], ["u", "g"]].map { effects in
      try Self.estimation(
        text, [.column("x1")], effects: effects, clusters: ["g"], time: "t"
      ).fit.covariance(.cluster(["g"])).factor
    }
    #expect(factors[0] == factors[1])
    // 4/3 · 39/(40 − 2): one slope, and one parameter for the effects that lie within clusters.
    #expect(abs(factors[0] - 4.0 / 3 * 39 / 38) < 1e-14)
  }

  @Test func aCoefficientThatOneRowDecidesHasNoRobustError() throws {
    var random = SplitMix64(seed: 3)
    let rows = (0..<12).map { row in
      "\(row),\(Double.random(in: 0...1, using: &random)),\(Double.random(in: 0...1, using: &random)),\(row == 4 ? 1 : 0)"
    }
    let fit = try Self.estimation(
      "u,y,x,s\n" + rows.joined(separator: "\n"), [.column("x"), .column("s")]
    ).fit
    for leverage in [ErrorKind.Leverage.hc2, .hc3] {
      let covariance = try fit.covariance(.heteroskedastic(leverage))
      #expect(covariance.standardErrors[2].isNaN)
      #expect(covariance.standardErrors[1].isFinite)
      #expect(
        covariance.notes.texts == [
          "s: rests on a row that is fitted exactly, whatever it holds; \(leverage) knows no error of it."
        ])
    }
  }

  @Test func theJackknifeRefusesACoefficientThatOneClusterDecides() throws {
    var random = SplitMix64(seed: 5)
    let rows = (0..<12).map { row in
      "\(row / 3),\(Double.random(in: 0...1, using: &random)),\(row < 3 ? 1 : 0)"
    }
    let fit = try Self.estimation(
      "u,y,d\n" + rows.joined(separator: "\n"), [.column("d")], clusters: ["u"]
    ).fit
    #expect(
      message { try fit.covariance(.jackknife("u")) }
        == "standard errors crv3:u: without the rows of \"0\" a coefficient cannot be told; use --bootstrap wild"
    )
  }

  @Test func aRegressorThatVariesByItsRoundingAloneIsConstantWithinEffects() throws {
    let csv =
      "u,y,x\n"
      + (0..<12).map { row in
        "\(row / 3),\(row * row % 7),\(Double(Float(0.1 * Double(row / 3) + 0.3)) + Double(row % 3) * 1e-9)"
      }.joined(separator: "\n")
    #expect(
      message { try Self.estimation(csv, [.column("x")], effects: ["u"]) }
        == "nothing is left to estimate: x does not vary within the effects of u")
  }

  @Test func aResponseThatDoesNotVaryIsTold() throws {
    let fit = try Self.estimation("u,y,x\na,3,1\nb,3,2\nc,3,5\nd,3,4\n", [.column("x")]).fit
    #expect(
      fit.notes.texts == [
        "The response does not vary: coefficients, errors and tests are rounding."
      ])
  }

  @Test func timesInWordsHaveNoOrder() throws {
    #expect(
      message {
        try Self.estimation(
          "u,t,y\na,Jan,1\na,Feb,2\na,Mar,4\n", [.lag(.column("y"), 1)], time: "t")
      }
        == "lag(y): the times of \"t\" are texts such as \"Feb\", whose order is not known; number them, or write "
        + "them alike from the year down, as 2013-04")
  }

  @Test func adjustedPValuesAreNoSmallerThanThoseOfTheTests() throws {
    let estimation = try Self.estimation(
      Self.panel(), [.column("x1"), .column("x2")], effects: ["u"], time: "t")
    let found = try estimation.bootstrap(
      .wild(.rademacher), clusters: "u", draws: 9999, Replicates(seed: 1))
    #expect(found.isEnumerated && found.draws == 256)
    let adjusted = RomanoWolf(
      statistics: found.observed, bootstrap: found.statistics, isEnumerated: found.isEnumerated)
    for (one, coefficient) in zip(adjusted.pValues, found.coefficients) {
      #expect(try one >= #require(coefficient.pValue))
    }
    #expect(adjusted.standardErrors == [0, 0])
  }

  @Test func drawsNeverClaimAPValueOfZero() throws {
    // 40 units of which the slope is 1 and the noise a hundredth: no draw comes near the sample's t.
    var random = SplitMix64(seed: 11)
    let rows = (0..<80).map { row in
      let x = Double.random(in: -1...1, using: &random)
      return "\(row / 2),\(x + 0.01 * Double.random(in: -1...1, using: &random)),\(x)"
    }
    let estimation = try Self.estimation("u,y,x\n" + rows.joined(separator: "\n"), [.column("x")])
    let found = try estimation.bootstrap(
      .wild(.rademacher), clusters: "u", draws: 199, Replicates(seed: 1)
    ).coefficients[1]
    #expect(found.pValue == 1.0 / 200)
    #expect(found.pValueError == (1.0 / 200 * (1 - 1.0 / 200) / 199).squareRoot())
  }
}

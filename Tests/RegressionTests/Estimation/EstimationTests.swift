import Regression
import Statistics
import TestSupport
import Testing

@Suite struct EstimationTests {
  /// Four units of four years, none of whose columns follow from others.
  private static let panel = """
    who,year,g,y,x,z,w
    A,1,p,3.1,1,5,1
    A,2,q,4.7,2,3,2
    A,3,p,5.2,4,4,1.5
    A,4,q,7.9,5,1,1
    B,1,q,2.3,3,2,0.5
    B,2,p,1.1,2,7,1
    B,3,p,6.6,6,6,2.5
    B,4,q,5.8,4,3,1
    C,1,p,9.4,7,8,1
    C,2,q,8.8,8,5,3
    C,3,q,7.3,6,9,1
    C,4,p,9.9,9,2,1
    D,1,q,0.7,1,1,2
    D,2,p,2.2,2,6,1
    D,3,q,1.9,3,4,1
    D,4,p,4.4,5,8,0.25

    """

  private static func estimation(
    _ regressors: String, response: String = "y", model: Specification.Model = .pooled,
    hasIntercept: Bool = true, effects: [String] = [], weights: String? = nil,
    clusters: [String] = [], csv: String = panel
  ) throws -> Estimation {
    try Estimation(
      Specification(
        response: Term(parsing: response), regressors: Term.list(parsing: regressors),
        model: model, hasIntercept: hasIntercept, effects: effects, weights: weights,
        clusters: clusters),
      of: Observations(csv: csv, unit: "who", time: "year"))
  }

  /// The panel with columns that follow from others.
  private static let collinear = {
    let rows = panel.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var text = "who,year,g,y,x,z,w,sum,none,one,unit\n"
    for row in rows.dropFirst() {
      let (x, z) = (Int(row[4]) ?? 0, Int(row[5]) ?? 0)
      let unit = row[0] == "A" ? 3 : row[0] == "B" ? 5 : 8
      text += row.joined(separator: ",") + ",\(2 * x - z),0,1,\(unit)\n"
    }
    return text
  }()

  // MARK: What cannot be told apart

  @Test(
    arguments: [
      ("x,z,sum", [], ["sum is a combination of the regressors before it"]),
      ("sum,x,z", [], ["z is a combination of the regressors before it"]),
      ("x,none", [], ["none is zero in every row"]),
      ("x,one", [], ["one does not vary"]),
      ("unit,x", ["who"], ["unit does not vary within the effects of who"]),
      ("x,one", ["who"], ["one does not vary within the effects of who"]),
      (
        "x,year,unit", ["who", "year"],
        [
          "year does not vary within the effects of who and year",
          "unit does not vary within the effects of who and year",
        ]
      ),
      ("x,x^1,x:one", [], ["x:one is a combination of the regressors before it"]),
      (
        "x,none,z,sum", ["who"],
        ["none is zero in every row", "sum is a combination of the regressors before it"]
      ),
    ] as [(String, [String], [String])])
  func whatIsLeftOutIsNamedWithItsReason(
    _ regressors: String, _ effects: [String], _ expected: [String]
  ) throws {
    let fit = try Self.estimation(regressors, effects: effects, csv: Self.collinear).fit
    #expect(fit.dropped.map { "\($0.name) \($0.reason)" } == expected)
    // What is left is what is found without it.
    let left = fit.names.filter { $0 != "(Intercept)" }.joined(separator: ",")
    let other = try Self.estimation(left, effects: effects, csv: Self.collinear).fit
    #expect(other.dropped.isEmpty && other.names == fit.names)
    for (one, two) in zip(fit.coefficients, other.coefficients) {
      // Coefficients are refined to the last digits; 1e-14 leaves room for a few roundings.
      #expect(abs(one - two) <= 1e-14 * abs(two))
    }
    #expect(fit.residualDegreesOfFreedom == other.residualDegreesOfFreedom)
  }

  @Test func nothingLeftToEstimateIsAnError() {
    #expect(
      message {
        try Self.estimation("unit,none", effects: ["who"], csv: Self.collinear)
      }
        == "nothing is left to estimate: unit does not vary within the effects of who; none is zero "
        + "in every row")
    #expect(
      message { try Self.estimation("", effects: ["who"]) }
        == "nothing is left to estimate: there is no regressor")
    #expect(
      message { try Self.estimation("", hasIntercept: false) }
        == "nothing is left to estimate: there is no regressor")
  }

  // MARK: Sizes

  @Test func anInterceptAloneIsTheMean() throws {
    let fit = try Self.estimation("").fit
    #expect(fit.names == ["(Intercept)"])
    // Sixteen numbers of one decimal: their sum is 81.3.
    #expect(abs(fit.coefficients[0] - 81.3 / 16) < 1e-14)
  }

  @Test func tooFewRowsAreAnError() {
    let text = "who,year,y,x,z\nA,1,1,2,3\nB,1,2,5,4\nC,2,4,4,4\n"
    #expect(
      message { try Self.estimation("x,z", csv: text) }
        == "3 rows cannot determine 3 coefficients; add rows or drop regressors")
    #expect(
      message { try Self.estimation("x", effects: ["who"], csv: text) }
        == "3 rows cannot determine 4 coefficients; add rows or drop regressors")
    #expect(
      message { try Self.estimation("x", model: .between, csv: "who,year,y,x\nA,1,1,2\nA,2,2,5\n") }
        == "1 rows cannot determine 2 coefficients; add rows or drop regressors")
    #expect(
      message { try Self.estimation("", csv: "who,year,y\nA,1,1\n") }
        == "1 rows cannot determine 1 coefficients; add rows or drop regressors")
    #expect(
      message { try Self.estimation("x", csv: "who,year,y,x\n") }
        == "no row can be used: there are none")
    #expect(
      message {
        try Self.estimation("x", model: .firstDifference, csv: "who,year,y,x\nA,1,1,2\nA,3,2,5\n")
      } == #"no row can be used: no "who" has figures of two consecutive times"#)
  }

  @Test(arguments: Specification.Model.allCases)
  func aModelThatNeedsUnitsSaysSo(_ model: Specification.Model) throws {
    let specification = Specification(
      response: .column("y"), regressors: [.column("x")], model: model)
    let told = message {
      try Estimation(specification, of: Observations(csv: Self.panel, time: "year"))
    }
    #expect(
      told
        == (model == .pooled
          ? nil : "the model \(model.rawValue) needs to know the unit: add --unit"))
  }

  @Test func whatDoesNotGoTogetherIsAnError() {
    #expect(
      message { try Self.estimation("x", model: .between, effects: ["year"]) }
        == "--effects: they go with the models pooled and within, not between")
    #expect(
      message { try Self.estimation("x", model: .random, weights: "w") }
        == "--weights: the model random has none")
    #expect(
      message {
        try Self.estimation(
          "x", model: .firstDifference, csv: "who,year,y,x\nA,1,1,2\nB,1,2,5\nA,1,3,1\n")
      } == "A has two rows for 1: rows 2 and 4")
  }

  // MARK: Laws

  @Test func threeEffectsAreThoseOfDummies() throws {
    let within = try Self.estimation("x", effects: ["who", "year", "g"]).fit
    let dummies = try Self.estimation("x,factor(who),factor(year),factor(g)").fit
    // Three units, three years and one group beside the first ones, and the mean.
    #expect(within.absorbedCount == 8)
    #expect(within.residualDegreesOfFreedom == dummies.residualDegreesOfFreedom)
    let (one, other) = (try #require(within["x"]), try #require(dummies["x"]))
    // Effects that cross are taken out until changes are below 1e-12 or so of the column's length.
    #expect(abs(one - other) < 1e-11 * abs(other))
    #expect(abs(within.residualSquares / dummies.residualSquares - 1) < 1e-11)
    let errors = [within, dummies].map { fit -> Double in
      let place = fit.names.firstIndex(of: "x") ?? 0
      return (try? fit.covariance(.classical).standardErrors[place]) ?? .nan
    }
    #expect(abs(errors[0] / errors[1] - 1) < 1e-11)
  }

  @Test func withinWithoutEffectsIsWithinUnits() throws {
    let one = try Self.estimation("x,z", model: .within).fit
    let other = try Self.estimation("x,z", effects: ["who"]).fit
    #expect(one.coefficients == other.coefficients && one.absorbedCount == 4)
  }

  @Test(arguments: [[], ["who"], ["who", "year"]])
  func theScaleOfWeightsDoesNotMatter(_ effects: [String]) throws {
    func fit(_ factor: Double) throws -> LinearFit {
      let rows = Self.panel.split(separator: "\n").map { $0.split(separator: ",") }
      var text = rows[0].joined(separator: ",") + "\n"
      for row in rows.dropFirst() {
        let weight = (Double(row[6]) ?? .nan) * factor
        text += row.dropLast().joined(separator: ",") + ",\(weight)\n"
      }
      return try Self.estimation("x,z", effects: effects, weights: "w", csv: text).fit
    }
    let (one, four, third) = (try fit(1), try fit(4), try fit(1.0 / 3))
    // The roots of weights times four are exact.
    #expect(one.coefficients == four.coefficients)
    for kind in [ErrorKind.classical, .heteroskedastic(.hc3), .cluster(["who"])] {
      let errors = try [one, four, third].map { try $0.covariance(kind).standardErrors }
      for number in errors[0].indices {
        // A root, two products and a sum of sixteen squares are rounded.
        #expect(abs(errors[1][number] / errors[0][number] - 1) < 1e-14)
        #expect(abs(errors[2][number] / errors[0][number] - 1) < 1e-13)
      }
    }
    for (value, other) in zip(third.coefficients, one.coefficients) {
      #expect(abs(value / other - 1) < 1e-13)
    }
  }

  @Test(
    arguments: [
      (.pooled, []), (.pooled, ["who", "year"]), (.pooled, ["who", "year", "g"]), (.between, []),
      (.firstDifference, []), (.random, []),
    ] as [(Specification.Model, [String])])
  func theOrderOfRowsDoesNotMatter(_ model: Specification.Model, _ effects: [String]) throws {
    let lines = Self.panel.split(separator: "\n")
    var random = SplitMix64(seed: 51)
    let shuffled = ([lines[0]] + lines.dropFirst().shuffled(using: &random))
      .joined(separator: "\n")
    let one = try Self.estimation("x,z", model: model, effects: effects).fit
    let other = try Self.estimation("x,z", model: model, effects: effects, csv: shuffled).fit
    #expect(one.names == other.names)
    // Sums of sixteen numbers in another order; three effects end as near as they are told to.
    let tolerance = effects.count > 2 ? 1e-11 : 1e-13
    for (a, b) in zip(one.coefficients, other.coefficients) {
      #expect(abs(a / b - 1) < tolerance)
    }
    for kind in [ErrorKind.heteroskedastic(.hc1), .cluster(["who"])] {
      let errors = try [one, other].map { try $0.covariance(kind).standardErrors }
      for (a, b) in zip(errors[0], errors[1]) { #expect(abs(a / b - 1) < tolerance * 10) }
    }
  }

  @Test func addingToTheResponseAddsToTheCoefficients() throws {
    let base = try Self.estimation("x,z", effects: ["who"]).fit
    let rows = Self.panel.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var text = rows[0].joined(separator: ",") + "\n"
    for var row in rows.dropFirst() {
      row[3] = "\((Double(row[3]) ?? .nan) + 2 * (Double(row[4]) ?? .nan))"
      text += row.joined(separator: ",") + "\n"
    }
    let changed = try Self.estimation("x,z", effects: ["who"], csv: text).fit
    // The response is rounded anew.
    #expect(abs(changed.coefficients[0] - base.coefficients[0] - 2) < 1e-13)
    #expect(abs(changed.coefficients[1] - base.coefficients[1]) < 1e-13)
  }

  // MARK: Predictions

  /// The panel with a row whose response is missing, a row of a unit nobody knows, and one without x.
  private static let open =
    panel + "A,5,p,NA,6,5,1\nE,1,p,NA,2,2,1\nA,6,p,2,NA,1,1\n"

  @Test func aRowWithoutResponseIsForetold() throws {
    let text = Self.open
    let estimation = try Self.estimation("x,z", effects: ["who"], csv: text)
    let predictions = try estimation.predictions(
      of: Observations(csv: text, unit: "who", time: "year"))
    // Nothing is known of the effect of E, nor of the x of the last row.
    #expect(predictions.map(\.row) == Array(0...16))
    let last = try #require(predictions.last)
    #expect(last.residual == nil && last.leverage == nil)
    #expect(last.low < last.meanLow && last.meanHigh < last.high)
    // What a dummy for each unit says of it.
    let dummies = try Self.estimation("x,z,factor(who)", csv: text)
    let other = try #require(
      try dummies.predictions(of: Observations(csv: text, unit: "who", time: "year"))
        .first { $0.row == 16 })
    // Two refined solutions of one regression.
    #expect(abs(last.expected - other.expected) < 1e-13)
    #expect(abs(last.standardError / other.standardError - 1) < 1e-12)
    #expect(abs(last.low - other.low) < 1e-12 && abs(last.high - other.high) < 1e-12)
  }

  @Test func residualsOfPredictionsAreThoseOfTheFit() throws {
    let estimation = try Self.estimation("x,z", effects: ["who", "year"])
    let predictions = try estimation.predictions(
      of: Observations(csv: Self.panel, unit: "who", time: "year"))
    let squares = predictions.compactMap(\.residual).reduce(0) { $0 + $1 * $1 }
    #expect(abs(squares / estimation.fit.residualSquares - 1) < 1e-12)
    // Leverages add up to the parameters: two slopes, four units, three years beside the first.
    #expect(abs(predictions.compactMap(\.leverage).reduce(0, +) - 9) < 1e-12)
  }

  @Test func otherModelsForetellNothing() throws {
    let observations = try Observations(csv: Self.panel, unit: "who", time: "year")
    #expect(
      message { try Self.estimation("x", model: .random).predictions(of: observations) }
        == "predictions: they are of the models pooled and within, not random")
  }

  // MARK: Draws

  @Test(arguments: [ClusterBootstrap.pairs, .wild(.rademacher), .wild(.webb)])
  func theNumberOfThreadsChangesNoByte(_ kind: ClusterBootstrap) throws {
    let reference = try #require(
      PanelReference.all.first {
        $0.dataset == "grunfeld_unbalanced" && $0.model == "within" && $0.effect == "unit+time"
          && $0.weights == "none"
      })
    let estimation = try reference.estimation()
    func draws(_ seed: UInt64, threads: Int) throws -> BootstrapInference {
      try estimation.bootstrap(
        kind, clusters: "firm", draws: 500, Replicates(seed: seed, threads: threads))
    }
    let one = try draws(3, threads: 1)
    for threads in [2, 3] {
      let other = try draws(3, threads: threads)
      #expect(one.coefficients == other.coefficients)
      #expect(one.statistics == other.statistics)
    }
    #expect(try draws(4, threads: 2).statistics != one.statistics)
  }

  @Test(arguments: [1, 2, 3])
  func theNumberOfThreadsChangesNoCoefficient(_ threads: Int) throws {
    let observations = try Observations(csv: Self.panel, unit: "who", time: "year")
    let specification = Specification(
      response: .column("y"), regressors: [.column("x"), .column("z")],
      effects: ["who", "year", "g"])
    let one = try Estimation(specification, of: observations, threads: 1).fit
    let other = try Estimation(specification, of: observations, threads: threads).fit
    #expect(one.coefficients == other.coefficients)
    #expect(one.residualSquares == other.residualSquares)
  }
}

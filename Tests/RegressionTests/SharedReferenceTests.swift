import Regression
import Tables
import TestSupport
import Testing

/// Grunfeld's panel by plm, linearmodels and pyfixest: every coefficient and standard error under the
/// convention that the program names.
@Suite struct SharedReferenceTests {
  /// One model with one kind of errors.
  struct Case: Sendable, Hashable, CustomTestStringConvertible {
    let file: String
    let model: String
    let effect: String
    let errors: String

    var testDescription: String { "\(file): \(model) \(effect), \(errors)" }
  }

  /// What the programs' words mean here.
  private static let conventions: [String: (String, SmallSample)] = [
    "classical (df-adjusted)": ("classical", .plm), "cluster unit HC0": ("cluster:firm", .plm),
    "cluster unit HC1 (n/(n-k))": ("cluster:firm", .plmHC1),
    "cluster unit sss (Stata-like)": ("cluster:firm", .plmSSS),
    "cluster time HC0": ("cluster:year", .plm), "white1 HC0": ("hc0", .plm),
    "two-way cluster HC0 (vcovDC)": ("cluster:firm,year", .plm),
    "Driscoll-Kraay HC0 maxlag=default": ("driscoll-kraay", .plm),
    "PCSE Beck-Katz HC0": ("pcse", .plm), "unadjusted": ("classical", .linearmodels),
    "robust HC1": ("hc1", .linearmodels), "cluster unit": ("cluster:firm", .linearmodels),
    "cluster time": ("cluster:year", .linearmodels),
    "two-way cluster": ("cluster:firm,year", .linearmodels),
    "Driscoll-Kraay bartlett default bw": ("driscoll-kraay", .linearmodels),
    "iid": ("classical", .fixest), "hetero": ("hc1", .fixest),
    "{'CRV1': 'firm'}": ("cluster:firm", .fixest),
    "{'CRV1': 'firm+year'}": ("cluster:firm,year", .fixest),
    "{'CRV3': 'firm'}": ("crv3:firm", .fixest),
  ]

  private static func records(_ file: String) throws -> Records {
    try Records(CSVReader().table(contentsOf: reference("panel/\(file).csv")))
  }

  private static func key(_ record: Record, _ file: String) throws -> Case {
    try Case(
      file: file, model: record.text("model"), effect: record.text("effect"),
      errors: record.text("se_type"))
  }

  private static let files = ["expected_panel_plm", "expected_panel_python"]

  /// Every model and kind of error of the files, in their order.
  static let cases: [Case] = {
    do {
      var cases: [Case] = []
      for file in files {
        for record in try records(file) {
          let found = try key(record, file)
          if cases.last != found { cases.append(found) }
        }
      }
      return cases
    } catch { preconditionFailure("\(error)") }
  }()

  private static func estimation(
    _ model: Specification.Model, effects: [String] = [], hasIntercept: Bool = true
  ) throws -> Estimation {
    try Estimation(
      Specification(
        response: .column("inv"), regressors: [.column("value"), .column("capital")],
        model: model, hasIntercept: hasIntercept, effects: effects,
        clusters: ["firm", "year"]), of: observations())
  }

  private static func observations() throws -> Observations {
    try Observations(
      TableSource(CSVReader().table(contentsOf: reference("diagnostics/grunfeld.csv"))),
      unit: "firm", time: "year")
  }

  private static func estimation(_ reference: Case) throws -> Estimation {
    switch reference.model {
    case "pooling": return try estimation(.pooled)
    case "within":
      let effects = ["individual": ["firm"], "time": ["year"], "twoways": ["firm", "year"]]
      return try estimation(.within, effects: #require(effects[reference.effect]))
    case "between": return try estimation(.between)
    case "fd": return try estimation(.firstDifference)
    case "random": return try estimation(.random)
    default: throw Unknown(model: reference.model)
    }
  }

  private struct Unknown: Error { let model: String }

  @Test func theFilesHaveAllModelsAndKindsOfErrors() {
    #expect(Set(Self.cases.map(\.model)) == ["pooling", "within", "between", "fd", "random"])
    #expect(Set(Self.cases.map(\.errors)) == Set(Self.conventions.keys))
    #expect(Self.cases.count == 53)
  }

  @Test(arguments: cases)
  func everyCoefficientAndStandardErrorIsTheProgramsOwn(_ reference: Case) throws {
    let (text, rule) = try #require(Self.conventions[reference.errors])
    let fit = try Self.estimation(reference).fit
    let covariance = try fit.covariance(#require(ErrorKind(text)), smallSample: rule)
    var compared = 0
    for record in try Self.records(reference.file)
    where try Self.key(record, reference.file) == reference {
      let term = try record.text("term")
      let place = try #require(fit.names.firstIndex(of: term))
      let estimate = try record.number("estimate")
      // The file has 15 digits.
      #expect(abs(fit.coefficients[place] - estimate) <= 1e-12 * abs(estimate), "\(term)")
      let error = try record.number("se")
      // The file has 12 digits, of a program that itself squares and adds up.
      #expect(abs(covariance.standardErrors[place] - error) <= 1e-9 * error, "\(term)")
      compared += 1
    }
    #expect(compared == fit.parameterCount)
  }

  @Test func variancesSharesAndTestsArePlmsOwn() throws {
    let within = try Self.estimation(.within, effects: ["firm"])
    let twoWay = try Self.estimation(.within, effects: ["firm", "year"])
    let random = try #require(try Self.estimation(.random).randomEffects)
    let pooled = try Self.estimation(.pooled)
    let firms = try #require(pooled.sample.unit)
    let values = [
      "r_squared_within": within.rSquared.model, "r_squared_two_way": twoWay.rSquared.model,
      "random_error_variance": random.errorVariance,
      "random_effect_variance": random.effectVariance,
    ]
    let tests = [
      "hausman": try within.hausmanTest(), "f_effects_unit": try within.effectsTest(),
      "f_time_beside_unit": try twoWay.lastEffectTest(),
      "pesaran_cd": within.pesaranTest(), "wooldridge_ar": try within.serialCorrelationTest(),
      "breusch_pagan_lm": try pooled.breuschPaganTest(firms),
    ]
    let expected = try Self.records("expected_tests")
    #expect(expected.count == values.count + tests.count)
    for record in expected {
      let name = try record.text("quantity")
      let (value, test) = (try record.number("value"), tests[name] ?? nil)
      let found = try #require(values[name] ?? test?.statistic, "\(name)")
      // 1e-10 is what the source vouches for.
      #expect(abs(found - value) <= 1e-10 * abs(value), "\(name): \(found)")
      if let pValue = try record.optionalNumber("p_value") {
        // Eleven digits, and a tail loses one or two of the statistic's.
        #expect(abs(try #require(test).pValue - pValue) <= 1e-9 * pValue, "\(name)")
      }
    }
  }

  @Test func changesWithoutInterceptAreThoseOfLinearmodels() throws {
    let fit = try Self.estimation(.firstDifference, hasIntercept: false).fit
    let covariance = try fit.covariance(.classical, smallSample: .linearmodels)
    let value = try #require(fit["value"])
    // linearmodels 7.1, FirstDifferenceOLS, 15 and 12 digits; 1e-12 and 1e-9 as above.
    #expect(abs(value - 0.0890628288197541) <= 1e-12 * value)
    #expect(abs(covariance.standardErrors[0] - 0.00823410702080) <= 1e-9 * 0.0082)
  }
}

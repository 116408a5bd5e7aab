/// Every test that a regression's rows allow, and what could not be told.
public struct TestList: Sendable, Hashable {
  /// The tests, in a fixed order.
  public let tests: [TestResult]
  /// One sentence for each test left out, with its reason.
  public let notes: [String]
}

extension Estimation {
  /// Tests the model and its errors, each test on its own: one that its rows do not allow leaves a note.
  ///
  /// - Parameters:
  ///   - terms: coefficients to test together first; nil for none.
  ///   - covariance: the covariance of the coefficients.
  /// - Returns: the tests and the notes.
  /// - Throws: `RegressionError.notForModel` where the test of `terms` cannot be made.
  public func tests(
    of terms: [String]? = nil, _ covariance: CoefficientCovariance
  ) throws -> TestList {
    var tests: [TestResult] = []
    var notes: [String] = []
    if let terms {
      guard let asked = try fit.waldTest(terms, covariance) else {
        throw RegressionError.notForModel(
          "--test",
          "the covariance of these coefficients has no inverse: their errors do not tell them apart"
        )
      }
      tests.append(asked)
    }
    func add(_ name: String, _ reason: String, _ test: () throws -> TestResult?) {
      do {
        if let found = try test() {
          tests.append(found)
        } else {
          notes.append("\(name): \(reason).")
        }
      } catch {
        notes.append("\(name) is left out: \(error).")
      }
    }
    add("Wald", "the covariance of the slopes has no inverse") { try fit.waldTest(nil, covariance) }
    if fit.absorbedCount > 1 {
      add("F of the effects", "there is none") { try effectsTest() }
      if fit.effects.count > 1 {
        add("F of the last effect", "it adds no parameter") { try lastEffectTest() }
      }
    }
    if sample.unit != nil {
      let reason =
        sample.weights == nil
        ? "within and random effects do not differ as the test supposes"
        : "it is for rows without weights"
      add("Hausman", reason) { try hausmanTest() }
      add("Hausman, robust", reason) { try robustHausmanTest() }
    }
    for grouping in [sample.unit, sample.time].compactMap(\.self) {
      add(
        "Breusch–Pagan LM of \(grouping.name)",
        sample.weights == nil ? "groups have one row each" : "it is for rows without weights"
      ) { try breuschPaganTest(grouping) }
    }
    if sample.unit != nil, sample.time != nil {
      add(
        "Pesaran CD",
        "it needs units with three times in common, each time once, and no more than 3,000 units"
      ) { pesaranTest() }
      add(
        "Wooldridge", "it needs consecutive times, each once, and rows without weights"
      ) { try serialCorrelationTest() }
    }
    add("Breusch–Pagan", "it is for rows without weights") { try heteroskedasticityTest() }
    return TestList(tests: tests, notes: notes)
  }
}

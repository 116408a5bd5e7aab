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
    var attempts = TestAttempts()
    if let terms {
      guard let asked = try fit.waldTest(terms, covariance) else {
        throw RegressionError.notForModel(
          "--test",
          "the covariance of these coefficients has no inverse: their errors do not tell them apart"
        )
      }
      attempts.tests.append(asked)
    }
    attempts.add("Wald", orElse: "the covariance of the slopes has no inverse") {
      try fit.waldTest(nil, covariance)
    }
    if fit.absorbedCount > 1 {
      attempts.add("F of the effects", orElse: "there is none", effectsTest)
      if fit.effects.count > 1 {
        attempts.add("F of the last effect", orElse: "it adds no parameter", lastEffectTest)
      }
    }
    addUnitTests(to: &attempts)
    attempts.add("Breusch–Pagan", orElse: Self.forUnweighted, heteroskedasticityTest)
    return TestList(tests: attempts.tests, notes: attempts.notes)
  }

  private static let forUnweighted = "it is for rows without weights"

  /// Makes the tests that look at units and times.
  private func addUnitTests(to attempts: inout TestAttempts) {
    func reason(_ reason: String) -> String { sample.weights == nil ? reason : Self.forUnweighted }
    if sample.unit != nil {
      let reason = reason("within and random effects do not differ as the test supposes")
      attempts.add("Hausman", orElse: reason, hausmanTest)
      attempts.add("Hausman, robust", orElse: reason, robustHausmanTest)
    }
    for grouping in [sample.unit, sample.time].compactMap(\.self) {
      attempts.add(
        "Breusch–Pagan LM of \(grouping.name)", orElse: reason("groups have one row each")
      ) { try breuschPaganTest(grouping) }
    }
    guard sample.unit != nil, sample.time != nil else { return }
    attempts.add(
      "Pesaran CD",
      orElse:
        "it needs units with three times in common, each time once, and no more than 3,000 units",
      pesaranTest)
    attempts.add(
      "Wooldridge", orElse: "it needs consecutive times, each once, and rows without weights",
      serialCorrelationTest)
  }
}

/// Tests that were made, and why others were not.
private struct TestAttempts {
  var tests: [TestResult] = []
  var notes: [String] = []

  /// Makes a test, or notes why there is none.
  mutating func add(
    _ name: String, orElse reason: String, _ test: () throws -> TestResult?
  ) {
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
}

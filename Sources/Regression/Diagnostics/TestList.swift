public import Tables

/// Every test that a regression's rows allow, and what could not be told.
public struct TestList: Sendable, Hashable {
  /// The tests, in a fixed order.
  public let tests: [TestResult]
  /// One sentence for each test left out, with its reason.
  public let notes: [Phrase]
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
    attempts.add(
      Phrase("Wald"), orElse: Phrase("the covariance of the slopes has no inverse")
    ) {
      try fit.waldTest(nil, covariance)
    }
    if fit.absorbedCount > 1 {
      attempts.add(Phrase("F of the effects"), orElse: Phrase("there is none"), effectsTest)
      if fit.effects.count > 1 {
        attempts.add(
          Phrase("F of the last effect"), orElse: Phrase("it adds no parameter"), lastEffectTest)
      }
    }
    addUnitTests(to: &attempts)
    attempts.add(Phrase("Breusch–Pagan"), orElse: Self.forUnweighted, heteroskedasticityTest)
    return TestList(tests: attempts.tests, notes: attempts.notes)
  }

  private static let forUnweighted = Phrase("it is for rows without weights")

  /// Makes the tests that look at units and times.
  private func addUnitTests(to attempts: inout TestAttempts) {
    func reason(_ reason: Phrase) -> Phrase { sample.weights == nil ? reason : Self.forUnweighted }
    if sample.unit != nil {
      let reason = reason(
        Phrase("within and random effects do not differ as the test supposes"))
      attempts.add(Phrase("Hausman"), orElse: reason, hausmanTest)
      attempts.add(Phrase("Hausman, robust"), orElse: reason, robustHausmanTest)
    }
    for grouping in [sample.unit, sample.time].compactMap(\.self) {
      attempts.add(
        Phrase("Breusch–Pagan LM of \(grouping.name)"),
        orElse: reason(Phrase("groups have one row each"))
      ) { try breuschPaganTest(grouping) }
    }
    guard sample.unit != nil, sample.time != nil else { return }
    attempts.add(
      Phrase("Pesaran CD"),
      orElse: Phrase(
        """
        it needs units with three times in common, each time once, and no more than 3,000 units
        """),
      pesaranTest)
    attempts.add(
      Phrase("Wooldridge"),
      orElse: Phrase("it needs consecutive times, each once, and rows without weights"),
      serialCorrelationTest)
  }
}

/// Tests that were made, and why others were not.
private struct TestAttempts {
  var tests: [TestResult] = []
  var notes: [Phrase] = []

  /// Makes a test, or notes why there is none.
  mutating func add(
    _ name: Phrase, orElse reason: Phrase, _ test: () throws -> TestResult?
  ) {
    do {
      if let found = try test() {
        tests.append(found)
      } else {
        notes.append(Phrase("\(name): \(reason)."))
      }
    } catch {
      notes.append(Phrase("\(name) is left out: \(verbatim: "\(error)")."))
    }
  }
}

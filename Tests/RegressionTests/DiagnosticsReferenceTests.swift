import Regression
import TestSupport
import Testing

/// Tests, predictions and shares beside those of R and Python.
@Suite struct DiagnosticsReferenceTests {
  /// The figures of an estimation that the file has too, by their names there.
  static func figures(_ reference: PanelReference, _ estimation: Estimation) throws -> [String:
    Double]
  {
    var found: [String: Double] = [:]
    let fit = estimation.fit
    let share = estimation.rSquared
    found["r2"] = share.withEffects ?? share.model
    if fit.effects.isEmpty { found["r2_adjusted"] = share.adjusted }
    found["sigma"] = fit.residualVariance.squareRoot()
    found["corr_squared_within"] = share.within
    found["corr_squared_between"] = share.between
    found["corr_squared_overall"] = share.overall
    if let random = estimation.randomEffects {
      found["variance:idiosyncratic"] = random.errorVariance
      found["variance:unit"] = random.effectVariance
      found["theta"] = random.shares.max()
      found["theta_minimum"] = random.shares.min()
      found["theta_maximum"] = random.shares.max()
    }
    if reference.model == "pooled" {
      let collinearity = try fit.collinearity()
      for entry in collinearity.inflation { found["vif:\(entry.term)"] = entry.factor }
      for (number, value) in collinearity.conditionIndices.enumerated() {
        found["condition_index:\(number + 1)"] = value
      }
      found["breusch_pagan_heteroskedasticity_studentized"] =
        try estimation.heteroskedasticityTest()?.statistic
      for (name, kind, rule) in [
        ("classical", ErrorKind.classical, SmallSample.fixest),
        ("HC1", .heteroskedastic(.hc1), .fixest), ("HC3", .heteroskedastic(.hc3), .fixest),
        ("cluster[unit]_stata", .cluster([reference.columns.unit]), .stata),
      ] {
        let test = try fit.waldTest(nil, fit.covariance(kind, smallSample: rule))
        found["wald_slopes_f_\(name)"] = test?.statistic
        // R takes n − K degrees of freedom under clusters too.
        if !name.hasPrefix("cluster") { found["wald_slopes_f_p_\(name)"] = test?.pValue }
      }
    }
    if ["pooled", "within"].contains(reference.model) {
      let predictions = try estimation.predictions(of: reference.observations())
      let last = try #require(predictions.last)
      found["prediction_fit"] = last.expected
      found["prediction_se_mean"] = last.standardError
      found["prediction_mean_lower_0.95"] = last.meanLow
      found["prediction_mean_upper_0.95"] = last.meanHigh
      found["prediction_new_lower_0.95"] = last.low
      found["prediction_new_upper_0.95"] = last.high
      found["leverage_max"] = predictions.compactMap(\.leverage).max()
    }
    return found
  }

  @Test(
    arguments: PanelReference.all.filter {
      ["pooled", "within"].contains($0.model) || ($0.model == "random" && $0.effect == "unit")
    })
  func sharesAndPredictionsAreThoseOfOtherPrograms(_ reference: PanelReference) throws {
    let found = try Self.figures(reference, reference.estimation())
    #expect(compare(found, with: reference) > 4)
  }

  @Test(arguments: PanelReference.all.filter { $0.model == "test" && $0.weights == "none" })
  func testsAreThoseOfOtherPrograms(_ reference: PanelReference) throws {
    let estimation = try reference.estimation()
    var tests: [String: TestResult?] = ["f_effects": try estimation.effectsTest()]
    if reference.effect == "unit+time" {
      tests["f_time_given_unit"] = try estimation.lastEffectTest()
    }
    tests["cross_section_cd_\(reference.effect == "none" ? "pooled" : "within")"] =
      estimation.pesaranTest()
    let sample = estimation.sample
    switch reference.effect {
    case "unit":
      tests["lm_bp"] = try sample.unit.flatMap(estimation.breuschPaganTest)
      tests["hausman"] = try estimation.hausmanTest()
      tests["hausman_auxiliary_cluster_quasi_constant"] = try estimation.robustHausmanTest()
      if reference.dataset != "grunfeld_unbalanced" {
        // plm takes the row before for the time before, also across a gap.
        tests["wooldridge_ar"] = try estimation.serialCorrelationTest()
      }
    case "time": tests["lm_bp"] = try sample.time.flatMap(estimation.breuschPaganTest)
    default: break
    }
    var found: [String: Double] = [:]
    for case (let name, let test?) in tests {
      found[name] = test.statistic
      found["\(name)_p"] = test.pValue
    }
    #expect(compare(found, with: reference) > 0)
  }

  /// Compares figures of one name, and tells how many there were.
  private func compare(_ found: [String: Double], with reference: PanelReference) -> Int {
    var compared = 0
    for figure in reference.figures {
      guard let value = found[figure.statistic] else { continue }
      compared += 1
      // 1e-9, or ten times what the program itself is from the formula: p-values far out lose digits of
      // the statistic.
      let tolerance = max(1e-9, 10 * figure.looseness) * abs(figure.value)
      #expect(
        abs(value - figure.value) <= tolerance,
        "\(figure.statistic) of \(figure.tool): \(value), not \(figure.value)")
    }
    return compared
  }
}

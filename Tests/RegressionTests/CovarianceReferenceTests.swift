import Regression
import TestSupport
import Testing

/// Coefficients and standard errors beside those of R and Python.
@Suite struct CovarianceReferenceTests {
  /// The statistics of the file that are standard errors of ours, by what stands after `se_`.
  static func errors(_ name: String, _ reference: PanelReference) -> (ErrorKind, SmallSample)? {
    let simple: [String: (ErrorKind, SmallSample)] = [
      "classical": (.classical, .fixest), "HC0": (.heteroskedastic(.hc0), .fixest),
      "HC1": (.heteroskedastic(.hc1), .fixest), "HC2": (.heteroskedastic(.hc2), .fixest),
      "HC3": (.heteroskedastic(.hc3), .fixest),
      "classical_linearmodels-debiased": (.classical, .linearmodels),
      "robust_linearmodels-debiased": (.heteroskedastic(.hc1), .linearmodels),
      "plm-white1_HC1": (.heteroskedastic(.hc1), .plm),
      "plm-white1_HC2": (.heteroskedastic(.hc2), .plm),
      "plm-white1_HC3": (.heteroskedastic(.hc3), .plm),
      "plm-BK[unit]": (.panelCorrected(reference.columns.unit), .plm),
      "plm-BK[time]": (.panelCorrected("year"), .plm),
      "plm-NW_1": (.neweyWest(lags: 1), .plm), "plm-NW_2": (.neweyWest(lags: 2), .plm),
    ]
    if let found = simple[name] { return found }
    let rules: [String: SmallSample] = [
      "plain": .none, "fixest": .fixest, "stata": .stata, "plm-HC1": .plmHC1, "plm-sss": .plmSSS,
      "linearmodels-debiased": .linearmodels,
    ]
    if name.hasPrefix("driscoll_kraay_") {
      let parts = name.dropFirst("driscoll_kraay_".count).split(separator: "_")
      guard parts.count == 2, let rule = rules[String(parts[1])] else { return nil }
      // plm's own number of lags goes with its own rules; "rule" is that of linearmodels.
      if parts[0] == "default" { return (.driscollKraay(lags: nil), rule == .none ? .plm : rule) }
      if parts[0] == "rule" { return (.driscollKraay(lags: nil), rule) }
      return Int(parts[0]).map { (.driscollKraay(lags: $0), rule) }
    }
    guard name.hasPrefix("cluster["), let end = name.firstIndex(of: "]") else { return nil }
    let groups = reference.groups(String(name[name.index(name.startIndex, offsetBy: 8)..<end]))
    let rest = String(name[name.index(end, offsetBy: 2)...])
    if let rule = rules[rest] { return (.cluster(groups), rule) }
    switch rest {
    case "CR2": return (.biasReduced(groups[0]), .none)
    case "CRV3": return (.jackknife(groups[0]), .none)
    case "pyfixest-CRV3": return (.jackknife(groups[0]), .fixest)
    default: return nil
    }
  }

  /// Whether a figure is of something that ours defines otherwise.
  ///
  /// Weights are inverse variances here, and plain numbers to clubSandwich's CR2; a change is of consecutive
  /// times here, and of consecutive rows to plm.
  static func isDefinedOtherwise(_ name: String, _ reference: PanelReference) -> Bool {
    if name.contains("CR2"), reference.weights != "none" { return true }
    return reference.model.hasPrefix("differences") && !name.hasSuffix("_consecutive")
      && reference.dataset == "grunfeld_unbalanced"
  }

  @Test(
    arguments: PanelReference.all.filter {
      // Random effects of times, of both, and means of times are not offered.
      $0.model != "test" && $0.model != "within_with_constant"
        && (!["random", "between"].contains($0.model) || $0.effect == "unit")
    })
  func coefficientsAndErrorsAreThoseOfOtherPrograms(_ reference: PanelReference) throws {
    let fit: LinearFit
    do { fit = try reference.estimation().fit } catch {
      Issue.record("\(error)")
      return
    }
    var compared = 0
    var known: [String: CoefficientCovariance] = [:]
    func covariance(_ name: String) throws -> CoefficientCovariance? {
      if let found = known[name] { return found }
      guard let (errors, rule) = Self.errors(name, reference) else { return nil }
      known[name] = try fit.covariance(errors, smallSample: rule)
      return known[name]
    }
    for figure in reference.figures {
      let parts = figure.statistic.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let place = fit.names.firstIndex(of: reference.term(parts[1])) else {
        continue
      }
      if Self.isDefinedOtherwise(parts[0], reference) { continue }
      let name =
        parts[0].hasSuffix("_consecutive")
        ? String(parts[0].dropLast("_consecutive".count)) : parts[0]
      let found: Double
      if name == "coef" {
        found = fit.coefficients[place]
      } else if name.hasPrefix("se_"), let covariance = try covariance(String(name.dropFirst(3))) {
        found = covariance.standardErrors[place]
      } else if name.hasPrefix("df_cluster["), name.hasSuffix("CR2"),
        let covariance = try covariance(String(name.dropFirst(3)))
      {
        found = covariance.degreesOfFreedom[place]
      } else {
        continue
      }
      compared += 1
      // 1e-10, or ten times what the program itself is from the formula.
      let tolerance = max(1e-10, 10 * figure.looseness) * abs(figure.value)
      #expect(
        abs(found - figure.value) <= tolerance,
        "\(figure.statistic) of \(figure.tool): ratio² \((found / figure.value) * (found / figure.value))"
      )
    }
    #expect(compared > 3, "names of the file are not those looked for")
  }
}

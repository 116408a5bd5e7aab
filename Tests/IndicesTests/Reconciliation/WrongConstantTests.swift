import Indices
import Panels
import TestSupport
import Testing

/// Faults of the rule, put into every indicator of a year of each set of indicators.
@Suite struct WrongConstantTests {
  @Test(arguments: InjectedYear.vintages)
  func anIndicatorScoredTheWrongWayRoundIsNamed(year: Int) throws {
    let injected = try InjectedYear(year)
    let codebook = try Bundled.codebook()
    for component in injected.rule.components {
      // A rule that contradicts the codebook is refused: here both are wrong.
      func reversed(_ direction: Direction) -> Direction {
        direction == .positive ? .reversed : .positive
      }
      let wrong = try Codebook(
        codebook.indicators.map { old in
          guard old.code == component.indicator else { return old }
          return Indicator(
            code: old.code, subindex: old.subindex, kind: old.kind, nameVi: old.nameVi,
            nameEn: old.nameEn, unit: old.unit, direction: reversed(old.direction),
            scale: old.scale, years: old.years, breaks: old.breaks, headings: old.headings)
        })
      let rule = try injected.rule(
        injected.rule.components.map { old in
          guard old.indicator == component.indicator else { return old }
          return ScoringRule.Component(
            indicator: old.indicator, dimension: old.dimension, weight: old.weight,
            minimum: old.minimum, maximum: old.maximum, direction: reversed(old.direction))
        })
      let panel = try Bundled.history(of: year, codebook: wrong)
      #expect(
        try injected.faults(panel, rule) == [.wrongDirection(indicator: component.indicator)])
      #expect(
        throws: IndexError.badRule(
          year: year,
          "\(component.indicator) is \(reversed(component.direction).rawValue), and "
            + "\(component.direction.rawValue) in the codebook")
      ) { try injected.faults(nil, rule) }
    }
  }

  @Test(arguments: [2005, 2008, 2013, 2019], [1.1, 1.003, 0.9])
  func aWrongRangeIsNamedWithTheOneThatWasUsed(year: Int, factor: Double) throws {
    let injected = try InjectedYear(year)
    for component in injected.rule.components {
      let width = component.maximum - component.minimum
      let rule = try injected.changing(
        component.indicator, maximum: component.minimum + factor * width)
      let faults = try injected.faults(nil, rule)
      guard case .wrongRange(component.indicator, let wrong, let implied) = faults.first else {
        Issue.record("\(year) \(component.indicator): \(faults)")
        continue
      }
      #expect(faults.count == 1, "\(year) \(component.indicator): \(faults)")
      #expect(abs(wrong / (factor * width) - 1) < 1e-12)
      // A slope is known to some millionths.
      #expect(abs(implied / width - 1) < 1e-4)
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func aWeightThatIsTakenFromOneAndGivenToAnotherNamesBoth(year: Int) throws {
    let injected = try InjectedYear(year)
    let components = injected.rule.components
    for (first, second) in zip(components, components.dropFirst() + components.prefix(1)) {
      let rule = try injected.rule(
        components.map { old in
          let more =
            old.indicator == first.indicator
            ? 0.01 : old.indicator == second.indicator ? -0.01 : 0
          return ScoringRule.Component(
            indicator: old.indicator, dimension: old.dimension, weight: old.weight + more,
            minimum: old.minimum, maximum: old.maximum, direction: old.direction)
        })
      let faults = try injected.faults(nil, rule)
      var implied: [String: Double] = [:]
      for case .wrongRange(let indicator, let wrong, let width) in faults {
        implied[indicator] = width / wrong
      }
      #expect(faults.count == 2 && implied.count == 2, "\(year): \(faults)")
      // The width that the wrong weight would need: as much wider as the weight is too great.
      #expect(
        abs((implied[first.indicator] ?? 0) / ((first.weight + 0.01) / first.weight) - 1) < 1e-4)
      #expect(
        abs((implied[second.indicator] ?? 0) / ((second.weight - 0.01) / second.weight) - 1) < 1e-4)
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func aRangeMovedWithItsWidthShiftsAllScores(year: Int) throws {
    let injected = try InjectedYear(year)
    for component in injected.rule.components {
      let move = 0.03 * (component.maximum - component.minimum)
      let rule = try injected.changing(
        component.indicator, minimum: component.minimum + move, maximum: component.maximum + move)
      let faults = try injected.faults(nil, rule)
      guard case .shifted(let shift) = faults.first, faults.count == 1 else {
        Issue.record("\(year) \(component.indicator): \(faults)")
        continue
      }
      #expect(abs(shift - component.slope * move) < 1e-5)
    }
  }

  /// From hardly more than rounding to more than any score.
  @Test(arguments: [2005, 2008, 2019], [2e-6, 3e-6, 1e-5, 0.1, -1])
  func scoresThatAreAllOffByTheSameAreToldApart(year: Int, shift: Double) throws {
    let injected = try InjectedYear(year)
    let panel = try injected.replacing([
      Bundled.subindex: injected.column(Bundled.subindex).map { $0 + shift }
    ])
    let faults = try injected.faults(panel)
    guard case .shifted(let found) = faults.first, faults.count == 1 else {
      // Where the shift is about the noise of storage, some scores still agree and rows are told.
      let areRows = faults.allSatisfy { if case .misprint = $0 { true } else { false } }
      #expect(abs(shift) < 4e-6 && areRows, "\(year): \(faults)")
      return
    }
    #expect(abs(found - shift) < 1e-6)
  }

  @Test(arguments: [0.008, 0.02, 0.3])
  func roundedScoresThatAreAllOffByTheSameAreToldApart(shift: Double) throws {
    let injected = try InjectedYear(2019)
    let panel = try injected.replacing([
      Bundled.subindex: injected.column(Bundled.subindex).map {
        (($0 + shift) * 100).rounded() / 100
      }
    ])
    let faults = try injected.faults(panel)
    guard case .shifted(let found) = faults.first, faults.count == 1 else {
      Issue.record("\(faults)")
      return
    }
    // The mean of 63 roundings has a standard error of 0.0004; beyond five of them, never.
    #expect(abs(found - shift) < 0.002)
  }

  @Test(arguments: InjectedYear.vintages)
  func anIndicatorLeftOutOfTheRuleIsNamed(year: Int) throws {
    let injected = try InjectedYear(year)
    for component in injected.rule.components {
      let rule = try injected.rule(
        injected.rule.components.filter { $0.indicator != component.indicator }.map { old in
          ScoringRule.Component(
            indicator: old.indicator, dimension: old.dimension,
            weight: old.weight / (1 - component.weight), minimum: old.minimum,
            maximum: old.maximum, direction: old.direction)
        })
      #expect(try injected.faults(nil, rule) == [.leftOut(indicator: component.indicator)])
    }
  }

  /// What is left by the free fit of the printed indicators: `Reference/calibration.py`'s method in NumPy.
  @Test(arguments: [(2009, 0.364), (2010, 0.303), (2011, 0.323), (2012, 0.310)])
  func whatIsNotPublishedIsCalledHidden(year: Int, largest: Double) throws {
    let rule = try ScoringRule(
      year: year, subindex: Bundled.subindex, standing: .approximate,
      reading: Bundled.table("transparency/rules/\(year).approximate.csv"))
    let faults = try Reconciliation(of: Bundled.history(of: year), by: rule).faults
    guard case .hiddenComponent(let found, _, let explained) = faults.first, faults.count == 1
    else {
      Issue.record("\(faults)")
      return
    }
    #expect(abs(found - largest) < 5e-4)
    // 1 − R², which is .9635 to .9754.
    #expect(explained > 0.02 && explained < 0.04)
  }
}

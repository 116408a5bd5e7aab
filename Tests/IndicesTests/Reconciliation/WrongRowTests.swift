import Indices
import Panels
import TestSupport
import Testing

/// Faults of the figures, put into a year of each set of indicators.
@Suite struct WrongRowTests {
  @Test(arguments: InjectedYear.vintages)
  func theScoresOfTwoProvincesInEachOthersPlaceAreNamed(year: Int) throws {
    let injected = try InjectedYear(year)
    var generator = SplitMix64(seed: UInt64(year))
    let scores = injected.column(Bundled.subindex)
    for _ in 0..<4 {
      let (first, second) = pair(of: scores, using: &generator)
      let faults = try injected.faults(
        injected.replacing([Bundled.subindex: swapped(scores, first, second)]))
      #expect(
        faults == [
          .swappedScores(injected.provinces[first].nameVi, injected.provinces[second].nameVi)
        ])
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func theValuesOfTwoProvincesInEachOthersPlaceAreNamed(year: Int) throws {
    let injected = try InjectedYear(year)
    var generator = SplitMix64(seed: UInt64(year))
    for indicator in injected.rule.indicators {
      let values = injected.column(indicator)
      for _ in 0..<1 {
        let (first, second) = pair(of: values, using: &generator)
        let faults = try injected.faults(
          injected.replacing([indicator: swapped(values, first, second)]))
        #expect(
          faults == [
            .swappedValues(
              indicator: indicator, injected.provinces[first].nameVi,
              injected.provinces[second].nameVi)
          ])
      }
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func aColumnBesideOtherNamesIsNamed(year: Int) throws {
    let injected = try InjectedYear(year)
    var generator = SplitMix64(seed: UInt64(year))
    for component in injected.rule.components {
      let indicator = component.indicator
      let values = injected.column(indicator)
      // One row down, sorted by itself as in 2005–2008, and at random.
      for wrong in [
        values.suffix(1) + values.dropLast(), values.sorted(), values.shuffled(using: &generator),
      ] {
        let faults = try injected.faults(injected.replacing([indicator: Array(wrong)]))
        guard case .permutedValues(indicator, let count) = faults.first, faults.count == 1 else {
          Issue.record("\(year) \(indicator): \(faults)")
          continue
        }
        // What moves a score by less than the noise of storage still agrees.
        #expect(count == zip(wrong, values).count { abs(component.slope * ($0 - $1)) > 1.5e-6 })
      }
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func scoresBesideOtherNamesAreTold(year: Int) throws {
    let injected = try InjectedYear(year)
    var generator = SplitMix64(seed: UInt64(year))
    let scores = injected.column(Bundled.subindex)
    for wrong in [
      Array(scores.suffix(1) + scores.dropLast()), scores.sorted(),
      scores.shuffled(using: &generator),
    ] {
      let faults = try injected.faults(injected.replacing([Bundled.subindex: wrong]))
      // Two scores that differ by less than the noise of storage still agree when exchanged.
      let count = zip(wrong, scores).count { abs($0 - $1) > 1e-6 }
      #expect(faults == [.permutedScores(provinces: count)])
    }
  }

  @Test(arguments: InjectedYear.vintages)
  func aMisprintIsNamedWithTheTrueValueAmongThoseThatExplainIt(year: Int) throws {
    let injected = try InjectedYear(year)
    var generator = SplitMix64(seed: UInt64(year))
    for component in injected.rule.components {
      let values = injected.column(component.indicator)
      // The worst, the best, and one in between: the ends of a range are values too.
      let sorted = values.indices.sorted { values[$0] < values[$1] }
      for row in [
        sorted[0], sorted[sorted.count - 1], sorted[Int.random(in: 1..<40, using: &generator)],
      ] {
        var wrong = values
        wrong[row] =
          (component.minimum + component.maximum) / 2 + 0.013
          * (values[row] - values[sorted[0]] + 0.1)
        try expectMisprint(
          injected, of: component, row: row, true: values[row],
          in: injected.replacing([component.indicator: wrong]))
      }
    }
  }

  @Test func aMisprintAmongRoundedScoresIsNamedWithTheTrueValue() throws {
    let injected = try InjectedYear(2019)
    let scores = injected.column(Bundled.subindex).map { ($0 * 100).rounded() / 100 }
    for component in injected.rule.components {
      let values = injected.column(component.indicator)
      for row in values.indices where values[row] == values.min() || values[row] == values.max() {
        var wrong = values
        wrong[row] = (component.minimum + component.maximum) / 2
        try expectMisprint(
          injected, of: component, row: row, true: values[row],
          in: injected.replacing([component.indicator: wrong, Bundled.subindex: scores]),
          to: 0.0051)
      }
    }
  }

  private func expectMisprint(
    _ injected: InjectedYear, of component: ScoringRule.Component, row: Int, true value: Double,
    in panel: Panel, to precision: Double = 1.5e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let faults = try injected.faults(panel)
    guard case .misprint(let province, let difference, let candidates) = faults.first,
      faults.count == 1
    else {
      Issue.record("\(component.indicator): \(faults)", sourceLocation: sourceLocation)
      return
    }
    let key = injected.provinces[row].key
    let printed = panel[key, component.indicator, injected.year] ?? .nan
    #expect(province == injected.provinces[row].nameVi, sourceLocation: sourceLocation)
    #expect(
      abs(difference - component.slope * (value - printed)) <= precision,
      sourceLocation: sourceLocation)
    let candidate = candidates.first { $0.indicator == component.indicator }
    #expect(candidate?.value == printed, "\(component.indicator)", sourceLocation: sourceLocation)
    #expect(
      abs((candidate?.needed ?? .nan) - value) <= precision / abs(component.slope),
      "\(component.indicator) of \(province)", sourceLocation: sourceLocation)
  }

  private func pair(
    of values: [Double], using generator: inout SplitMix64
  ) -> (Int, Int) {
    while true {
      let first = Int.random(in: 0..<values.count, using: &generator)
      let second = Int.random(in: 0..<values.count, using: &generator)
      // What differs by less than a thousandth of the spread is no fault that a score shows.
      let spread = (values.max() ?? 0) - (values.min() ?? 0)
      if first < second, abs(values[first] - values[second]) > 1e-3 * spread {
        return (first, second)
      }
    }
  }

  private func swapped(_ values: [Double], _ first: Int, _ second: Int) -> [Double] {
    var values = values
    values.swapAt(first, second)
    return values
  }
}

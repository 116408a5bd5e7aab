import Indices
import Panels
import TestSupport
import Testing

/// Several faults at once, and fewer provinces than a rule has constants.
@Suite struct SeveralFaultsTests {
  @Test(arguments: InjectedYear.vintages)
  func aWrongRangeAndAMisprintAreBothNamedAndNothingElse(year: Int) throws {
    let injected = try InjectedYear(year)
    let components = injected.rule.components
    for (position, component) in components.enumerated() {
      let other = components[(position + 1) % components.count]
      let row = (7 * position + 3) % injected.provinces.count
      var values = injected.column(other.indicator)
      let right = values[row]
      // A fifth of the range the other way from the nearer end.
      let width = other.maximum - other.minimum
      values[row] += (right - other.minimum < width / 2 ? 0.2 : -0.2) * width
      let rule = try injected.changing(
        component.indicator,
        maximum: component.maximum + 0.1 * (component.maximum - component.minimum))
      let faults = try injected.faults(injected.replacing([other.indicator: values]), rule)
      guard faults.count == 2, case .wrongRange(component.indicator, _, let implied) = faults[0],
        case .misprint(let province, let difference, let candidates) = faults[1]
      else {
        Issue.record("\(year) \(component.indicator), \(other.indicator): \(faults)")
        continue
      }
      #expect(abs(implied / (component.maximum - component.minimum) - 1) < 1e-4)
      #expect(province == injected.provinces[row].nameVi)
      // What is left once the range is put right.
      #expect(abs(difference - other.slope * (right - values[row])) < 1e-4)
      let needed = candidates.first { $0.indicator == other.indicator }?.needed
      #expect(abs((needed ?? .nan) - right) < 1e-3 * width)
    }
  }

  @Test func twoSwapsAndAMisprintAreAllNamed() throws {
    let injected = try InjectedYear(2019)
    let names = injected.provinces.map(\.nameVi)
    var scores = injected.column(Bundled.subindex)
    scores.swapAt(3, 40)
    var bidding = injected.column("bidding")
    bidding.swapAt(10, 20)
    bidding[50] = 0.5
    let faults = try injected.faults(
      injected.replacing([Bundled.subindex: scores, "bidding": bidding]))
    #expect(faults.count == 3)
    #expect(faults[0] == .swappedScores(names[3], names[40]))
    #expect(faults[1] == .swappedValues(indicator: "bidding", names[10], names[20]))
    guard case .misprint(names[50], _, let candidates) = faults[2] else {
      Issue.record("\(faults[2])")
      return
    }
    #expect(candidates.contains { $0.indicator == "bidding" })
  }

  @Test func manyMisprintsAreToldOneByOne() throws {
    let injected = try InjectedYear(2019)
    var values = injected.column("website_use")
    let rows = Array(stride(from: 2, to: 47, by: 4))
    for row in rows { values[row] -= 0.03 + 0.001 * Double(row) }
    let faults = try injected.faults(injected.replacing(["website_use": values]))
    #expect(faults.count == rows.count)
    for (row, fault) in zip(rows, faults) {
      guard case .misprint(let province, _, let candidates) = fault else {
        Issue.record("\(fault)")
        continue
      }
      #expect(province == injected.provinces[row].nameVi)
      #expect(candidates.contains { $0.indicator == "website_use" })
    }
  }

  /// A fit with as many constants as provinces explains anything, and so nothing.
  @Test(arguments: [1, 2, 4, 5, 12, 13, 14, 15])
  func fewerProvincesThanConstantsAreToldOneByOne(count: Int) throws {
    let injected = try InjectedYear(2019)
    let kept = Set(injected.provinces.prefix(count).map(\.key))
    var generator = SplitMix64(seed: 1)
    let panel = try Bundled.history(of: 2019) { figure in
      guard kept.contains(figure.province) else { return nil }
      return figure.indicator == Bundled.subindex
        ? figure.value + Double.random(in: 0.1...0.3, using: &generator) : figure.value
    }
    let faults = try injected.faults(panel)
    #expect(faults.count == count)
    let told = faults.compactMap { fault -> String? in
      if case .misprint(let province, _, _) = fault { province } else { nil }
    }
    #expect(told == injected.provinces.prefix(count).map(\.nameVi))
  }

  @Test func aPanelWithoutFiguresIsRefused() throws {
    let panel = try Bundled.history(of: 2019) { _ in nil }
    #expect(
      throws: PanelError.noFigures(year: 2019, known: [])
    ) { try Reconciliation(of: panel, by: Bundled.rule(2019)) }
  }
}

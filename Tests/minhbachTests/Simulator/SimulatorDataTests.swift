import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import TestSupport
import Testing

@testable import minhbach

/// The sliders of real provinces.
@Suite struct SimulatorDataTests {
  @Test func slidersRunFromTheWorstFigureOfTheYearToTheBestEverReached() throws {
    let data = try SimulatorPage.data(reach: .reached, plan: [:])
    let panel = try Bundled.panel()
    for (position, component) in data.rule.components.enumerated() {
      let bounds = data.bounds(position)
      let year = (panel.column(component.indicator, in: 2019) ?? []).compactMap(\.self)
      let ever = panel.years(of: component.indicator, through: 2019)
        .flatMap { panel.column(component.indicator, in: $0) ?? [] }.compactMap(\.self)
      let (worst, best) =
        component.direction == .positive
        ? (year.min() ?? .nan, min(ever.max() ?? .nan, component.maximum))
        : (year.max() ?? .nan, max(ever.min() ?? .nan, component.minimum))
      let today = data.index.values[position]
      // A figure of today that lies beyond the range stays one that can be.
      #expect(bounds == min(worst, best, today)...max(worst, best, today))
    }
  }

  @Test func whatIsPossibleGoesBeyondTheRangeAndNeverBeyondWhatThereIs() throws {
    let (reached, possible) = (
      try SimulatorPage.data(reach: .reached, plan: [:]), try SimulatorPage.data(plan: [:])
    )
    for (position, component) in possible.rule.components.enumerated() {
      let (narrow, wide) = (reached.bounds(position), possible.bounds(position))
      #expect(wide.lowerBound <= narrow.lowerBound && wide.upperBound >= narrow.upperBound)
      let limits = try #require(try Bundled.panel().indicator(component.indicator)).limits
      #expect(limits.contains(wide.lowerBound) && limits.contains(wide.upperBound))
    }
    let use = try #require(possible.rule.indicators.firstIndex(of: "website_use"))
    #expect(possible.bounds(use).upperBound == 1)
    #expect(reached.bounds(use).upperBound == possible.rule.components[use].maximum)
  }

  @Test func aPlanBeyondTheBoundsWidensThem() throws {
    let data = try SimulatorPage.data(reach: .reached, plan: ["website_use": 0.99])
    let use = try #require(data.rule.indicators.firstIndex(of: "website_use"))
    #expect(data.bounds(use).upperBound == 0.99)
    #expect(SimulatorPage.simulator(data).hasPlan)
  }

  @Test func everyProvinceHasASimulator() throws {
    for province in try Bundled.gazetteer().provinces(in: 2019) {
      let data = try SimulatorData(
        of: province, by: Bundled.rule(2019), in: Bundled.panel(), reach: .possible)
      let simulator = SimulatorPage.simulator(data)
      #expect(simulator.indicators.count == 12 && !simulator.hasPlan)
      #expect(simulator.standing.rank == data.board[province]?.rank)
    }
  }

  @Test func withoutAScriptTheTableSaysWhatOneStepAdds() throws {
    let table = SimulatorPage.simulator(try SimulatorPage.data()).table
    let use = try #require(table.rows.last)
    let component = try #require(try Bundled.rule(2019).components.last)
    #expect(use.cells[2].text == "1 điểm phần trăm")
    #expect(use.cells[3].order == component.slope / 100)
    #expect(use.cells[3].text.hasPrefix("+0,0") && use.cells[1].text.hasSuffix("%"))
  }
}

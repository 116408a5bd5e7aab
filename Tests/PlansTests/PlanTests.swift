import Panels
import Plans
import TestSupport
import Testing

@Suite struct PlanTests {
  private func path(_ plan: Plan, _ day: String) -> Double {
    plan.pathValue(of: plan.lines[0], on: PlanFixtures.day(day))
  }

  @Test func thePathIsLinearInDaysBetweenTheEndsOfYears() throws {
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, nil, 0.9])
    #expect(path(plan, "2017-06-30") == 0.5)
    #expect(path(plan, "2017-12-31") == 0.5)
    #expect(path(plan, "2018-12-31") == 0.6)
    // 181 of 365 days of 2018; the arithmetic may differ in the last bit.
    #expect(abs(path(plan, "2018-06-30") - (0.5 + 0.1 * 181 / 365)) < 1e-15)
    // No target in 2019: 365 of the 731 days to the end of 2020, a leap year.
    #expect(abs(path(plan, "2019-12-31") - (0.6 + 0.3 * 365 / 731)) < 1e-15)
    #expect(path(plan, "2020-12-31") == 0.9)
    #expect(path(plan, "2031-01-01") == 0.9)
  }

  @Test func theLastTargetIsDueOnItsDeadline() throws {
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.9], deadline: "2019-06-30")
    #expect(path(plan, "2019-06-29") < 0.9)
    #expect(path(plan, "2019-06-30") == 0.9)
    #expect(path(plan, "2019-12-31") == 0.9)
  }

  @Test func thePathNeverLeavesWhatItConnects() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let values = (0..<4).map { _ in Double.random(in: 0...1, using: &random) }
      let plan = try PlanFixtures.plan(from: values[0], to: [values[1], values[2], values[3]])
      let last = CalendarDate(lastDayOf: 2020).number
      for number in stride(from: plan.begin.number, through: last, by: 97) {
        guard let date = CalendarDate(number: number) else { continue }
        let ends = values[(date.year - 2018)...(date.year - 2017)]
        let value = plan.pathValue(of: plan.lines[0], on: date)
        #expect((ends.min() ?? 0) - 1e-15 <= value && value <= (ends.max() ?? 1) + 1e-15)
      }
    }
  }

  @Test func agenciesAreGroupedInTheOrderOfTheirFirstIndicator() throws {
    let codebook = try Bundled.codebook()
    let agencies = try Agencies(
      reading: Bundled.table("plans/agencies/travinh.csv"), codebook: codebook)
    let lines = try agencies.indicators.map { code in
      Plan.Line(
        indicator: try codebook.indicator(code), current: 1, targets: [1],
        assignment: agencies[code], deadline: PlanFixtures.day("2020-12-31"))
    }
    let plan = Plan(of: try PlanFixtures.daknong(), from: 2019, years: [2020], lines: lines)
    #expect(
      plan.leads.map { "\($0.agency) \($0.indicators.count)" } == [
        "Sở Kế hoạch và Đầu tư 2", "Sở Xây dựng 1", "Văn phòng UBND tỉnh 4", "Sở Tài chính 1",
        "Cục Thuế tỉnh 1", "Sở Tư pháp 1", "Hiệp hội Doanh nghiệp tỉnh 1",
        "Sở Thông tin và Truyền thông 2",
      ])
    #expect(plan.supports.map(\.agency) == ["Sở, ngành, địa phương"])
    #expect(plan.unled.isEmpty)
    #expect(plan.goal == nil && plan.begin == PlanFixtures.day("2020-01-01"))
  }
}

import Indices
import Panels
import TestSupport
import Testing

@Suite struct RangePolicyTests {
  /// Two provinces over three years, with an indicator whose values are all one in the last.
  private func panel() throws -> Panel {
    let values: [(Int, Double, Double)] = [(2017, 0.4, 0.6), (2018, 0.1, 0.5), (2019, 0.3, 0.3)]
    let figures = values.flatMap { year, first, second in
      [("hanoi", first), ("daknong", second)].map {
        Figure(province: $0.0, year: year, indicator: "bidding", value: $0.1, source: "")
      }
    }
    return try Panel(figures, gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
  }

  @Test func ownIsTheExtremesOfTheYear() throws {
    #expect(try panel().range(of: "bidding", in: 2017, by: .own) == 0.4...0.6)
    #expect(try panel().range(of: "bidding", in: 2018, by: .own) == 0.1...0.5)
  }

  @Test func runningIsNeverNarrowed() throws {
    #expect(try panel().range(of: "bidding", in: 2017, by: .running) == 0.4...0.6)
    #expect(try panel().range(of: "bidding", in: 2018, by: .running) == 0.1...0.6)
    #expect(try panel().range(of: "bidding", in: 2019, by: .running) == 0.1...0.6)
  }

  @Test func pooledIsTheSameForEveryYear() throws {
    for year in 2016...2020 {
      #expect(try panel().range(of: "bidding", in: year, by: .pooled(2017...2018)) == 0.1...0.6)
      #expect(try panel().range(of: "bidding", in: year, by: .pooled(2018...2019)) == 0.1...0.5)
    }
  }

  @Test func aColumnOfOneValueHasNoRange() throws {
    #expect(try panel().range(of: "bidding", in: 2019, by: .own) == nil)
    #expect(try panel().range(of: "bidding", in: 2019, by: .pooled(2019...2019)) == nil)
  }

  @Test func whatHasNoFiguresHasNoRange() throws {
    for policy in [RangePolicy.own, .running, .pooled(2010...2016)] {
      #expect(try panel().range(of: "bidding", in: 2016, by: policy) == nil)
      #expect(try panel().range(of: "website_use", in: 2018, by: policy) == nil)
      #expect(try panel().range(of: "nothing", in: 2018, by: policy) == nil)
    }
    let empty = try Panel([], gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
    #expect(empty.range(of: "bidding", in: 2018, by: .running) == nil)
  }

  @Test func aScaleThatTheIndexFixesGoesBeforeAnyPolicy() throws {
    for policy in [RangePolicy.own, .running, .pooled(2013...2019)] {
      #expect(try Bundled.panel().range(of: "website_score", in: 2019, by: policy) == 0...50)
    }
  }

  /// The index widens its ranges and never narrows them: so does the policy, for every indicator.
  @Test func runningHoldsEveryYearUpToItAndGrows() throws {
    let panel = try Bundled.history()
    for indicator in panel.indicators(of: Bundled.subindex, in: 2019) {
      var before: ClosedRange<Double>?
      for year in panel.years(of: indicator.code) {
        let range = try #require(panel.range(of: indicator.code, in: year, by: .running))
        for value in try #require(panel.column(indicator.code, in: year)).compactMap(\.self) {
          #expect(range.contains(value))
        }
        if let before { #expect(range.clamped(to: before) == before) }
        before = range
      }
    }
  }
}

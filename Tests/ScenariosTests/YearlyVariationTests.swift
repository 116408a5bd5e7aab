import Panels
import Scenarios
import TestSupport
import Testing

@Suite struct YearlyVariationTests {
  @Test func isNetOfWhatTheWholeCountryShares() throws {
    let before = try Bundled.panel().yearlyVariation(of: Bundled.subindex, through: 2019)
    // A shift of the whole country in one year moves no rank, hence no variation.
    let shifted = try Bundled.panel { figure in
      figure.indicator == "website_use" && figure.year == 2018 ? figure.value + 0.1 : figure.value
    }.yearlyVariation(of: Bundled.subindex, through: 2019)
    for (code, variation) in before {
      let other = try #require(shifted[code])
      #expect(abs(other.standardDeviation - variation.standardDeviation) < 1e-12)
      #expect(abs(other.fastImprovement - variation.fastImprovement) < 1e-12)
    }
  }

  @Test func countsTheChangesItRestsOn() throws {
    let variation = try Bundled.panel().yearlyVariation(of: Bundled.subindex, through: 2019)
    #expect(variation["website_use"]?.changes == 6 * 63)
    #expect(variation["bidding"]?.changes == 2 * 63)
    #expect(variation.values.allSatisfy { !$0.isBorrowed && $0.standardDeviation > 0 })
  }

  @Test func borrowsForAnIndicatorInItsFirstYearAndSaysSo() throws {
    let variation = try Bundled.panel().yearlyVariation(of: Bundled.subindex, through: 2017)
    let borrowed = variation.values.filter(\.isBorrowed).map(\.indicator)
    #expect(Set(borrowed) == ["bidding", "information_received", "information_days"])
    #expect(borrowed.allSatisfy { (variation[$0]?.standardDeviation ?? 0) > 0 })
  }

  @Test func fastImprovementIsExceededByOneInTen() throws {
    let panel = try Bundled.panel()
    let variation = try panel.yearlyVariation(of: Bundled.subindex, through: 2014)
    let fast = try #require(variation["website_score"]?.fastImprovement)
    let old = try #require(panel.column("website_score", in: 2013)).compactMap { $0 }
    let new = try #require(panel.column("website_score", in: 2014)).compactMap { $0 }
    let changes = zip(old, new).map { $1 - $0 }
    let national = changes.sorted()[31]
    // The quantile lies between the 56th and 57th of 63 changes in ascending order.
    #expect(changes.count { $0 - national > fast } == 7)
  }
}

import Indices
import Panels
import Scenarios
import Statistics
import TestSupport
import Testing

@Suite struct FeasibleChangesTests {
  private func changes(
    _ name: String = "daknong", _ year: Int = 2017, panel: Panel? = nil, threads: Int? = nil,
    draws: Int = 20
  ) throws -> FeasibleChanges {
    let panel = try panel ?? Bundled.panel()
    return try FeasibleChanges(
      of: Bundled.gazetteer().province(named: name),
      from: PastChanges(
        in: panel, rule: Bundled.rule(year), replicates: Replicates(seed: 1, threads: threads),
        draws: draws), in: panel)
  }

  @Test func countsTheNearestThirdOfCases() throws {
    let feasible = try changes("daknong", 2019)
    // Six pairs of years with 63 provinces each; who is as far away as the last is in too.
    let use = try #require(feasible["website_use"])
    #expect((126...135).contains(use.cases))
    #expect(use.changes.count == use.cases)
    // Two pairs of years: a third would be 42.
    #expect((60...66).contains(try #require(feasible["bidding"]).cases))
    #expect(feasible.laws.allSatisfy { !$0.isBorrowed && (0...1).contains($0.position) })
  }

  @Test func isNetOfWhatTheWholeCountrySharesAndRawIsNot() throws {
    let before = try changes()
    let shifted = try changes(
      panel: Bundled.panel { figure in
        figure.indicator == "website_use" && figure.year >= 2015
          ? figure.value - 0.1 : figure.value
      })
    for (law, other) in zip(before.laws, shifted.laws) {
      // Differences of shares near one half round by 1e-16 each.
      #expect(abs(law.good - other.good) < 1e-12)
      #expect(abs(law.median - other.median) < 1e-12)
      // What is borrowed is borrowed from website use, too.
      let isShifted = law.indicator == "website_use" || law.isBorrowed
      #expect((abs(law.rawGood - other.rawGood) > 1e-3) == isShifted)
    }
  }

  @Test func whoStandsLowGainsMoreThanWhoStandsHigh() throws {
    let panel = try Bundled.panel()
    let column = try #require(panel.column("predictability", in: 2019))
    let known = zip(panel.provinces, column).compactMap { province, value in
      value.map { (province, $0) }
    }
    let low = try #require(known.min { $0.1 < $1.1 }?.0)
    let high = try #require(known.max { $0.1 < $1.1 }?.0)
    let first = try #require(try changes(low.key, 2019)["predictability"])
    let last = try #require(try changes(high.key, 2019)["predictability"])
    #expect(first.position == 0 && last.position == 1)
    #expect(first.median > 0 && last.median < 0)
    #expect(first.good > last.good)
  }

  @Test func borrowsForAnIndicatorInItsFirstYear() throws {
    let feasible = try changes()
    let borrowed = feasible.laws.filter(\.isBorrowed)
    #expect(
      Set(borrowed.map(\.indicator)) == ["bidding", "information_received", "information_days"])
    #expect(borrowed.allSatisfy { $0.cases == 0 && $0.changes.count > 60 && $0.good > 0 })
    // What nobody has seen together goes for unrelated.
    let bidding = try #require(feasible.laws.firstIndex { $0.indicator == "bidding" })
    #expect(
      feasible.past.correlation[bidding].enumerated().allSatisfy { $1 == ($0 == bidding ? 1 : 0) })
  }

  @Test(arguments: [("daknong", 2014), ("angiang", 2019), ("hungyen", 2019)])
  func noChangeLeavesTheValuesThereCanBe(name: String, year: Int) throws {
    let panel = try Bundled.panel()
    let feasible = try changes(name, year)
    for law in feasible.laws {
      let indicator = try #require(panel.indicator(law.indicator))
      let value = try #require(panel[feasible.province.key, law.indicator, year])
      #expect(law.changes == law.changes.sorted())
      // A sum may round beyond a limit that the change was cut off at.
      #expect(
        law.changes.allSatisfy { change in
          let reached = value + change
          return reached >= indicator.limits.lowerBound - 1e-15
            && reached <= indicator.limits.upperBound * (1 + 1e-15)
        })
      #expect(law.medianInterval.contains(law.median) && law.goodInterval.contains(law.good))
      #expect(law.good >= law.median)
    }
  }

  @Test func nothingLaterThanTheYearIsUsed() throws {
    let all = try changes("daknong", 2017)
    let early = try changes(
      "daknong", 2017, panel: Bundled.panel { $0.year <= 2017 ? $0.value : nil })
    #expect(all.laws == early.laws)
    #expect(all.past.correlation == early.past.correlation)
  }

  @Test func theSameSeedGivesTheSameLawsOnOneThreadAndMany() throws {
    #expect(try changes(threads: 1, draws: 100).laws == changes(threads: 4, draws: 100).laws)
  }

  @Test func theFirstYearHasNoPast() {
    #expect(
      message { try changes("daknong", 2013) }
        == "no indicator of transparency has figures for two consecutive years up to 2013, and yearly "
        + "variation cannot be told from one; take a later year, or figures that reach further back"
    )
  }

  @Test(arguments: Bundled.years)
  func correlationsNeedNoShrinkingAndAreSymmetric(year: Int) throws {
    let past = try PastChanges(in: Bundled.history(), rule: Bundled.rule(year), draws: 1)
    #expect(past.shrinkage == 0)
    for (row, entries) in past.correlation.enumerated() {
      #expect(entries[row] == 1)
      for (column, entry) in entries.enumerated() {
        #expect(entry == past.correlation[column][row])
        #expect(row == column || abs(entry) < 1)
      }
    }
  }
}

import Foundation
import Panels
import Tables
import TestSupport
import Testing

@Suite struct BundledDataTests {
  @Test func sevenYearsOf63ProvincesAreComplete() throws {
    let panel = try Bundled.panel()
    #expect(panel.figures.count == 5229)
    #expect(panel.provinces.count == 63)
    #expect(panel.years == Array(2013...2019))
    for year in panel.years {
      let published = try Bundled.codebook().indicators(of: "transparency", in: year)
      #expect(published.count == (year < 2017 ? 11 : 13))
      for indicator in published {
        #expect(panel.column(indicator.code, in: year)?.count { $0 != nil } == 63)
      }
    }
  }

  /// Scores as the index publishes them, with two decimals.
  @Test(arguments: [
    ("daknong", 2015, 5.41), ("daknong", 2016, 6.01), ("daknong", 2017, 5.94),
    ("daknong", 2018, 6.31), ("daknong", 2019, 6.50), ("kontum", 2015, 5.61),
    ("kontum", 2017, 6.33), ("kontum", 2019, 6.45), ("travinh", 2017, 6.33),
    ("travinh", 2018, 6.45), ("travinh", 2019, 6.31), ("quangngai", 2015, 6.67),
    ("quangngai", 2017, 6.70), ("quangngai", 2019, 6.96), ("angiang", 2019, 7.44),
    ("hungyen", 2019, 5.98),
  ])
  func scoresAreThosePublished(_ province: String, _ year: Int, _ score: Double) throws {
    let value = try #require(try Bundled.panel()[province, "transparency", year])
    #expect((value * 100).rounded() / 100 == score)
  }

  /// Ranks as the index publishes them, by unrounded scores.
  @Test(arguments: [
    ("daknong", 2015, 58), ("daknong", 2016, 48), ("daknong", 2017, 53), ("daknong", 2018, 26),
    ("daknong", 2019, 49), ("kontum", 2015, 56), ("kontum", 2017, 33), ("kontum", 2019, 53),
    ("travinh", 2017, 34), ("travinh", 2018, 18), ("travinh", 2019, 61), ("quangngai", 2015, 11),
    ("quangngai", 2017, 7), ("quangngai", 2019, 8), ("angiang", 2019, 1), ("hungyen", 2019, 63),
  ])
  func ranksAreThosePublished(_ province: String, _ year: Int, _ rank: Int) throws {
    let panel = try Bundled.panel()
    let value = try #require(panel[province, "transparency", year])
    let others = try #require(panel.column("transparency", in: year)).compactMap { $0 }
    #expect(1 + others.count { $0 > value } == rank)
  }

  @Test(arguments: [
    (2013, 5.56), (2014, 5.98), (2015, 6.14), (2016, 6.22), (2017, 6.34), (2018, 6.25),
    (2019, 6.64),
  ])
  func mediansAreThosePublished(_ year: Int, _ median: Double) throws {
    let scores = try #require(try Bundled.panel().column("transparency", in: year))
    let ordered = scores.compactMap { $0 }.sorted()
    #expect((ordered[31] * 100).rounded() / 100 == median)
  }

  @Test func whereThePlanOfDakNongDiffersTheWorkbookStands() throws {
    // The plan prints a website score of 30, and 90.95 %.
    let panel = try Bundled.panel()
    #expect(panel["daknong", "website_score", 2016] == 29.5)
    let share = try #require(panel["daknong", "budget_published", 2016])
    #expect((share * 10_000).rounded() == 8095)
  }
}

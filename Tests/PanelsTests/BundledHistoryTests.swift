import Panels
import TestSupport
import Testing

/// The figures of transparency from 2005 to 2019.
@Suite struct BundledHistoryTests {
  @Test(arguments: [
    (2005...2005, 8, 42), (2006...2008, 9, 64), (2009...2012, 7, 63), (2013...2016, 10, 63),
    (2017...2019, 12, 63),
  ])
  func everyRankedProvinceHasEveryIndicator(
    years: ClosedRange<Int>, indicators: Int, provinces: Int
  ) throws {
    let panel = try Bundled.history()
    for year in years {
      let present = panel.indicators(of: "transparency", in: year)
      #expect(present.count == indicators, "\(year)")
      for indicator in present + [try Bundled.codebook().indicator("transparency")] {
        let column = try #require(panel.column(indicator.code, in: year))
        let named = zip(panel.provinces, column).filter { $0.1 != nil }.map(\.0)
        #expect(named.count == provinces, "\(year) \(indicator.code)")
        #expect(named.allSatisfy { $0.years.contains(year) })
      }
    }
  }

  @Test func theYearsAreThoseOfTheWorkbooksAndTheLaterScores() throws {
    #expect(try Bundled.history().years(of: "planning_documents") == [Int](2010...2019))
    #expect(try Bundled.history().years(of: "transparency").starts(with: 2005...2019))
  }

  /// As the index publishes them, with two decimals.
  @Test(arguments: [
    (2005, 4.67), (2006, 5.43), (2007, 5.84), (2008, 6.32), (2009, 5.92), (2010, 5.83),
    (2011, 5.84), (2012, 5.86), (2013, 5.56), (2014, 5.98), (2015, 6.14), (2016, 6.22),
    (2017, 6.34), (2018, 6.25), (2019, 6.64),
  ])
  func mediansAreThosePublished(year: Int, median: Double) throws {
    let scores = try #require(try Bundled.history().column("transparency", in: year))
      .compactMap(\.self).sorted()
    let middle = (scores[(scores.count - 1) / 2] + scores[scores.count / 2]) / 2
    #expect((middle * 100).rounded() / 100 == median)
  }
}

import Foundation
import Indices
import Tables
import TestSupport
import Testing

@Suite(
  .enabled(
    if: Bundled.hasWorkbooks,
    "the published workbooks are not here; name their folder in WORKBOOKS"))
struct WorkbookTests {
  @Test func theBundledFiguresAreThoseOfTheWorkbooksCellForCell() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("pci.sqlite")
    let files = Bundled.years.map { "\(Bundled.workbooks)/PCI_\($0).xlsx" }
    let outcome = MinhBachRun(["ingest"] + files + ["--store", store])
    try #require(outcome.code == 0, "\(outcome.error)")
    let read = try answer("export", "--store", store)
    let bundled = try String(
      contentsOfFile: Bundled.path("transparency/data.csv"), encoding: .utf8)
    let difference = zip(read.split(separator: "\n"), bundled.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(difference == nil)
    #expect(read.utf8.elementsEqual(bundled.utf8))
  }

  /// Eight indicators with the score, 63 provinces, and the medians the publisher's own rows show.
  @Test(arguments: [(2009, 5.92), (2010, 5.83), (2011, 5.84), (2012, 5.86)])
  func theYearsBefore2013AreReadByTheirLayouts(year: Int, median: Double) throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("pci.sqlite")
    let path = "\(Bundled.workbooks)/PCI_\(year).xls" + (year < 2012 ? "" : "x")
    _ = try answer("ingest", path, "--store", store)
    let rows = try records("export", "--store", store)
    #expect(rows.count == 63 * 8)
    let scores = try rows.filter { try $0.text("indicator") == "transparency" }
      .map { try $0.number("value") }.sorted()
    #expect(scores.count == 63)
    #expect(abs(scores[31] - median) <= 0.005)
    // Something unpublished enters the scores of these years: no rule gives them back.
    let rule = try records("calibrate", "--year", "\(year)", "--store", store)
    #expect(try rule[0].number("largest_residual") > 0.1)
  }

  /// With the years since 2010 at hand, ranges that began then are seen, and their weights told.
  @Test func earlierYearsTellMoreWeights() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("pci.sqlite")
    let files = (2009...2016).map { "\(Bundled.workbooks)/PCI_\($0).xls" + ($0 < 2012 ? "" : "x") }
    #expect(MinhBachRun(["ingest"] + files + ["--store", store]).code == 0)
    let rows = try records("calibrate", "--year", "2016", "--store", store)
    let rule = try Bundled.rule(2016)
    let told = try rows.filter { try $0.optionalNumber("weight") != nil }
    #expect(told.count == 7)
    for row in told {
      let indicator = try row.text("indicator")
      let known = try #require(rule.components.first { $0.indicator == indicator })
      #expect(abs(try row.number("weight") - known.weight) <= 1e-3, "\(indicator)")
    }
  }

  @Test func anOldWorkbookIsReadButItsYearHasNoLayout() throws {
    let folder = try TemporaryDirectory()
    let outcome = MinhBachRun(
      ["ingest", Bundled.workbooks + "/PCI_2008.xls", "--store", folder.file("s")])
    #expect(outcome.code == 65)
    #expect(
      outcome.error
        == "Error: PCI_2008.xls: no layout describes the workbooks of 2008; "
        + "there are layouts for 2009–2010, 2011–2012, 2013–2016, 2017–2019\n")
  }
}

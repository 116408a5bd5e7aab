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
  private static func workbook(_ year: Int) -> String {
    "\(Bundled.workbooks)/PCI_\(year).xls" + (year < 2012 ? "" : "x")
  }

  /// A store of all fifteen workbooks, made once.
  private static let store = Result {
    let folder = try TemporaryDirectory()
    let outcome = MinhBachRun(
      ["ingest"] + (2005...2019).map(workbook) + ["--store", folder.file("pci.sqlite")])
    try #require(outcome.code == 0, "\(outcome.error)")
    return (folder: folder, path: folder.file("pci.sqlite"))
  }

  @Test(arguments: [
    "pci", "entry_costs", "land_access", "transparency", "time_costs", "informal_charges",
    "implementation", "policy_bias", "proactivity", "business_support", "labor_training",
    "legal_institutions", "infrastructure", "information_technology",
  ])
  func theBundledFiguresAreThoseOfTheWorkbooksCellForCell(_ part: String) throws {
    let read = try answer("export", "--subindex", part, "--store", Self.store.get().path)
    let bundled = try String(contentsOfFile: Bundled.path("\(part)/data.csv"), encoding: .utf8)
    let difference = zip(read.split(separator: "\n"), bundled.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(difference == nil)
    #expect(read.utf8.elementsEqual(bundled.utf8))
  }

  @Test func theScoresOfAllYearsAreThoseOfTheWorkbooksAndTheLaterTables() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("pci.sqlite")
    try FileManager.default.copyItem(atPath: Self.store.get().path, toPath: store)
    _ = try answer("ingest", Bundled.path("scores/later.csv"), "--store", store)
    let read = try answer("export", "--subindex", "scores", "--store", store)
    let bundled = try String(contentsOfFile: Bundled.path("scores/data.csv"), encoding: .utf8)
    #expect(read.utf8.elementsEqual(bundled.utf8))
  }

  /// Something unpublished enters the scores of these years: no rule gives them back.
  @Test(arguments: 2009...2012)
  func theScoresOf2009To2012AreNoFunctionOfTheirIndicators(year: Int) throws {
    let rule = try records("calibrate", "--year", "\(year)")
    #expect(try rule[0].number("largest_residual") > 0.1)
  }

  /// With all years since 2006 at hand, every range is seen, and every weight told.
  @Test(arguments: 2013...2016) func earlierYearsTellEveryWeight(year: Int) throws {
    let rows = try records("calibrate", "--year", "\(year)")
    let rule = try Bundled.rule(year)
    let told = try rows.filter { try $0.optionalNumber("weight") != nil }
    #expect(told.count == 10)
    for row in told {
      let indicator = try row.text("indicator")
      let known = try #require(rule.components.first { $0.indicator == indicator })
      #expect(abs(try row.number("weight") - known.weight) <= 1e-3, "\(indicator)")
    }
  }
}

import Foundation
import Indices
import Panels
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

  /// From the workbooks alone: no bundled figure, no bundled rule.
  @Test func theWorkbooksAloneTellEveryRuleButFour() throws {
    let panel = try Panel(
      reading: CSVReader().table(
        bytes: Array(
          answer("export", "--subindex", "transparency", "--store", Self.store.get().path).utf8),
        file: "export.csv"), gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
    for calibration in Calibration.history(of: panel, subindex: Bundled.subindex) {
      if (2009...2012).contains(calibration.year) {
        #expect(calibration.standing == .approximate)
        #expect(calibration.largestResidual > 0.1)
      } else {
        #expect(calibration.standing == .exact)
        let known = try Bundled.rule(calibration.year)
        #expect(
          Dictionary(
            uniqueKeysWithValues: calibration.rule()?.components.map { ($0.indicator, $0.weight) }
              ?? [])
            == Dictionary(uniqueKeysWithValues: known.components.map { ($0.indicator, $0.weight) }))
        #expect(calibration.rule()?.ranges == known.ranges)
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The folder of the published workbooks, which are not part of the project.
///
/// The environment names it, as for `make data`; else it is looked for beside the checkout.
private let workbooks =
  ProcessInfo.processInfo.environment["WORKBOOKS"]
  ?? Bundled.checkout + "/../shared/data/workbooks"

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: workbooks),
    "the published workbooks are not here; name their folder in WORKBOOKS"))
struct WorkbookTests {
  @Test func theBundledFiguresAreThoseOfTheWorkbooksCellForCell() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("pci.sqlite")
    let files = Bundled.years.map { "\(workbooks)/PCI_\($0).xlsx" }
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

  @Test func anOldWorkbookIsReadButItsYearHasNoLayout() throws {
    let folder = try TemporaryDirectory()
    let outcome = MinhBachRun(
      ["ingest", workbooks + "/PCI_2011.xls", "--store", folder.file("s")])
    #expect(outcome.code == 65)
    #expect(
      outcome.error
        == "Error: PCI_2011.xls: no layout describes the workbooks of 2011; "
        + "there are layouts for 2013–2016, 2017–2019\n")
  }
}

import Foundation
import TestSupport
import Testing

/// The published workbooks, beside the checkout where there are any; they are not redistributed.
private let workbooks = Bundled.checkout + "/../shared/data/workbooks"

@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: workbooks),
    "skipped: the published workbooks are not beside the checkout"))
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

  @Test func anOldWorkbookIsRefusedWithARemedy() throws {
    let folder = try TemporaryDirectory()
    let outcome = MinhBachRun(
      ["ingest", workbooks + "/PCI_2011.xls", "--store", folder.file("s")])
    #expect(outcome.code == 65)
    #expect(
      outcome.error
        == "Error: PCI_2011.xls is an old .xls workbook; save it as .xlsx in a spreadsheet program\n"
    )
  }
}

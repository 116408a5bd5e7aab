import ArgumentParsing
import Foundation
import Panels
import Tables
import TestSupport
import Testing

@testable import Storage
@testable import minhbach

@Suite struct IngestTests {
  private let folder: TemporaryDirectory
  private let store: String

  init() throws {
    folder = try TemporaryDirectory()
    store = folder.file("pci.sqlite")
  }

  private func file(_ name: String, _ text: String) throws -> String {
    try TextFile.write(text, to: folder.file(name))
    return folder.file(name)
  }

  private func ingest(_ files: String..., options: [String] = []) -> MinhBachRun {
    MinhBachRun(["ingest"] + files + ["--store", store, "--format", "csv"] + options)
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: store)) }

  private func exported() throws -> String { try answer("export", "--store", store) }

  @Test func ingestingAFileAgainChangesNothingAndSaysSo() throws {
    let path = folder.file("PCI_2018.xlsx")
    try PublishedWorkbook.write(2018, to: path)
    let first = ingest(path)
    #expect(first.error.contains("819 figures were put into \(store), 0 in place of earlier ones."))
    let before = try bytes()
    let second = ingest(path)
    #expect(second.code == 0)
    #expect(second.error.contains("Note: PCI_2018.xlsx is already in \(store): nothing to do."))
    #expect(!second.error.contains("were put into"))
    #expect(ingest(path, options: ["--replace"]).code == 0)
    #expect(try bytes() == before)
    // The firms behind the figures are told from all sub-indices, and here is one: errors may differ.
    for (own, bundled) in zip(
      try records("score", "--year", "2018", "--store", store),
      try records("score", "--year", "2018"))
    {
      for column in ["province", "rank", "published_rank"] {
        #expect(try own.text(column) == bundled.text(column))
      }
      // Figures are typed into this workbook with the digits that it shows.
      #expect(abs(try own.number("score") - bundled.number("score")) < 5e-5)
    }
    #expect(try folder.contents() == ["PCI_2018.xlsx", "pci.sqlite"])
  }

  @Test func aTableOfOnesOwnReplacesOnlyWhatItHolds() throws {
    let workbook = folder.file("PCI_2018.xlsx")
    try PublishedWorkbook.write(2018, to: workbook)
    let own = try file(
      "own.csv", "province,year,website_score\nĐắk Nông,2018,40\nKon Tum,2020,33\n")
    _ = ingest(workbook)
    let run = ingest(own, options: ["--replace"])
    #expect(run.code == 0)
    #expect(run.error.contains("2 figures were put into \(store), 1 in place of earlier ones."))
    let rows = try records("export", "--store", store)
    #expect(rows.count == 820)
    let values = try rows.filter {
      try $0.text("province") == "Đắk Nông" && $0.text("indicator") == "website_score"
    }.map { try $0.number("value") }
    #expect(values == [40])
    let superseded = try PanelStore(path: store).supersededFigures()
    #expect(superseded.map(\.file.name) == ["PCI_2018.xlsx"])
    #expect(superseded.map(\.replacement.name) == ["own.csv"])
    #expect(superseded.first?.figure.source.hasPrefix("PCI_2018.xlsx#Transparency!") == true)

    // The workbook again does not undo it, unless asked to.
    let again = ingest(workbook)
    #expect(again.code == 0)
    #expect(
      again.error.contains(
        "PCI_2018.xlsx: 1 figure was replaced by other files since, and left so; "
          + "--replace puts the file's own back."))
    #expect(ingest(workbook, options: ["--replace"]).code == 0)
    #expect(try PanelStore(path: store).supersededFigures().map(\.revision) == [1, 2])
  }

  @Test func whereNobodyCanBeAskedNothingIsReplaced() throws {
    let first = try file(
      "a.csv", "province,year,website_score\nĐắk Nông,2018,40\nKon Tum,2018,33\n")
    let second = try file(
      "b.csv", "province,year,website_score\nĐắk Nông,2018,41.5\nHà Nội,2018,20\n")
    let other = try file("c.csv", "province,year,website_score\nKon Tum,2020,10\n")
    #expect(ingest(first).code == 0)
    let before = try bytes()
    let run = ingest(other, second)
    #expect(run.code == 65)
    #expect(
      run.error == """
        Error: 1 figure of \(store) would be replaced, and nothing was stored; look at them, then \
        add --replace to accept

        year  province  indicator      stored   new  source
        ────  ────────  ─────────────  ──────  ────  ───────────────────────
        2018  Đắk Nông  website_score      40  41.5  b.csv, line 2, column 3

        """)
    // Neither the file nor the one before it.
    #expect(try bytes() == before)
    #expect(ingest(other, second, options: ["--replace"]).code == 0)
    #expect(try exported().split(separator: "\n").count == 1 + 4)
  }

  @Test func ofManyReplacementsTheFirstAreShown() throws {
    let names = try Bundled.panel().provinces.map(\.nameVi)
    for (name, value) in [("a.csv", 20), ("b.csv", 21)] {
      _ = try file(
        name, "province,year,website_score\n" + names.map { "\($0),2018,\(value)\n" }.joined())
    }
    #expect(ingest(folder.file("a.csv")).code == 0)
    let lines = ingest(folder.file("b.csv")).error.split(separator: "\n")
    #expect(lines.count == 1 + 2 + ReplacementDisplay.limit + 1)
    #expect(lines.last == "… and 27 more")
  }

  @Test func figuresThatASheetNoLongerHasAreTakenOutWhenAgreed() throws {
    let path = folder.file("PCI_2018.xlsx")
    try PublishedWorkbook.write(2018, to: path)
    _ = ingest(path)
    try PublishedWorkbook.write(2018, to: path, replacing: "F12", by: .empty)
    let refused = ingest(path)
    #expect(refused.code == 65)
    #expect(refused.error.contains("no longer there"))
    let run = ingest(path, options: ["--replace"])
    #expect(run.code == 0)
    #expect(
      run.error.contains(
        "0 figures were put into \(store), 0 in place of earlier ones. "
          + "1 figure was taken out: a file no longer has them."))
    #expect(try records("export", "--store", store).count == 818)
    #expect(try PanelStore(path: store).supersededFigures().count == 1)
    #expect(
      try PanelStore(path: store).remarks().count { $0.message.hasSuffix("is empty") } == 1)
  }

  /// Spreadsheet programs keep 15 digits of a number.
  @Test func aCopySavedByAnotherProgramShowsOnlyWhatWasChanged() throws {
    let first = try file(
      "a.csv", "province,year,website_use\nHuế,2018,0.10638298094272614\nĐắk Nông,2018,0.5\n")
    let second = try file(
      "b.csv", "province,year,website_use\nHuế,2018,0.106382980942726\nĐắk Nông,2018,0.51\n")
    #expect(ingest(first).code == 0)
    let refused = ingest(second).error
    #expect(refused.contains("1 figure of"))
    #expect(refused.contains("0.51") && !refused.contains("0.1063"))
  }

  @Test func sameValuesFromAnotherFileKeepTheirSource() throws {
    let first = try file("a.csv", "province,year,website_score\nĐắk Nông,2018,40\n")
    let second = try file("b.csv", "province,year,website_score\nDak Nong,2018,40\n")
    #expect(ingest(first).code == 0)
    let before = try exported()
    let run = ingest(second)
    #expect(run.code == 0)
    #expect(
      run.error.contains(
        "b.csv: 1 figure was in \(store) before with the same value; the earlier source is kept."))
    #expect(try exported() == before)
    #expect(try PanelStore(path: store).files().map(\.name) == ["a.csv", "b.csv"])
    #expect(
      try PanelStore(path: store).files().map(\.digest)
        == [FileDigest(ofFile: first), FileDigest(ofFile: second)])
  }

  @Test func aStoreOfVersion1IsReadAsItIsAndBroughtUpToDate() throws {
    let path = try file("own.csv", "province,year,website_score\nĐắk Nông,2018,40\n")
    do {
      let old = try Connection(path: store, access: .writing)
      try old.execute(
        """
        PRAGMA application_id = 0x6D6E6862;
        CREATE TABLE figures (
          year INTEGER NOT NULL, indicator TEXT NOT NULL, province TEXT NOT NULL,
          value REAL NOT NULL, source TEXT NOT NULL, PRIMARY KEY (year, indicator, province)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO figures
          VALUES (2018, 'website_score', 'daknong', 40, 'own.csv, line 2, column 3');
        PRAGMA user_version = 1;
        """)
    }
    let before = try bytes()
    let export = try exported()
    #expect(export.contains("Đắk Nông,2018,website_score,40,points,\"own.csv, line 2, column 3\""))
    #expect(try bytes() == before)
    #expect(ingest(path).code == 0)
    #expect(try exported() == export)
    #expect(
      try PanelStore(path: store).files()
        == [StoredFile(name: "own.csv", digest: FileDigest(ofFile: path))])
    #expect(ingest(path).error.contains("own.csv is already in \(store): nothing to do."))
  }

  @Test func oneFileUnderTwoNamesIsRefused() throws {
    let text = "province,year,website_score\nĐắk Nông,2018,40\n"
    let (first, second) = (try file("a.csv", text), try file("b.csv", text))
    let run = ingest(first, second)
    #expect(run.code == 64)
    #expect(run.error.hasPrefix("Error: a.csv and b.csv are the same file; name it once.\n"))
  }

  @Test func theSameFiguresExportToTheSameBytesInWhateverOrderTheyCame() throws {
    let files = try [2016, 2017, 2018].map { year in
      try file("\(year).csv", "province,year,website_score\nĐắk Nông,\(year),40\nHuế,\(year),1\n")
    }
    let orders = [[0, 1, 2], [2, 0, 1], [1, 2, 0]]
    let exports = try orders.enumerated().map { place, order in
      let store = folder.file("\(place).sqlite")
      for index in order { _ = try answer("ingest", files[index], "--store", store) }
      return try answer("export", "--store", store)
    }
    #expect(exports[0].split(separator: "\n").count == 7)
    #expect(exports.allSatisfy { $0 == exports[0] })
  }

  @Test(arguments: [("y\n", 41.0), ("YES\n", 41), ("n\n", 40), ("\n", 40), ("yesterday\n", 40)])
  func onATerminalThePersonDecides(typed: String, value: Double) throws {
    let first = try file("a.csv", "province,year,website_score\nĐắk Nông,2018,40\n")
    let second = try file("b.csv", "province,year,website_score\nĐắk Nông,2018,41\n")
    #expect(ingest(first).code == 0)
    let terminal = try PseudoTerminal()
    terminal.type(typed)
    var command = try IngestCommand.parse([second, "--store", store, "--quiet"])
    command.streams = terminal.streams
    let refusal = message { try command.run() }
    #expect(refusal == (value == 40 ? "nothing was stored" : nil))
    let shown = terminal.shown()
    #expect(shown.contains("2018  Đắk Nông  website_score      40   41  b.csv, line 2, column 3"))
    #expect(shown.contains("Replace 1 figure? [y/N] "))
    #expect(try PanelStore(path: store).figures().map(\.value) == [value])
  }
}

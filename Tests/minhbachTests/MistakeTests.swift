import Foundation
import Panels
import Tables
import TestSupport
import Testing

@Suite struct MistakeTests {
  @Test func aMisspeltProvinceIsNeverGuessed() {
    expectRefusal(
      #"Error: no province is called "Đắk Nôngg"; did you mean Đắk Nông?"#, code: 64,
      ["sensitivity", "Đắk Nôngg", "--year", "2017"])
  }

  @Test func anAbsurdTargetIsRefused() {
    expectRefusal(
      "Error: rank 64 is not one of 1 to 63", code: 64,
      ["target", "daknong", "--year", "2017", "--rank", "64", "--by", "2020"])
    expectRefusal(
      "Error: the final year 2017 must come after 2017", code: 64,
      ["target", "daknong", "--year", "2017", "--rank", "40", "--by", "2017"])
  }

  @Test func aYearWithoutFiguresIsRefusedWithTheYearsThereAre() {
    expectRefusal(
      "Error: there are no figures for 2031; there are figures for "
        + "2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019",
      code: 65, ["score", "--year", "2031"])
  }

  @Test func aProvinceOfOtherYearsIsTold() {
    expectRefusal(
      "Error: Hà Tây was not ranked in 2019", code: 65, ["sensitivity", "Hà Tây", "--year", "2019"])
  }

  @Test func aMissingFileIsTold() throws {
    let folder = try TemporaryDirectory()
    let outcome = MinhBachRun(["ingest", folder.file("PCI_2017.xlsx"), "--store", folder.file("s")])
    #expect(outcome.code == 66)
    #expect(outcome.error.contains("PCI_2017.xlsx"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("s")))
  }

  @Test func aFileThatIsNoWorkbookIsToldAndNothingIsWritten() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("PCI_2017.xlsx")
    try TextFile.write("province,score\n", to: path)
    let outcome = MinhBachRun(["ingest", path, "--store", folder.file("s")])
    #expect(outcome.code == 65)
    #expect(outcome.error.hasPrefix("Error: PCI_2017.xlsx"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("s")))
  }

  @Test func aWorkbookOfAnotherKindNamesItsSheets() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("PCI_2017.xlsx")
    try XLSXWriter().write([Table(title: "Budget", columns: ["a"], rows: [])], to: path)
    expectRefusal(
      #"Error: PCI_2017.xlsx: no sheet is called "Entry Costs" or "Land Access" or "Transparency" "#
        + #"or "Time Costs" or "Informal Charges" or "Bias" or "Proactivity" or "BSS" or "#
        + #""Labor Training" or "Law & Order" or "Summary"; there are "Budget""#, code: 65,
      ["ingest", path, "--store", folder.file("s")])
    expectRefusal(
      "Error: PCI_2017.xlsx: no layout describes the workbooks of 2031; there are layouts for "
        + "2005–2019; a new year needs a file of its own in the folder layouts", code: 65,
      ["ingest", path, "--year", "2031", "--store", folder.file("s")])
  }

  @Test(arguments: [
    ("F12", #"PCI_2019.xlsx, sheet "Transparency", cell F12: "3..5" is not a number"#),
    ("A12", #"PCI_2019.xlsx, sheet "Transparency", cell A12: no province is called "3..5""#),
    ("F1", #"PCI_2019.xlsx, sheet "Transparency", cell F1: the heading "3..5" is in no row"#),
  ])
  func aBadCellIsNamedAndTheStoreStaysAsItWas(cell: String, message: String) throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("store.sqlite")
    let good = folder.file("PCI_2018.xlsx")
    let bad = folder.file("PCI_2019.xlsx")
    try PublishedWorkbook.write(2018, to: good)
    try PublishedWorkbook.write(2019, to: bad, replacing: cell)
    _ = try answer("ingest", good, "--store", store)
    let before = try Data(contentsOf: URL(fileURLWithPath: store))
    // A good file before the bad one is not kept either.
    let outcome = MinhBachRun(["ingest", good, bad, "--store", store])
    #expect(outcome.code == 65)
    #expect(outcome.error.contains("Error: " + message))
    #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
  }

  @Test(arguments: ["figures.dta", "figures.sav"])
  func filesOfStataAndSPSSComeInByTheirLabels(file: String) throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("store.sqlite")
    let run = MinhBachRun(
      ["ingest", reference(file), "--store", store, "--format", "csv"])
    #expect(run.code == 0)
    let rows = try records("export", "--store", store)
    #expect(
      try rows.map {
        "\(try $0.text("province")) \(try $0.text("indicator")) \(try $0.text("value"))"
      }
        == ["Đắk Nông website_score 37.5", "Kon Tum website_use 0.5", "Đắk Nông website_use 0.75"])
  }

  @Test func aStoreThatIsNoneIsTold() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("notes.txt")
    try TextFile.write(String(repeating: "not a database\n", count: 100), to: path)
    let outcome = MinhBachRun(["score", "--store", path])
    #expect(outcome.code == 65)
    #expect(outcome.error.contains("not a store of minhbach"))
    #expect(MinhBachRun(["score", "--store", folder.file("none")]).code == 66)
    #expect(!FileManager.default.fileExists(atPath: folder.file("none")))
  }

  @Test func anEmptyStoreIsLeftAsItIs() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("empty.sqlite")
    try TextFile.write("", to: path)
    expectRefusal(
      "Error: \(path): the store is empty; fill it with 'minhbach ingest FILE… --store \(path)'",
      code: 65, ["score", "--store", path])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    expectRefusal("Error: --store names no file.", code: 64, ["score", "--store", ""])
    expectRefusal(
      "Error: --store names no file.", code: 64, ["ingest", "PCI_2019.xlsx", "--store", ""])
  }

  @Test func aFileOfAnotherYearGivesItselfAway() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("PCI_2018.xlsx")
    try PublishedWorkbook.write(2019, to: path)
    let run = MinhBachRun(
      ["ingest", path, "--store", folder.file("s.sqlite"), "--format", "csv"])
    #expect(run.code == 0)
    #expect(run.error.contains("The rule of 2018 does not give the published scores back"))
  }

  @Test func aFileThatCannotBeWrittenIsNoFaultOfTheData() throws {
    let folder = try TemporaryDirectory()
    #expect(MinhBachRun(["score", "--format", "csv", "--output", folder.path]).code == 1)
    expectRefusal(
      "Error: The ending .pdf names no format; add --format.", code: 64,
      ["score", "--output", folder.file("scores.pdf")])
  }

  @Test func aWorkbookCannotBePrinted() {
    expectRefusal(
      "Error: A workbook cannot be printed: name a file with --output.", code: 64,
      ["score", "--format", "xlsx"])
  }
}

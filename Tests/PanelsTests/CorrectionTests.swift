import Panels
import Tables
import TestSupport
import Testing

@Suite struct CorrectionTests {
  private func corrections(_ rows: String) throws -> [Correction] {
    try Correction.corrections(
      reading: table(
        csv: "year,sheet,cell,found,read_as,reason\n" + rows, file: "corrections.csv"))
  }

  // MARK: What they do to a workbook

  @Test func aNumberIsReadAsItShouldStand() throws {
    let book = SmallWorkbook.sound(corrections: "2017,Openness,C3,0.25,0.2,Typed wrongly.\n")
    #expect(try book.values().contains("kontum use 0.2"))
    #expect(
      try book.remarks() == [
        "correction: sheet \"Openness\", cell C3: \"0.25\" is read as \"0.2\": Typed wrongly."
      ])
  }

  @Test func aCorrectedNumberIsNotSaidToBeStoredAsText() throws {
    var book = SmallWorkbook(corrections: "2017,Openness,C3,\"0,25\",0.25,A comma.\n")
    book.add("Openness", SmallWorkbook.soundSheet.replacing("| 0.25 ", with: "| '0,25 "))
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "correction: sheet \"Openness\", cell C3: \"0,25\" is read as \"0.25\": A comma."
      ])
  }

  @Test func namesAndHeadingsAreReadAsTheyShouldStand() throws {
    var book = SmallWorkbook(
      corrections: """
        2017,Openness,A2,Đắc Nông,Đắk Nông,Misspelt.
        2017,Openness,D1,,Ease,The heading is missing.
        2017,Openness,B1,Use,Score,Exchanged with C1.
        2017,Openness,C1,Score,Use,Exchanged with B1.

        """)
    book.add(
      "Openness",
      """
      Province       | Use | Score |
      Đắc Nông       | 5   | 0.5   | 2.5
      Kon Tum        | 6   | 0.25  | 3
      Thừa Thiên Huế | 7   | 0.75  | 3.5
      """)
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "correction: sheet \"Openness\", cell A2: \"Đắc Nông\" is read as \"Đắk Nông\": Misspelt.",
        "correction: sheet \"Openness\", cell D1: \"\" is read as \"Ease\": The heading is missing.",
        "correction: sheet \"Openness\", cell B1: \"Use\" is read as \"Score\": Exchanged with C1.",
        "correction: sheet \"Openness\", cell C1: \"Score\" is read as \"Use\": Exchanged with B1.",
      ])
  }

  @Test func twoProvincesThatChangedPlacesAreExchanged() throws {
    let book = SmallWorkbook.sound(
      corrections: "2017,Openness,A2,Đắk Nông,Kon Tum,Exchanged.\n"
        + "2017,Openness,A3,Kon Tum,Đắk Nông,Exchanged.\n")
    #expect(try book.values().contains("kontum openness 5.0"))
    #expect(try book.values().contains("daknong openness 6.0"))
  }

  @Test func aDashTakesTheFigureOut() throws {
    let book = SmallWorkbook.sound(corrections: "2017,Openness,C3,0.25,-,It is another's.\n")
    #expect(try book.values() == SmallWorkbook.soundValues.filter { $0 != "kontum use 0.25" })
    #expect(
      try book.remarks() == [
        "correction: sheet \"Openness\", cell C3: \"0.25\" is read as missing: It is another's.",
        "warning: sheet \"Openness\", cell C3: use of Kon Tum is empty",
      ])
  }

  @Test func aCellThatHoldsSomethingElseIsReadAsItIs() throws {
    let book = SmallWorkbook.sound(corrections: "2017,Openness,C3,0.35,0.2,Typed wrongly.\n")
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "note: sheet \"Openness\", cell C3: holds \"0.25\", not \"0.35\": the correction to \"0.2\" was "
          + "not needed"
      ])
  }

  @Test func spacesAndLineBreaksOfTheCellDoNotMatter() throws {
    var book = SmallWorkbook(corrections: "2017,Openness,C1,What  firms use,Use,Renamed.\n")
    book.add("Openness", SmallWorkbook.soundSheet.replacing("| Use ", with: "| What⏎firms use "))
    #expect(try book.values() == SmallWorkbook.soundValues)
  }

  @Test func anEntryForAllSheetsIsSilentWhereItIsNotNeeded() throws {
    let entry = "2017,*,A2,Đắc Nông,Đắk Nông,Misspelt on some sheets.\n"
    var book = SmallWorkbook(
      layouts: SmallWorkbook.openness + SmallWorkbook.land, corrections: entry)
    book.add("Openness", SmallWorkbook.soundSheet)
    book.add(
      "Land",
      "Province|Score|Risk\nĐắc Nông|4|2\nKon Tum|3|3\nThừa Thiên Huế|2|4")
    #expect(
      try book.remarks() == [
        "correction: sheet \"Land\", cell A2: \"Đắc Nông\" is read as \"Đắk Nông\": Misspelt on some "
          + "sheets."
      ])
    #expect(try SmallWorkbook.sound(corrections: entry).remarks() == [])
  }

  @Test func whatHasNoReplacementOnlyWarns() throws {
    let book = SmallWorkbook.sound(
      corrections: "2017,Openness,C2:C4,,,Asked of few.\n2017,Openness,D1,,,Look at it.\n")
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "warning: sheet \"Openness\", cells C2:C4: Asked of few.",
        "warning: sheet \"Openness\", cell D1: Look at it.",
      ])
  }

  @Test func entriesOfOtherYearsAndSheetsDoNothing() throws {
    let book = SmallWorkbook.sound(
      corrections: "2016,Openness,C3,0.25,0.2,Of 2016.\n2017,Land,C3,0.25,0.2,Of land.\n"
        + "2018,*,C3,0.25,0.2,Of 2018.\n")
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(try book.remarks() == [])
  }

  // MARK: The table of them

  @Test func everyColumnIsRead() throws {
    let entries = try corrections(
      "2017, Law & Order ,B4,\" Hà  Nan \",Hà Nam,Misspelt.\n2005,*,k3:K43,,,Empty in part.\n")
    #expect(entries.map(\.year) == [2017, 2005])
    #expect(entries.map(\.sheet) == ["Law & Order", "*"])
    #expect(entries.map(\.found) == ["Hà Nan", ""])
    #expect(entries.map(\.readAs) == ["Hà Nam", nil])
    #expect(entries.map(\.reason) == ["Misspelt.", "Empty in part."])
    #expect(entries.map { "\($0.cells)" } == ["B4", "K3:K43"])
  }

  @Test(arguments: [
    (
      "2017,Openness,4B,a,b,Why.\n",
      "column 3: expected a cell such as B4, or a block such as B4:B66"
    ),
    (
      "2017,Openness,B4:B5,a,b,Why.\n",
      "column 5: expected nothing, since a block only warns"
    ),
    ("2017,Openness,B4,a,b,\n", "column \"reason\": the cell is empty"),
    ("2017,,B4,a,b,Why.\n", "column \"sheet\": the cell is empty"),
    ("soon,Openness,B4,a,b,Why.\n", "column \"year\": \"soon\" is not a number"),
  ])
  func badEntriesAreNamedWithTheirPlace(rows: String, expected: String) {
    #expect(message { try corrections(rows) } == "corrections.csv, line 2, " + expected)
  }

  /// An entry for a sheet that no layout of its year names would never be applied.
  @Test func everyBundledEntryIsAboutASheetThatIsRead() throws {
    let layouts = try Bundled.layouts()
    for entry in try Correction.corrections(reading: Bundled.table("corrections.csv")) {
      let isRead = layouts.contains {
        $0.years.contains(entry.year) && $0.sheets.contains(entry.sheet)
      }
      #expect(isRead || entry.sheet == "*", "\(entry.year) \(entry.sheet) \(entry.cells)")
    }
  }

  @Test(arguments: [
    ("B4", 4...4, 2...2), ("aa10", 10...10, 27...27), ("B4:C66", 4...66, 2...3),
    (" B4 : C5 ", 4...5, 2...3), ("B4:B4", 4...4, 2...2),
    ("XFD1048576", 1_048_576...1_048_576, 16384...16384),
  ])
  func aBlockIsNamedByItsCorners(
    text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) throws {
    let range = try #require(CellRange(text))
    #expect(range.rows == rows && range.columns == columns)
  }

  @Test(arguments: [
    "", "B", "4", "4B", "B0", "B-1", "B4:", ":B4", "B4:A4", "B4:B3", "B4:C5:D6", "B4.5", "$B$4",
    "Đ4", "B 4", "B+4", "B99999999999999999999", "B1048577", "XFE1",
  ])
  func whatNamesNoCellIsRefused(text: String) {
    #expect(CellRange(text) == nil)
  }
}

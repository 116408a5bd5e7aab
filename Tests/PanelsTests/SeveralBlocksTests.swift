import Panels
import TestSupport
import Testing

/// Several blocks and sheets of one workbook.
@Suite struct SeveralBlocksTests {
  private static let landSheet = """
    Province       | Score | Risk
    Đắk Nông       | 4     | 2
    Kon Tum        | 3     | 3
    Thừa Thiên Huế | 2     | 4
    """

  private static let summarySheet = """
    Province       | Openness | PCI | Rank
    Thừa Thiên Huế | 7        | 70  | 1
    Kon Tum        | 6        | 60  | 2
    Đắk Nông       | 5        | 50  | 3
    """

  /// A workbook of openness, land and a summary.
  private func whole(
    openness: String = SmallWorkbook.soundSheet, summary: String = summarySheet
  ) -> SmallWorkbook {
    var book = SmallWorkbook(
      layouts: SmallWorkbook.openness + SmallWorkbook.land + SmallWorkbook.summary)
    book.add("Openness", openness)
    book.add("Land", Self.landSheet)
    book.add("Summary", summary)
    return book
  }

  @Test func blocksOfOneSubIndexBecomeOneReading() throws {
    var book = SmallWorkbook(
      layouts: "openness,,Openness,1,2,3,rows,A,B,C\nopenness,,Openness,1,2,3,rows,E,F,\n")
    book.add(
      "Openness",
      """
      Province       | Score | Use  | | Province       | Ease
      Đắk Nông       | 5     | 0.5  | | Thừa Thiên Huế | 3.5
      Kon Tum        | 6     | 0.25 | | Kon Tum        | 3
      Thừa Thiên Huế | 7     | 0.75 | | Đắk Nông       | 2.5
      """)
    let readings = try book.readings()
    #expect(readings.map(\.subindex) == ["openness"])
    #expect(readings[0].isWhole && readings[0].sheet == "Openness")
    #expect(try book.values().sorted() == SmallWorkbook.soundValues.sorted())
    #expect(SmallWorkbook.remarks(readings) == [])
  }

  @Test func anIndicatorThatNoBlockHoldsIsRefusedAtTheFirstOfThem() {
    var book = SmallWorkbook(
      layouts: "openness,,Openness,1,2,3,rows,A,B,C\nopenness,,More,1,2,3,rows,A,B,\n")
    book.add("Openness", SmallWorkbook.soundSheet)
    book.add("More", "Province | Use\nĐắk Nông|0.5\nKon Tum|0.25\nThừa Thiên Huế|0.75")
    #expect(book.complaint() == "sheet \"Openness\", cell B1: no column holds ease")
  }

  @Test func whatASummaryRepeatsInOtherOrderIsPassedOverInSilence() throws {
    let readings = try whole().readings()
    #expect(readings.map(\.subindex) == ["openness", "land", "pci"])
    #expect(SmallWorkbook.remarks(readings) == [])
    #expect(readings[2].indicators.map(\.code) == ["pci", "pci_rank"])
    let scores = readings.flatMap(\.figures).filter { $0.indicator == "openness" }
    #expect(scores.map(\.source) == (2...4).map { "PCI_2017.xlsx#Openness!B\($0)" })
  }

  @Test func aDifferenceBetweenTwoBlocksIsOneWarningAndTheFirstCounts() throws {
    let book = whole(
      summary: Self.summarySheet.replacing("Kon Tum        | 6 ", with: "Kon Tum | 6.25")
        .replacing("Đắk Nông       | 5 ", with: "Đắk Nông | 4.5"))
    #expect(try book.values().starts(with: SmallWorkbook.soundValues))
    #expect(
      try book.remarks() == [
        "warning: sheet \"Summary\", cell B1: openness differs here from PCI_2017.xlsx, sheet "
          + "\"Openness\", cell B1 for 2 provinces, most for Đắk Nông: 4.5 against 5; the latter is used"
      ])
    let remark = try #require(try book.readings().flatMap(\.remarks).first)
    #expect(remark.indicator == "openness" && remark.year == 2017)
    #expect(try book.readings().map(\.remarks.count) == [1, 0, 0])
  }

  /// Copies are stored with seven digits or as 32-bit numbers: 1e-5 of their size is above both.
  @Test(arguments: [("6.00005", 0), ("5.99995", 0), ("6.00007", 1), ("5.99993", 1)])
  func copiesMayDifferByTheirLastDigit(score: String, warnings: Int) throws {
    let book = whole(
      summary: Self.summarySheet.replacing("Kon Tum        | 6 ", with: "Kon Tum | \(score)"))
    #expect(try book.remarks().count == warnings)
  }

  @Test func aColumnThatStandsTwiceInOneBlockIsRefused() {
    let book = whole(
      openness: SmallWorkbook.soundSheet.replacing("| Ease", with: "| Firms that use it"))
    #expect(
      book.complaint() == "sheet \"Openness\", cell D1: a second column holds use, as C1 does")
  }

  @Test func aMissingSheetIsWarnedOfAndTheRestIsRead() throws {
    var book = SmallWorkbook(
      layouts: SmallWorkbook.openness + "land,,Land|Đất đai,1,2,3,rows,A,B,\n"
        + SmallWorkbook.summary)
    book.add("Openness", SmallWorkbook.soundSheet)
    book.add("Summary", Self.summarySheet)
    let readings = try book.readings()
    #expect(readings.map(\.subindex) == ["openness", "pci"])
    #expect(
      SmallWorkbook.remarks(readings) == [
        "warning: no sheet \"Land\" or \"Đất đai\"; land is not read"
      ])
  }

  @Test func theFirstOfASheetsNamesThatIsThereIsRead() throws {
    var book = SmallWorkbook(layouts: "openness,,Tính minh bạch|Openness,1,2,3,rows,A,B,\n")
    book.add("Openness", "nothing")
    book.add("Tính  minh bạch ", SmallWorkbook.soundSheet)
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == ["note: sheet \"Openness\": in no layout of 2017, and not read"])
  }

  @Test func unknownAndHiddenSheetsAreNotedUnlessBlank() throws {
    var book = SmallWorkbook.sound()
    book.add("Readme", "Look here")
    book.add("Summary", Self.summarySheet, isHidden: true)
    book.add("Sheet3", "  \n |  ")
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "note: sheet \"Readme\": in no layout of 2017, and not read",
        "note: sheet \"Summary\": hidden, and not read",
      ])
  }

  @Test func aHiddenCopyIsNoMatchForTheLayout() throws {
    var book = SmallWorkbook(layouts: SmallWorkbook.openness + SmallWorkbook.summary)
    book.add("Openness", SmallWorkbook.soundSheet)
    book.add("Summary", "stale", isHidden: true)
    #expect(try book.readings().map(\.subindex) == ["openness"])
    #expect(
      try book.remarks() == [
        "warning: no sheet \"Summary\"; pci is not read",
        "note: sheet \"Summary\": hidden, and not read",
      ])
  }

  @Test func whatHasNoPartInTheIndexMayBeMissing() throws {
    var without = SmallWorkbook(layouts: SmallWorkbook.land)
    without.add("Land", Self.landSheet)
    #expect(try without.readings()[0].indicators.map(\.code) == ["land", "risk"])
    var with = SmallWorkbook(layouts: SmallWorkbook.land)
    with.add(
      "Land",
      """
      Province       | Score | Risk | Rent
      Đắk Nông       | 4     | 2    | 100
      Kon Tum        | 3     | 3    | 200
      Thừa Thiên Huế | 2     | 4    | 300
      """)
    #expect(try with.readings()[0].indicators.map(\.code) == ["land", "risk", "rent"])
    var broken = SmallWorkbook(layouts: SmallWorkbook.land)
    broken.add("Land", Self.landSheet.replacing("Risk", with: "Rent"))
    #expect(broken.complaint() == "sheet \"Land\", cell B1: no column holds risk")
  }

  @Test func remarksGoWithTheSubIndexTheyAreAbout() throws {
    let empty = SmallWorkbook.soundSheet.replacing("| 0.25 ", with: "|  ")
    var book = whole(openness: empty)
    book.add("Readme", "Look here")
    let readings = try book.readings()
    #expect(readings.map(\.remarks.count) == [2, 0, 0])
    #expect(readings[0].problems(of: try SmallWorkbook.codebook().indicator("use")) == 1)
  }
}

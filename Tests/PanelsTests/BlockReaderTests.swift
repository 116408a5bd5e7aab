import Panels
import TestSupport
import Testing

/// One block of a sheet: its headings, its provinces, its figures.
@Suite struct BlockReaderTests {
  private func workbook(_ drawing: String, layouts: String = SmallWorkbook.openness)
    -> SmallWorkbook
  {
    var workbook = SmallWorkbook(layouts: layouts)
    workbook.add("Openness", drawing)
    return workbook
  }

  @Test func theSoundSheetIsReadWithoutARemark() throws {
    let readings = try SmallWorkbook.sound().readings()
    #expect(SmallWorkbook.values(readings) == SmallWorkbook.soundValues)
    #expect(SmallWorkbook.remarks(readings) == [])
  }

  // MARK: Pairs

  @Test func pairsThatAreSortedEachOnItsOwnGiveTheFiguresOfTheSoundSheet() throws {
    let pairs = workbook(
      """
      Province       | Score | Province       | Use  | Province       | Ease
      Thừa Thiên Huế | 7     | Kon Tum        | 0.25 | Đắk Nông       | 2.5
      Kon Tum        | 6     | Thừa Thiên Huế | 0.75 | Thừa Thiên Huế | 3.5
      Đắk Nông       | 5     | Đắk Nông       | 0.5  | Kon Tum        | 3
      """, layouts: "openness,,Openness,1,2,3,pairs,A,B,\n")
    #expect(try pairs.values().sorted() == SmallWorkbook.soundValues.sorted())
    #expect(try pairs.remarks() == [])
  }

  @Test(arguments: 1...20)
  func shufflingEveryPairChangesNoFigure(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pairs = [
      ["Province | Score", "Đắk Nông | 5", "Kon Tum | 6", "Thừa Thiên Huế | 7"],
      ["Province | Use", "Đắk Nông | 0.5", "Kon Tum | 0.25", "Thừa Thiên Huế | 0.75"],
      ["Province | Ease", "Đắk Nông | 2.5", "Kon Tum | 3", "Thừa Thiên Huế | 3.5"],
    ].shuffled(using: &random).map { [$0[0]] + $0.dropFirst().shuffled(using: &random) }
    let lines = (0..<4).map { row in pairs.map { $0[row] }.joined(separator: " | ") }
    let book = workbook(
      lines.joined(separator: "\n"), layouts: "openness,,Openness,1,2,3,pairs,A,B,\n")
    #expect(try book.values().sorted() == SmallWorkbook.soundValues.sorted())
  }

  @Test func aPairWithoutOneProvinceIsRefusedAtItsOwnColumnOfNames() {
    let pairs = workbook(
      """
      Province       | Score | Province       | Use  | Province       | Ease
      Thừa Thiên Huế | 7     | Kon Tum        | 0.25 | Đắk Nông       | 2.5
      Kon Tum        | 6     | Thừa Thiên Huế | 0.75 | Thừa Thiên Huế | 3.5
      Đắk Nông       | 5     |                |      | Kon Tum        | 3
      """, layouts: "openness,,Openness,1,2,3,pairs,A,B,\n")
    #expect(pairs.complaint() == "sheet \"Openness\", cell C4: no row for Đắk Nông")
  }

  // MARK: Where provinces stand

  @Test func provincesMayStandAfterTheFigures() throws {
    let after = workbook(
      """
      Use  | Score | Ease | No | Province
      0.5  | 5     | 2.5  | 1  | Đắk Nông
      0.25 | 6     | 3    | 2  | Kon Tum
      0.75 | 7     | 3.5  | 3  | Thừa Thiên Huế
      """, layouts: "openness,,Openness,1,2,3,rows,E,A,C\n")
    let readings = try after.readings()
    #expect(SmallWorkbook.values(readings) == SmallWorkbook.soundValues)
    #expect(readings[0].figures[0].source == "PCI_2017.xlsx#Openness!B2")
  }

  @Test func whatStandsLeftAndRightOfTheBlockIsLeftOut() throws {
    let within = workbook(
      """
      Note | Province       | Score | Use  | Ease | Picker | 7
      1    | Đắk Nông       | 5     | 0.5  | 2.5  | 9      | 7
      2    | Kon Tum        | 6     | 0.25 | 3    | 9      | 7
      3    | Thừa Thiên Huế | 7     | 0.75 | 3.5  | 9      | 7
      """, layouts: "openness,,Openness,1,2,3,rows,B,C,E\n")
    #expect(try within.values() == SmallWorkbook.soundValues)
    #expect(try within.remarks() == [])
  }

  @Test func aProvinceBelowThoseOfTheLayoutIsRefused() {
    let sheet = SmallWorkbook.soundSheet
    #expect(
      workbook(sheet + "\nHà Tây | 8 | 0.5 | 2").complaint()
        == "sheet \"Openness\", cell A5: Hà Tây stands below the 3 provinces that the layout tells of"
    )
    #expect(
      workbook(sheet + "\nDak Nong | 8 | 0.5 | 2").complaint()
        == "sheet \"Openness\", cell A5: Đắk Nông stands a second time")
    // After a blank row stands a picker, or the median.
    #expect(workbook(sheet + "\n\nĐắk Nông | 8 | 0.5 | 2").complaint() == nil)
    #expect(workbook(sheet + "\nMedian | 8 | 0.5 | 2").complaint() == nil)
  }

  @Test func aSheetOfFewerProvincesThanTheYearHadNamesTheirNumber() {
    let two = "openness,,Openness,1,2,2,rows,A,B,\n"
    let lines = SmallWorkbook.soundSheet.split(separator: "\n")
    #expect(workbook(lines[..<3].joined(separator: "\n"), layouts: two).complaint() == nil)
    #expect(
      workbook(lines[..<2].joined(separator: "\n"), layouts: two).complaint()
        == "sheet \"Openness\", cell A3: the provinces end after 1, of 2")
    #expect(
      workbook(SmallWorkbook.soundSheet, layouts: two).complaint()
        == "sheet \"Openness\", cell A4: Thừa Thiên Huế stands below the 2 provinces that the layout "
        + "tells of")
  }

  @Test func aLayoutOfFortyTwoIsNotContentWithFortyOneOfSixtyFour() throws {
    let sheet = try PublishedSheet(year: 2005)
    #expect(sheet.layout.provinces == 42)
    var some = sheet
    some.rows = Array(sheet.rows.prefix(sheet.layout.firstRow - 1 + 42))
    #expect(try some.reading().figures.count == 42 * sheet.indicators.count)
    some.rows.removeLast()
    #expect(
      message { try some.reading() }
        == "PCI_2005.xlsx, sheet \"Transparency\", cell A44: the provinces end after 41, of 42")
  }

  @Test func aProvinceOfOtherYearsIsRefusedInTheFirstRowAsInAnyOther() {
    let sheet = SmallWorkbook.soundSheet
    #expect(
      workbook(sheet.replacing("Đắk Nông", with: "Hà Tây")).complaint()
        == "sheet \"Openness\", cell A2: Hà Tây was not ranked in 2017")
  }

  // MARK: Headings

  @Test func aHeadingThatIsMissingIsTakenFromTheNearestRowAbove() throws {
    let book = workbook(
      """
      Table 3  |       | What people say |
               | Score | Nothing         | Ease
      Province |       | Use             |
      Đắk Nông | 5     | 0.5 | 2.5
      Kon Tum  | 6     | 0.25 | 3
      Thừa Thiên Huế | 7 | 0.75 | 3.5
      """, layouts: "openness,,Openness,3,4,3,rows,A,B,\n")
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(try book.remarks() == [])
    let unknown = workbook(
      SmallWorkbook.soundSheet.replacing("| Use ", with: "| Usage "))
    #expect(
      unknown.complaint()
        == "sheet \"Openness\", cell C1: the heading \"Usage\" is in no row of codebook.csv; add it to "
        + "the column \"headings\" of its indicator")
  }

  @Test(arguments: [
    "Firms⏎that use it", "Firms  that   use it", "Firms that⏎ use it", "⏎Firms that use it⏎",
  ])
  func lineBreaksAndDoubleSpacesOfAHeadingDoNotMatter(heading: String) throws {
    let book = workbook(SmallWorkbook.soundSheet.replacing("| Use ", with: "| \(heading) "))
    #expect(try book.values() == SmallWorkbook.soundValues)
  }

  @Test func aColumnOfFiguresWithoutAHeadingIsLeftOutWithAWarning() throws {
    let book = workbook(
      """
      Province       | Score |     | Use  | Ease |
      Đắk Nông       | 5     | 0.1 | 0.5  | 2.5  | note
      Kon Tum        | 6     |     | 0.25 | 3    |
      Thừa Thiên Huế | 7     |     | 0.75 | 3.5  | note
      """)
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "warning: sheet \"Openness\", cell C1: a column of figures without a heading is left out"
      ])
  }

  // MARK: Figures

  @Test func aColumnOfPercentagesIsReadAsSharesWithOneNote() throws {
    let percent = workbook(
      SmallWorkbook.soundSheet.replacing("| 0.5 ", with: "| 50 ")
        .replacing("| 0.25 ", with: "| 25 ").replacing("| 0.75 ", with: "| '75 "))
    #expect(try percent.values() == SmallWorkbook.soundValues)
    #expect(
      try percent.remarks() == [
        "note: sheet \"Openness\", cell C4: the number \"75\" is stored as text",
        "note: sheet \"Openness\", cell C1: percentages of 0 to 100 are read as shares of 0 to 1",
      ])
  }

  @Test func zerosAmongPercentagesDoNotMakeThemShares() throws {
    let percent = workbook(
      SmallWorkbook.soundSheet.replacing("| 0.5 ", with: "| 0 ")
        .replacing("| 0.25 ", with: "| 0 ").replacing("| 0.75 ", with: "| 75 "))
    #expect(
      try percent.values().filter { $0.contains("use") } == [
        "daknong use 0.0", "kontum use 0.0", "hue use 0.75",
      ])
    #expect(try percent.remarks().count == 1)
  }

  @Test func aColumnOfZerosIsReadAsItStands() throws {
    let zeros = workbook(
      SmallWorkbook.soundSheet.replacing("| 0.5 ", with: "| 0 ")
        .replacing("| 0.25 ", with: "| 0 ").replacing("| 0.75 ", with: "| 0 "))
    #expect(
      try zeros.values().filter { $0.contains("use") } == [
        "daknong use 0.0", "kontum use 0.0", "hue use 0.0",
      ])
    #expect(try zeros.remarks() == [])
  }

  @Test func aPercentageAmongSharesIsRefusedAtItsCell() {
    let mixed = workbook(SmallWorkbook.soundSheet.replacing("| 0.25 ", with: "| 25 "))
    #expect(
      mixed.complaint()
        == "sheet \"Openness\", cell C3: 25 cannot be: a share lies between 0 and 1")
    let above = workbook(
      SmallWorkbook.soundSheet.replacing("| 0.5 ", with: "| 50 ")
        .replacing("| 0.25 ", with: "| 101 ").replacing("| 0.75 ", with: "| 75 "))
    #expect(
      above.complaint()
        == "sheet \"Openness\", cell C3: 1.01 cannot be: a share lies between 0 and 1")
  }

  // MARK: Words of a scale

  @Test(arguments: ["Ease (1=Easy; 5=Impossible)", "Độ dễ (1=Rất dễ; 5=Không thể)"])
  func wordsThatTurnAScaleRoundGiveAWarning(heading: String) throws {
    let book = workbook(SmallWorkbook.soundSheet.replacing("| Ease", with: "| \(heading)"))
    #expect(try book.values() == SmallWorkbook.soundValues)
    #expect(
      try book.remarks() == [
        "warning: sheet \"Openness\", cell D1: \"\(heading)\" contradicts the codebook: higher is "
          + "better, as the published scores show"
      ])
  }

  @Test func wordsInARowAboveTheHeadingsCountToo() throws {
    let book = workbook(
      """
               |       |      | Ease (1 = very⏎easy, 5 = impossible)
      Province | Score | Use  | Ease
      Đắk Nông | 5     | 0.5  | 2.5
      Kon Tum  | 6     | 0.25 | 3
      Thừa Thiên Huế | 7 | 0.75 | 3.5
      """, layouts: "openness,,Openness,2,3,3,rows,A,B,\n")
    #expect(
      try book.remarks() == [
        "warning: sheet \"Openness\", cell D1: \"Ease (1 = very easy, 5 = impossible)\" contradicts the "
          + "codebook: higher is better, as the published scores show"
      ])
  }

  /// Of `risk` lower is better.
  @Test(arguments: [
    ("Risk (1: Very High to 5: Very Low)", false), ("Risk (1 = Easy, 5 = Hard)", false),
    ("Risk (1=Impossible; 5=Very easy)", true), ("Rủi ro (1=Khó; 5=Dễ)", true), ("Risk", false),
  ])
  func onlyWordsOfEaseAreHeldAgainstADirection(heading: String, isWarned: Bool) throws {
    var book = SmallWorkbook(layouts: SmallWorkbook.land)
    book.add(
      "Land",
      """
      Province       | Score | \(heading)
      Đắk Nông       | 5     | 2.5
      Kon Tum        | 6     | 3
      Thừa Thiên Huế | 7     | 3.5
      """)
    #expect(
      try book.remarks()
        == (isWarned
          ? [
            "warning: sheet \"Land\", cell C1: \"\(heading)\" contradicts the codebook: lower is "
              + "better, as the published scores show"
          ] : []))
  }
}

import CXLSXWriter
import Panels
import Tables
import TestSupport
import Testing

@Suite struct WorkbookReaderMistakeTests {
  /// What is said of a sheet of 2017 with one cell changed.
  private func complaint(_ place: String, _ cell: Cell) throws -> String? {
    var sheet = try PublishedSheet(year: 2017)
    sheet[place] = cell
    return message { try sheet.reading() }
  }

  @Test(arguments: [
    (
      "A5", Cell.text("Hà Nan"),
      "cell A5: no province is called \"Hà Nan\" (nearest: Hà Nam, Hà Nội, Hà Tây); a new "
        + "spelling goes into the column \"spellings\" of provinces.csv"
    ),
    ("A5", .text("Hà Tây"), "cell A5: Hà Tây was not ranked in 2017"),
    (
      "A5", .number(7),
      "cell A5: no province is called \"7\"; a new spelling goes into the column \"spellings\" of "
        + "provinces.csv"
    ),
    (
      "A5", .error("#REF!"),
      "cell A5: no province is called \"#REF!\"; a new spelling goes into the column \"spellings\" "
        + "of provinces.csv"
    ),
    ("A5", .text("Cao bang"), "cell A5: Cao Bằng stands a second time"),
    ("F12", .text("3..5"), "cell F12: \"3..5\" is not a number"),
    ("F12", .text("0,5"), "cell F12: \"0,5\" is not a number"),
    ("F12", .text("1.5"), "cell F12: 1.5 cannot be: a share lies between 0 and 1"),
    ("F12", .text("nan"), "cell F12: \"nan\" is not a number"),
    ("F12", .error("#N/A"), "cell F12: \"#N/A\" is not a number"),
    (
      "F12", .uncalculated,
      "cell F12: the formula has no stored value; open the file in a spreadsheet program and save it"
    ),
    ("F12", .boolean(true), "cell F12: \"TRUE\" is not a number"),
    ("F12", .number(95.56), "cell F12: 95.56 cannot be: a share lies between 0 and 1"),
    ("F12", .number(-0.01), "cell F12: -0.01 cannot be: a share lies between 0 and 1"),
    ("C12", .number(0.99), "cell C12: 0.99 cannot be: a mean of answers lies between 1 and 5"),
    ("C12", .number(5.01), "cell C12: 5.01 cannot be: a mean of answers lies between 1 and 5"),
    ("B12", .number(10.5), "cell B12: 10.5 cannot be: transparency runs from 1 to 10"),
    ("H12", .number(-1), "cell H12: -1 cannot be: a number of days is not negative"),
    ("M12", .number(51), "cell M12: 51 cannot be: website_score runs from 0 to 50"),
    (
      "F1", .text("Transparency in biding"),
      "cell F1: the heading \"Transparency in biding\" is in no row of codebook.csv; add it to the "
        + "column \"headings\" of its indicator"
    ),
    (
      "F1", .text("budget_publish"),
      "cell F1: the heading \"budget_publish\" is in no row of codebook.csv; add it to the column "
        + "\"headings\" of its indicator"
    ),
    ("F1", .text("planning_avg"), "cell F1: a second column holds planning_documents, as C1 does"),
    ("F1", .empty, "cell B1: no column holds bidding"),
  ])
  func aMistakeIsNamedWithFileSheetAndCell(
    _ place: String, _ cell: Cell, _ expected: String
  ) throws {
    let complaint = try complaint(place, cell)
    #expect(complaint == "PCI_2017.xlsx, sheet \"Transparency\", " + expected)
  }

  @Test func endsOfEveryRangeAreAllowed() throws {
    var sheet = try PublishedSheet(year: 2017)
    for (place, value) in [
      ("F12", 0.0), ("F13", 1), ("C12", 1), ("C13", 5), ("B12", 1), ("B13", 10), ("H12", 0),
      ("M12", 0), ("M13", 50),
    ] { sheet[place] = .number(value) }
    #expect(try sheet.reading().figures.count == 63 * 13)
  }

  @Test func numbersThatAreNotFiniteAreRefused() throws {
    #expect(try complaint("H12", .number(.infinity))?.contains("cell H12: inf cannot be") == true)
    #expect(try complaint("H12", .number(.nan))?.contains("cell H12: nan cannot be") == true)
  }

  @Test func missingProvincesAreNamedWithTheRowWhereTheListEnds() throws {
    var sheet = try PublishedSheet(year: 2017)
    sheet.rows.removeLast(2)
    #expect(
      message { try sheet.reading() }
        == "PCI_2017.xlsx, sheet \"Transparency\", cell A63: no row for Bạc Liêu, Cà Mau")
    sheet = try PublishedSheet(year: 2017)
    sheet["A60"] = .empty
    #expect(
      message { try sheet.reading() }
        == "PCI_2017.xlsx, sheet \"Transparency\", cell A60: no row for Cần Thơ, Hậu Giang, "
        + "Sóc Trăng, Bạc Liêu, Cà Mau")
  }

  @Test func severalMissingIndicatorsAreNamedTogether() throws {
    var sheet = try PublishedSheet(year: 2017)
    for place in ["B1", "F1", "H1"] { sheet[place] = .empty }
    #expect(
      message { try sheet.reading() }
        == "PCI_2017.xlsx, sheet \"Transparency\", cell B1: no column holds transparency, bidding, "
        + "information_days")
  }

  @Test func anEmptySheetHasNoIndicators() throws {
    var sheet = try PublishedSheet(year: 2017)
    sheet.rows = []
    let complaint = message { try sheet.reading() }
    #expect(
      complaint?.hasPrefix("PCI_2017.xlsx, sheet \"Transparency\", cell B1: no column") == true)
  }

  @Test func aWorkbookWithoutTheSheetIsRefusedWithTheSheetsItHas() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("PCI_2015.xlsx")
    try XLSXWriter().write(
      ["Summary", "Entry"].map { Table(title: $0, columns: ["a"], rows: [[.number(1)]]) }, to: path)
    let workbook = try Workbook(contentsOf: path)
    let reader = try Bundled.reader()
    #expect(
      message { try reader.readings(of: workbook, year: 2015) }
        == "PCI_2015.xlsx: no sheet is called \"Transparency\" or \"Tính minh bạch\"; there are "
        + "\"Summary\", \"Entry\"")
    #expect(
      message { try reader.readings(of: workbook, year: 2020) }
        == "PCI_2015.xlsx: no layout describes the workbooks of 2020; there are layouts for "
        + "2005–2019; a new year needs a file of its own in the folder layouts")
  }

  @Test func aHiddenSheetIsNotReadWhateverItsName() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("PCI_2017.xlsx")
    let file = unsafe workbook_new(path)
    for name in ["Summary", "Transparency"] {
      let sheet = unsafe workbook_add_worksheet(file, name)
      unsafe worksheet_write_number(sheet, 0, 0, 1, nil)
      if name == "Transparency" { unsafe worksheet_hide(sheet) }
    }
    let result = unsafe workbook_close(file)
    #expect(result == LXW_NO_ERROR)
    let workbook = try Workbook(contentsOf: path)
    #expect(workbook.sheets.map(\.state) == [.visible, .hidden])
    #expect(
      message { try Bundled.reader().readings(of: workbook, year: 2017) }
        == "PCI_2017.xlsx: no sheet is called \"Transparency\"; there are \"Summary\"; hidden, and "
        + "not read: \"Transparency\"")
  }

  @Test(arguments: [
    "PCI.xlsx", "PCI_17.xlsx", "PCI_20170.xlsx", "PCI_2017-2018.xlsx", "PCI_1989.xlsx", "2100", "",
  ])
  func aFileNameWithoutItsYearIsRefused(_ file: String) {
    #expect(
      message { try WorkbookReader.year(ofFile: file) }
        == "\(file): the name does not tell the year; give it with --year, or, in a table of one's own, "
        + "put the headings into the first row")
  }
}

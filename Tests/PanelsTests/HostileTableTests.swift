import Panels
import Tables
import TestSupport
import Testing

/// Tables that were not made for a program to read, in the words that a user then sees.
@Suite struct HostileTableTests {
  /// What is said of a published sheet after something was done to its rows.
  private func complaint(_ spoil: (inout PublishedSheet) -> Void) throws -> String? {
    var sheet = try PublishedSheet(year: 2017)
    spoil(&sheet)
    return message { try sheet.reading() }
  }

  private static let header: [Cell] = [.text("province"), .text("year"), .text("bidding")]
  private static let record: [Cell] = [.text("Đắk Nông"), .number(2017), .number(0.5)]

  /// What is said of a table of one's own.
  private func complaint(_ rows: [Cell]...) throws -> String? {
    let reader = TidyReader(gazetteer: try Bundled.gazetteer(), codebook: try Bundled.codebook())
    let table = Table(file: "mine.xlsx", sheet: "S", rows: rows)
    return message { try reader.panel(of: table) }
  }

  @Test func aSecondHeaderRowIsNoProvince() throws {
    let published = try complaint { $0.rows.insert($0.rows[0], at: 1) }
    #expect(
      published
        == "PCI_2017.xlsx, sheet \"Transparency\", cell A2: no province is called \"Province\"; a new "
        + "spelling goes into the column \"spellings\" of provinces.csv")
    let own = try complaint(
      Self.header, [.text("tỉnh"), .text("năm"), .text("đấu thầu")], Self.record)
    #expect(
      own
        == "mine.xlsx, sheet \"S\", cell A2: no province is called \"tỉnh\" (nearest: Hà Tĩnh, Thừa "
        + "Thiên Huế); a new spelling goes into the column \"spellings\" of provinces.csv")
  }

  @Test func aTitleAboveTheHeaderIsNoHeader() throws {
    let published = try complaint { $0.rows.insert([.text("PCI 2017")], at: 0) }
    #expect(
      published?.hasPrefix(
        "PCI_2017.xlsx, sheet \"Transparency\", cell B1: no column holds transparency, ") == true)
    let own = try complaint([.text("PCI 2017")], Self.header, Self.record)
    #expect(
      own
        == "mine.xlsx, sheet \"S\", row 2: 3 cells for 1 columns; give every column a heading in the "
        + "first row")
  }

  @Test func aHeaderMergedOverSeveralColumnsNamesTheFirstOnly() throws {
    let published = try complaint { sheet in
      for place in ["C1", "D1", "E1"] { sheet[place] = .empty }
    }
    #expect(
      published
        == "PCI_2017.xlsx, sheet \"Transparency\", cell B1: no column holds planning_documents, "
        + "legal_documents, budget_detail")
    let own = try complaint(Self.header + [.empty], Self.record + [.number(0.75)])
    #expect(
      own
        == "mine.xlsx, sheet \"S\", cell D2: expected nothing here, since the column has no heading"
    )
  }

  /// 43101 is the first of January 2018 as a workbook stores it.
  @Test(arguments: [
    (
      "A5", Cell.number(43_101),
      "cell A5: no province is called \"43101\"; a new spelling goes into the column \"spellings\" "
        + "of provinces.csv"
    ),
    (
      "F1", .number(43_101),
      "cell F1: the heading \"43101\" is in no row of codebook.csv; add it to the column "
        + "\"headings\" of its indicator"
    ),
    ("F12", .number(43_101), "cell F12: 43101 cannot be: a share lies between 0 and 1"),
    (
      "A5", .error("#DIV/0!"),
      "cell A5: no province is called \"#DIV/0!\"; a new spelling goes into the column "
        + "\"spellings\" of provinces.csv"
    ),
    (
      "F1", .error("#DIV/0!"),
      "cell F1: the heading \"#DIV/0!\" is in no row of codebook.csv; add it to the column "
        + "\"headings\" of its indicator"
    ),
    ("F12", .error("#DIV/0!"), "cell F12: \"#DIV/0!\" is not a number"),
    ("F12", .text("khoảng 0,5"), "cell F12: \"khoảng 0,5\" is not a number"),
  ])
  func aStrangeCellOfAPublishedSheetIsNamed(
    place: String, cell: Cell, expected: String
  ) throws {
    let complaint = try complaint { $0[place] = cell }
    #expect(complaint == "PCI_2017.xlsx, sheet \"Transparency\", " + expected)
  }

  @Test(
    arguments: [
      (
        0, .number(43_101),
        "A2: no province is called \"43101\"; a new spelling goes into the column \"spellings\" of "
          + "provinces.csv"
      ),
      (1, .number(43_101), "B2: expected a year such as 2017, not 43101"),
      (2, .number(43_101), "C2: 43101 cannot be: a share lies between 0 and 1"),
      (
        0, .error("#DIV/0!"),
        "A2: no province is called \"#DIV/0!\"; a new spelling goes into the column \"spellings\" "
          + "of provinces.csv"
      ),
      (1, .error("#DIV/0!"), "B2: \"#DIV/0!\" is not a number"),
      (2, .error("#DIV/0!"), "C2: \"#DIV/0!\" is not a number"),
      (1, .text("khoảng 2017"), "B2: \"khoảng 2017\" is not a number"),
      (2, .text("khoảng 0,5"), "C2: \"khoảng 0,5\" is not a number"),
      (0, .empty, "A2: the cell is empty"),
      (1, .empty, "B2: the cell is empty"),
    ] as [(Int, Cell, String)])
  func aStrangeCellOfATableOfOnesOwnIsNamed(column: Int, cell: Cell, expected: String) throws {
    var record = Self.record
    record[column] = cell
    let complaint = try complaint(Self.header, record)
    #expect(complaint == "mine.xlsx, sheet \"S\", cell " + expected)
  }

  @Test func aProvinceGivenTwiceOrNotAtAllIsNamed() throws {
    let twice = try complaint { $0.rows[5] = $0.rows[4] }
    #expect(
      twice == "PCI_2017.xlsx, sheet \"Transparency\", cell A6: Bắc Kạn stands a second time")
    let missing = try complaint { $0.rows.remove(at: 4) }
    #expect(missing == "PCI_2017.xlsx, sheet \"Transparency\", cell A64: no row for Bắc Kạn")
    let own = try complaint(
      Self.header, Self.record, [.text("DAK NONG"), .number(2017), .number(0.5)])
    #expect(own == "mine.xlsx, sheet \"S\", cell C3: the figure is given twice")
  }

  /// Looking for names near one of three megabytes took 39 seconds, and the message held all of it.
  @Test(.timeLimit(.minutes(1)))
  func aNameOfMegabytesIsRefusedAtOnceAndQuotedInPart() throws {
    let name = String(repeating: "Hà Nội ", count: 1 << 18)
    let complaint = try complaint(Self.header, [.text(name), .number(2017), .number(0.5)])
    #expect(
      complaint
        == "mine.xlsx, sheet \"S\", cell A2: no province is called \""
        + String(repeating: "Hà Nội ", count: 11) + "Hà …\"; a new spelling goes into the column "
        + "\"spellings\" of provinces.csv")
  }
}

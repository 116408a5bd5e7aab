import TestSupport
import Testing

@testable import Tables

@Suite struct SpreadsheetTests {
  private func bytes(_ write: (String) throws -> Void) throws -> [UInt8] {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    try write(path)
    return try InputFile.bytes(of: path)
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, file: "x.xlsx")
    return try archive.withEntry(name) { (entry: inout ZipEntry) throws(TableError) in
      var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
      while true {
        let count = try unsafe entry.read(into: &buffer, capacity: buffer.count)
        guard count > 0 else { return String(decoding: text, as: UTF8.self) }
        text += buffer.prefix(count)
      }
    }
  }

  private var table: Table {
    Table(
      title: "Điểm & hạng", columns: ["province", "score", "share"],
      rows: [
        [.text("=1+1"), .number(7.436815527245772), .number(0.3333333432674408)],
        [.text("+84"), .number(-2), .empty], [.text("-x"), .number(0), .number(1)],
        [.text("@SUM(A1)"), .number(1e15), .number(0.5)],
        [.text("=HYPERLINK(\"http://x\")"), .empty, .empty],
      ], notes: [Phrase(verbatim: "=note")])
  }

  private var shown: TableSheet {
    TableSheet(
      table,
      charts: [
        TableSheet.Chart(
          .bar, title: "a", category: "province", values: ["none", "score"],
          labels: ["nothing", "điểm"]),
        TableSheet.Chart(.line, title: "b", category: "none", values: ["score"]),
        TableSheet.Chart(.line, title: "c", category: "province", values: ["none"]),
        TableSheet.Chart(.column, title: "d", category: "province", values: ["share"], rows: 0),
      ]
    ) { _, column in column == 3 ? .percentage(1) : .decimals(2) }
  }

  @Test func aTableIsReadBackAsItWasWhateverItsDigitsAre() throws {
    let bytes = try bytes { try XLSXWriter().write([shown], settings: [("seed", Cell(1))], to: $0) }
    let workbook = try Workbook(bytes: bytes, file: "x.xlsx")
    #expect(workbook.sheets.map(\.name) == ["Điểm & hạng", "charts", "notes", "settings"])
    let read = try workbook.table(sheet: "Điểm & hạng").rows
    for (row, original) in zip(read, table.rows) {
      // What ends a row empty is not stored.
      #expect(row == Array(original.prefix(row.count)))
      #expect(original.dropFirst(row.count).allSatisfy { $0 == .empty })
    }
    #expect(read.count == table.rowCount)
    #expect(try workbook.table(sheet: "notes").rows == [[.text("=note")]])
    #expect(
      try workbook.table(sheet: "settings").rows
        == [[.text("setting"), .text("value")], [.text("seed"), .number(1)]])
  }

  @Test func textsThatBeginAsFormulasDoAreNone() throws {
    let bytes = try bytes { try XLSXWriter().write([shown], to: $0) }
    for sheet in 1...3 {
      #expect(try !part("xl/worksheets/sheet\(sheet).xml", of: bytes).contains("<f>"))
    }
  }

  @Test func headersFilterAndChartsAreDrawnOfColumnsThatAreThere() throws {
    let bytes = try bytes { try XLSXWriter().write([shown], to: $0) }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains(#"<autoFilter ref="A1:C6"/>"#))
    #expect(sheet.contains("<cols>"))
    let chart = try part("xl/charts/chart1.xml", of: bytes)
    #expect(chart.contains("$B$2:$B$6"))
    #expect(chart.contains("<c:v>điểm</c:v>") && !chart.contains("nothing"))
    #expect(throws: TableError.self) { try part("xl/charts/chart2.xml", of: bytes) }
    // Of lying bars the names run from the top, and none is left out.
    #expect(chart.contains(#"<c:orientation val="maxMin"/>"#))
    #expect(chart.contains(#"<c:tickLblSkip val="1"/>"#))
    let styles = try part("xl/styles.xml", of: bytes)
    #expect(styles.contains(#"formatCode="0.0%""#))
  }

  @Test func theSameTablesGiveTheSameBytesAndNoAuthor() throws {
    let one = try bytes { try XLSXWriter().write([shown], to: $0) }
    let other = try bytes { try XLSXWriter().write([shown], to: $0) }
    #expect(one == other)
    let core = try part("docProps/core.xml", of: one)
    #expect(core.contains("<dc:title>Điểm &amp; hạng</dc:title>"))
    #expect(core.contains("<dc:creator></dc:creator>"))
    #expect(core.contains("1980-01-01T00:00:00Z"))
    let dated = try bytes { try XLSXWriter(created: 1_600_000_000).write([shown], to: $0) }
    #expect(try part("docProps/core.xml", of: dated).contains("2020-09-13T12:26:40Z"))
  }

  @Test func formulasKeepWhatTheyCameTo() throws {
    var sheet = Worksheet(name: "one")
    sheet.set(.number(2), at: 1, 1, CellStyle(.input))
    let double = Formula(CellPlace(row: 1, column: 1)) * Formula(2.0)
    sheet.set(double, result: .number(4), at: 1, 2)
    sheet.set(
      .when(double > Formula(3.0), then: Formula("so"), else: Formula("")), result: .text("so"),
      at: 2, 1)
    sheet.allow(
      .number(0...(.greatestFiniteMagnitude)), in: CellRange(CellPlace(row: 1, column: 1)),
      otherwise: "no")
    sheet.allow(.choice(["a", "b"]), in: CellRange(CellPlace(row: 3, column: 1)), otherwise: "no")
    let name = DefinedName("double", for: CellRange(CellPlace(row: 1, column: 2)), on: "one")
    let spreadsheet = Spreadsheet(sheets: [sheet], names: [name])
    let written = try bytes { try XLSXWriter().write(spreadsheet, to: $0) }
    #expect(
      try Workbook(bytes: written, file: "x").table(sheet: "one").rows
        == [[.number(2), .number(4)], [.text("so")]])
    let text = try part("xl/worksheets/sheet1.xml", of: written)
    #expect(text.contains("<f>A1*2</f><v>4</v>"))
    #expect(!text.lowercased().contains("inf"))
    #expect(text.contains("\"a,b\""))
    #expect(
      try part("xl/workbook.xml", of: written).contains(
        "<definedName name=\"double\">'one'!$B$1</definedName>"))
    let without = try bytes { try XLSXWriter().write(spreadsheet.withoutResults, to: $0) }
    #expect(
      try Workbook(bytes: without, file: "x").table(sheet: "one").rows[0]
        == [.number(2), .number(0)])
  }

  /// What XML cannot hold is escaped where sheets know an escape, and left out of titles.
  @Test func controlCharactersNeverMakeAWorkbookUnreadable() throws {
    let text = "a\u{1}\u{1F}\u{FFFE}_x0041_\rz"
    let place = CellPlace(row: 1, column: 1)
    var sheet = Worksheet(name: "one")
    sheet.set(.text(text), at: 1, 1)
    sheet.set(Formula(place), result: .text(text), at: 1, 2)
    sheet.comment(text, at: place)
    sheet.allow(.choice([text]), in: CellRange(place), otherwise: text)
    sheet.draw(
      SheetChart(
        .bar, title: text, sheet: "one", categories: CellRange(place),
        series: [SheetChart.Series(name: text, values: CellRange(place))]), at: place)
    let spreadsheet = Spreadsheet(title: text, sheets: [sheet])
    let written = try bytes { try XLSXWriter().write(spreadsheet, to: $0) }
    let rows = try Workbook(bytes: written, file: "x").table(sheet: "one").rows
    #expect(rows == [[.text(text), .text(text)]])
    let stored = "a_x0001__x001F__xFFFE__x005F_x0041__x000D_z"
    for name in ["xl/comments1.xml", "xl/worksheets/sheet1.xml"] {
      #expect(try part(name, of: written).contains(stored), "\(name)")
    }
    for name in [
      "xl/comments1.xml", "xl/worksheets/sheet1.xml", "xl/charts/chart1.xml",
      "xl/drawings/drawing1.xml", "docProps/core.xml", "docProps/app.xml", "xl/workbook.xml",
    ] {
      let xml = try part(name, of: written)
      #expect(
        !xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r" })
      #expect(!xml.unicodeScalars.contains("\u{FFFE}"), "\(name)")
    }
    #expect(try part("docProps/core.xml", of: written).contains("<dc:title>a_x0041_z</dc:title>"))
  }

  @Test func aTextThatHoldsNULIsRefusedWithItsCell() throws {
    let place = CellPlace(row: 2, column: 3)
    var (result, comment, message) = (
      Worksheet(name: "one"), Worksheet(name: "one"), Worksheet(name: "one")
    )
    result.set(Formula("x"), result: .text("a\0"), at: 2, 3)
    comment.comment("a\0", at: place)
    message.allow(.choice(["a"]), in: CellRange(place), otherwise: "a\0")
    for sheet in [result, comment, message] {
      let error = #expect(throws: TableError.self) {
        _ = try bytes { try XLSXWriter().write(Spreadsheet(sheets: [sheet]), to: $0) }
      }
      #expect(
        error?.description
          == "x.xlsx, sheet \"one\", cell C2 cannot be written: the text holds a NUL character")
    }
  }

  @Test func linesBeginNearTheirLeastNumberAndBarsAtZero() throws {
    let table = Table(
      title: "T", columns: ["year", "a", "b"],
      rows: [[.number(2018), .number(6.5), .number(1)], [.number(2019), .number(7), .number(6)]])
    func minimum(_ kind: SheetChart.Kind, _ column: String) throws -> Bool {
      let chart = TableSheet.Chart(kind, title: "t", category: "year", values: [column])
      let bytes = try bytes { try XLSXWriter().write([TableSheet(table, charts: [chart])], to: $0) }
      return try part("xl/charts/chart1.xml", of: bytes).contains(#"<c:min val="6"/>"#)
    }
    #expect(try minimum(.line, "a"))
    #expect(try !minimum(.line, "b"))
    #expect(try !minimum(.bar, "a"))
  }

  @Test func textsThatGoOnInTheNextLineMakeTheirRowHigher() {
    var sheet = Worksheet(name: "one")
    sheet.columnWidths = [10, nil]
    sheet.set(.text(String(repeating: "x", count: 30)), at: 1, 1, CellStyle(isWrapped: true))
    sheet.set(.text(String(repeating: "x", count: 30)), at: 2, 1)
    sheet.set(.text("short"), at: 3, 1, CellStyle(isWrapped: true))
    sheet.set(.text(String(repeating: "x", count: 30)), at: 4, 2, CellStyle(isWrapped: true))
    // A seventh of each line is left empty: 30 letters take 35 places.
    #expect(sheet.linesOfRows == [1: 4, 3: 1])
  }

  @Test func aCellIsReplacedAndTheRestStays() {
    var sheet = Worksheet(name: "one")
    sheet.set(.number(2), at: 1, 1, CellStyle(.input))
    sheet.set(.number(3), at: 1, 2)
    let changed = sheet.replacing(.number(9), at: CellPlace(row: 1, column: 1))
    #expect(changed.entries.map(\.content) == [.value(.number(9)), .value(.number(3))])
    #expect(changed.entries[0].style == CellStyle(.input))
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct XLSXWriterTests {
  private func written(_ tables: [Table]) throws -> Workbook {
    let folder = try TemporaryDirectory()
    let path = folder.file("out/result.xlsx")
    try XLSXWriter().write(tables, to: path)
    return try Workbook(contentsOf: path)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let table = Table(
      title: "Scores", columns: ["province", "score", "2017"],
      rows: [
        [.text("Huế"), .number(61.25), .boolean(true)],
        [.text(" Cà <Mau> & \"x\" "), .empty, .boolean(false)],
        [.text("Hue\u{302}\u{301}\n\u{1F30F}"), .number(-1e-300), .number(1e300)],
        [.text("007"), .number(0), .text("=A1")],
      ])
    let workbook = try written([table])
    #expect(workbook.sheets.map(\.name) == ["Scores"])
    let read = try workbook.table(sheet: "Scores")
    #expect(read.rows == table.rows)
    #expect(
      read.rows[3][0].text.map { Array($0.utf8) } == Array("Hue\u{302}\u{301}\n\u{1F30F}".utf8))
  }

  @Test func notesStandOnASheetOfTheirOwn() throws {
    let table = Table(
      title: "T", columns: ["a"], rows: [[.number(1)]],
      notes: [Phrase(verbatim: "x"), Phrase(verbatim: "y")])
    let workbook = try written([table])
    #expect(workbook.sheets.map(\.name) == ["T", "notes"])
    #expect(try workbook.table(sheet: "T").rows == table.rows)
    #expect(try workbook.table(sheet: "notes").rows == [[.text("x")], [.text("y")]])
  }

  @Test func errorsAndInfinitiesAreTexts() throws {
    let table = Table(
      title: "T", columns: ["a", "b", "c"],
      rows: [[.error("#N/A"), .number(.infinity), .number(.nan)]])
    #expect(
      try written([table]).table(sheet: "T").rows[1] == [.text("#N/A"), .text("inf")])
  }

  @Test(arguments: [
    "_x0041_", "_x005F_x0041_", "a\rb", "\u{1}\u{1F}", "_", "__x_", "_x00", "\t",
  ])
  func textsThatLookEscapedReadBack(text: String) throws {
    let table = Table(title: "T", columns: ["a"], rows: [[.text(text)], [.text("end")]])
    #expect(try written([table]).table(sheet: "T").rows == table.rows)
  }

  @Test func numbersKeepSixteenDigits() throws {
    var generator = SplitMix64(seed: 11)
    let numbers = (0..<500).map { _ in Double(bitPattern: generator.next()) }
      .filter { $0.isNormal }
    let table = Table(title: "T", columns: ["x"], rows: numbers.map { [.number($0)] })
    let read = try written([table]).table(sheet: "T").rows.dropFirst().map { $0[0].number ?? 0 }
    #expect(read.count == numbers.count)
    for (value, original) in zip(read, numbers) {
      #expect((value - original).magnitude <= original.magnitude * 5e-16)
    }
  }

  @Test func sheetNamesAreMadeValidAndUnique() throws {
    let long = "Chi phí không chính thức và thiết chế pháp lý"
    let titles: [String?] = [
      nil, "a/b:c", "A b C", "", "'x'", "History", long, long, "Tab[1]*?\\", "[]",
    ]
    let tables = titles.map { Table(title: $0, columns: ["a"], rows: []) }
    let workbook = try written(tables)
    #expect(
      workbook.sheets.map(\.name) == [
        "Table", "a b c", "A b C (2)", "Table (2)", "x", "History sheet",
        "Chi phí không chính thức và thi", "Chi phí không chính thức và (2)", "Tab 1", "Table (3)",
      ])
  }

  @Test func noTablesGiveOneEmptySheet() throws {
    let workbook = try written([])
    #expect(workbook.sheets.count == 1)
    #expect(try workbook.table(sheet: workbook.sheets[0].name).rows == [])
  }

  @Test func theHeaderIsBoldAndStaysInView() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    try XLSXWriter().write([Table(title: "T", columns: ["a"], rows: [[.number(1)]])], to: path)
    let archive = try ZipArchive(InputFile.bytes(of: path), file: "x.xlsx")
    let recorder = ElementRecorder(root: "worksheet", elements: ["pane", "c"])
    try XMLPart.read("xl/worksheets/sheet1.xml", of: archive, with: recorder)
    #expect(recorder.found == ["pane ySplit=1 state=frozen", "c s=1", "c"])
  }

  @Test func whatCannotBeWrittenLeavesTheOldFile() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    try XLSXWriter().write([Table(title: "old", columns: ["a"], rows: [])], to: path)
    let cases: [(Cell, String)] = [
      (.text("a\0b"), "the text holds a NUL character"),
      (
        .text(String(repeating: "x", count: 32_768)),
        "String exceeds Excel's limit of 32,767 characters."
      ),
    ]
    for (cell, reason) in cases {
      let table = Table(title: "T", columns: ["a", "b"], rows: [[.empty, cell]])
      #expect(
        message { try XLSXWriter().write([table], to: path) }
          == "x.xlsx, sheet \"T\", cell B2 cannot be written: \(reason)")
    }
    #expect(try folder.contents() == ["x.xlsx"])
    #expect(try Workbook(contentsOf: path).sheets.map(\.name) == ["old"])
  }
}

/// Notes which elements of a part open, with the attributes a test looks at.
private final class ElementRecorder: XMLHandler {
  let root: String
  let isCollecting = false
  var text: [UInt8] = []
  private(set) var found: [String] = []
  private let elements: Set<String>

  init(root: String, elements: Set<String>) {
    self.root = root
    self.elements = elements
  }

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    guard elements.contains(name) else { return }
    var description = name
    for attribute in ["s", "ySplit", "state"] {
      if let value = attributes[attribute] { description += " \(attribute)=\(value)" }
    }
    found.append(description)
  }

  func close(_ name: String) throws(XMLFault) {}
}

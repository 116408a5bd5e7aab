import TestSupport
import Testing

@testable import Tables

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    try table(csv: text).rows.map { $0.map(\.description) }
  }

  @Test(
    arguments: [
      ("", []),
      ("\n", [[]]),
      ("a", [["a"]]),
      ("a\n", [["a"]]),
      ("a\n\n", [["a"], []]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a\n\rb", [["a"], [], ["b"]]),
      ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
      ("a,", [["a", ""]]),
      (",", [["", ""]]),
      ("a,b,c\nd\ne,f\n", [["a", "b", "c"], ["d"], ["e", "f"]]),
      ("\"a\",\"b\"\n", [["a", "b"]]),
      ("\"\"\n", [[""]]),
      ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
      ("\"\"\"\",\"\"\"a\"\"\"\n", [["\"", "\"a\""]]),
      ("\"a\nb\",\"c\r\nd\",\"e\rf\"\n", [["a\nb", "c\r\nd", "e\rf"]]),
      (" a , b \n", [[" a ", " b "]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\u{FEFF}", []),
      ("a,\u{FEFF}b\n", [["a", "\u{FEFF}b"]]),
    ] as [(String, [[String]])])
  func textIsCutIntoCells(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func nothingIsInterpreted() throws {
    let table = try table(csv: "1,TRUE,#N/A,2020-01-01,,\"\",=A1\n")
    #expect(
      table.rows == [
        [
          .text("1"), .text("TRUE"), .text("#N/A"), .text("2020-01-01"), .empty, .empty,
          .text("=A1"),
        ]
      ])
  }

  @Test(arguments: [
    ("a;b;c\n1,5;2;3\n", 3), ("a\tb\n1\t2\n", 2), ("a,b;c,d\n", 3), ("\"a,b,c\";d\n", 2),
    ("\n\na;b\n", 2), ("\"x\ny,z\";b;c\n", 3), ("a;b,c\n", 2), ("abc\n", 1),
  ])
  func theSeparatorIsFoundInTheHeader(text: String, columns: Int) throws {
    #expect(try table(csv: text).columnCount == columns)
  }

  @Test func aSeparatorMayBeGiven() throws {
    let table = try CSVReader(separator: "|").table(bytes: Array("a|b,c\n".utf8), file: "x")
    #expect(table.rows == [[.text("a"), .text("b,c")]])
  }

  @Test func vietnameseTextIsKeptByteForByte() throws {
    let composed = "Th\u{1EEB}a Thi\u{EA}n \u{2013} Hu\u{1EBF}"
    let decomposed = "Th\u{75}\u{31B}\u{300}a Thi\u{65}\u{302}n \u{2013} Hu\u{65}\u{302}\u{301}"
    let table = try table(csv: "a,b\n\(composed),\"\(decomposed)\"\n")
    #expect(table[2, 1].text.map { Array($0.utf8) } == Array(composed.utf8))
    #expect(table[2, 2].text.map { Array($0.utf8) } == Array(decomposed.utf8))
  }

  @Test func aPlaceNamesTheLineWhereItsRecordStarts() throws {
    let table = try table(csv: "a,b\n\"x\n\r\ny\rz\",1\n\nc,d\n")
    #expect(table.rowCount == 4)
    #expect(table.location(row: 2, column: 2).description == "data.csv, line 2, column 2")
    #expect(table.location(row: 3, column: 1).row == 6)
    #expect(table.location(row: 4, column: 1).row == 7)
  }

  @Test(arguments: [
    (
      "a,b\n\"x,y\n",
      "data.csv, line 2, column 1: the quote opened here is never closed; "
        + "close it, or double it if it is text"
    ),
    (
      "a\n\"x\ny\",\"z\n\n",
      "data.csv, line 3, column 2: the quote opened here is never closed; "
        + "close it, or double it if it is text"
    ),
    (
      "\"a\"b,c\n",
      "data.csv, line 1, column 1: text follows the closing quote; "
        + "double a quote that belongs to the text"
    ),
    (
      "\"a\" ,c\n",
      "data.csv, line 1, column 1: text follows the closing quote; "
        + "double a quote that belongs to the text"
    ),
    (
      "a,b\nc,d\"e\n",
      "data.csv, line 2, column 2: a quote inside an unquoted cell; "
        + "quote the whole cell and double the quote"
    ),
    (
      "a\r\nb\0\r\n",
      "data.csv, line 2, column 1: a NUL byte; the file is not text, "
        + "or is UTF-16: save it as UTF-8"
    ),
    (
      "\"a\n\0\"",
      "data.csv, line 2, column 1: a NUL byte; the file is not text, "
        + "or is UTF-16: save it as UTF-8"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, expected: String) {
    #expect(message { try table(csv: text) } == expected)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xFF], 2), ([0x61, 0x0D, 0x0A, 0x0D, 0xE1, 0xBB], 3),
      ([0x81], 1), ([0x0A, 0xE4, 0xF6, 0xFC], 2),
      (Array("Huế\nQuảng Trị\n".utf8) + [0xE0], 3), ([0xEF, 0xBB, 0xBF, 0x0A, 0xE0], 2),
    ] as [([UInt8], Int)])
  func textThatIsNotUTF8IsRefused(bytes: [UInt8], line: Int) {
    let error = TableError.notUTF8(file: "data.csv", line: line)
    #expect(throws: error) { try CSVReader().table(bytes: bytes, file: "data.csv") }
    #expect(
      error.description == "data.csv, line \(line): the text is not UTF-8; "
        + "save the file in that encoding")
  }

  @Test func filesAreReadFromDisk() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(Array("a,b\n1,2\n".utf8), as: "x.csv")
    let table = try CSVReader().table(contentsOf: path)
    #expect(table.file == "x.csv")
    #expect(table[2, 2] == .text("2"))
  }

  @Test func aFileLargerThanOneReadIsReadWhole() throws {
    let folder = try TemporaryDirectory()
    let line = "Th\u{1EEB}a Thi\u{EA}n,12.5\n"
    let text = String(repeating: line, count: 50_000)
    let path = try folder.write(Array(text.utf8), as: "x.csv")
    #expect(try CSVReader().table(contentsOf: path).rowCount == 50_000)
  }

  @Test func aMissingFileIsToldApart() throws {
    let folder = try TemporaryDirectory()
    for path in [folder.file("no.csv"), folder.file("no/no.csv")] {
      #expect(throws: TableError.missingFile(path)) { try CSVReader().table(contentsOf: path) }
      #expect(TableError.missingFile(path).description == "\(path): there is no such file")
    }
    #expect(throws: TableError.unreadableFile(folder.path, reason: "it is a folder")) {
      try CSVReader().table(contentsOf: folder.path)
    }
  }

  @Test func aSeparatorThatCannotBeOneTraps() async {
    await #expect(processExitsWith: .failure) { _ = CSVReader(separator: "\"") }
    await #expect(processExitsWith: .failure) { _ = CSVReader(separator: "\r\n") }
    await #expect(processExitsWith: .failure) { _ = CSVWriter(separator: "é") }
  }
}

import Testing

@testable import Tables

@Suite struct CSVWriterTests {
  private func line(_ cells: [Cell], separator: Character = ",") -> String {
    // The second row, since the first is quoted more readily.
    let text = CSVWriter(separator: separator)
      .string(Table(file: nil, rows: [[.text("h")], cells]))
    return String(text.dropFirst(2).dropLast())
  }

  @Test(
    arguments: [
      ([Cell.text("a"), .text("b c")], "a,b c"),
      (
        [.text("a,b"), .text("c\"d"), .text("e\nf"), .text("g\rh")],
        "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\""
      ),
      ([.text("a;b"), .text("c\td")], "a;b,c\td"),
      ([.text("=A1"), .text("+1"), .text("-x"), .text("@x")], "\"=A1\",\"+1\",\"-x\",\"@x\""),
      ([.number(-1.5), .number(3), .number(1e-5), .number(0.1)], "-1.5,3,0.00001,0.1"),
      ([.number(.nan), .number(-.infinity)], ",-inf"),
      ([.boolean(true), .error("#DIV/0!")], "TRUE,#DIV/0!"),
      ([.empty, .empty], ","), ([.empty], "\"\""), ([], ""), ([.text("")], "\"\""),
      ([.text(" a ")], " a "),
    ] as [([Cell], String)])
  func cellsAreQuotedOnlyWhereNeeded(cells: [Cell], expected: String) {
    #expect(line(cells) == expected)
  }

  @Test func theSeparatorDecidesWhatIsQuoted() {
    #expect(line([.text("a,b"), .text("c;d")], separator: ";") == "a,b;\"c;d\"")
  }

  @Test func theHeaderQuotesWhatAReaderCouldTakeForASeparator() throws {
    let source = Table(file: "data.csv", rows: [[], [.text("a;b;c"), .text("\u{FEFF}x")]])
    let text = CSVWriter().string(source)
    #expect(text == "\n\"a;b;c\",\"\u{FEFF}x\"\n")
    #expect(try table(csv: text) == source)
  }

  @Test func aByteOrderMarkIsWrittenOnRequest() {
    let table = Table(title: nil, columns: ["a"], rows: [])
    #expect(CSVWriter(byteOrderMark: true).string(table) == "\u{FEFF}a\n")
    #expect(CSVWriter().string(table) == "a\n")
  }

  @Test func notesAreNotWritten() {
    let table = Table(
      title: "T", columns: ["a"], rows: [[.number(1)]], notes: [Phrase(verbatim: "n")])
    #expect(CSVWriter().string(table) == "a\n1\n")
  }

  @Test func whatVietnameseExcelOpensIsReadBackAlike() throws {
    let table = Table(
      title: nil, columns: ["tỉnh", "điểm", "ghi chú"],
      rows: [
        [.text("Đắk Nông"), .number(5.9405), .text("a;b, \"c\"")],
        [.text("Kon Tum"), .number(-1234567.5), .text("1,5")],
        [.text("Huế"), .number(1e-7), .empty], [.text("Cà Mau"), .empty, .text("dòng\nhai")],
      ])
    let text = CSVWriter.forVietnameseExcel.string(table)
    #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.contains("Đắk Nông;5,9405;\"a;b, \"\"c\"\"\"\r\n"))
    #expect(text.contains("Kon Tum;-1234567,5;1,5\r\n"))
    let read = try CSVReader().table(bytes: Array(text.utf8), file: "a.csv")
    let records = try Records(read, required: ["tỉnh", "điểm", "ghi chú"])
    let grammar = try NumberGrammar(of: read)
    #expect(try records.map { try $0.text("tỉnh") } == ["Đắk Nông", "Kon Tum", "Huế", "Cà Mau"])
    for (record, row) in zip(records, table.rows.dropFirst()) {
      guard case .number(let value, isPercentage: false) = record.number("điểm", by: grammar) else {
        #expect(row[1] == .empty)
        continue
      }
      #expect(row[1] == .number(value))
    }
    #expect(records[3].optionalText("ghi chú") == "dòng\nhai")
  }

  @Test func everyLineOfItEndsAsOnWindows() {
    let table = Table(title: nil, columns: ["a"], rows: [[.number(0.5)], [.empty]])
    #expect(CSVWriter.forVietnameseExcel.string(table) == "\u{FEFF}a\r\n0,5\r\n\"\"\r\n")
  }

  @Test(arguments: ["=1+1", "+84", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
  func aTextThatExcelWouldComputeIsMarkedAndANumberIsNot(text: String) throws {
    let table = Table(
      title: nil, columns: ["a", text],
      rows: [[.text(text), .number(-0.5)], [.text("a=1"), .empty]])
    let written = CSVWriter.forVietnameseExcel.string(table)
    let read = try CSVReader().table(bytes: Array(written.utf8), file: "a.csv")
    let marked = Cell.text("'" + text)
    #expect(
      read.rows == [[.text("a"), marked], [marked, .text("-0,5")], [.text("a=1"), .empty]])
    // For programs a text stays as it is.
    let plain = try CSVReader().table(bytes: Array(CSVWriter().string(table).utf8), file: "a.csv")
    #expect(plain.rows[1][0] == .text(text))
  }

  @Test func aCommaCannotPartBothCellsAndDecimals() async {
    await #expect(processExitsWith: .failure) { _ = CSVWriter(decimalMark: .comma) }
  }
}

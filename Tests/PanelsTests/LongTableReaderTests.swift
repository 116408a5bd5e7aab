import Panels
import Tables
import TestSupport
import Testing

@Suite struct LongTableReaderTests {
  private func array(_ text: String, _ reader: LongTableReader = LongTableReader()) throws
    -> PanelArray
  {
    try reader.array(bytes: Array(text.utf8), file: "folder/long.csv")
  }

  private func complaint(_ text: String, _ reader: LongTableReader = LongTableReader()) -> String? {
    message { try array(text, reader) }
  }

  @Test func valuesStandByUnitThenYearThenIndicator() throws {
    let array = try array(
      """
      year,note,value,unit,indicator
      2007,,4,b,y
      2006,"a, ""note\""
      over two lines",1.5,b,x
      2007,,NA,Đ,x
      2006,,-2,Đ,y

      """)
    #expect(array.units == ["b", "Đ"])
    #expect(array.years == [2006, 2007])
    #expect(array.indicators == ["x", "y"])
    #expect(array["b", "x", 2006] == 1.5)
    #expect(array["b", "y", 2007] == 4)
    #expect(array["Đ", "y", 2006] == -2)
    #expect(array["Đ", "x", 2007] == nil)
    #expect(array["c", "x", 2007] == nil)
    #expect(array[unit: 1, year: 0, indicator: 1] == -2)
    #expect(array.missingCount == 5)
    #expect(
      array.values.map(\.description) == ["1.5", "nan", "nan", "4.0", "nan", "-2.0"] + [
        "nan", "nan",
      ])
  }

  @Test func oneKeyMayBeSpelledInSeveralWays() throws {
    let composed = "Hu\u{1EBF}"
    let decomposed = "Hue\u{302}\u{301}"
    let array = try array(
      "unit;year;indicator;value\n\(composed);2006;x;1,5\n\(decomposed);2006.0;y;2\n \(composed) ;2007;x ;3\n",
      LongTableReader(grammar: NumberGrammar(decimalMark: .comma)))
    #expect(array.units.map { Array($0.utf8) } == [Array(decomposed.utf8)])
    #expect(array.years == [2006, 2007])
    #expect(array.indicators == ["x", "y"])
    #expect(array[composed, "x", 2006] == 1.5)
    #expect(array[decomposed, "y", 2006] == 2)
    #expect(array[composed, "x", 2007] == 3)
  }

  @Test func aKeyWithASeparatorIsNotTakenForTwoCellsThatLookLikeIt() throws {
    let array = try array(
      "unit,indicator,year,value\n\"a,b\",c,2006,1\n\"a,b\",b,2006,3\na,b,2006,2\n")
    #expect(array.units == ["a", "a,b"])
    #expect(array["a,b", "c", 2006] == 1)
    #expect(array["a", "b", 2006] == 2)
  }

  @Test func columnsMayHaveOtherNames() throws {
    let columns = LongTableReader.Columns(
      unit: "iso", year: "time", indicator: "series", value: "obs")
    let array = try array(
      "series\tiso\tobs\ttime\nx\tVNM\t1e-3\t2020\n", LongTableReader(columns: columns))
    #expect(array["VNM", "x", 2020] == 1e-3)
  }

  @Test func aTableWithoutRecordsIsAnEmptyArray() throws {
    for text in ["unit,year,indicator,value", "unit,year,indicator,value\n\n,,,\n"] {
      let array = try array(text)
      #expect(array.values.isEmpty && array.units.isEmpty && array.years.isEmpty)
    }
  }

  @Test func aFileIsReadLikeItsBytes() throws {
    let folder = try TemporaryDirectory()
    var text = "unit,year,indicator,value\n"
    for row in 0..<30_000 { text += "u\(row / 10),2006,x\(row % 10),\(Double(row) / 8)\n" }
    let path = try folder.write(Array(text.utf8), as: "long.csv")
    let one = try LongTableReader(threads: 1).array(contentsOf: path)
    let two = try LongTableReader(threads: 2).array(contentsOf: path)
    #expect(one.values.count == 30_000 && one.missingCount == 0)
    #expect(one.values == two.values && one.units == two.units)
    #expect(try array(text).values == one.values)
    #expect(one["u2999", "x9", 2006] == 29_999.0 / 8)
    #expect(
      message { try LongTableReader().array(contentsOf: folder.file("none.csv")) }
        == "\(folder.file("none.csv")): there is no such file")
  }

  @Test(arguments: [
    ("", "long.csv: there is no column \"unit\"; the first row is blank"),
    (
      "unit,year,indicator,Value\n",
      "long.csv: there is no column \"value\"; "
        + "the columns are \"unit\", \"year\", \"indicator\", \"Value\""
    ),
    (
      "unit,year,unit,indicator,value\n",
      "long.csv, line 1, column 3: the column \"unit\" occurs a second time, after column 1; "
        + "give every column its own name"
    ),
    ("a,2006,x,1\nb,2006,x,3..5\n", "long.csv, line 3, column \"value\": \"3..5\" is not a number"),
    ("a,2006,x,nan\n", "long.csv, line 2, column \"value\": \"nan\" is not a number"),
    ("a,2006,x,1e999\n", "long.csv, line 2, column \"value\": \"1e999\" is not a number"),
    ("a,2006,x,12%\n", "long.csv, line 2, column \"value\": \"12%\" is not a number"),
    ("a,2006.5,x,1\n", "long.csv, line 2, column \"year\": \"2006.5\" is not a whole number"),
    ("a,2006,x,1\n,2006,x,1\n", "long.csv, line 3, column \"unit\": the cell is empty"),
    ("a,,x,1\n", "long.csv, line 2, column \"year\": the cell is empty"),
    ("a,2006, ,1\n", "long.csv, line 2, column \"indicator\": the cell is empty"),
    (
      "a,2006,x,1\n\n\"b\",2006,\"x\",2\n\"a\",2006.0,x,\n",
      "long.csv, line 5, column 4: the value of \"a\", 2006, \"x\" is given a second time, "
        + "after line 2; remove one of the two"
    ),
    (
      "a,2006,x\n",
      "long.csv, line 2: 3 cells for 4 columns; leave a missing cell empty, but keep its separator"
    ),
    (
      "a,2006,x,1,5\n",
      "long.csv, line 2: 5 cells for 4 columns; quote a cell that contains the separator"
    ),
    (
      "\"a\nb\",2006,x,1\nc,2006,\"x,1\n",
      "long.csv, line 4, column 3: the quote opened here is never closed; "
        + "close it, or double it if it is text"
    ),
    (
      "a,2006,\"x\"y,1\n",
      "long.csv, line 2, column 3: text follows the closing quote; "
        + "double a quote that belongs to the text"
    ),
    (
      "a\"b,2006,x,1\n",
      "long.csv, line 2, column 1: a quote inside an unquoted cell; "
        + "quote the whole cell and double the quote"
    ),
    (
      "a,2006,x,1\nb,20\06,x,1\n",
      "long.csv, line 3, column 2: a NUL byte; the file is not text, or is UTF-16: save it as UTF-8"
    ),
  ])
  func aMistakeIsToldWithItsPlace(text: String, expected: String) {
    let header = text.isEmpty || text.hasPrefix("unit") ? "" : "unit,year,indicator,value\n"
    #expect(complaint(header + text) == expected)
  }

  @Test func textThatIsNotUTF8IsToldWithItsLine() {
    for place in 0..<5 {
      var cells = ["a", "2006", "x", "1", ""].map { Array($0.utf8) }
      cells[place] = [0x61, 0xFF]
      let bytes =
        Array("unit,year,indicator,value,note\na,2005,x,1,ế\n".utf8)
        + Array(cells.joined(separator: [UInt8(ascii: ",")]))
      #expect(
        message { try LongTableReader().array(bytes: bytes, file: "long.csv") }
          == "long.csv, line 3: the text is not UTF-8; save the file in that encoding")
    }
  }

  @Test func keysThatSpanTooManyValuesAreRefused() {
    #expect(
      complaint("unit,year,indicator,value\na,1,x,1\nb,2,y,2\n", LongTableReader(valueLimit: 7))
        == "long.csv: 2 × 2 × 2 different keys span more than 7 values; "
        + "check that the columns are the right ones")
  }

  @Test func theFirstRepetitionIsNamedOnAnyNumberOfThreads() throws {
    var text = "unit,year,indicator,value\n"
    for row in 0..<60_000 { text += "u\(row),2006,x,\n" }
    // Lines 30002 and 60002 repeat lines 30001 and 2; both lie in windows read at once.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    lines.insert("u29999,2006,x,5", at: 30_001)
    lines.append("u0,2006,x,")
    for threads in 1...2 {
      #expect(
        complaint(lines.joined(separator: "\n"), LongTableReader(threads: threads))
          == "long.csv, line 30002, column 4: the value of \"u29999\", 2006, \"x\" is given a second "
          + "time, after line 30001; remove one of the two")
    }
  }
}

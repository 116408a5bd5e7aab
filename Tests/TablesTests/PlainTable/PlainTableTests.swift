import TestSupport
import Testing

@testable import Tables

@Suite struct PlainTableTests {
  private func read(
    _ text: String, texts: [String] = ["unit"], numbers: [String] = ["y", "x"],
    threads: Int = 1, windowLength: Int = 1 << 19
  ) throws -> PlainTable? {
    try PlainTable(
      .memory(Array(text.utf8)), texts: texts, numbers: numbers, threads: threads,
      windowLength: windowLength)
  }

  private let plain = """
    x,unit,note,y
    1.5,Cà Mau,first,-2
    ,An Giang,,0.1
    1e3,Cà Mau,third one,NA
    +.25,Bến Tre,fourth,123456789.12345678901

    """

  @Test func columnsComeAsAskedForWhateverTheirOrder() throws {
    let table = try #require(try read(plain))
    #expect(table.columnNames == ["x", "unit", "note", "y"])
    #expect(table.rowCount == 4)
    #expect(table.texts[0].codes == [0, 1, 0, 2])
    #expect(table.texts[0].labels == ["Cà Mau", "An Giang", "Bến Tre"])
    let expected = [-2, 0.1, .nan, 123_456_789.12345678901, 1.5, .nan, 1000, 0.25]
    #expect(table.numbers.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test func numbersAreThoseOfATable() throws {
    // As many digits as a program may write, and signs for missing values.
    var random = SplitMix64(seed: 1)
    let cells = (0..<500).map { _ -> String in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: "\(Double.random(in: -1e6...1e6, using: &random))"
      case 1: "\(Double.random(in: 0...1, using: &random) * 1e-30)"
      case 2: ["", "NA", "..", "-", "n/a"].randomElement(using: &random) ?? ""
      case 3: "\(Int.random(in: -99...99, using: &random)).5000"
      case 4: "\(UInt64.random(in: 0 ... .max, using: &random))"
      default: "\(Int.random(in: 0..<100_000, using: &random))"
      }
    }
    let text = "unit,y\n" + cells.map { "a,\($0)\n" }.joined()
    let table = try #require(try read(text, numbers: ["y"]))
    for (cell, number) in zip(cells, table.numbers) {
      switch NumberGrammar().number(in: cell) {
      case .missing: #expect(number.isNaN)
      case .number(let value, _): #expect(number.bitPattern == value.bitPattern)
      case .notANumber: Issue.record("\(cell) was made as a number")
      }
    }
  }

  @Test(arguments: [1, 2, 7, 40, 64, 1000], [1, 2])
  func windowsAndThreadsMakeNoDifference(_ windowLength: Int, _ threads: Int) throws {
    let rows = (0..<200).map { "\($0).25,unit \($0 / 7 % 11),\($0 % 3),\($0)\r\n" }.joined()
    let text = "x,unit,note,y\r\n" + rows
    #expect(
      try read(text, threads: threads, windowLength: windowLength) == (try read(text)))
    #expect(try read(text)?.rowCount == 200)
    // The last line may lack its end.
    let cut = String(text.dropLast())
    #expect(
      try read(cut, threads: threads, windowLength: windowLength) == (try read(text)))
  }

  @Test func spellingsThatDifferInComposedLettersAreOne() throws {
    let table = try #require(
      try read("unit,y\nH\u{F2}a,1\nHo\u{300}a,2\nH\u{F2}a,3\n", numbers: ["y"]))
    #expect(table.texts[0].codes == [0, 0, 0])
    #expect(table.texts[0].labels.count == 1)
  }

  @Test(arguments: [
    "unit,y\n\"a\",1\n", "unit,y\na,\"1\"\n", "unit;y\na;1\n", "unit,y\na,1,2\n", "unit,y\na\n",
    "unit,y\na,one\n", "unit,y\na,12%\n", "unit,y\n,1\n", "unit,y\nNA,1\n", "unit,y\n a,1\n",
    "unit,y\n\na,1\n", "unit,y\na,1\n,\n", "unit,y\na\u{0},1\n", "unit,y\na,1\rb,2\n",
    "unit,y,y\na,1,2\n", "unit,z\na,1\n", "unit,y", "", "unit,y\na,1.2.3\n", "unit,y\na,nan\n",
    "unit,y\na,0x10\n", "unit,y,\na,1,\n",
  ])
  func whatIsNotPlainIsLeftToOthers(_ text: String) throws {
    for windowLength in [3, 1000] {
      let table = try read(text, numbers: ["y"], windowLength: windowLength)
      #expect(table == nil)
    }
  }

  @Test func aTextThatIsNoUTF8IsLeftToOthers() throws {
    let bytes = Array("unit,y\n".utf8) + [0xFF, 0x2C, 0x31, 0x0A]
    let table = try PlainTable(
      .memory(bytes), texts: ["unit"], numbers: ["y"], threads: 1, windowLength: 100)
    #expect(table == nil)
  }

  @Test func aHeaderAloneHasNoRows() throws {
    let table = try #require(try read("unit,y\n", numbers: ["y"]))
    #expect(table.rowCount == 0 && table.numbers.isEmpty && table.texts[0].labels.isEmpty)
  }

  @Test func aByteOrderMarkIsNoPartOfAName() throws {
    let table = try #require(try read("\u{FEFF}unit,y\na,1\n", numbers: ["y"]))
    #expect(table.columnNames == ["unit", "y"])
    #expect(table.numbers == [1])
  }

  @Test func aLineLongerThanAWindowSeesIsLeftToOthers() throws {
    let long = String(repeating: "a", count: 1 << 17)
    let table = try read("unit,y\nb,1\n\(long),2\nc,3\n", numbers: ["y"], windowLength: 8)
    #expect(table == nil)
  }

  @Test func aColumnThatIsNotReadMustBeTextToo() throws {
    let bytes = Array("unit,note,y\na,".utf8) + [0xFF, 0x2C, 0x31, 0x0A]
    let table = try PlainTable(
      .memory(bytes), texts: ["unit"], numbers: ["y"], threads: 1, windowLength: 100)
    #expect(table == nil)
  }

  @Test(arguments: ["/no/such/file.csv", "/dev/null", "/"])
  func whatIsNoRegularFileIsLeftToOthers(_ path: String) throws {
    #expect(try PlainTable(contentsOf: path, texts: [], numbers: []) == nil)
  }
}

import TestSupport
import Testing

@testable import Tables

@Suite struct StatisticalMistakesTests {
  private static let files = [
    "stata114.dta", "stata117-big-endian.dta", "stata118.dta", "stata118-strl.dta",
    "stata119-big-endian.dta", "spss.sav", "spss.zsav", "spss-rows.sav", "spss-long.sav",
  ]

  private func bytes(_ name: String) throws -> [UInt8] {
    try InputFile.bytes(of: referenceFile(name))
  }

  private func message(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, limits: StatisticalLimits = StatisticalLimits()
  ) -> String? {
    TablesTests.message {
      try StatisticalReader(encoding: encoding, limits: limits)
        .table(bytes: bytes, file: "in/x.dta")
    }
  }

  @Test func aMissingFileIsToldApart() throws {
    let path = try TemporaryDirectory().file("no.dta")
    #expect(throws: TableError.missingFile(path)) {
      try StatisticalReader().table(contentsOf: path)
    }
  }

  @Test func anEmptyFileIsRefused() {
    #expect(message([]) == "x.dta is empty; copy or download it again")
  }

  @Test(arguments: ["a,b\n1,2\n", "PK\u{3}\u{4}", "<stata", "$FL", "s", "r\u{1}"])
  func anotherKindOfFileIsRefused(text: String) {
    #expect(
      message(Array(text.utf8))
        == "x.dta is neither a Stata .dta nor an SPSS .sav file; "
        + "check that it is the right file")
  }

  @Test(arguments: ["120", "121", "1e9", "\0\0\0"])
  func aVersionOfTheFutureIsRefused(version: String) throws {
    var bytes = try bytes("stata118.dta")
    bytes.replaceSubrange(28..<31, with: version.utf8)
    #expect(
      message(bytes)
        == "x.dta is of a version that cannot be read; "
        + "save it as Stata 13 to 17, or as SPSS .sav")
  }

  @Test func aVersionOfThePastIsRefused() {
    #expect(message([103, 2, 1, 0])?.contains("of a version that cannot be read") == true)
  }

  @Test func aTextThatIsNotInTheToldEncodingIsRefused() throws {
    let fixture = StatisticalFixture(rows: [(.missing, .text([0x81]))])
    for encoding in [TextEncoding.windows1252, .windows1258, nil] {
      #expect(
        message(try fixture.bytes(.dta(version: 114)), encoding: encoding)
          == "x.dta has text that is not in its encoding; tell the right one")
    }
  }

  @Test func utf16IsNoEncodingOfTheseFiles() async {
    await #expect(processExitsWith: .failure) {
      _ = StatisticalReader(encoding: .utf16LittleEndian)
    }
  }

  @Test(arguments: files)
  func aFileWithMoreThanTheLimitIsRefused(name: String) throws {
    let bytes = try bytes(name)
    #expect(message(bytes, limits: StatisticalLimits(cells: 16)) == nil)
    #expect(
      message(bytes, limits: StatisticalLimits(cells: 15))
        == "x.dta has more than 15 cells; keep fewer variables or rows")
    #expect(
      message(bytes, limits: StatisticalLimits(textBytes: 10))
        == "x.dta has more than 0 MiB of text; keep fewer variables or rows")
  }

  /// Every prefix that tells the version is tried.
  ///
  /// Stata's files before version 117 end with the labels, which may be left out.
  @Test(arguments: files)
  func aFileCutShortIsRefused(name: String) throws {
    let bytes = try bytes(name)
    for length in stride(from: 31, to: bytes.count - 1, by: 13) {
      let text = message(Array(bytes.prefix(length)))
      if name == "stata114.dta", length > bytes.count - 100, text == nil { continue }
      if text?.hasPrefix("x.dta is damaged or cut short (") != true {
        Issue.record("\(length) of \(bytes.count) bytes: \(text ?? "read")")
      }
    }
  }

  @Test func rowsThatAreNotThereAreMissed() throws {
    var bytes = try bytes("spss.sav")
    // The number of cases, in the file's header.
    bytes[80] = 4
    #expect(message(bytes)?.hasPrefix("x.dta is damaged or cut short (") == true)
  }

  @Test func binaryLongStringsAreEmptyAndNoted() throws {
    var bytes = try bytes("stata118-strl.dta")
    let mark = try #require(bytes.firstRange(of: Array("GSO".utf8)))
    // The type stands before the length, after the mark, the variable and the observation.
    bytes[mark.lowerBound + 15] = 129
    let table = try StatisticalReader().table(bytes: bytes, file: "x.dta")
    #expect(table[2, 1] == .empty)
    #expect(table[3, 1] == .text("Đắk Nông"))
    #expect(table.notes.texts.last == "long strings of binary data, which are empty here: 1")
  }

  @Test func aLongStringWithoutAnEndIsRefused() throws {
    var bytes = try bytes("stata118-strl.dta")
    let end = try #require(bytes.firstRange(of: Array("</strls>".utf8)))
    bytes[end.lowerBound - 1] = UInt8(ascii: "x")
    #expect(
      message(bytes)
        == "x.dta is damaged or cut short (a long string without an end); "
        + "copy or download it again")
  }

  @Test(arguments: files)
  func aCorruptedFileNeverCrashes(name: String) throws {
    let valid = try bytes(name)
    var generator = SplitMix64(seed: UInt64(valid.count))
    for _ in 0..<300 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let length = Bool.random(using: &generator) ? 1 : Int.random(in: 1...100, using: &generator)
        let byte = UInt8.random(in: 0...255, using: &generator)
        for place in index..<min(index + length, bytes.count) { bytes[place] = byte }
      }
      do {
        _ = try StatisticalReader(usingLabels: true).table(bytes: bytes, file: "x")
      } catch {
        #expect(error is TableError)
      }
    }
  }
}

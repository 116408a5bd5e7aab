import FoundationEssentials
import TestSupport
import Testing

@testable import Tables

@Suite struct JSONWriterTests {
  @Test func aTableIsSettingsNotesAndRows() {
    let table = Table(
      title: "T", columns: ["province", "score"],
      rows: [[.text("Huế"), .number(61.5)], [.text("Cà \"Mau\""), .empty]],
      notes: [Phrase(verbatim: "Two provinces."), Phrase(verbatim: "a\\b")])
    let expected = """
      {
        "settings": {"year": "2017", "seed": 1},
        "notes": ["Two provinces.", "a\\\\b"],
        "rows": [
          {"province": "Huế", "score": 61.5},
          {"province": "Cà \\"Mau\\"", "score": null}
        ]
      }

      """
    #expect(
      JSONWriter().string(table, settings: [("year", .text("2017")), ("seed", Cell(1))]) == expected
    )
  }

  @Test func aTableWithoutRowsHasAnEmptyList() {
    let expected = "{\n  \"settings\": {},\n  \"notes\": [],\n  \"rows\": []\n}\n"
    #expect(JSONWriter().string(Table(title: nil, columns: ["a"], rows: [])) == expected)
    #expect(JSONWriter().string(Table(file: nil, rows: [])) == expected)
  }

  @Test(arguments: [
    (Cell.empty, "null"), (.number(.nan), "null"), (.number(.infinity), "\"inf\""),
    (.number(3), "3"), (.number(-0.0), "-0"), (.number(1e-7), "1e-07"), (.number(1e300), "1e+300"),
    (.boolean(true), "true"), (.boolean(false), "false"), (.error("#N/A"), "\"#N/A\""),
    (.text("\u{0}\u{1F}\u{7F}\n\r\t"), "\"\\u0000\\u001f\\u007f\\n\\r\\t\""),
    (.text("/é\u{1F30F}"), "\"/é\u{1F30F}\""),
  ])
  func cellsBecomeValues(cell: Cell, expected: String) {
    let text = JSONWriter().string(Table(title: nil, columns: ["a"], rows: [[cell]]))
    #expect(text.contains("\n    {\"a\": \(expected)}\n"))
  }

  @Test func namesAreMadeUnique() {
    let table = Table(
      file: "x",
      rows: [
        [.text("a"), .text("a"), .empty, .number(2017), .text("a (2)")], [],
        [.number(1), .number(2), .number(3), .number(4), .number(5), .number(6)], [.number(7)],
      ])
    let text = JSONWriter().string(table)
    #expect(
      text.contains(
        "{\"a\": 1, \"a (2)\": 2, \"C\": 3, \"2017\": 4, \"a (2) (2)\": 5, \"F\": 6}"))
    #expect(
      text.contains(
        "{\"a\": 7, \"a (2)\": null, \"C\": null, \"2017\": null, \"a (2) (2)\": null, \"F\": null}"
      ))
  }

  private struct Document: Decodable {
    var settings: [String: String]
    var notes: [String]
    var rows: [[String: Double?]]
  }

  @Test func anotherParserReadsTheSameNumbers() throws {
    var generator = SplitMix64(seed: 9)
    let numbers = (0..<1_000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let table = Table(
      title: nil, columns: ["x"], rows: numbers.map { [.number($0)] },
      notes: [Phrase(verbatim: "\u{1}\n\"\\é")])
    let text = JSONWriter().string(table, settings: [("a\"b", .text("\t"))])
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.rows.map { $0["x"] ?? nil } == numbers)
    #expect(document.notes == table.notes.texts)
    #expect(document.settings == ["a\"b": "\t"])
  }
}

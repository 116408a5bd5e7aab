import Tables
import Testing

@Suite struct CatalogueTests {
  private static func catalogue(_ rows: [(String, String)]) throws -> Catalogue {
    try Catalogue(
      reading: Table(
        file: "vi.csv",
        rows: [[.text("key"), .text("text")]] + rows.map { [.text($0.0), .text($0.1)] }),
      mark: .comma)
  }

  @Test func placesMayStandInAnotherOrder() throws {
    let found = try Self.catalogue([("rank {1} of {2}", "trong {2} tỉnh, hạng {1}")])
    #expect(found.text(of: Phrase("rank \(5) of \(63)")) == "trong 63 tỉnh, hạng 5")
  }

  @Test func numbersHaveTheMarkOfTheLanguageAndTheRestStays() throws {
    let found = try Self.catalogue([("score {1}", "điểm {1}")])
    #expect(found.text(of: Phrase("score \(6.0834, .decimals(2))")) == "điểm 6,08")
    #expect(found.text(of: Phrase("score \(0.5, .percentage(decimals: 1))")) == "điểm 50,0%")
    #expect(found.text(of: Phrase("score \(3.5e-7, .scientific)")) == "điểm 3,5e-7")
    #expect(found.text(of: Phrase("score \("1.5")")) == "điểm 1.5")
  }

  @Test func phrasesWithinAreTranslatedAndUnknownOnesAreEnglish() throws {
    let found = try Self.catalogue([("better", "tốt hơn"), ("{1} place|{1} places", "{1} bậc")])
    let phrase = Phrase("\(Phrase("better")): \(counting: 2, "place"), \(Phrase("unknown"))")
    #expect(found.text(of: phrase) == "tốt hơn: 2 bậc, unknown")
    #expect(found.text(of: Phrase("\(counting: 1, "place")")) == "1 bậc")
    #expect(found.text(of: Phrase(verbatim: "better")) == "better")
    #expect(found.text(of: Phrase(code: "better")) == "tốt hơn")
  }

  @Test func englishNeedsNoTable() {
    #expect(Catalogue.english.text(of: Phrase("score \(1.5, .decimals(2))")) == "score 1.50")
  }

  @Test func notesOfATableAreTranslatedAndItsCellsAreNot() throws {
    let found = try Self.catalogue([("One.", "Một.")])
    let table = Table(
      title: "t", columns: ["One."], rows: [[.text("One.")]], notes: [Phrase("One.")])
    let translated = found.translated(table)
    #expect(translated.notes.texts == ["Một."])
    #expect(translated.rows == table.rows)
  }

  @Test(arguments: [
    ("a {1}", "b"), ("a", "b {1}"), ("a {1} {2}", "b {1} {1}"), ("{1} a|{1} as", "a"),
  ])
  func otherPlacesThanTheKeysAreRefused(key: String, text: String) {
    #expect(throws: CatalogueError.self) { try Self.catalogue([(key, text)]) }
  }

  @Test func mistakesNamePlaceAndRemedy() {
    #expect {
      try Self.catalogue([("a {1}", "b")])
    } throws: {
      "\($0)" == "vi.csv, line 2, column 2: the text must have the places of \"a {1}\", each of "
        + "them and no other"
    }
    #expect {
      try Self.catalogue([("a", "b"), ("a", "c")])
    } throws: { "\($0)" == "vi.csv, line 3, column 1: \"a\" stands twice; keep one row" }
    #expect {
      try Self.catalogue([("a", "")])
    } throws: { "\($0)".hasPrefix("vi.csv, line 2, column \"text\"") }
  }
}

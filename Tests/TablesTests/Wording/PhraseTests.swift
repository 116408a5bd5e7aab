import Tables
import Testing

@Suite struct PhraseTests {
  @Test func theKeyNumbersThePlacesAndTheTextFillsThem() {
    let phrase = Phrase("\("Kon Tum") ranks \(30) of \(63), score \(6.0834, .decimals(2))")
    #expect(phrase.key == "{1} ranks {2} of {3}, score {4}")
    #expect(phrase.text == "Kon Tum ranks 30 of 63, score 6.08")
    #expect(phrase.description == phrase.text)
  }

  @Test func linesOfALongLiteralAreOneTemplate() {
    let phrase = Phrase(
      """
      One \
      two.
      """)
    #expect(phrase.key == "One two.")
  }

  @Test func whatIsFilledInIsNeverReadAsAPlace() {
    #expect(Phrase("\("{2}") and \("b")").text == "{2} and b")
  }

  @Test func phrasesWithinAreSaidOnTheirOwnAndListsAreJoined() {
    let parts = [Phrase("better in \(["a", "b"])"), Phrase("worse in none")]
    let phrase = Phrase("Since \(2016): \(parts, separator: "; ").")
    #expect(phrase.key == "Since {1}: {2}.")
    #expect(phrase.text == "Since 2016: better in a, b; worse in none.")
    #expect(Phrase("none: \([Phrase]()), \([String]())").text == "none: , ")
    #expect(Phrase.sentences([Phrase("One."), Phrase("Two.")]).text == "One. Two.")
  }

  @Test(arguments: [(0, "0 places"), (1, "1 place"), (2, "2 places")])
  func countedNounsAreOfOneOrMany(count: Int, expected: String) {
    #expect(Phrase("\(counting: count, "place")").text == expected)
  }

  @Test func nounsMayHaveAPluralOfTheirOwn() {
    #expect(Phrase("\(counting: 2, "entry", "entries")").text == "2 entries")
  }

  @Test func aBarElsewhereDividesNothing() {
    #expect(Phrase("after | or before").text == "after | or before")
  }

  @Test func aVerbatimTextHoldsAnything() {
    #expect(Phrase(verbatim: "{1} | {}").text == "{1} | {}")
    #expect(Phrase(code: "transparency").text == "transparency")
  }

  @Test func bracesOfALiteralTrap() async {
    await #expect(processExitsWith: .failure) { _ = Phrase("a {1} b") }
    await #expect(processExitsWith: .failure) { _ = Phrase("a} \(1)") }
  }
}

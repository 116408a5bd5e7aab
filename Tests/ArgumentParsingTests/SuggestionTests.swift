import Testing

@testable import ArgumentParsing

struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
    ("hc0", "hc0", 0), ("Đắk", "Đăk", 1),
  ])
  func editDistanceCountsEdits(source: String, target: String, distance: Int) {
    #expect(editDistance(Array(source), Array(target)) == distance)
    #expect(editDistance(Array(target), Array(source)) == distance)
  }

  @Test func nearestCandidateWithinThreeEditsIsSuggested() {
    #expect(suggestion(for: "--formt", among: ["--from", "--format"]) == "--format")
    #expect(suggestion(for: "--abcdefg", among: ["--abcd"]) == "--abcd")
    #expect(suggestion(for: "--abcdefgh", among: ["--abcd"]) == nil)
    #expect(suggestion(for: "scor", among: []) == nil)
  }

  @Test func shortCandidatesAreNotNearToEverything() {
    #expect(suggestion(for: "--abc", among: ["--xyz", "-q"]) == nil)
  }
}

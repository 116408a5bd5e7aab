import Statistics
import TestSupport
import Testing

@Suite struct RankingTests {
  @Test func theHighestScoreIsFirstAndEqualScoresShareTheBetterRank() {
    let ranking = Ranking(tolerance: 0)
    #expect(ranking.ranks(of: [5, 7, 5, 9, 1, 5]) == [3, 2, 3, 1, 6, 3])
    #expect(ranking.ranks(of: []) == [])
    #expect(ranking.ranks(of: [4]) == [1])
    #expect(ranking.ranks(of: [4, 4, 4]) == [1, 1, 1])
  }

  @Test func scoresWithinTheToleranceTie() {
    let ranking = Ranking(tolerance: 0.25)
    #expect(ranking.ranks(of: [6.25, 6, 5.5]) == [1, 1, 3])
    #expect(ranking.rank(of: 6, among: [6.25]) == 1)
    #expect(ranking.rank(of: 6, among: [6.2500001]) == 2)
    #expect(ranking.ties(of: 6, among: [6.25, 5.75, 6, 6.5, 5.5]) == 3)
  }

  @Test func whatDoesNotRankAboveForRoundingTies() {
    // 1.1 − 1 is a little more than 0.1 in binary, and 1 + 0.1 is 1.1.
    let ranking = Ranking(tolerance: 0.1)
    #expect(ranking.rank(of: 1, among: [1.1]) == 1)
    #expect(ranking.ties(of: 1, among: [1.1]) == 1)
    #expect(ranking.ties(of: 1.1, among: [1]) == 1)
  }

  @Test func withoutOthersAScoreIsFirst() {
    #expect(Ranking(tolerance: 0).rank(of: 3, among: []) == 1)
    #expect(Ranking(tolerance: 0).ties(of: 3, among: []) == 0)
  }

  @Test(arguments: [0, 1, 2, 5, 17, 63])
  func everyOtherIsAboveOrTiedOrBelow(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 1)
    // Tenths are no exact binary numbers: sums and differences of them round differently.
    let scores = (0..<count).map { _ in Double(Int.random(in: 10...80, using: &random)) / 10 }
    for tolerance in [0, 0.1, 0.3] {
      let ranking = Ranking(tolerance: tolerance)
      for score in scores {
        let above = ranking.rank(of: score, among: scores) - 1
        let below = scores.count { score > $0 + tolerance }
        #expect(above + ranking.ties(of: score, among: scores) + below == count)
      }
    }
  }

  @Test(arguments: [0, 1, 2, 5, 17, 63])
  func ranksDoNotChangeWhenAllScoresShift(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    // Sixteenths are exact, so that shifting cannot round.
    let scores = (0..<count).map { _ in Double(Int.random(in: 16...160, using: &random)) / 16 }
    for tolerance in [0, 0.0625, 0.5] {
      let ranking = Ranking(tolerance: tolerance)
      for shift in [-3.5, 0.0625, 1024] {
        #expect(ranking.ranks(of: scores.map { $0 + shift }) == ranking.ranks(of: scores))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 5, 17, 62])
  func theScoreNeededAttainsTheRankAndNothingLowerDoes(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count) + 9)
    let rivals = (0..<count).map { _ in Double(Int.random(in: 16...160, using: &random)) / 16 }
    for tolerance in [0, 0.0625, 0.5] {
      let ranking = Ranking(tolerance: tolerance)
      for rank in 1...count + 1 {
        guard let needed = ranking.scoreNeeded(for: rank, among: rivals) else {
          #expect(rank == count + 1)
          #expect(ranking.rank(of: -1000, among: rivals) <= rank)
          continue
        }
        #expect(ranking.rank(of: needed, among: rivals) <= rank)
        #expect(ranking.rank(of: needed - tolerance - 0x1p-20, among: rivals) > rank)
      }
    }
  }

  /// Sizes on both sides of the one above which scores are sorted instead of compared.
  @Test(arguments: [0, 1, 2, 127, 128, 129, 500, 2000])
  func sortingGivesTheRanksThatComparingGives(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 4)
    let spread = (0..<count).map { _ in Double.random(in: 1...10, using: &random) }
    let tied = (0..<count).map { _ in Double(Int.random(in: 10...80, using: &random)) / 10 }
    // Nearly all crowd into one box of the sort, and one is endless.
    let crowded = spread.enumerated().map { $0 == 0 ? 1e12 : $0 == 1 ? 1 : $1 * 1e-9 }
    let endless = spread.enumerated().map { $0 == 0 ? Double.infinity : $0 == 1 ? .nan : $1 }
    for scores in [spread, tied, crowded, endless, tied.map { _ in 4 }] {
      for tolerance in [0, 1e-6, 0.1] {
        let ranking = Ranking(tolerance: tolerance)
        let compared = scores.map { ranking.rank(of: $0, among: scores) }
        #expect(ranking.ranks(of: scores) == compared)
      }
    }
  }

  /// 9 is first, three 7s share places 2 to 4, two 5s 5 and 6, and 1 is last.
  @Test(arguments: [
    (TieRule.minimum, [5, 2, 1, 2, 7, 5, 2]), (.maximum, [6, 4, 1, 4, 7, 6, 4]),
    (.average, [5.5, 3, 1, 3, 7, 5.5, 3]), (.dense, [3, 2, 1, 2, 4, 3, 2]),
    (.ordinal, [5, 2, 1, 3, 7, 6, 4]),
  ])
  func tiedScoresGetWhatTheRuleSays(_ ties: TieRule, _ expected: [Double]) {
    let ranking = Ranking(tolerance: 0)
    #expect(ranking.ranks(of: [5, 7, 9, 7, 1, 5, 7], ties: ties) == expected)
    #expect(ranking.ranks(of: [], ties: ties) == [])
    #expect(ranking.ranks(of: [4], ties: ties) == [1])
  }

  @Test(arguments: [0, 1, 2, 63, 700])
  func averageRanksAddUpWhateverTies(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 5)
    let scores = (0..<count).map { _ in Double(Int.random(in: 0...40, using: &random)) }
    let ranks = Ranking(tolerance: 0).ranks(of: scores, ties: .average)
    #expect(ranks.reduce(0, +) == Double(count * (count + 1) / 2))
    let ordinal = Ranking(tolerance: 0).ranks(of: scores, ties: .ordinal)
    #expect(ordinal.sorted() == (0..<count).map { Double($0 + 1) })
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Ranking(tolerance: -0.1) }
    await #expect(processExitsWith: .failure) { _ = Ranking(tolerance: .nan) }
    await #expect(processExitsWith: .failure) {
      _ = Ranking(tolerance: 0).scoreNeeded(for: 0, among: [1, 2])
    }
  }
}

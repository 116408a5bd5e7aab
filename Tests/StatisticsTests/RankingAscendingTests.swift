import Statistics
import TestSupport
import Testing

@Suite struct RankingAscendingTests {
  @Test(arguments: [0, 1, 2, 5, 63])
  func amongScoresInOrderTheRankIsTheSame(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count) + 4)
    // Few values, so that many tie.
    let scores = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &random)) / 16 }
    let ascending = scores.sorted()
    for tolerance in [0, 0.0625, 0.1] {
      let ranking = Ranking(tolerance: tolerance)
      for score in scores + [-1, 0.5, 2] {
        #expect(
          ranking.rank(of: score, amongAscending: ascending)
            == ranking.rank(of: score, among: scores))
      }
    }
  }
}

import Statistics
import Testing

@Suite struct RankCorrelationTests {
  @Test func ordersThatAgreeHaveOneAndOppositeOnesMinusOne() {
    #expect(rankCorrelation([1, 5, 9, 100], [0.1, 0.2, 0.3, 0.4]) == 1)
    #expect(rankCorrelation([1, 5, 9, 100], [4, 3, 2, 1]) == -1)
  }

  @Test func tiesShareTheMeanRank() {
    // scipy.stats.spearmanr([1, 2, 2, 3, 5], [2, 1, 4, 4, 5]) of SciPy 1.17.1: 0.7631578947368421.
    let found = rankCorrelation([1, 2, 2, 3, 5], [2, 1, 4, 4, 5])
    // A quotient of sums of halves, each exact.
    #expect(abs((found ?? 0) - 0.7631578947368421) < 1e-15)
  }

  @Test func whatDoesNotVaryHasNone() {
    #expect(rankCorrelation([], []) == nil)
    #expect(rankCorrelation([1], [2]) == nil)
    #expect(rankCorrelation([1, 1], [2, 3]) == nil)
  }
}

import Sensitivity
import Statistics
import Testing

@Suite struct LocalSensitivityTests {
  private let standing = Standing(
    score: 5, rivals: [5.1, 5.2, 5.3, 6], ranking: Ranking(tolerance: 1e-6))

  private func input(
    value: Double = 0.5, slope: Double = 2, limit: Double = 1, step: Double = 0.1,
    best: Double = 0.9
  ) -> LocalInput {
    LocalInput(name: "x", value: value, slope: slope, limit: limit, step: step, best: best)
  }

  @Test func findsTheValueThatGainsOnePlace() throws {
    let effect = LocalSensitivity(of: input(), at: standing)
    let next = try #require(effect.nextPlace)
    #expect(abs(next.value - 0.55) < 1e-12)
    #expect(next.places == 1)
    #expect(effect.typical.places == 2)
    #expect(effect.reachingBest.places == 3)
  }

  @Test func movesDownWhereLessIsBetter() throws {
    let effect = LocalSensitivity(of: input(slope: -2, limit: 0, best: 0.1), at: standing)
    let next = try #require(effect.nextPlace)
    #expect(abs(next.value - 0.45) < 1e-12)
    #expect(abs(effect.typical.value - 0.4) < 1e-12)
    #expect(effect.typical.places == 2)
    #expect(effect.reachingBest.score > 0)
  }

  @Test func stopsAtTheEndOfTheRangeAndSaysSo() {
    let effect = LocalSensitivity(of: input(value: 0.97, step: 0.1), at: standing)
    #expect(effect.isTypicalShortened)
    #expect(effect.typical.value == 1)
    #expect(effect.nextPlace == nil)
    #expect(!LocalSensitivity(of: input(), at: standing).isTypicalShortened)
  }

  @Test func theBestHasNothingToReach() {
    let effect = LocalSensitivity(of: input(value: 0.95, best: 0.9), at: standing)
    #expect(effect.reachingBest.score == 0)
    #expect(effect.reachingBest.places == 0)
  }

  @Test func aValueBeyondItsRangeIsNotPulledBack() {
    let effect = LocalSensitivity(of: input(value: 1.2, limit: 1), at: standing)
    #expect(effect.typical.value == 1.2)
    #expect(effect.typical.score == 0)
  }
}

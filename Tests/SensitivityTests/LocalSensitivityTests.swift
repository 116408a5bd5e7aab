import Sensitivity
import Statistics
import Testing

@Suite struct LocalSensitivityTests {
  private func effect(
    value: Double = 0.5, rivals: [Double] = [0.55, 0.65, 0.75, 0.95], isRising: Bool = true,
    ranges: RankedIndex.Ranges = .held, typical: Double = 0.2, good: Double? = 0.1,
    median: Double = 0.65, best: Double = 0.95
  ) -> LocalSensitivity {
    LocalSensitivity(
      of: 0,
      in: SmallIndex.one(value: value, rivals: rivals, isRising: isRising, ranges: ranges),
      steps: LocalSteps(unit: 0.01, typical: typical, good: good, median: median, best: best))
  }

  @Test func findsTheValueThatGainsOnePlace() throws {
    let effect = effect()
    let next = try #require(effect.nextPlace)
    // A tie within 1e-6 of a point is enough, 1.1e-7 of the value.
    #expect(abs(next.value - 0.55) < 2e-7)
    #expect(next.places == 1)
    #expect(effect.unit.places == 0)
    #expect(abs(effect.unit.score - 0.09) < 1e-12)
    #expect(effect.typical.places == 2)
    #expect(effect.good?.places == 1)
    #expect(effect.reachingMedian.places == 2)
    #expect(effect.reachingBest.places == 4)
  }

  @Test func movesDownWhereLessIsBetter() throws {
    let effect = effect(
      rivals: [0.45, 0.35, 0.05, 0.6], isRising: false, median: 0.45, best: 0.05)
    #expect(abs(try #require(effect.nextPlace).value - 0.45) < 2e-7)
    #expect(abs(effect.typical.value - 0.3) < 1e-12)
    #expect(effect.typical.places == 2)
    #expect(effect.reachingBest.score > 0)
    #expect(effect.reachingMedian.places == 1)
  }

  @Test func stopsAtTheEndOfTheRangeAndSaysSo() {
    let short = effect(value: 0.97, rivals: [0.99], good: 0.3)
    #expect(short.isTypicalShortened && short.isGoodShortened)
    #expect(short.typical.value == 1)
    #expect(short.good?.places == 1)
    let long = effect(value: 0.97, rivals: [0.99], ranges: .moving, good: 0.3)
    #expect(!long.isTypicalShortened)
    #expect(long.typical.value == 1.17)
    // The unit's own score stops at the end; the rest is what its rivals lose.
    #expect(abs(long.typical.score - 0.27) < 1e-12)
    #expect(!effect().isTypicalShortened)
  }

  @Test func theBestHasNothingToReach() {
    let effect = effect(value: 0.97, best: 0.95)
    #expect(effect.nextPlace == nil)
    #expect(effect.reachingBest.score == 0)
    #expect(effect.reachingBest.places == 0)
    #expect(effect.reachingMedian.places == 0)
  }

  @Test func aYearThatBringsNothingGainsNothing() {
    #expect(effect(good: -0.1).good?.value == 0.5)
    #expect(effect(good: -0.1).good?.places == 0)
    #expect(effect(good: nil).good == nil)
    #expect(!effect(good: nil).isGoodShortened)
  }

  @Test func aValueBeyondItsRangeIsNotPulledBack() {
    let effect = effect(value: 1.2)
    #expect(effect.typical.value == 1.2)
    #expect(effect.typical.score == 0)
  }
}

import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct RankedIndexTests {
  @Test func aHeldRangeScoresBeyondItsEndsAndLeavesRivalsAlone() {
    let index = SmallIndex.one(value: 0.5, rivals: [0.2, 0.5, 0.9])
    #expect(index.score == 5.5)
    #expect(index.rank == 2)
    #expect(index.score(at: [2]) == 19)
    #expect(index.rivalScores(at: [2]) == index.rivalScores(at: [0.5]))
    #expect(index.rank(at: [2]) == 1)
    #expect(index.rank(at: [-1]) == 4)
  }

  @Test func aMovingRangeIsWidenedAndAllScoresWithIt() {
    let index = SmallIndex.one(value: 0.5, rivals: [0, 0.5, 1], ranges: .moving)
    #expect(index.score(at: [2]) == 10)
    #expect(index.rivalScores(at: [2]) == [1, 3.25, 5.5])
    #expect(index.score(at: [-1]) == 1)
    #expect(index.rivalScores(at: [-1]) == [5.5, 7.75, 10])
    #expect(index.rivalScores(at: [1]) == [1, 5.5, 10])
    let falling = SmallIndex.one(
      value: 0.5, rivals: [0, 0.5, 1], isRising: false, ranges: .moving)
    #expect(falling.score(at: [-1]) == 10)
    #expect(falling.rivalScores(at: [-1]) == [5.5, 3.25, 1])
  }

  @Test func anEndThatTheUnitHasPassedAlreadyGoesOnFromThere() {
    // As where an end was typed rounded: nothing may jump when the range begins to move.
    let index = SmallIndex.one(value: 1.25, rivals: [0.5], ranges: .moving)
    #expect(index.score == 12.25)
    #expect(index.rivalScores(at: [1.25]) == [5.5])
    // The range is 0...2 where the value is 2.25.
    #expect(index.score(at: [2.25]) == 11.125)
    #expect(index.rivalScores(at: [2.25]) == [3.25])
  }

  @Test func aScoreWithinTheToleranceSharesTheBetterRank() {
    let index = SmallIndex.one(value: 0.5, rivals: [0.5 + 1e-8, 0.6])
    #expect(index.rank == 2)
    #expect(index.rank(at: [0.6 - 1e-8]) == 1)
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func withoutRivalsTheRankIsTheFirst(ranges: RankedIndex.Ranges) {
    let index = SmallIndex.one(value: 0.5, rivals: [], ranges: ranges)
    #expect(index.rank == 1)
    #expect(index.rank(at: [7]) == 1)
    #expect(index.rivalScores(at: [7]).isEmpty)
  }

  /// Numbers of rivals around those that fill blocks of eight.
  @Test(arguments: [1, 7, 8, 9, 16, 62], RankedIndex.Ranges.allCases)
  func theRankIsThatOfTheScoreAmongTheRivalScores(rivals: Int, ranges: RankedIndex.Ranges) {
    var generator = SplitMix64(seed: UInt64(rivals))
    for inputs in [1, 2, 5, 12] {
      let index = SmallIndex.random(
        inputs: inputs, rivals: rivals, ranges: ranges, using: &generator)
      for _ in 0..<50 {
        let values = index.inputs.map { input in
          let width = input.range.upperBound - input.range.lowerBound
          return Double.random(
            in: input.range.lowerBound - width...input.range.upperBound + width, using: &generator)
        }
        let expected = index.ranking.rank(
          of: index.score(at: values), among: index.rivalScores(at: values))
        #expect(index.rank(at: values) == expected)
        #expect(index.rank(at: values.span) == expected)
      }
    }
  }

  @Test func insideTheRangesBothPoliciesAgree() {
    var generator = SplitMix64(seed: 5)
    let held = SmallIndex.random(inputs: 6, rivals: 20, ranges: .held, using: &generator)
    let moving = held.with(.moving)
    for _ in 0..<100 {
      let values = held.inputs.map { Double.random(in: $0.range, using: &generator) }
      #expect(held.score(at: values) == moving.score(at: values))
      #expect(held.rivalScores(at: values) == moving.rivalScores(at: values))
      #expect(held.rank(at: values) == moving.rank(at: values))
    }
  }

  @Test func theReachEndsWithTheRangeOrOneWidthBeyondAndNeverPassesTheLimits() {
    let input = RankedIndex.Input(
      name: "x", value: 0.5, rivals: [], range: 0.25...1, weight: 1, output: 1...10,
      isRising: true, limits: 0...1.5)
    #expect(input.reach(.held) == 0.25...1)
    #expect(input.reach(.moving) == 0...1.5)
    #expect(input.improved(by: 9, .held) == 1)
    #expect(input.improved(by: 9, .moving) == 1.5)
    #expect(input.improved(by: -0.125, .held) == 0.375)
    let beyond = RankedIndex.Input(
      name: "x", value: 1.25, rivals: [], range: 0.25...1, weight: 1, output: 1...10,
      isRising: false)
    #expect(beyond.reach(.held) == 0.25...1.25)
    #expect(beyond.reach(.moving) == -0.5...1.75)
    #expect(beyond.best(.held) == 0.25)
  }
}

import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct LadderTests {
  @Test func holdsEveryPlaceGainedAndLost() throws {
    let index = SmallIndex.one(value: 0.5, rivals: [0.6, 0.7, 0.7, 0.9, 0.3, 0.1])
    let ladder = Ladder(of: 0, in: index)
    #expect(ladder.upward.map(\.rank) == [4, 2, 1])
    #expect(ladder.upward.map(\.places) == [1, 3, 4])
    #expect(ladder.downward.map(\.places) == [-1, -2])
    for (rung, value) in zip(ladder.upward, [0.6, 0.7, 0.9]) {
      // A tie is enough, which the tolerance of 1e-6 makes 1.1e-7 sooner.
      #expect(abs(rung.value - (value - 1e-6 / 9)) < 1e-12)
    }
    #expect(try #require(ladder.gaining(2)).value == ladder.upward[1].value)
    #expect(try #require(ladder.losing(2)).value == ladder.downward[1].value)
    #expect(ladder.gaining(5) == nil)
  }

  @Test func theBetterWayIsDownWhereLessIsBetter() {
    let index = SmallIndex.one(value: 0.5, rivals: [0.6, 0.2], isRising: false)
    let ladder = Ladder(of: 0, in: index)
    #expect(ladder.upward.count == 1)
    #expect(ladder.upward[0].value < 0.5)
    #expect(ladder.upward[0].rank == 1)
    #expect(ladder.downward.map(\.rank) == [3])
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func withoutRivalsThereIsNoRung(ranges: RankedIndex.Ranges) {
    let ladder = Ladder(of: 0, in: SmallIndex.one(value: 0.5, rivals: [], ranges: ranges))
    #expect(ladder.upward.isEmpty && ladder.downward.isEmpty)
  }

  @Test func rivalsThatTieAreOneRung() {
    let index = SmallIndex.one(value: 0.5, rivals: [0.7, 0.7 + 4e-8, 0.3, 0.3 + 4e-8])
    let ladder = Ladder(of: 0, in: index)
    #expect(ladder.upward.map(\.places) == [2])
    #expect(ladder.downward.map(\.places) == [-2])
  }

  private func two(_ x: Double, _ rival: (x: Double, y: Double)) -> RankedIndex {
    RankedIndex(
      inputs: [("x", x, rival.x), ("y", 0.5, rival.y)].map { name, value, rival in
        RankedIndex.Input(
          name: name, value: value, rivals: [rival], range: 0...1, weight: 0.5, output: 1...10,
          isRising: true)
      }, ranges: .moving, ranking: SmallIndex.ranking)
  }

  @Test func aWiderRangeTakesFromRivalsWhatTheUnitKeeps() throws {
    let ladder = Ladder(of: 0, in: two(1, (1, 0.6)))
    // The rival's 4.5 / x + 4.5 · 0.6 comes down to the unit's 4.5 + 4.5 · 0.5 at x = 1 / 0.9.
    #expect(ladder.upward.map(\.places) == [1])
    #expect(abs(try #require(ladder.upward.first).value - 1 / 0.9) < 1e-6)
    // Beyond the worse end the unit keeps the least score, and the rival nears the most.
    let low = Ladder(of: 0, in: two(0, (0, 0.4)))
    #expect(low.downward.map(\.places) == [-1])
    #expect(abs(try #require(low.downward.first).value - -1 / 9) < 1e-6)
  }

  @Test func aBetterValueLosesAPlaceToARivalWorseThanTheRangeIsWide() throws {
    // At −1 the rival loses less the wider the range: 4.5 (2.4 − 1 / x) = 4.5 · 1.5 at x = 1 / 0.9 − 1e-7.
    let ladder = Ladder(of: 0, in: two(1, (-1, 2.4)))
    #expect(ladder.upward.map(\.places) == [-1])
    #expect(abs(try #require(ladder.upward.first).value - 1 / 0.9) < 1e-6)
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func withRivalsInsideTheRangesABetterValueNeverLoses(ranges: RankedIndex.Ranges) {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let index = SmallIndex.random(inputs: 4, rivals: 25, ranges: ranges, using: &generator)
      for position in 0..<4 {
        let ladder = Ladder(of: position, in: index)
        #expect(ladder.upward.map(\.places) == ladder.upward.map(\.places).sorted())
        #expect(ladder.upward.allSatisfy { $0.places > 0 })
        #expect(ladder.downward.allSatisfy { $0.places < 0 })
      }
    }
  }

  @Test(arguments: RankedIndex.Ranges.allCases, [1, 3, 12])
  func rungsAreWhereTheRankChanges(ranges: RankedIndex.Ranges, inputs: Int) {
    var generator = SplitMix64(seed: UInt64(inputs))
    for _ in 0..<(inputs == 12 ? 1 : 4) {
      let index = SmallIndex.random(
        inputs: inputs, rivals: 15, ranges: ranges, using: &generator)
      for position in 0..<inputs {
        let ladder = Ladder(of: position, in: index)
        check(ladder, position, index)
        compareWithAGrid(ladder, position, index)
      }
    }
  }

  /// At its value each rung has its rank, and one unit in the last place before it has not.
  private func check(_ ladder: Ladder, _ position: Int, _ index: RankedIndex) {
    let start = index.values[position]
    for rung in ladder.upward + ladder.downward {
      let before = rung.value > start ? rung.value.nextDown : rung.value.nextUp
      #expect(rank(index, position, rung.value) == rung.rank)
      #expect(rank(index, position, before) != rung.rank)
      #expect(rung.places == index.rank - rung.rank && rung.places != 0)
      #expect(ladder.input.reach(index.ranges).contains(rung.value))
    }
  }

  /// On 100 values between which no two rungs hide, the ladder's rank is the index's.
  private func compareWithAGrid(_ ladder: Ladder, _ position: Int, _ index: RankedIndex) {
    let reach = ladder.input.reach(index.ranges)
    let start = index.values[position]
    for step in 0...100 {
      let share = Double(step) / 100
      let value = reach.lowerBound + (reach.upperBound - reach.lowerBound) * share
      let rungs = ladder.input.isRising == (value > start) ? ladder.upward : ladder.downward
      let last = rungs.last { abs($0.value - start) <= abs(value - start) }
      #expect(rank(index, position, value) == last?.rank ?? index.rank)
    }
  }

  private func rank(_ index: RankedIndex, _ position: Int, _ value: Double) -> Int {
    var values = index.values
    values[position] = value
    return index.rank(at: values)
  }
}

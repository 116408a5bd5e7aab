import Sensitivity
import TestSupport
import Testing

@Suite struct InputPairTests {
  private func index(_ rivals: [Double]) -> RankedIndex {
    RankedIndex(
      inputs: ["x", "y", "z"].map { name in
        RankedIndex.Input(
          name: name, value: 0.5, rivals: rivals, range: 0...1, weight: 1.0 / 3, output: 1...10,
          isRising: true)
      }, ranking: SmallIndex.ranking)
  }

  @Test func findsWhatTwoGainTogetherAndNeitherAlone() throws {
    // 0.2 more of one input is 0.0667 of the mean; a rival stands 0.1 ahead.
    let pairs = InputPair.all(of: index([0.6]), changedTo: [0.7, 0.7, 0.5])
    #expect(pairs.count == 3)
    let best = try #require(pairs.first)
    #expect((best.first, best.second) == (0, 1))
    #expect(best.isJointOnly && best.extra == 1 && best.placesTogether == 1)
    #expect(pairs[1...].allSatisfy { $0.extra == 0 && !$0.isJointOnly })
  }

  @Test func withoutChangesOrRivalsNothingIsGained() {
    #expect(
      InputPair.all(of: index([0.6]), changedTo: [0.5, 0.5, 0.5])
        .allSatisfy { $0.placesTogether == 0 && $0.extra == 0 })
    #expect(
      InputPair.all(of: index([]), changedTo: [1, 1, 1]).allSatisfy { $0.placesTogether == 0 })
    let one = SmallIndex.one(value: 0.5, rivals: [0.6])
    #expect(InputPair.all(of: one, changedTo: [1]).isEmpty)
  }

  @Test func everyPairIsReplayedThroughTheIndexAndTheBestComeFirst() {
    var generator = SplitMix64(seed: 9)
    let index = SmallIndex.random(inputs: 8, rivals: 30, ranges: .moving, using: &generator)
    let values = index.inputs.map { $0.improved(by: 0.4, .moving) }
    let pairs = InputPair.all(of: index, changedTo: values)
    #expect(pairs.count == 28)
    for pair in pairs {
      var both = index.values
      both[pair.first] = values[pair.first]
      both[pair.second] = values[pair.second]
      #expect(pair.placesTogether == index.rank - index.rank(at: both))
      #expect(pair.extra == pair.placesTogether - pair.firstPlaces - pair.secondPlaces)
    }
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.extra >= $1.extra })
  }
}

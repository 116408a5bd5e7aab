import Statistics
import TestSupport
import Testing

@testable import Scenarios

@Suite struct GoalNeedsTests {
  @Test func theGainForAProbabilityIsTheNeedOfThatOrder() {
    let needs = GoalNeeds([5, 1, 4, 2, 3])
    #expect(needs.gain(forProbability: 0.2) == 1)
    #expect(needs.gain(forProbability: 0.21) == 2)
    #expect(needs.gain(forProbability: 0.8) == 4)
    #expect(needs.gain(forProbability: 1) == 5)
    #expect(needs.gain(forProbability: 1e-9) == 1)
    #expect(needs.probability(gaining: 4) == 0.8)
    #expect(needs.probability(gaining: 3.999) == 0.6)
    #expect(GoalNeeds([7]).gain(forProbability: 0.5) == 7)
  }

  @Test func noSmallerGainReachesTheProbability() {
    var random = SplitMix64(seed: 2)
    for count in [1, 2, 3, 10, 101, 1000] {
      let needs = GoalNeeds(
        (0..<count).map { _ in Double(Int.random(in: -20...20, using: &random)) })
      for probability in [0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 0.99, 1] {
        let gain = needs.gain(forProbability: probability)
        // A share of n is told from the next by 1/n, far more than this.
        #expect(needs.probability(gaining: gain) >= probability - 1e-12)
        #expect(needs.probability(gaining: gain.nextDown) < probability)
      }
    }
  }

  @Test func selectionGivesWhatSortingGives() {
    var random = SplitMix64(seed: 8)
    for count in 1...60 {
      let values = (0..<count).map { _ in Double(Int.random(in: 0...count, using: &random)) }
      for place in 0..<count {
        var room = values
        #expect(room.select(place) == values.sorted()[place])
      }
    }
  }

  // From 2,049 futures on a sample tells first where to look.
  @Test(arguments: [(1, 200), (2, 200), (3, 1), (2, 5003)])
  func allUnitsAtOnceAreEachByItself(threads: Int, futures: Int) {
    var random = SplitMix64(seed: 3)
    let units = 7
    let scores = (0..<units).map { _ in Double.random(in: 5...7, using: &random) }
    let errors = (0..<units * futures).map { _ in Double.random(in: -1...1, using: &random) }
    let replicates = Replicates(seed: 1, threads: threads)
    let gains = GoalNeeds.gains(
      of: scores, errors: errors, to: [1, 3, 6], probability: 0.8, replicates)
    for unit in 0..<units {
      for (number, rank) in [1, 3, 6].enumerated() {
        let needs = (0..<futures).map { future -> Double in
          let drawn = (0..<units).map { scores[$0] + errors[future * units + $0] }
          let rivals = drawn.indices.filter { $0 != unit }.map { drawn[$0] }.sorted(by: >)
          return rivals[rank - 1] - drawn[unit]
        }
        #expect(
          gains[unit * 3 + number] == needs.sorted()[Int((0.8 * Double(futures)).rounded(.up)) - 1])
        #expect(
          GoalNeeds(of: unit, scores: scores, errors: errors, to: rank, replicates).values
            == needs)
      }
    }
  }

  @Test(arguments: [1, 2, 6]) func rivalsByThemselvesGiveTheSame(place: Int) {
    var random = SplitMix64(seed: 5)
    let (units, futures) = (7, 30)
    let errors = (0..<units * futures).map { _ in Double.random(in: -1...1, using: &random) }
    let still = (0..<units).map { _ in 6.0 }
    let own = (0..<futures).map { 6 + errors[$0 * units + 2] }
    let rivals = (0..<futures).flatMap { future in
      (0..<units).filter { $0 != 2 }.map { 6 + errors[future * units + $0] }
    }
    #expect(
      GoalNeeds(to: place, own: own, rivals: rivals)
        == GoalNeeds(
          of: 2, scores: still, errors: errors, to: place, Replicates(seed: 1, threads: 1)))
  }

  @Test func standingStillTheNeedIsTheDistanceToTheRival() {
    let gains = GoalNeeds.gains(of: [3, 1, 2], to: [1, 2])
    #expect(gains == [-1, -2, 2, 1, 1, -1])
  }
}

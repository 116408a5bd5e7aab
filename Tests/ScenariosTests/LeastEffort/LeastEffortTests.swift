import Scenarios
import TestSupport
import Testing

@Suite struct LeastEffortTests {
  private func levers(_ count: Int, _ generator: inout SplitMix64) -> [Lever] {
    (0..<count).map { index in
      Lever(
        name: "\(index)", gain: Double.random(in: 0.1...3, using: &generator),
        effort: Double.random(in: 0.1...3, using: &generator),
        most: index % 4 == 3 ? 0 : Double.random(in: 0...2, using: &generator))
    }
  }

  @Test(arguments: [1, 2, 3, 5, 12])
  func costsExactlyWhatItsDualProves(count: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    for _ in 0..<200 {
      let levers = levers(count, &generator)
      let all = levers.reduce(0) { $0 + $1.gain * $1.most }
      let goal = Double.random(in: 0...1, using: &generator) * all
      let solution = LeastEffort(levers: levers, goal: goal)
      let bound = try #require(solution.lowerBound)
      // Sums of at most a dozen numbers below ten: rounding stays far under 1e-12.
      #expect(abs(solution.effort - bound) <= 1e-12)
      #expect(solution.gain >= goal - 1e-12)
      #expect(zip(levers, solution.changes).allSatisfy { (0...$0.0.most).contains($0.1) })
    }
  }

  @Test func noRandomWayToTheGoalIsCheaper() {
    var generator = SplitMix64(seed: 7)
    let levers = levers(5, &generator)
    let all = levers.reduce(0) { $0 + $1.gain * $1.most }
    let solution = LeastEffort(levers: levers, goal: all / 2)
    var tried = 0
    for _ in 0..<20_000 {
      let changes = levers.map { Double.random(in: 0...1, using: &generator) * $0.most }
      guard zip(levers, changes).reduce(0, { $0 + $1.0.gain * $1.1 }) >= all / 2 else { continue }
      tried += 1
      let effort = zip(levers, changes).reduce(0) { $0 + $1.0.effort * $1.1 }
      #expect(effort >= solution.effort)
    }
    #expect(tried > 1_000)
  }

  @Test func aGoalOutOfReachPullsEverythingToTheEnd() {
    let levers = [
      Lever(name: "a", gain: 1, effort: 1, most: 2), Lever(name: "b", gain: 2, effort: 5, most: 1),
    ]
    let solution = LeastEffort(levers: levers, goal: 4.1)
    #expect(!solution.isFeasible)
    #expect(solution.changes == [2, 1])
    #expect(LeastEffort(levers: levers, goal: 4).isFeasible)
  }

  @Test func nothingIsDoneForNothing() {
    let lever = Lever(name: "a", gain: 1, effort: 1, most: 2)
    #expect(LeastEffort(levers: [lever], goal: 0).changes == [0])
    #expect(LeastEffort(levers: [lever], goal: -1).changes == [0])
    #expect(LeastEffort(levers: [], goal: 0).isFeasible)
    #expect(!LeastEffort(levers: [], goal: 0.1).isFeasible)
  }
}

import Statistics
import TestSupport
import Testing

@testable import Scenarios

@Suite struct RobustProgramTests {
  private func program(
    levers count: Int, futures: Int, probability: Double, isCertain: Bool = false,
    _ random: inout SplitMix64
  ) -> RobustProgram {
    let levers = (0..<count).map {
      Lever(
        name: "\($0)", gain: 1, effort: Double.random(in: 0.5...2, using: &random),
        most: Double.random(in: 0.5...2, using: &random))
    }
    let gains = levers.map { _ -> [Double] in
      let own = Double.random(in: 0.2...1.5, using: &random)
      return (0..<futures).map { _ in
        isCertain ? own : own * Double.random(in: 0.5...1.5, using: &random)
      }
    }
    let needs = (0..<futures).map { _ in Double.random(in: -0.2...1, using: &random) }
    return RobustProgram(
      levers: levers, gains: gains, needs: needs, probability: probability)
  }

  /// The least effort of all changes on a fine grid that reach the goal often enough.
  private func tried(_ program: RobustProgram, steps: Int) -> Double {
    var best = Double.infinity
    func go(_ changes: [Double]) {
      guard changes.count < program.levers.count else {
        if program.reached(by: changes) >= program.required {
          best = min(best, program.effort(of: changes))
        }
        return
      }
      for step in 0...steps {
        go(changes + [program.levers[changes.count].most * Double(step) / Double(steps)])
      }
    }
    go([])
    return best
  }

  @Test(arguments: [1, 2, 3]) func nothingThatIsTriedOutIsCheaper(levers: Int) {
    var random = SplitMix64(seed: UInt64(levers))
    var found = 0
    let steps = levers == 3 ? 20 : 60
    for number in 0..<20 {
      let program = program(
        levers: levers, futures: 1 + number * 3, probability: [0.5, 0.8, 1][number % 3], &random)
      let plan = program.plan(Replicates(seed: 1, threads: 1))
      let tried = tried(program, steps: steps)
      if plan.certificate == .infeasible {
        #expect(tried == .infinity)
        continue
      }
      found += 1
      #expect(program.reached(by: plan.changes) >= program.required)
      // Raised by as much as rounding takes to count every future.
      #expect(plan.effort <= tried * (1 + 1e-12))
      // The best plan rounded up to the grid still reaches the goal: gains are never below zero.
      let slack = program.levers.reduce(0) { $0 + $1.effort * $1.most / Double(steps) }
      #expect(tried <= plan.effort + slack + 1e-9)
    }
    #expect(found > 5)
  }

  @Test func ofCertainGainsItIsTheKnapsackForTheNeedOfThatOrder() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<20 {
      let program = program(
        levers: 5, futures: 50, probability: 0.8, isCertain: true, &random)
      let levers = zip(program.levers, program.gains).map {
        Lever(name: $0.name, gain: $1[0], effort: $0.effort, most: $0.most)
      }
      let goal = GoalNeeds(program.needs).gain(forProbability: 0.8)
      let knapsack = LeastEffort(levers: levers, goal: goal)
      let plan = program.plan(Replicates(seed: 1, threads: 1))
      #expect((plan.certificate == .infeasible) == !knapsack.isFeasible)
      guard knapsack.isFeasible else { continue }
      // The bound is the plan's own effort then, and proves it; 1e-9 is what counts as none.
      #expect(plan.certificate == .optimal)
      #expect(abs(plan.effort - knapsack.effort) <= 1e-9)
    }
  }

  @Test func theBoundIsBelowThePlanAndAboveNothing() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<20 {
      let program = program(levers: 6, futures: 100, probability: 0.9, &random)
      let plan = program.plan(Replicates(seed: 1, threads: 1))
      guard case .bounded(let bound) = plan.certificate else { continue }
      #expect(bound <= plan.effort && bound >= 0)
      #expect(plan.probability >= 0.9)
    }
  }

  @Test func theSameSeedGivesTheSamePlanOnAnyNumberOfThreads() {
    var random = SplitMix64(seed: 6)
    let program = program(levers: 6, futures: 300, probability: 0.7, &random)
    let one = program.plan(Replicates(seed: 5, threads: 1))
    #expect(program.plan(Replicates(seed: 5, threads: 2)) == one)
    #expect(program.plan(Replicates(seed: 5, threads: 3)) == one)
  }

  @Test func whatCannotBeReachedOrNeedsNothingIsTold() {
    let lever = Lever(name: "a", gain: 1, effort: 2, most: 1)
    func plan(_ needs: [Double], _ probability: Double) -> RobustPlan {
      RobustProgram(
        levers: [lever], gains: [needs.map { _ in 1 }], needs: needs, probability: probability
      ).plan(Replicates(seed: 1, threads: 1))
    }
    let out = plan([0.5, 2, 3], 0.5)
    #expect(out.certificate == .infeasible && out.changes == [1])
    #expect(abs(out.probability - 1.0 / 3) < 1e-15)
    let nothing = plan([-1, 0, 5], 0.6)
    #expect(nothing.certificate == .optimal && nothing.effort == 0)
    #expect(plan([0.25], 1).changes == [0.25])
    let none = RobustProgram(levers: [], gains: [], needs: [0], probability: 1)
    #expect(none.plan(Replicates(seed: 1, threads: 1)).certificate == .optimal)
  }
}

import Optimisation
import TestSupport
import Testing

@testable import Scenarios

/// Programs with fixed efforts, steps, few levers and conditions, beside trying out everything.
@Suite struct EffortProgramTests {
  /// What a random program may have.
  struct Kind: Sendable, CustomStringConvertible {
    var steps = false
    var fixed = false
    var counted = false
    var conditions = false
    var least = false
    var avoided = false

    var description: String {
      [
        ("steps", steps), ("fixed", fixed), ("counted", counted), ("conditions", conditions),
        ("least", least), ("avoided", avoided),
      ].filter(\.1).map(\.0).joined(separator: "+")
    }
  }

  static let kinds: [Kind] = [
    Kind(), Kind(steps: true), Kind(fixed: true), Kind(counted: true), Kind(least: true),
    Kind(steps: true, fixed: true), Kind(fixed: true, counted: true),
    Kind(steps: true, fixed: true, counted: true),
    Kind(steps: true, fixed: true, counted: true, least: true),
    Kind(steps: true, conditions: true), Kind(steps: true, fixed: true, conditions: true),
    Kind(steps: true, fixed: true, counted: true, conditions: true, least: true),
    Kind(steps: true, avoided: true), Kind(steps: true, fixed: true, counted: true, avoided: true),
    Kind(fixed: true, avoided: true),
  ]

  private func program(
    _ kind: Kind, levers count: Int, _ random: inout SplitMix64
  ) -> EffortProgram {
    let levers = (0..<count).map { index in
      let step = Double(Int.random(in: 1...3, using: &random)) / 4
      let first = Bool.random(using: &random) ? step : step / 2
      let most = Double(Int.random(in: 0...8, using: &random)) / 4
      let grid = kind.steps ? Lever.Grid(first: first, step: step) : nil
      let last = grid?.change(below: most) ?? most
      return Lever(
        name: "\(index)", gain: Double.random(in: 0.2...2, using: &random),
        effort: Double.random(in: 0.2...2, using: &random),
        fixedEffort: kind.fixed ? Double.random(in: 0...2, using: &random) : 0,
        least: kind.least && index == 0 && last > 0 ? min(last, first) / 2 : 0, most: most,
        grid: grid, isLocked: index == 3 && Bool.random(using: &random))
    }
    let all = levers.reduce(0) { $0 + $1.gain * $1.most }
    var conditions: [EffortProgram.Condition] = []
    if kind.conditions {
      let coefficients = Dictionary(
        uniqueKeysWithValues: levers.indices.map {
          ($0, Double(Int.random(in: -1...3, using: &random)))
        })
      let limit = Double.random(in: 0...4, using: &random)
      let condition = EffortProgram.Condition(
        name: "c", coefficients: coefficients, limit: limit)
      if condition.sum(of: levers.map(\.least)) <= limit { conditions = [condition] }
    }
    return EffortProgram(
      levers: levers, goal: Double.random(in: 0...1.05, using: &random) * all,
      atMost: kind.counted
        ? max(levers.count { $0.least > 0 }, Int.random(in: 0...count, using: &random)) : nil,
      conditions: conditions, avoided: kind.avoided && count > 1 ? [[0, 1]] : [])
  }

  /// Every change that is tried of a lever: those of its grid, or of a fine one and its ends.
  private func candidates(_ lever: Lever, fine: Double) -> [Double] {
    if lever.most == 0 { return [0] }
    let step = lever.grid?.step ?? fine
    let first = lever.grid?.first ?? fine
    var changes = lever.least > 0 ? [] : [0.0]
    var change = first
    while change <= lever.most + 1e-12 {
      if change >= lever.least - 1e-12 { changes.append(min(change, lever.most)) }
      change += step
    }
    if lever.grid == nil { changes += [lever.least, lever.most] }
    return changes
  }

  /// The least effort of all that is tried, and the most gain.
  private func tried(_ program: EffortProgram, fine: Double) -> (effort: Double, gain: Double) {
    var best = (effort: Double.infinity, gain: 0.0)
    func go(_ changes: [Double]) {
      guard changes.count < program.levers.count else {
        guard changes.count(where: { $0 > 0 }) <= program.atMost ?? changes.count,
          program.conditions.allSatisfy({ $0.sum(of: changes) <= $0.limit + 1e-9 }),
          program.avoided.allSatisfy({ $0.contains { changes[$0] == 0 } })
        else { return }
        let gain = program.gain(of: changes)
        best.gain = max(best.gain, gain)
        if gain >= program.goal - 1e-12 {
          best.effort = min(best.effort, program.effort(of: changes))
        }
        return
      }
      for change in candidates(program.levers[changes.count], fine: fine) {
        go(changes + [change])
      }
    }
    go([])
    return best
  }

  @Test(arguments: kinds) func equalsTryingOutEverything(kind: Kind) throws {
    var random = SplitMix64(seed: 11)
    var (reached, missed) = (0, 0)
    for number in 0..<400 {
      let program = program(kind, levers: number % 5, &random)
      let plan = try program.plan()
      let fine = 0.2
      let tried = tried(program, fine: fine)
      // Where there are no steps, what is tried may be rounded up by a fine step in each lever.
      let slack = kind.steps ? 1e-6 : program.levers.reduce(1e-6) { $0 + fine * $1.effort }
      if plan.isFeasible {
        reached += 1
        // The solver keeps rows to 1e-7; nothing that is tried is cheaper.
        #expect(plan.effort <= tried.effort + 1e-6, "\(number)")
        if tried.effort.isFinite { #expect(plan.effort >= tried.effort - slack, "\(number)") }
        #expect(plan.gain >= program.goal - 1e-6)
        let bound = try #require(plan.lowerBound)
        #expect(abs(plan.effort - bound) <= 1e-6 * max(1, plan.effort), "\(number)")
        guard case .optimal = plan.certificate else {
          Issue.record("not proved")
          continue
        }
      } else {
        missed += 1
        #expect(tried.effort == .infinity, "\(number)")
        #expect(abs(plan.gain - tried.gain) <= 1e-6, "\(number)")
        #expect(plan.gain < program.goal)
      }
      for (lever, change) in zip(program.levers, plan.changes) {
        #expect(lever.range.contains(change))
        let grid = lever.grid
        #expect(grid.map { abs($0.change(below: change) - change) < 1e-9 } ?? true)
      }
      #expect(plan.changes.count { $0 > 0 } <= program.atMost ?? 4)
      #expect(program.conditions.allSatisfy { $0.sum(of: plan.changes) <= $0.limit + 1e-6 })
      #expect(program.avoided.allSatisfy { !$0.isSubset(of: plan.used) })
    }
    #expect(reached > 100 && missed > 10)
  }

  @Test(arguments: kinds.filter { !$0.conditions })
  func ownSearchAndSolverAgree(kind: Kind) throws {
    var random = SplitMix64(seed: 5)
    for number in 0..<40 {
      let program = program(kind, levers: 4 + number % 9, &random)
      let own = try program.plan()
      let solved = try program.solverPlan(nodes: EffortProgram.usualNodes.solver)
      #expect(own.isFeasible == solved.isFeasible, "\(number)")
      // Of plans that fall short only the gain is the same.
      if own.isFeasible {
        // The solver keeps rows to 1e-7.
        #expect(abs(own.effort - solved.effort) <= 1e-6 * max(1, own.effort), "\(number)")
      } else {
        #expect(abs(own.gain - solved.gain) <= 1e-6)
      }
    }
  }

  @Test func aStraightProgramIsTheFractionalKnapsack() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<100 {
      let program = program(Kind(), levers: 4, &random)
      let closed = LeastEffort(levers: program.levers, goal: program.goal)
      let plan = try program.plan()
      #expect(plan.isFeasible == closed.isFeasible)
      #expect(plan.changes == closed.changes)
    }
  }

  @Test func aSearchBrokenOffSaysSoWithItsBound() throws {
    // Alike but for the last digits: every set of half of the levers has to be told from the others.
    let levers = (0..<16).map {
      Lever(
        name: "\($0)", gain: 1 + 1e-3 * Double($0 * 7 % 16), effort: 1, fixedEffort: 1, most: 1,
        grid: .init(step: 1))
    }
    let program = EffortProgram(levers: levers, goal: 7.5117, atMost: 12)
    let broken = try program.plan(nodes: 3)
    guard case .bounded(let bound) = broken.certificate else {
      Issue.record("not broken off: \(broken.certificate)")
      return
    }
    let whole = try program.plan(nodes: .max)
    #expect(bound <= whole.effort && whole.effort <= broken.effort)
    #expect(broken.gain >= program.goal)
  }

  @Test func whyAGoalCannotBeHadIsTold() throws {
    let levers = [
      Lever(name: "a", gain: 1, effort: 1, most: 2), Lever(name: "b", gain: 1, effort: 1, most: 3),
      Lever(name: "c", gain: 1, effort: 1, most: 1),
      Lever(name: "d", gain: 1, effort: 1, most: 5, isLocked: true),
    ]
    func shortfall(_ program: EffortProgram) throws -> EffortPlan.Shortfall? {
      guard case .infeasible(let shortfall) = try program.plan().certificate else { return nil }
      return shortfall
    }
    let plain = try #require(try shortfall(EffortProgram(levers: levers, goal: 7)))
    #expect(plain.bestGain == 6 && plain.leversAtMost == [0, 1, 2] && plain.lockedLevers == [3])
    #expect(!plain.isCountBinding)
    let counted = try #require(try shortfall(EffortProgram(levers: levers, goal: 6, atMost: 2)))
    #expect(counted.bestGain == 5 && counted.isCountBinding && counted.leversAtMost == [0, 1])
    let condition = EffortProgram.Condition(
      name: "both", coefficients: [0: 1, 1: 1], limit: 4)
    let bound = try #require(
      try shortfall(EffortProgram(levers: levers, goal: 6, conditions: [condition])))
    // The solver's precision in a row.
    #expect(abs(bound.bestGain - 5) < 1e-6 && bound.bindingConditions == [0])
    #expect(try shortfall(EffortProgram(levers: levers, goal: 6)) == nil)
  }

  @Test func nothingIsAProgramToo() throws {
    #expect(try EffortProgram(levers: [], goal: 0).plan().certificate == .optimal(bound: 0))
    #expect(try !EffortProgram(levers: [], goal: 0.1).plan().isFeasible)
    let one = Lever(name: "a", gain: 2, effort: 1, fixedEffort: 1, most: 1)
    let plan = try EffortProgram(levers: [one], goal: 1).plan()
    #expect(plan.changes == [0.5] && plan.effort == 1.5)
    #expect(try EffortProgram(levers: [one], goal: -3).plan().effort == 0)
    #expect(try !EffortProgram(levers: [one], goal: 1, atMost: 0).plan().isFeasible)
  }
}

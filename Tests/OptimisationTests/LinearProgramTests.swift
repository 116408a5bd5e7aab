import Optimisation
import TestSupport
import Testing

@Suite struct LinearProgramTests {
  private typealias Variable = LinearProgram.Variable
  private typealias Row = LinearProgram.Row

  /// Minimise −x − 1.6 y under 2 x + 3 y within limits, both from 0 to 10.
  private func small(
    whole: Bool, in limits: ClosedRange<Double> = -.infinity...7
  ) -> LinearProgram {
    LinearProgram(
      [
        Variable(cost: -1, in: 0...10, isWhole: whole),
        Variable(cost: -1.6, in: 0...10, isWhole: whole),
      ], rows: [Row([.init(0, times: 2), .init(1, times: 3)], in: limits)])
  }

  @Test func aProgramDoneByHandIsSolved() throws {
    // y brings 1.6/3 a unit of the row, x only 1/2: all of it in y.
    guard case .optimal(let point) = try small(whole: false).minimum() else {
      Issue.record("not optimal")
      return
    }
    // The solver's precision in a row is 1e-7.
    #expect(abs(point.values[0]) < 1e-7 && abs(point.values[1] - 7.0 / 3) < 1e-7)
    #expect(abs(point.cost + 1.6 * 7 / 3) < 1e-6)
    // Among whole numbers (2, 1) costs −3.6, (0, 2) −3.2 and (3, 0) −3.
    #expect(try small(whole: true).minimum() == .optimal(.init(values: [2, 1], cost: -3.6)))
  }

  @Test func whatCannotBeMetIsInfeasible() throws {
    #expect(try small(whole: false, in: 51...60).minimum() == .infeasible)
    #expect(try small(whole: true, in: 51...60).minimum() == .infeasible)
    // The relaxation can be met, whole numbers cannot.
    #expect(try small(whole: true, in: 6.5...6.7).minimum() == .infeasible)
  }

  @Test func withoutVariablesOrRowsThereIsNothingToDecide() throws {
    #expect(
      try LinearProgram([], rows: []).minimum() == .optimal(.init(values: [], cost: 0)))
    #expect(try LinearProgram([], rows: [Row([], in: 1...2)]).minimum() == .infeasible)
    #expect(
      try LinearProgram([Variable(cost: 2, in: -3...5)], rows: []).minimum()
        == .optimal(.init(values: [-3], cost: -6)))
    #expect(
      try LinearProgram([Variable(cost: -2, in: -3...5, isWhole: true)], rows: []).minimum()
        == .optimal(.init(values: [5], cost: -10)))
  }

  /// A knapsack whose weights are all even and whose room is odd: the relaxation says nothing.
  private func knapsack(_ count: Int, room: Double) -> LinearProgram {
    LinearProgram(
      (0..<count).map { Variable(cost: -Double(20 + $0 * 7 % 11), in: 0...1, isWhole: true) },
      rows: [
        Row((0..<count).map { .init($0, times: Double(20 + $0 * 7 % 11)) }, in: 0...room)
      ])
  }

  @Test func aSearchBrokenOffTellsWhatIsProved() throws {
    let program = LinearProgram(
      (0..<40).map { _ in Variable(cost: -2, in: 0...1, isWhole: true) },
      rows: [
        Row((0..<40).map { .init($0, times: 2) }, in: 0...39),
        Row((0..<40).map { .init($0, times: $0.isMultiple(of: 3) ? 3 : 5) }, in: 0...71),
      ])
    guard case .optimal(let least) = try program.minimum() else {
      Issue.record("not optimal")
      return
    }
    switch try program.minimum(nodes: 0) {
    case .optimal(let point): #expect(point.cost == least.cost)
    case .stopped(let best, let bound):
      #expect(bound <= least.cost + 1e-6)
      if let best { #expect(best.cost >= least.cost) }
    case .infeasible: Issue.record("a feasible program was called infeasible")
    }
  }

  @Test(arguments: 1...40)
  func noChoiceOfWholeNumbersIsBetter(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...9, using: &random)
    let program = LinearProgram(
      (0..<count).map { _ in
        Variable(cost: Double(Int.random(in: -9...9, using: &random)), in: 0...1, isWhole: true)
      },
      rows: (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let limit = Double(Int.random(in: -6...8, using: &random))
        return Row(
          (0..<count).map {
            .init($0, times: Double(Int.random(in: -5...5, using: &random)))
          }, in: -.infinity...limit)
      })
    let points = (0..<1 << count).map { bits in (0..<count).map { Double(bits >> $0 & 1) } }
    let least = points.filter { point in
      program.rows.allSatisfy { $0.limits.contains($0.sum(at: point)) }
    }.map(program.cost).min()
    for method in [LinearProgram.Method.branchAndCut, .branchAndBound] {
      switch try program.minimum(by: method) {
      case .optimal(let point):
        #expect(point.cost == least)
        // Whole numbers and whole coefficients: the sums are exact.
        #expect(program.rows.allSatisfy { $0.limits.contains($0.sum(at: point.values)) })
      case .infeasible: #expect(least == nil)
      case .stopped: Issue.record("nothing was to be broken off")
      }
    }
  }

  @Test func concurrentSearchesAreAnsweredAsOneByOne() async throws {
    let programs = (0..<24).map { knapsack(12 + $0 % 7, room: Double(101 + 6 * $0)) }
    let serial = try programs.map { try $0.minimum() }
    let concurrent = try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, program) in programs.enumerated() {
        group.addTask { (index, try program.minimum()) }
      }
      return try await group.reduce(into: [Int: Outcome]()) { $0[$1.0] = $1.1 }
    }
    for (index, outcome) in serial.enumerated() { #expect(concurrent[index] == outcome) }
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = LinearProgram.Variable(cost: 1, in: 0 ... .infinity)
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearProgram.Variable(cost: .nan, in: 0...1)
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearProgram.Row([.init(0, times: 1), .init(0, times: 2)], in: 0...1)
    }
    await #expect(processExitsWith: .failure) {
      _ = LinearProgram([], rows: [LinearProgram.Row([.init(0, times: 1)], in: 0...1)])
    }
  }

  @Test func theErrorTellsTheRemedy() {
    #expect(
      "\(OptimisationError.abandoned(status: 2))"
        == "the solver CBC gave up with status 2; bring the numbers nearer to one another in size")
    #expect(
      "\(OptimisationError.notInstalled)"
        == "the solver CBC is not installed; run: apt-get install coinor-libcbc3")
  }
}

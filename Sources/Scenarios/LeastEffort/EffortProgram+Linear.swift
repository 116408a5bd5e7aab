import Optimisation

extension EffortProgram {
  /// The program as the solver takes it.
  ///
  /// Each lever is one variable, its change in units or, on a grid, the number of steps after the first one;
  /// one that has a fixed effort, a grid, or is counted has a variable for being used beside it.
  internal struct Linear {
    private let program: EffortProgram
    /// The variable of each lever's change, and that of its being used.
    private let changed: [Int]
    private let used: [Int?]
    internal let linear: LinearProgram

    /// What is made least.
    internal enum Objective { case effort, lostGain }

    internal init(_ program: EffortProgram, minimising objective: Objective) {
      self.program = program
      let isCounted = program.atMost ?? program.levers.count < program.levers.count
      let inSets = program.avoided.reduce(into: Set<Int>()) { $0.formUnion($1) }
      var variables: [LinearProgram.Variable] = []
      var rows: [LinearProgram.Row] = []
      var changed: [Int] = []
      var used: [Int?] = []
      for (index, lever) in program.levers.enumerated() {
        let needsUse = isCounted || inSets.contains(index) || !lever.isStraight
        let unit = objective == .effort ? lever.effort : -lever.gain
        let first = lever.grid?.first ?? 0
        let step = lever.grid?.step ?? 1
        let most = lever.most
        let steps = lever.grid == nil ? most : ((most - first) / step).rounded()
        let least = lever.grid == nil ? lever.least : ((lever.least - first) / step).rounded()
        changed.append(variables.count)
        variables.append(
          .init(
            cost: unit * step, in: max(0, least)...max(0, steps), isWhole: lever.grid != nil))
        used.append(needsUse ? variables.count : nil)
        guard needsUse else { continue }
        let fixed = objective == .effort ? lever.fixedEffort + unit * first : unit * first
        // What must be changed is used, what cannot be is not.
        variables.append(
          .init(cost: fixed, in: (lever.least > 0 ? 1 : 0)...(most > 0 ? 1 : 0), isWhole: true))
        rows.append(
          .init(
            [.init(changed[index], times: 1), .init(variables.count - 1, times: -max(0, steps))],
            in: -.infinity...0))
      }
      self.changed = changed
      self.used = used
      func terms(_ coefficient: (Int) -> Double) -> [LinearProgram.Row.Term] {
        program.levers.indices.flatMap { index in
          let lever = program.levers[index]
          let value = coefficient(index)
          let own = LinearProgram.Row.Term(
            changed[index], times: value * (lever.grid?.step ?? 1))
          guard let grid = lever.grid, let use = used[index] else { return [own] }
          return [own, .init(use, times: value * grid.first)]
        }
      }
      if objective == .effort {
        rows.append(
          .init(terms { program.levers[$0].gain }, in: program.goal...(.infinity)))
      }
      if isCounted, let atMost = program.atMost {
        rows.append(
          .init(used.compactMap { $0.map { .init($0, times: 1) } }, in: 0...Double(atMost)))
      }
      for condition in program.conditions {
        rows.append(
          .init(
            terms { condition.coefficients[$0] ?? 0 }, in: -.infinity...condition.limit))
      }
      for set in program.avoided {
        rows.append(
          .init(
            set.sorted().compactMap { used[$0].map { .init($0, times: 1) } },
            in: 0...Double(set.count - 1)))
      }
      linear = LinearProgram(variables, rows: rows)
    }

    /// The changes at a point of the solver.
    internal func changes(at point: Outcome.Point) -> [Double] {
      program.levers.indices.map { index in
        let lever = program.levers[index]
        let value = point.values[changed[index]]
        if let use = used[index], point.values[use] == 0 { return 0 }
        let change = lever.grid.map { $0.first + value * $0.step } ?? value
        // The solver keeps rows to 1e-7 and tells nothing smaller from zero.
        return change < Self.precision && lever.least == 0
          ? 0 : min(max(change, lever.least), lever.most)
      }
    }

    private static let precision = 1e-9
  }
}

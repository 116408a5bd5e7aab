public import Optimisation

extension EffortProgram {
  /// After how many nodes our search, and that of the solver, is broken off where nothing else is said.
  ///
  /// A node of the solver takes a hundred times as long; either ends within some seconds.
  internal static let usualNodes = (own: 200_000, solver: 20_000)

  /// Finds the plan of least effort, or proves that there is none.
  ///
  /// Without fixed efforts, grids and conditions the closed form answers; without conditions a branch and
  /// bound of ours; else the solver CBC, which keeps goals and conditions to 1e-7.
  ///
  /// - Parameter nodes: after how many nodes a search is broken off; nil for 200,000, and 20,000 of the solver.
  /// - Returns: the plan; where the goal cannot be had the one that gains most.
  /// - Throws: `OptimisationError` where the solver is needed and is missing or gives up.
  public func plan(nodes: Int? = nil) throws(OptimisationError) -> EffortPlan {
    if isStraight {
      let curve = EffortCurve(levers)
      guard let bound = curve.dualBound(of: goal) else { return try bestGain() }
      return EffortPlan(
        self, changes: curve.changes(for: goal), certificate: .optimal(bound: bound))
    }
    guard conditions.isEmpty else {
      return try solverPlan(nodes: nodes ?? Self.usualNodes.solver)
    }
    let search = EffortSearch(self, nodes: nodes ?? Self.usualNodes.own)
    if let best = search.best {
      return EffortPlan(
        self, changes: best,
        certificate: search.isComplete
          ? .optimal(bound: search.lowerBound) : .bounded(bound: search.lowerBound))
    }
    return try unfound(
      bound: search.isComplete ? nil : search.lowerBound)
  }

  /// The plan that the solver finds.
  internal func solverPlan(nodes: Int) throws(OptimisationError) -> EffortPlan {
    let linear = Linear(self, minimising: .effort)
    // With cuts, or once it has made the program smaller, CBC 2.10.8 calls some plans optimal that are not:
    // three of 400 random programs of two to four levers cost up to twice the least.
    switch try linear.linear.minimum(nodes: nodes, by: .branchAndBound) {
    case .optimal(let point):
      return EffortPlan(
        self, changes: linear.changes(at: point), certificate: .optimal(bound: point.cost))
    case .stopped(let best, let bound):
      guard let best else { return try unfound(bound: bound) }
      return EffortPlan(
        self, changes: linear.changes(at: best), certificate: .bounded(bound: bound))
    case .infeasible: return try unfound(bound: nil)
    }
  }

  /// What to answer where a search found no plan: the plan of most gain, which may yet reach the goal where
  /// the search was broken off.
  private func unfound(bound: Double?) throws(OptimisationError) -> EffortPlan {
    let most = try bestGain()
    guard let bound, most.gain >= goal - tolerance else { return most }
    return EffortPlan(self, changes: most.changes, certificate: .bounded(bound: bound))
  }

  /// The plan that gains most, whatever the effort, told as falling short of the goal.
  private func bestGain() throws(OptimisationError) -> EffortPlan {
    let changes = try farthestChanges()
    let shortfall = EffortPlan.Shortfall(
      bestGain: gain(of: changes),
      leversAtMost: levers.indices.filter { changes[$0] > 0 && changes[$0] == levers[$0].most },
      lockedLevers: levers.indices.filter { levers[$0].isLocked },
      isCountBinding: changes.count { $0 > 0 } == atMost
        && levers.indices.contains { changes[$0] == 0 && levers[$0].most > 0 },
      bindingConditions: conditions.indices.filter {
        conditions[$0].limit - conditions[$0].sum(of: changes)
          <= Self.solverPrecision * max(1, conditions[$0].limit)
      })
    return EffortPlan(self, changes: changes, certificate: .infeasible(shortfall))
  }

  /// The precision of the solver in a row.
  private static let solverPrecision = 1e-7

  /// The changes that gain most.
  private func farthestChanges() throws(OptimisationError) -> [Double] {
    guard conditions.isEmpty, avoided.isEmpty else {
      let linear = Linear(self, minimising: .lostGain)
      // To change no more than must be is always allowed, but for sets to be avoided.
      guard case .optimal(let point) = try linear.linear.minimum(by: .branchAndBound) else {
        return levers.map(\.least)
      }
      return linear.changes(at: point)
    }
    let forced = levers.indices.filter { levers[$0].least > 0 }
    let free = levers.indices.filter { levers[$0].least == 0 && levers[$0].most > 0 }
      .sorted { first, second in
        let (a, b) = (levers[first], levers[second])
        return (b.gain * b.most, first) < (a.gain * a.most, second)
      }
    let room = (atMost ?? levers.count) - forced.count
    var changes = [Double](repeating: 0, count: levers.count)
    for index in forced + free.prefix(room) { changes[index] = levers[index].most }
    return changes
  }
}

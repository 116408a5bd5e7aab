public import Statistics

extension RobustProgram {
  /// How long is searched.
  public struct Options: Sendable, Hashable {
    /// How many walks start from the best plan of each round.
    public var walks = 16
    /// How many rounds there are.
    public var rounds = 2
    /// How often each walk is kicked off the lowest vertex it has found.
    public var kicks = 12

    /// The usual search.
    public init() {}
  }

  /// Finds a plan that reaches the goal in the share of futures asked for, by descent between vertices.
  ///
  /// The first descent starts with all levers at their ends; then rounds of random walks start from the best
  /// plan so far, each with random numbers of its own. The same seed gives the same plan on any number of
  /// threads. The plan is not proved to be the best; its certificate says what no plan can be below.
  ///
  /// - Parameters:
  ///   - options: how long is searched.
  ///   - replicates: the seed, and who works.
  /// - Returns: the plan; its probability is counted over all futures.
  public func plan(
    options: Options = Options(), _ replicates: Replicates
  ) -> RobustPlan {
    let most = levers.map(\.most)
    guard reached(by: most) >= required else {
      return plan(most, certificate: .infeasible)
    }
    let bound = lowerBound()
    let least = levers.map(\.least)
    if reached(by: least) >= required { return plan(least, certificate: .optimal) }
    let surface = RobustSurface(self)
    guard let start = RobustVertex(levers.indices.map { .most($0) }, on: surface) else {
      return plan(most, certificate: .bounded(bound: bound))
    }
    var search = RobustSearch(surface)
    var best = search.descend(
      from: search.descend(from: start, reach: .infinity))
    for round in 0..<options.rounds {
      let (first, origin) = (round * options.walks, best)
      let found = replicates.map(first..<first + options.walks) { _, random in
        var search = RobustSearch(surface)
        return search.walk(from: origin, kicks: options.kicks, &random)
      }
      for vertex in found where vertex.effort < best.effort { best = vertex }
    }
    let plan = plan(covering(best.changes), certificate: .bounded(bound: bound))
    return plan.effort <= bound * (1 + 1e-9) ? self.plan(plan.changes, certificate: .optimal) : plan
  }

  /// The changes with as little more as makes up for rounding, so that every future counted is truly covered.
  private func covering(_ changes: [Double]) -> [Double] {
    var more = 1e-15
    var raised = changes
    while reached(by: raised) < required {
      // What rounding leaves out is never so much.
      guard more < 1e-6 else { return levers.map(\.most) }
      more *= 2
      raised = zip(levers, changes).map { min($0.most, $1 * (1 + more)) }
    }
    return raised
  }

  private func plan(
    _ changes: [Double], certificate: RobustPlan.Certificate
  ) -> RobustPlan {
    RobustPlan(
      changes: changes, effort: effort(of: changes),
      probability: Double(reached(by: changes)) / Double(needs.count), certificate: certificate)
  }
}

import Optimisation

extension Target {
  /// The plan, and others that use other indicators.
  ///
  /// Each is the least effort of all plans that lack at least one indicator of every plan before it: it neither
  /// repeats nor includes the indicators of an earlier one.
  ///
  /// - Parameter count: how many plans are wanted, this one among them.
  /// - Returns: the plans, this one first, by rising effort; fewer where no others reach the goal, and this
  ///   one alone where nothing is to be done or nothing helps.
  /// - Throws: `OptimisationError` where the solver is needed and gives up.
  public func alternatives(_ count: Int) throws -> [Target] {
    var plans = [self]
    var avoided = program.avoided
    while plans.count < count, let last = plans.last,
      last.certificate == .optimal || last.certificate == .bounded
    {
      // Nothing that must be changed can be left out.
      let used = Set(last.steps.indices.filter { last.steps[$0].effort > 0 })
      guard used.contains(where: { program.levers[$0].least == 0 }) else { break }
      avoided.append(used)
      let other = EffortProgram(
        levers: program.levers, goal: program.goal, atMost: program.atMost,
        conditions: program.conditions, avoided: avoided)
      let plan = try other.plan()
      guard plan.isFeasible else { break }
      plans.append(with(plan, of: other))
    }
    return plans
  }

  private func with(_ plan: EffortPlan, of program: EffortProgram) -> Target {
    Target(copying: self, solving: program, by: plan)
  }

  /// The same question with another answer.
  private init(copying other: Target, solving program: EffortProgram, by plan: EffortPlan) {
    province = other.province
    rule = other.rule
    aim = other.aim
    terms = other.terms
    finalYear = other.finalYear
    standing = other.standing
    scoreNeeded = other.scoreNeeded
    isAskedFor = other.isAskedFor
    history = other.history
    boardNotes = other.boardNotes
    units = other.units
    self.program = program
    steps = zip(other.steps, zip(program.levers, plan.changes)).map { step, change in
      step.changed(by: change.1, of: change.0)
    }
    certificate = Certificate(plan.certificate)
    lowerBound = plan.lowerBound
    shortfall = plan.shortfall
  }
}

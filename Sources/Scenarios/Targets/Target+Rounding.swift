import Indices
import Optimisation
import Panels

extension Target {
  /// The plan in round numbers: every value to be reached lies on a grid, inside the limits.
  ///
  /// Limits are those grid points that the exact limits allow, and the least effort is found anew on the grid,
  /// with the indicators of the plan, or with all where these do not suffice. Where the goal cannot be reached
  /// on the grid, the plan is returned as it is.
  ///
  /// - Parameter grid: the distance between the values an indicator's target may have, by its code.
  /// - Returns: the plan with rounded steps.
  /// - Throws: `OptimisationError` where the solver is needed and gives up.
  public func rounded(to grid: (String) -> Double) throws -> Target {
    guard certificate == .optimal || certificate == .bounded else { return self }
    let unused = steps.map { $0.effort == 0 ? $0.locked : $0 }
    guard let (program, solution) = try [unused, steps].firstPlan(in: self, on: grid) else {
      return self
    }
    var plan = self
    plan.certificate = Certificate(solution.certificate)
    plan.lowerBound = solution.lowerBound
    plan.steps = try steps.indices.map { index in
      let (step, lever, change) = (steps[index], program.levers[index], solution.changes[index])
      let round = grid(step.component.indicator)
      let sign = step.component.direction.sign
      func value(after change: Double) -> Double {
        let exact = step.value + sign * change
        // The nearest grid point in the digits in which it is written.
        return change == 0 || step.step != nil ? exact : (exact / round).rounded() * round
      }
      return step.with(
        target: value(after: change), effort: lever.effort(of: change),
        // What this plan leaves alone could be changed all the same.
        limit: value(after: try step.lever(round: round).most))
    }
    return plan
  }
}

extension [[Target.Step]] {
  /// The first of several ways to open indicators by which the goal is reached on a grid.
  fileprivate func firstPlan(
    in target: Target, on grid: (String) -> Double
  ) throws -> (EffortProgram, EffortPlan)? {
    for steps in self {
      guard
        let program = try? EffortProgram(
          steps, goal: target.program.goal, under: target.terms, round: grid,
          avoided: target.program.avoided)
      else { continue }
      let plan = try program.plan(nodes: Self.nodes)
      if plan.isFeasible { return (program, plan) }
    }
    return nil
  }

  /// Round numbers tie so often that the last proof may take longer than it is worth.
  private static var nodes: Int { 20_000 }
}

import Indices
import Panels
import Sensitivity

extension Target {
  /// The plan in round numbers: every value to be reached lies on a grid, inside the limits.
  ///
  /// The limits are first rounded towards where the province stands, the least effort within them is
  /// found anew, and the one step that ends between two grid points goes on to the farther one. So the
  /// rounded plan reaches the goal as well; its effort is the least but for that last rounding. Where
  /// the goal cannot be reached on the grid, the plan is returned as it is.
  ///
  /// - Parameter grid: the distance between the values an indicator's target may have, by its code.
  /// - Returns: the plan with rounded steps.
  public func rounded(to grid: (String) -> Double) -> Target {
    guard certificate == .optimal else { return self }
    let limits = steps.map { $0.limit(on: grid($0.component.indicator)) }
    let solution = LeastEffort(
      levers: zip(steps, limits).map { $0.lever(to: $1) }, goal: scoreNeeded - standing.score)
    guard solution.isFeasible else { return self }
    var plan = self
    plan.steps = steps.indices.map { index in
      let (step, change) = (steps[index], solution.changes[index])
      let target = step.value + step.component.direction.sign * change
      let value =
        step.component.direction == .positive
        ? min(limits[index], target.gridPoint(above: grid(step.component.indicator)))
        : max(limits[index], target.gridPoint(below: grid(step.component.indicator)))
      return step.limited(to: limits[index])
        .changed(by: change == 0 ? 0 : abs(value - step.value))
    }
    return plan
  }
}

extension Target.Step {
  /// The farthest grid point within the limit; the value itself where there is none beyond it.
  fileprivate func limit(on grid: Double) -> Double {
    component.direction == .positive
      ? max(value, limit.gridPoint(below: grid)) : min(value, limit.gridPoint(above: grid))
  }
}

extension Double {
  // A value that is a grid point but for its storage as a 32-bit number stays where it is: 0.9 is then
  // 2.4e-8 off, a few hundred-thousandths of the finest grid.
  private static var slack: Double { 1e-4 }

  fileprivate func gridPoint(above grid: Double) -> Double {
    (self / grid - Self.slack).rounded(.up) * grid
  }

  fileprivate func gridPoint(below grid: Double) -> Double {
    (self / grid + Self.slack).rounded(.down) * grid
  }
}

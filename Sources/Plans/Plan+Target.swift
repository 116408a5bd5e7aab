public import Panels
public import Scenarios
import Indices

extension Plan {
  /// Makes the plan of a target: its values year by year, in round numbers, with who answers for them.
  ///
  /// Targets of indicators that have to move lie on a grid in every year; those that need not keep their
  /// value as published. Where the goal is out of reach the targets stop short of the limits on the grid.
  ///
  /// - Parameters:
  ///   - target: the least effort to a rank, exact or rounded.
  ///   - grid: the distance between the values an indicator's target may have, by its code: 1 divided by a
  ///     whole number.
  ///   - panel: where the indicators are described.
  ///   - agencies: who answers for what.
  ///   - deadline: the day by which the last targets are due; nil for the end of the final year.
  /// - Throws: `PlanError.deadlineOutside`; what a plan in round numbers throws.
  public init(
    of target: Target, grid: (String) -> Double, panel: Panel, agencies: Agencies = .init(),
    deadline: CalendarDate? = nil
  ) throws {
    let rounded = try target.rounded(to: grid)
    let current = target.rule.year
    let years = Array(current + 1...target.finalYear)
    let span = Self.deadlines(from: current, years: years)
    let deadline = deadline ?? span.upperBound
    guard span.contains(deadline) else {
      throw PlanError.deadlineOutside(nil, deadline, span)
    }
    let lines = rounded.steps.compactMap { step -> Line? in
      let code = step.component.indicator
      guard let indicator = panel.indicator(code) else { return nil }
      let steps = 1 / grid(code)
      let targets = (1...years.count).map { elapsed -> Double in
        guard step.effort > 0 else { return step.value }
        let value = step.value(after: elapsed, of: years.count) * steps
        // A rounded target lies on the grid but for its last bit; one out of reach must not pass its limit.
        let isOnGrid = abs(value - value.rounded()) < 1e-6
        let isUp = step.target > step.value
        let whole =
          isOnGrid || elapsed < years.count ? value.rounded() : value.rounded(isUp ? .down : .up)
        return whole / steps
      }
      return Line(
        indicator: indicator, current: step.value, targets: targets, assignment: agencies[code],
        deadline: deadline)
    }
    // Places are counted from where the province stood: looked at later, they are the rank they led to.
    let goal = if case .places = target.goal { Goal.rank(target.goalRank) } else { target.goal }
    self.init(of: target.province, from: current, years: years, lines: lines, goal: goal)
  }
}

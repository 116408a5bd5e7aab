import Panels

/// A figure of the province, as the probability of a rank or the rank itself, before and after what was reported.
public struct PlanOutlook<Figure: Sendable>: Sendable {
  /// If nothing changes from where the plan starts.
  public let before: Figure
  /// If every indicator reaches its last target.
  public let planned: Figure
  /// If those reported stay as reported, and the others as the plan found them.
  public let standing: Figure
  /// If those behind end as far behind their targets as they are behind the path now, and the others reach
  /// theirs, or stay better where they are.
  public let projected: Figure

  /// Takes figures.
  ///
  /// - Parameters:
  ///   - before: if nothing changes from where the plan starts.
  ///   - planned: if every indicator reaches its last target.
  ///   - standing: if those reported stay as reported.
  ///   - projected: if those behind end as far behind their targets as they are behind the path now.
  public init(before: Figure, planned: Figure, standing: Figure, projected: Figure) {
    self.before = before
    self.planned = planned
    self.standing = standing
    self.projected = projected
  }

  /// Finds the figures.
  ///
  /// - Parameters:
  ///   - progress: how the plan stands.
  ///   - figure: the figure if indicators, by code, have some values, and all others those of the plan's current
  ///     year. Any model of rivals and surveys will do.
  /// - Throws: what `figure` throws.
  public init(
    of progress: Progress, figure: (_ values: [String: Double]) throws -> Figure
  ) rethrows {
    func values(_ value: (Progress.Line) -> Double) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: progress.lines.map { ($0.planned.indicator.code, value($0)) })
    }
    before = try figure(values(\.planned.current))
    planned = try figure(values(\.planned.target))
    standing = try figure(values { $0.report?.value ?? $0.planned.current })
    projected = try figure(values(\.projected))
  }
}

extension Progress.Line {
  /// Whether the plan asks anything of the indicator.
  public var isPlanned: Bool { planned.target != planned.current }

  /// Where the indicator ends if it stays as far behind as it is now.
  public var projected: Double {
    guard let report else { return planned.target }
    if planned.isReached(by: report.value) { return report.value }
    let behind = max(0, shortfall ?? 0)
    let end = planned.target - planned.indicator.direction.sign * behind
    let limits = planned.indicator.limits
    return min(max(end, limits.lowerBound), limits.upperBound)
  }
}

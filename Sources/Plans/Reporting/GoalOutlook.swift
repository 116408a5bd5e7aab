import Panels

/// The probability of a plan's goal, before and after what was reported.
public struct GoalOutlook: Sendable, Hashable {
  /// If nothing changes from where the plan starts.
  public let before: Double?
  /// If every indicator reaches its last target.
  public let planned: Double?
  /// If those reported stay as reported, and the others as the plan found them.
  public let standing: Double?
  /// If those behind end as far behind their targets as they are behind the path now, and the others reach
  /// theirs, or stay better where they are.
  public let projected: Double?

  /// Finds the probabilities.
  ///
  /// - Parameters:
  ///   - progress: how the plan stands.
  ///   - chance: the probability of the goal if indicators, by code, have some values, and all others those
  ///     of the plan's current year; nil where it is not known. Any model of rivals and surveys will do.
  /// - Throws: what `chance` throws.
  public init(
    of progress: Progress, chance: (_ values: [String: Double]) throws -> Double?
  ) rethrows {
    func values(_ value: (Progress.Line) -> Double) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: progress.lines.map { ($0.planned.indicator.code, value($0)) })
    }
    before = try chance(values(\.planned.current))
    planned = try chance(values(\.planned.target))
    standing = try chance(values { $0.report?.value ?? $0.planned.current })
    projected = try chance(values(\.projected))
  }
}

extension Progress.Line {
  /// Where the indicator ends if it stays as far behind as it is now.
  var projected: Double {
    guard let report else { return planned.target }
    if planned.isAtLeastAsGood(report.value, as: planned.target) { return report.value }
    let behind = max(0, shortfall ?? 0)
    let end = planned.target - planned.indicator.direction.sign * behind
    let limits = planned.indicator.limits
    return min(max(end, limits.lowerBound), limits.upperBound)
  }
}

public import Panels

extension Progress {
  /// Indicators of which a report was due, and none came.
  public struct Overdue: Sendable {
    /// The reports of one sender to one recipient that were due that day.
    public let due: [ReportingCalendar.Due]
    /// The indicators of which nothing was reported since the day the report before was due.
    public let indicators: [Indicator]
  }

  /// What was due by the progress's day and is not there, in the order of the calendar.
  ///
  /// A report answers the one that was due where the middle of its period lies after the day the one before was
  /// due: that of the first half-year answers what is due before 10 June, and not what is due in December. Of one
  /// sender and recipient only what was due last counts, and nothing that is due of the time after the plan.
  ///
  /// - Parameter calendar: when reports are due.
  /// - Returns: nothing where all is there, or nothing was due yet.
  public func overdue(by calendar: ReportingCalendar) -> [Overdue] {
    guard plan.begin < date else { return [] }
    var senders: [[String]] = []
    for rule in calendar.rules where !senders.contains([rule.sender, rule.recipient]) {
      senders.append([rule.sender, rule.recipient])
    }
    let dues = calendar.due(within: plan.begin...date).filter(plan.isReported)
    return senders.compactMap { names in
      let own = dues.filter { [$0.rule.sender, $0.rule.recipient] == names }
      guard let last = own.last else { return nil }
      let missing = lines.filter { line in line.report.map { $0.known < last.since } ?? true }
      return missing.isEmpty
        ? nil
        : Overdue(
          due: own.filter { $0.before == last.before },
          indicators: missing.map(\.planned.indicator))
    }
  }
}

public import Panels

extension Progress {
  /// Indicators of which a report was due, and none came.
  public struct Overdue: Sendable {
    /// The report that was due.
    public let due: ReportingCalendar.Due
    /// The indicators of which nothing was reported since the report of that kind before.
    public let indicators: [Indicator]
  }

  /// What was due by the progress's day and is not there, in the order of the calendar.
  ///
  /// A report covers what happened since the one of its kind before: an indicator is overdue where its latest
  /// report is of an earlier day than that. Of one kind only the last that was due counts.
  ///
  /// - Parameter calendar: when reports are due.
  /// - Returns: nothing where all is there, or nothing was due yet.
  public func overdue(by calendar: ReportingCalendar) -> [Overdue] {
    guard plan.begin < date, let first = CalendarDate(number: plan.begin.number + 1) else {
      return []
    }
    return calendar.rules.compactMap { rule in
      let dues = ReportingCalendar([rule]).due(within: first...date)
      guard let last = dues.last else { return nil }
      let since = dues.dropLast().last?.before ?? plan.begin
      let missing = lines.filter { line in line.report.map { $0.date < since } ?? true }
      return missing.isEmpty
        ? nil : Overdue(due: last, indicators: missing.map(\.planned.indicator))
    }
  }
}

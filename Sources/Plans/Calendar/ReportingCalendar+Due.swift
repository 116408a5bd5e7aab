extension ReportingCalendar {
  /// A report that is due.
  public struct Due: Sendable, Hashable {
    /// The report.
    public let rule: Rule
    /// The day before which it has to be there.
    public let before: CalendarDate
    /// The day before which the one before it had to be there, by the same sender to the same recipient.
    ///
    /// Half-yearly and yearly reports of one office to another are one row of reports: each tells of the time
    /// since the one before.
    public let since: CalendarDate

    /// The middle of the time it tells of.
    public var middle: CalendarDate { (since...before).middle }
  }

  /// The next time each report is due.
  ///
  /// - Parameters:
  ///   - date: the day that is asked from; a report due before that very day is late already, and the one after
  ///     it counts.
  ///   - plan: the plan that is reported on; nil for any.
  /// - Returns: one entry for each report, the soonest first; of one day in the order of the file.
  public func due(after date: CalendarDate, on plan: Plan? = nil) -> [Due] {
    rules.compactMap { rule in
      rule.limits(in: date.year...date.year + 1).lazy.filter { $0 > date }
        .map { due(rule, before: $0) }.first { plan?.isReported(by: $0) ?? true }
    }.enumerated().sorted { ($0.element.before, $0.offset) < ($1.element.before, $1.offset) }
      .map(\.element)
  }

  /// Every time a report is due within some days, ascending; of one day in the order of the file.
  public func due(within span: ClosedRange<CalendarDate>) -> [Due] {
    rules.enumerated().flatMap { order, rule in
      rule.limits(in: span.lowerBound.year...span.upperBound.year).filter(span.contains)
        .map { (order, due(rule, before: $0)) }
    }.sorted { ($0.1.before, $0.0) < ($1.1.before, $1.0) }.map(\.1)
  }

  private func due(_ rule: Rule, before day: CalendarDate) -> Due {
    let earlier = rules.filter { $0.sender == rule.sender && $0.recipient == rule.recipient }
      .flatMap { $0.limits(in: day.year - 1...day.year) }.filter { $0 < day }
    // None is earlier only at the beginning of the years there are.
    return Due(rule: rule, before: day, since: earlier.max() ?? day)
  }
}

extension ReportingCalendar.Rule {
  /// The days before which it is due in some years, ascending.
  fileprivate func limits(in years: ClosedRange<Int>) -> [CalendarDate] {
    // That of December may fall on the first day of the next year.
    (years.lowerBound - 1...years.upperBound).filter(CalendarDate.years.contains)
      .flatMap { year in months.compactMap { limit(in: $0, of: year) } }
      .filter { years.contains($0.year) }
  }
}

extension Plan {
  /// Whether a report that is due is one on the plan: the middle of the time it tells of is in the plan's years.
  public func isReported(by due: ReportingCalendar.Due) -> Bool {
    (begin...CalendarDate(lastDayOf: finalYear)).contains(due.middle)
  }
}

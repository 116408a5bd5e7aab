import Plans
import Tables

extension ReportingCalendar.Period {
  /// How often a report is made.
  var phrase: Phrase {
    switch self {
    case .monthly: Phrase("monthly")
    case .quarterly: Phrase("quarterly")
    case .halfYearly: Phrase("half-yearly")
    case .yearly: Phrase("yearly")
    }
  }
}

extension ReportingCalendar.Due {
  /// A report that is due.
  var phrase: Phrase {
    Phrase(
      "before \(verbatim: before) (\(rule.period.phrase), \(rule.sender) to \(rule.recipient))")
  }

  /// The next time that each report is due, in a sentence; nil where none is.
  static func next(_ due: [ReportingCalendar.Due], after date: CalendarDate) -> Phrase? {
    due.isEmpty
      ? nil
      : Phrase(
        "Reports due after \(verbatim: date): \(due.map(\.phrase), separator: "; ").")
  }
}

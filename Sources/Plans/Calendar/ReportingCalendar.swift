public import Tables
import Panels

/// When reports on a plan are due.
public struct ReportingCalendar: Sendable, Hashable {
  /// How often a report is made.
  public enum Period: String, Sendable, Hashable, CaseIterable {
    case monthly, quarterly
    case halfYearly = "half_yearly"
    case yearly

    /// The months in which such a report is due where the calendar names none: the last of each period.
    public var usualMonths: [Int] {
      switch self {
      case .monthly: Array(1...12)
      case .quarterly: [3, 6, 9, 12]
      case .halfYearly: [6, 12]
      case .yearly: [12]
      }
    }
  }

  /// One report that comes again and again.
  public struct Rule: Sendable, Hashable {
    /// How often.
    public let period: Period
    /// The months in which it is due, ascending.
    public let months: [Int]
    /// The day of those months before which it is due; nil for their end.
    public let day: Int?
    /// Who reports.
    public let sender: String
    /// To whom.
    public let recipient: String

    /// Describes a report.
    ///
    /// - Precondition: months are 1 to 12, ascending, at least one; a day is 1 to 31.
    public init(
      period: Period, months: [Int]? = nil, day: Int?, sender: String, recipient: String
    ) {
      let months = months ?? period.usualMonths
      precondition(
        !months.isEmpty && months.allSatisfy((1...12).contains)
          && zip(months, months.dropFirst())
            .allSatisfy(<),
        "months are 1 to 12, each once and in order")
      precondition(day.map((1...31).contains) ?? true, "a day of the month is 1 to 31")
      self.period = period
      self.months = months
      self.day = day
      self.sender = sender
      self.recipient = recipient
    }

    /// The day before which the report of a month is due.
    ///
    /// A day that the month does not have is its last: before the 31st is before 28 or 29 February. Where no
    /// day is named the report is due within the month, before the first of the next.
    func limit(in month: Int, of year: Int) -> CalendarDate? {
      guard let day else { return CalendarDate(lastDayOf: month, of: year).next }
      let last = CalendarDate(lastDayOf: month, of: year)
      return CalendarDate(year: year, month: month, day: min(day, last.day))
    }
  }

  /// The reports, in the order of the file.
  public let rules: [Rule]

  /// Collects reports; none is a plan nobody reports on.
  public init(_ rules: [Rule]) { self.rules = rules }

  /// Reads a calendar.
  ///
  /// Columns: period (monthly, quarterly, half_yearly or yearly), months (separated by `|`; empty for the last
  /// of each period), day (before which it is due; empty for the end of the month), from and to.
  ///
  /// - Throws: `TableError` or `PlanError`, naming the place.
  public init(reading table: Table) throws {
    rules = try Records(
      vietnameseOrEnglish: table, required: ["period", "months", "day", "from", "to"]
    ).map {
      record in
      let word = try record.text("period")
      guard let period = Period(rawValue: word) else {
        throw PlanError.badEntry(
          record.location("period"), found: word,
          expected: "one of \(Period.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      let months = try record.optionalText("months").map { text -> [Int] in
        let months = text.split(separator: "|").compactMap { Int($0) }
        guard months.count == text.split(separator: "|", omittingEmptySubsequences: false).count,
          months.allSatisfy((1...12).contains), zip(months, months.dropFirst()).allSatisfy(<)
        else {
          throw PlanError.badEntry(
            record.location("months"), found: text,
            expected: "months from 1 to 12, ascending, separated by |")
        }
        return months
      }
      let day = try record.optionalText("day").map { text -> Int in
        guard let day = Int(text), (1...31).contains(day) else {
          throw PlanError.badEntry(
            record.location("day"), found: text, expected: "a day from 1 to 31")
        }
        return day
      }
      return Rule(
        period: period, months: months, day: day, sender: try record.text("from"),
        recipient: try record.text("to"))
    }
  }
}

/// A day of the Gregorian calendar, without a time or a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1900 to 2200.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The years that a plan can be about.
  public static let years = 1900...2200

  /// Names a day; nil where the calendar has none of that name, as 29 February 2019.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The last day of a month, 28 to 31.
  ///
  /// - Precondition: the year is 1900 to 2200, the month 1 to 12.
  public init(lastDayOf month: Int, of year: Int) {
    precondition(Self.years.contains(year) && (1...12).contains(month), "there is no such month")
    self.init(unchecked: year, month, Self.days(inMonth: month, of: year))
  }

  /// The last day of a year.
  ///
  /// - Precondition: the year is 1900 to 2200.
  public init(lastDayOf year: Int) { self.init(lastDayOf: 12, of: year) }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of days since 1 January 1900, which is day 0.
  ///
  /// Differences are numbers of days: 1 March less 28 February is 1, or 2 in a leap year.
  public var number: Int {
    let years = year - Self.years.lowerBound
    // 1900 was no leap year: leap days before this year are those of 1904 and after, but not 2100.
    let leapDays = max(0, years - 1) / 4 - (year > 2100 ? 1 : 0)
    let earlier = (1..<month).reduce(0) { $0 + Self.days(inMonth: $1, of: year) }
    return years * 365 + leapDays + earlier + day - 1
  }

  /// The day of a number of days since 1 January 1900; nil outside 1900 to 2200.
  public init?(number: Int) {
    guard number >= 0, number / 366 <= Self.years.count else { return nil }
    var year = min(Self.years.upperBound, Self.years.lowerBound + number / 365)
    while CalendarDate(unchecked: year, 1, 1).number > number { year -= 1 }
    var month = 12
    while CalendarDate(unchecked: year, month, 1).number > number { month -= 1 }
    self.init(
      year: year, month: month, day: number - CalendarDate(unchecked: year, month, 1).number + 1)
  }

  /// The day after; nil after the last year there is.
  public var next: CalendarDate? { CalendarDate(number: number + 1) }

  /// ISO 8601: 2019-06-01.
  public var description: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

  public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// How many days a month has.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension ClosedRange<CalendarDate> {
  /// The day in the middle, the earlier of two.
  public var middle: CalendarDate {
    // A day between two days is one.
    CalendarDate(number: (lowerBound.number + upperBound.number) / 2) ?? lowerBound
  }
}

import Plans
import Tables
import TestSupport
import Testing

@Suite struct ReportingCalendarTests {
  private func calendar(_ name: String) throws -> ReportingCalendar {
    try ReportingCalendar(reading: Bundled.table("plans/calendars/\(name).csv"))
  }

  private func due(_ calendar: ReportingCalendar, after day: String) throws -> [String] {
    try calendar.due(after: #require(CalendarDate(day))).map { "\($0.rule.period) \($0.before)" }
  }

  @Test func daknongReportsBeforeTheTenthOfJuneAndOfDecember() throws {
    let calendar = try calendar("daknong")
    #expect(
      try due(calendar, after: "2019-06-01") == ["halfYearly 2019-06-10", "yearly 2019-12-10"])
    // Before the tenth: on the tenth it is too late.
    #expect(try due(calendar, after: "2019-06-09")[0] == "halfYearly 2019-06-10")
    #expect(
      try due(calendar, after: "2019-06-10") == ["yearly 2019-12-10", "halfYearly 2020-06-10"])
    #expect(
      try due(calendar, after: "2019-12-31") == ["halfYearly 2020-06-10", "yearly 2020-12-10"])
  }

  @Test func travinhReportsEveryMonthTwiceAndAtTheEndOfEachPeriod() throws {
    let calendar = try calendar("travinh")
    #expect(
      try due(calendar, after: "2020-06-30") == [
        "quarterly 2020-07-01", "halfYearly 2020-07-01", "monthly 2020-07-05",
        "monthly 2020-07-10", "yearly 2021-01-01",
      ])
    #expect(try due(calendar, after: "2020-12-05")[0] == "monthly 2020-12-10")
    let year =
      try #require(CalendarDate("2020-01-01"))...#require(CalendarDate("2020-12-31"))
    // 24 monthly ones; quarters that end before the first of January, April, July and October; the
    // half-years of January and July; the year of January.
    #expect(calendar.due(within: year).count == 24 + 4 + 2 + 1)
  }

  @Test(arguments: [
    ("2019-02-27", "2019-02-28"), ("2020-02-28", "2020-02-29"), ("2019-02-28", "2019-03-31"),
    ("2019-04-29", "2019-04-30"), ("2019-12-31", "2020-01-31"),
  ])
  func aDayThatAMonthHasNotIsItsLast(day: String, next: String) throws {
    let calendar = ReportingCalendar([
      .init(period: .monthly, day: 31, sender: "a", recipient: "b")
    ])
    #expect(try due(calendar, after: day) == ["monthly \(next)"])
  }

  @Test func nobodyIsDueWhereNothingIs() throws {
    #expect(try due(ReportingCalendar([]), after: "2019-06-01").isEmpty)
    #expect(
      try due(
        ReportingCalendar([.init(period: .yearly, day: nil, sender: "a", recipient: "b")]),
        after: "2200-12-31"
      ).isEmpty)
  }

  @Test func dueDatesAreThoseOfTheYearOneByOne() throws {
    // Asked day by day, the next date is always the first of the list that lies after the day.
    let calendar = try calendar("travinh")
    let span = try #require(CalendarDate("2019-12-31"))...#require(CalendarDate("2021-02-01"))
    let all = calendar.due(within: span).map(\.before)
    for number in span.lowerBound.number...span.upperBound.number - 40 {
      let day = try #require(CalendarDate(number: number))
      #expect(calendar.due(after: day).first?.before == all.first { $0 > day })
    }
  }

  @Test(arguments: [
    (
      "weekly,,5,a,b",
      #"c.csv, line 2, column 1: "weekly" is not one of monthly, quarterly, half_yearly, yearly"#
    ),
    ("monthly,,32,a,b", #"c.csv, line 2, column 3: "32" is not a day from 1 to 31"#),
    (
      "yearly,13,5,a,b",
      #"c.csv, line 2, column 2: "13" is not months from 1 to 12, ascending, separated by |"#
    ),
    (
      "yearly,6|3,5,a,b",
      #"c.csv, line 2, column 2: "6|3" is not months from 1 to 12, ascending, separated by |"#
    ),
  ])
  func aMistakeIsToldWithItsPlace(row: String, expected: String) throws {
    let table = try CSVReader().table(
      bytes: Array("period,months,day,from,to\n\(row)\n".utf8), file: "c.csv")
    #expect(message { try ReportingCalendar(reading: table) } == expected)
  }
}

import Plans
import Tables
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test func everyDayHasItsNumberAndEveryNumberItsDay() {
    var number = 0
    for year in CalendarDate.years {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.number == number)
          #expect(CalendarDate(number: number) == date)
          number += 1
        }
      }
    }
    // 301 years of 365 days, and the leap days of 1904 to 2196 without 2100.
    #expect(number == 301 * 365 + 73)
    #expect(CalendarDate(number: number) == nil)
    #expect(CalendarDate(number: -1) == nil)
    #expect(CalendarDate(number: .max) == nil)
  }

  @Test(arguments: [
    ("2019-06-01", 2019, 6, 1), ("1/6/2019", 2019, 6, 1), ("29/02/2020", 2020, 2, 29),
    ("2019", 2019, 12, 31), ("2019-H1", 2019, 6, 30), ("2019-h2", 2019, 12, 31),
    ("2020-Q1", 2020, 3, 31), ("2019-Q2", 2019, 6, 30), ("2020-02", 2020, 2, 29),
    ("2/2019", 2019, 2, 28), (" 2019-06 ", 2019, 6, 30),
  ])
  func aPeriodEndsOnItsLastDay(text: String, year: Int, month: Int, day: Int) {
    #expect(
      CalendarDate.period(text)?.upperBound == CalendarDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    "", "x", "2019-02-29", "2019-13", "2019-Q5", "2019-Q0", "2019-H3", "2019-QQ1", "19",
    "31/11/2019",
    "2019-06-01-02", "-2019", "2019-", "99999", "+2019", "2019-x1",
  ])
  func whatIsNoDayIsNone(text: String) {
    #expect(CalendarDate.period(text) == nil)
  }

  @Test func aWorkbooksNumberIsItsDay() {
    // 43617 is 2019-06-01 and 61 the first of March 1900 in every spreadsheet program.
    #expect(CalendarDate.period(Cell.number(43617))?.upperBound.description == "2019-06-01")
    #expect(CalendarDate.period(Cell.number(61))?.upperBound.description == "1900-03-01")
    #expect(CalendarDate.period(Cell.number(2019))?.upperBound.description == "2019-12-31")
    #expect(CalendarDate.period(Cell.number(0.5)) == nil)
    #expect(CalendarDate.period(Cell.empty) == nil)
  }
}

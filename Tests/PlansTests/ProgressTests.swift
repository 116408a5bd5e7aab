import Panels
import Plans
import TestSupport
import Testing

@Suite struct ProgressTests {
  private func status(
    _ code: String = "website_use", from: Double, to: Double, reported: Double, on day: String,
    error: Double? = nil
  ) throws -> Progress.Status {
    try Progress(
      of: PlanFixtures.plan(code, from: from, to: [nil, to]),
      by: PlanFixtures.reports(code, values: [(day, reported)], error: error),
      on: PlanFixtures.day(day)
    ).lines[0].status
  }

  @Test func theStatusFollowsThePathOfTheDay() throws {
    // From 0.5 to 0.7 in two years: 0.6 after one.
    let day = "2018-12-31"
    #expect(try status(from: 0.5, to: 0.7, reported: 0.7, on: day) == .reached)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.69, on: day) == .onCourse)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.6, on: day) == .onCourse)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.599, on: day) == .late)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.599, on: "2018-12-01") == .onCourse)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.6, on: "2019-12-31") == .late)
  }

  @Test func digitsThatASpreadsheetDropsDoNotCount() throws {
    // 0.7727272510528564 to 15 digits.
    let (value, typed) = (0.7727272510528564, 0.772727251052857)
    #expect(typed > value)
    #expect(try status(from: 0.7, to: typed, reported: value, on: "2018-12-31") == .reached)
    #expect(try status(from: 0.7, to: 0.7728, reported: value, on: "2018-12-31") == .onCourse)
  }

  @Test func whereLowerIsBetterThePathGoesDown() throws {
    let (code, day) = ("tax_negotiation", "2018-12-31")
    #expect(try status(code, from: 0.6, to: 0.4, reported: 0.4, on: day) == .reached)
    #expect(try status(code, from: 0.6, to: 0.4, reported: 0.5, on: day) == .onCourse)
    #expect(try status(code, from: 0.6, to: 0.4, reported: 0.501, on: day) == .late)
    #expect(try status(code, from: 0.6, to: 0.4, reported: 0.2, on: day) == .reached)
  }

  @Test func lateIsNotCalledOnNoise() throws {
    // 1.645 × 0.02 = 0.0329 below 0.6.
    let day = "2018-12-31"
    #expect(try status(from: 0.5, to: 0.7, reported: 0.568, on: day, error: 0.02) == .onCourse)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.567, on: day, error: 0.02) == .late)
    #expect(try status(from: 0.5, to: 0.7, reported: 0.568, on: day, error: 0) == .late)
  }

  @Test func anErrorThatTheReportDoesNotTellIsTakenFromElsewhere() throws {
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.7])
    let day = PlanFixtures.day("2018-12-31")
    func line(_ error: Double?) throws -> Progress.Line {
      Progress(
        of: plan, by: try PlanFixtures.reports(values: [("2018-12-31", 0.58)], error: error),
        on: day
      ) { _ in 0.02 }.lines[0]
    }
    #expect(try line(nil).status == .onCourse && line(nil).standardError == 0.02)
    #expect(try line(nil).isBehindWithinError)
    #expect(try line(0.001).status == .late && !line(0.001).isBehindWithinError)
  }

  @Test func theDayDecidesWhatIsKnown() throws {
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.7])
    let reports = try PlanFixtures.reports(values: [("2018-06-30", 0.55), ("2019-06-30", 0.7)])
    let early = Progress(of: plan, by: reports, on: PlanFixtures.day("2018-03-01"))
    #expect(early.lines[0].status == .notReported && early.laterReports == 2)
    #expect(early.lines[0].shortfall == nil)
    let middle = Progress(of: plan, by: reports, on: PlanFixtures.day("2019-06-29"))
    #expect(middle.lines[0].report?.value == 0.55 && middle.laterReports == 1)
    #expect(
      Progress(of: plan, by: reports, on: PlanFixtures.day("2019-06-30")).count(.reached) == 1)
    let none = Progress(of: plan, by: ProgressReport([]), on: PlanFixtures.day("2019-06-30"))
    #expect(none.count(.notReported) == 1 && none.unplanned.isEmpty)
  }

  @Test func aBetterReportNeverMakesTheStatusWorse() throws {
    let order: [Progress.Status] = [.late, .onCourse, .reached]
    var random = SplitMix64(seed: 2)
    for code in ["website_use", "relationship_needed"] {
      let sign = try Bundled.codebook().indicator(code).direction.sign
      for _ in 0..<300 {
        let value = { Double.random(in: 0...1, using: &random) }
        let (from, to, error) = (value(), value(), value() / 10)
        let pair = [value(), value()].sorted { sign * $0 < sign * $1 }
        let day =
          "201\(Int.random(in: 8...9, using: &random))-0\(Int.random(in: 1...9, using: &random))-15"
        let ranks = try pair.map { reported in
          try #require(
            order.firstIndex(
              of: status(code, from: from, to: to, reported: reported, on: day, error: error)))
        }
        #expect(ranks[0] <= ranks[1])
      }
    }
  }

  @Test func whatIsReportedOutsideThePlanIsNamedOnce() throws {
    let reports = try PlanFixtures.reports(
      "bidding", values: [("2018-06-30", 0.5), ("2018-12-31", 0.6)])
    let progress = try Progress(
      of: PlanFixtures.plan(from: 0.5, to: [0.6]), by: reports, on: PlanFixtures.day("2018-12-31"))
    #expect(progress.unplanned.map(\.code) == ["bidding"])
    #expect(progress.lines[0].status == .notReported)
  }

  @Test func overdueIsWhatNobodyReportedSinceTheReportBefore() throws {
    let calendar = try ReportingCalendar(reading: Bundled.table("plans/calendars/daknong.csv"))
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.7])
    func overdue(_ values: [(String, Double)], on day: String) throws -> [String] {
      try Progress(of: plan, by: PlanFixtures.reports(values: values), on: PlanFixtures.day(day))
        .overdue(by: calendar).flatMap(\.due).map { "\($0.before)" }
    }
    #expect(try overdue([], on: "2018-06-09").isEmpty)
    #expect(try overdue([], on: "2018-06-10") == ["2018-06-10"])
    #expect(try overdue([("2018-05-31", 0.55)], on: "2018-06-10").isEmpty)
    // One report answers one date.
    #expect(try overdue([("2018-05-31", 0.55)], on: "2018-12-10") == ["2018-12-10"])
    #expect(try overdue([("2018-11-30", 0.55)], on: "2018-12-10").isEmpty)
    #expect(try overdue([("2018-05-31", 0.55)], on: "2019-06-10") == ["2019-06-10"])
    #expect(try overdue([], on: "2018-12-10") == ["2018-12-10"])
  }

  @Test func aReportOfAHalfYearIsInTimeBeforeTheHalfYearIsOver() throws {
    let calendar = try ReportingCalendar(reading: Bundled.table("plans/calendars/daknong.csv"))
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.7])
    func progress(_ periods: [String], on day: String) throws -> Progress {
      try Progress(
        of: plan, by: PlanFixtures.reports(values: periods.map { ($0, 0.5) }),
        on: PlanFixtures.day(day))
    }
    func overdue(_ periods: [String], on day: String) throws -> [String] {
      try progress(periods, on: day).overdue(by: calendar).flatMap(\.due).map { "\($0.before)" }
    }
    #expect(try overdue(["2018-H1"], on: "2018-06-10").isEmpty)
    #expect(try overdue(["2018-H1"], on: "2018-12-10") == ["2018-12-10"])
    for yearly in ["2018", "2018-H2", "2018-11"] {
      #expect(try overdue(["2018-H1", yearly], on: "2018-12-10").isEmpty)
    }
    // The path of its last day, or of the day it is looked at where that is earlier: 159 of 365 days.
    let line = try progress(["2018-H1"], on: "2018-06-09").lines[0]
    #expect(abs(line.pathValue - (0.5 + 0.1 * 160 / 365)) < 1e-12)
    #expect(try progress(["2018-H1"], on: "2018-03-31").lines[0].status == .notReported)
  }

  @Test func nothingIsDueOfTheTimeAfterThePlan() throws {
    let plan = try PlanFixtures.plan(from: 0.5, to: [0.6, 0.7])
    for name in ["daknong", "travinh"] {
      let calendar = try ReportingCalendar(reading: Bundled.table("plans/calendars/\(name).csv"))
      let day = PlanFixtures.day("2025-03-01")
      #expect(calendar.due(after: day, on: plan).isEmpty)
      let late = try Progress(
        of: plan, by: PlanFixtures.reports(values: [("2019-12", 0.6)]), on: day)
      #expect(late.overdue(by: calendar).isEmpty)
      let never = Progress(of: plan, by: ProgressReport([]), on: day).overdue(by: calendar)
      // Đắk Nông's last is due before the plan ends, Trà Vinh's within ten days after.
      let last = name == "daknong" ? ["2019-12-10"] : ["2020-01-05", "2020-01-10", "2020-01-01"]
      #expect(never.map { "\($0.due[0].before)" } == last)
    }
  }

  @Test func reportsOfOneDayAreToldTogether() throws {
    let calendar = try ReportingCalendar(reading: Bundled.table("plans/calendars/travinh.csv"))
    let overdue = try Progress(
      of: PlanFixtures.plan(from: 0.5, to: [0.6]), by: ProgressReport([]),
      on: PlanFixtures.day("2018-07-02")
    ).overdue(by: calendar)
    // The office's quarterly and half-yearly ones; those of the departments and the centre were due in June.
    #expect(overdue.map(\.due.count) == [1, 1, 2])
    #expect(
      overdue[2].due.map { "\($0.since) \($0.before)" } == [
        "2018-04-01 2018-07-01", "2018-04-01 2018-07-01",
      ])
  }

  @Test func theOutlookPutsReportsInThePlaceOfWhatThePlanFound() throws {
    let codebook = try Bundled.codebook()
    func line(_ code: String, _ current: Double, _ target: Double) throws -> Plan.Line {
      Plan.Line(
        indicator: try codebook.indicator(code), current: current, targets: [target],
        assignment: .none, deadline: PlanFixtures.day("2018-12-31"))
    }
    let plan = Plan(
      of: try PlanFixtures.daknong(), from: 2017, years: [2018],
      lines: [
        try line("website_use", 0.5, 0.7), try line("bidding", 0.3, 0.4),
        try line("tax_negotiation", 0.6, 0.5), try line("predictability", 0.1, 0.2),
      ])
    let values: [(String, Double)] = [
      ("website_use", 0.65), ("bidding", 0.45), ("tax_negotiation", 0.55),
    ]
    let reports = ProgressReport(
      try values.map {
        ReportedValue(
          of: try codebook.indicator($0), in: PlanFixtures.period("2018-12-31"), value: $1)
      })
    let progress = Progress(of: plan, by: reports, on: PlanFixtures.day("2018-12-31"))
    var asked: [[String: Double]] = []
    let outlook = PlanOutlook(of: progress) { values in
      asked.append(values)
      return Double(asked.count) / 10
    }
    #expect(outlook.before == 0.1 && outlook.planned == 0.2)
    #expect(outlook.standing == 0.3 && outlook.projected == 0.4)
    #expect(
      asked[0] == [
        "website_use": 0.5, "bidding": 0.3, "tax_negotiation": 0.6, "predictability": 0.1,
      ])
    #expect(
      asked[1] == [
        "website_use": 0.7, "bidding": 0.4, "tax_negotiation": 0.5, "predictability": 0.2,
      ])
    #expect(
      asked[2] == [
        "website_use": 0.65, "bidding": 0.45, "tax_negotiation": 0.55, "predictability": 0.1,
      ])
    // Behind by 0.05, ahead of the target, behind by 0.05 where lower is better, and on its way. Last bits
    // differ.
    let projected = [
      "website_use": 0.65, "bidding": 0.45, "tax_negotiation": 0.55, "predictability": 0.2,
    ]
    for (code, value) in projected { #expect(abs((asked[3][code] ?? 9) - value) < 1e-15) }
  }
}

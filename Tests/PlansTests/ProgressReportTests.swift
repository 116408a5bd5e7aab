import Panels
import Plans
import Tables
import TestSupport
import Testing

@Suite struct ProgressReportTests {
  private func report(_ text: String, from begin: String? = nil) throws -> ProgressReport {
    try ProgressReport(
      reading: PlanFixtures.table(text, file: "reports.csv"), codebook: Bundled.codebook(),
      from: begin.map(PlanFixtures.day))
  }

  @Test func reportsGoByDateWhateverTheirOrder() throws {
    let report = try report(
      """
      period,indicator,value,source
      2019-H1,website_use,80%,Sở Tài chính
      2018,website_use,0.78,
      2019-Q1,website_score,36.5,
      2019,website_score,,
      """)
    #expect(report.values.map { "\($0.date)" } == ["2018-12-31", "2019-03-31", "2019-06-30"])
    #expect(report.lastDate == PlanFixtures.day("2019-06-30"))
    // Known from the middle of the half-year on.
    let day = PlanFixtures.day("2019-03-31")
    #expect(report.latest(of: "website_use", on: day)?.value == 0.78)
    #expect(report.latest(of: "website_use", on: PlanFixtures.day("2019-04-01"))?.value == 0.8)
    #expect(report.latest(of: "bidding", on: day) == nil)
    #expect(report.values.last?.source == "Sở Tài chính")
  }

  @Test func vietnameseHeadingsAreRead() throws {
    let values = try report(
      """
      Kỳ báo cáo;Chỉ tiêu;Giá trị;Số doanh nghiệp;Nguồn
      6/2019;Tỉ lệ DN truy cập trang web của tỉnh;80,5%;;Sở Thông tin và Truyền thông
      """
    ).values
    #expect(values.map(\.indicator.code) == ["website_use"] && values[0].value == 0.805)
    #expect(values[0].date == PlanFixtures.day("2019-06-30"))
    #expect(values[0].source == "Sở Thông tin và Truyền thông")
  }

  @Test func theNumberOfFirmsGivesTheError() throws {
    let values = try report(
      """
      date,indicator,value,firms,standard_error
      2019-06-01,website_use,0.8,100,
      2019-06-01,website_score,40,100,
      2019-06-01,bidding,0.5,100,0.01
      2019-06-01,predictability,0.1,,
      """
    ).values
    // Jeffreys' posterior of 80 of 100: Beta(80.5, 20.5), variance 80.5 × 20.5 / (101² × 102).
    let expected = (80.5 * 20.5 / (101.0 * 101 * 102)).squareRoot()
    #expect(abs((values[0].standardError ?? 0) - expected) < 1e-15)
    #expect(values[1].standardError == 0)
    #expect(values[2].standardError == 0.01)
    #expect(values[3].standardError == nil)
  }

  @Test func nothingReportedIsNoMistake() throws {
    #expect(try report("date,indicator,value\n").values.isEmpty)
    #expect(try report("date,indicator,value\n").lastDate == nil)
  }

  @Test(arguments: [
    (
      "2019-06-01,websit_use,0.5",
      #"reports.csv, line 2, column 2: no indicator is called "websit_use"; did you mean website_use"#
    ),
    (
      "2019-06-01,website_use,95",
      "reports.csv, line 2, column 3: 95 is no share: write 0.95 or 95%"
    ),
    (
      "2019-06-01,website_score,60",
      "reports.csv, line 2, column 3: 60 cannot be: website_score runs from 0 to 50"
    ),
    (
      "2017-12-31,website_use,0.5",
      "reports.csv, line 2, column 1: 2017-12-31 is past: the plan begins on 2018-01-01"
    ),
    (
      "2019-02-29,website_use,0.5",
      #"reports.csv, line 2, column 1: "2019-02-29" is not a day or a period such as 2019-06-01, 2019-06, 2019-Q2, 2019-H1 or 2019"#
    ),
    (",website_use,0.5", #"reports.csv, line 2, column "date": the cell is empty"#),
    (
      "2019-06-01,website_use,0.5\n1/6/2019,Firms that visited the website,0.6",
      "reports.csv, line 3, column 2: website_use of 2019-06-01 stands a second time, after line 2; remove one of the two"
    ),
    (
      "2019-06-01,website_use,0.5,0",
      #"reports.csv, line 2, column 4: "0" is not a number of firms from 1"#
    ),
    (
      "2019-06-01,website_use,0.5,,-1",
      #"reports.csv, line 2, column 5: "-1" is not a standard error: none is below zero"#
    ),
  ])
  func anAbsurdReportIsRefusedWithItsLine(rows: String, expected: String) throws {
    let found = message {
      try report("date,indicator,value,firms,standard_error\n\(rows)\n", from: "2018-01-01")
    }
    #expect(found?.hasPrefix(expected) == true, "\(found ?? "no mistake")")
  }

  @Test func aColumnThatIsMissingIsNamed() {
    #expect(
      message { try report("date,indicator\n") }?.hasPrefix(
        #"reports.csv: there is no column "value""#) == true)
  }
}

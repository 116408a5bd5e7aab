import FoundationEssentials
import Tables
import TestSupport
import Testing

@testable import minhbach

/// `minhbach track`.
@Suite struct TrackCommandTests {
  private static let reports = """
    date,indicator,value,firms,source
    2018-12-31,website_use,78%,,
    2018-12-31,website_score,41,,
    2019-05-31,website_score,36.5,,Văn phòng UBND tỉnh
    2019-05-31,bidding,0.45,,
    2019-05-31,tax_negotiation,75%,,
    2019-07-31,website_use,0.9,,

    """

  /// The plan of Đắk Nông from 2017, written by the program into a folder, with reports beside it.
  private static func folder(
    _ plan: String = "plan.csv", reports: String = reports
  ) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    _ = try answer(
      "plan", "Đắk Nông", "--year", "2017", "--rank", "40", "--by", "2020", "--quiet",
      "--draws", "400", "--output",
      folder.file(plan))
    try TextFile.write(reports, to: folder.file("reports.csv"))
    return folder
  }

  private static func arguments(
    _ folder: TemporaryDirectory, _ plan: String = "plan.csv", _ more: String...
  ) -> [String] {
    [
      "track", "daknong", "--plan", folder.file(plan), "--reports", folder.file("reports.csv"),
      "--draws", "400",
    ] + more
  }

  @Test(arguments: ["plan.csv", "plan.xlsx"])
  func everyIndicatorHasItsStatus(plan: String) throws {
    let folder = try Self.folder(plan)
    let rows = try records(Self.arguments(folder, plan, "--date", "2019-06-01"))
    #expect(
      rows.columnNames.starts(with: [
        "indicator", "target", "actual", "status", "path", "shortfall",
      ]))
    let status = try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0.text("indicator"), try $0.text("status")) })
    #expect(status.count == 12)
    #expect(status["website_score"] == "reached" && status["bidding"] == "reached")
    #expect(status["tax_negotiation"] == "late" && status["website_use"] == "on_course")
    #expect(status.values.count { $0 == "not_reported" } == 8)
    let use = try #require(rows.first { $0.optionalText("indicator") == "website_use" })
    // Behind the target of 2018 by two points, of a survey whose error is four.
    #expect(try use.number("path") == 0.8 && use.number("actual") == 0.78)
    #expect(try abs(use.number("shortfall") - 0.02) < 1e-12 && use.number("standard_error") > 0.03)
    #expect(try use.text("next_report") == "2019-06-10")
  }

  @Test func theChancesAreThoseOfThePlanAndOfWhatIsReported() throws {
    let folder = try Self.folder()
    func chance(_ name: String, _ text: String) throws -> Double {
      let match = text.firstRange(of: "\"\(name)\": ").map { text[$0.upperBound...] }
      return try #require(match.flatMap { Double($0.prefix { $0.isNumber || $0 == "." }) })
    }
    let plan = try answer(
      "plan", "daknong", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "400",
      "--format", "json")
    let track = try answer(Self.arguments(folder, "plan.csv", "--format", "json"))
    #expect(try chance("chance", plan) == chance("chance_planned", track))
    #expect(try chance("chance_unplanned", plan) == chance("chance_before", track))
    try TextFile.write("date,indicator,value\n", to: folder.file("reports.csv"))
    let nothing = try answer(Self.arguments(folder, "plan.csv", "--format", "json"))
    #expect(try chance("chance_standing", nothing) == chance("chance_before", nothing))
    #expect(try chance("chance_projected", nothing) == chance("chance_planned", nothing))
    try TextFile.write(
      "date,indicator,value\n2018-12-31,website_use,0.98\n", to: folder.file("reports.csv"))
    let better = try answer(Self.arguments(folder, "plan.csv", "--format", "json"))
    #expect(try chance("chance_standing", better) > chance("chance_before", better))
    try TextFile.write(
      "date,indicator,value\n2018-12-31,website_use,0.6\n", to: folder.file("reports.csv"))
    let worse = try answer(Self.arguments(folder, "plan.csv", "--format", "json"))
    #expect(try chance("chance_projected", worse) < chance("chance_planned", worse))
    #expect(try chance("chance_standing", worse) < chance("chance_before", worse))
  }

  @Test(arguments: [
    ["--median"], ["--score", "6.4"], ["--region-place", "2"], ["--ranks", "20-30"],
  ])
  func aPlanToAnyGoalKeepsItAndItsChance(goal: [String]) throws {
    let folder = try TemporaryDirectory()
    let plan = ["plan", "Kon Tum", "--year", "2017", "--by", "2020", "--draws", "300"] + goal
    try TextFile.write(answer(plan + ["--format", "csv"]), to: folder.file("plan.csv"))
    let planned = try answer(plan + ["--format", "json"])
    let tracked = try answer(
      "track", "Kon Tum", "--plan", folder.file("plan.csv"), "--draws", "300", "--format", "json")
    let chance = try #require(planned.firstMatch(of: /"chance": ([0-9.]+)/)?.1)
    #expect(tracked.contains("\"chance_planned\": \(chance),"))
  }

  @Test func aGoalThatCannotBeIsRefused() throws {
    let folder = try TemporaryDirectory()
    for (goal, message) in [
      ("rank 99", "plan.csv: rank 99 is not one of 1 to 63."),
      ("win", "\"win\" is not a goal such as rank 40, ranks 30-40, top 10"),
    ] {
      try TextFile.write(
        "indicator,current,target_2018,current_year,goal\nwebsite_score,40,42,2017,\(goal)\n",
        to: folder.file("plan.csv"))
      let run = MinhBachRun(["track", "Kon Tum", "--plan", folder.file("plan.csv")])
      #expect(run.code != 0 && run.error.contains(message), "\(run.error)")
    }
  }

  /// The ranks published for 2018 and 2019.
  @Test(arguments: [(2018, 26), (2019, 49)])
  func amongTheRivalsOfAYearItsOwnFiguresGiveItsOwnRank(year: Int, rank: Int) throws {
    let text = try answer(
      "track", "Đắk Nông", "--plan", Bundled.path("plans/examples/daknong-2017.csv"), "--reports",
      Bundled.path("plans/examples/daknong-reports.csv"), "--date", "\(year)-12-31", "--year",
      "\(year)", "--format", "json", "--draws", "400")
    #expect(text.contains("\"rank_standing\": \(rank),"))
    #expect(text.contains("\"year\": \(year), \"goal\": \"rank 40\""))
  }

  @Test func aSurveyPublishedSinceIsPointedAt() throws {
    let plan = Bundled.path("plans/examples/daknong-2017.csv")
    #expect(
      try answer("track", "daknong", "--plan", plan, "--date", "2019-03-31", "--draws", "400")
        .contains(
          "Rivals have moved since 2017: --year 2018 tells"))
    #expect(
      try !answer("track", "daknong", "--plan", plan, "--date", "2018-12-31", "--draws", "400")
        .contains(
          "Rivals have moved"))
  }

  @Test func whatIsDueNextAndWhatIsOverdueIsTold() throws {
    let folder = try Self.folder()
    let text = try answer(Self.arguments(folder, "plan.csv", "--date", "2019-06-10"))
    #expect(
      text.hasPrefix(
        "Đắk Nông, 2019-06-10: the plan to rank 40 or better by 2020 – 2 reached, 1 on course, 1 late"
      ))
    #expect(text.contains("Reports due after 2019-06-10: before 2019-12-10 (yearly"))
    #expect(
      text.contains(
        "- Overdue (half-yearly, before 2019-06-10): Access to"))
    let vietnamese = try answer(Self.arguments(folder, "plan.csv", "--lang", "vi"))
    #expect(vietnamese.contains("'Thỏa thuận' với cán bộ thuế là công việc quan trọng    chậm  "))
    #expect(vietnamese.contains("Quá hạn báo cáo"))
  }

  @Test func aTickedListIsCounted() throws {
    let folder = try Self.folder()
    let list = try answer("plan", "--checklist", "directive", "--format", "csv")
    let ticked = list.split(separator: "\n").enumerated().map { index, line in
      index == 1 ? line.dropLast(2) + "x,2019-05-01,https://daknong.gov.vn" : line
    }.joined(separator: "\n")
    try TextFile.write(ticked, to: folder.file("list.csv"))
    let arguments = Self.arguments(folder, "plan.csv", "--checklist", folder.file("list.csv"))
    let text = try answer(arguments + ["--format", "json"])
    #expect(text.contains(#""checklist_items": 13, "checklist_done": 1"#))
    #expect(try answer(arguments).contains("công khai trên cổng: 1 of 6 done, 1 with a link."))
    #expect(
      try answer(arguments + ["--date", "2019-04-30", "--format", "json"])
        .contains(#""checklist_done": 0"#))
  }

  @Test func aPlanOfAYearWithoutFiguresIsTrackedWithoutAChance() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write(
      "indicator,current,target_2021,target_2025,goal_rank\nwebsite_score,38,39.25,45.25,5\n",
      to: folder.file("plan.csv"))
    try TextFile.write(
      "period,indicator,value\n2021,website_score,39\n", to: folder.file("reports.csv"))
    let text = try answer(
      "track", "Quảng Ngãi", "--plan", folder.file("plan.csv"), "--reports",
      folder.file("reports.csv"))
    #expect(
      text.contains("Website openness and quality  late     39.00  39.25   45.25  2021-12-31"))
    #expect(text.contains("No chance is told: there are no figures, no rule or no past of 2020"))
  }

  @Test(arguments: [
    (
      "2019-05-31,websit_use,0.5,,",
      #"Error: reports.csv, line 2, column 2: no indicator is called "websit_use"; did you mean website_use?"#,
      65
    ),
    (
      "2019-05-31,website_use,95,,",
      "Error: reports.csv, line 2, column 3: 95 is no share: write 0.95 or 95%", 65
    ),
    (
      "2019-05-31,website_score,51,,",
      "Error: reports.csv, line 2, column 3: 51 cannot be: website_score runs from 0 to 50", 65
    ),
    (
      "2017-05-31,website_use,0.5,,",
      "Error: reports.csv, line 2, column 1: 2017-05-31 is past: the plan begins on 2018-01-01", 65
    ),
    (
      "2019-05-31,website_use,0.5,,\n2019-05-31,website_use,0.6,,",
      "Error: reports.csv, line 3, column 2: website_use of 2019-05-31 stands a second time, after line 2; remove one of the two",
      65
    ),
  ])
  func anAbsurdReportIsRefused(rows: String, message: String, code: Int32) throws {
    let folder = try Self.folder(reports: "date,indicator,value,firms,source\n\(rows)\n")
    expectRefusal(message, code: code, Self.arguments(folder))
  }

  @Test func anotherProvincesPlanIsRefused() throws {
    let folder = try Self.folder()
    expectRefusal(
      "Error: plan.csv: no row is about Kon Tum, but about Đắk Nông", code: 65,
      [
        "track", "Kon Tum", "--plan", folder.file("plan.csv"), "--reports",
        folder.file("reports.csv"),
      ])
    expectRefusal(
      "Error: --date 2017-06-01 is before the plan begins, on 2018-01-01.", code: 64,
      Self.arguments(folder, "plan.csv", "--date", "2017-06-01"))
    expectRefusal(
      "Error: \(folder.file("none.csv")): there is no such file", code: 66,
      Self.arguments(folder, "none.csv"))
  }
}

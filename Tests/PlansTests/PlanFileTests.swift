import Foundation
import Panels
import Plans
import Scenarios
import Tables
import TestSupport
import Testing

@Suite struct PlanFileTests {
  private static func plan(_ name: String, _ year: Int, rank: Int, by final: Int) throws -> Plan {
    let (panel, codebook) = (try Bundled.history(), try Bundled.codebook())
    let agencies = try Agencies(
      reading: Bundled.table("plans/agencies/daknong.csv"), codebook: codebook)
    let target = try Target(
      of: Bundled.gazetteer().province(named: name), rank: rank, by: final, panel: panel,
      rule: Bundled.rule(year), rules: Bundled.rules())
    return try Plan(of: target, grid: grid, panel: panel, agencies: agencies)
  }

  /// As the program's: tenths of a per cent, quarter points, half days, hundredths of means.
  private static func grid(_ code: String) -> Double {
    switch try? Bundled.codebook().indicator(code).unit {
    case .share: 0.001
    case .points: 0.25
    case .days: 0.5
    default: 0.01
    }
  }

  /// The last of these is out of reach, and the fourth reached already.
  @Test(arguments: [
    ("daknong", 2017, 40, 2020), ("travinh", 2019, 31, 2020), ("kontum", 2015, 20, 2016),
    ("angiang", 2019, 10, 2021), ("hungyen", 2019, 1, 2020),
  ])
  func whatIsWrittenIsReadBackToTheLastDigit(name: String, year: Int, rank: Int, final: Int) throws
  {
    let plan = try Self.plan(name, year, rank: rank, by: final)
    let text = CSVWriter().string(plan.table())
    let back = try PlanFixtures.file().plan(of: plan.province, in: PlanFixtures.table(text))
    #expect(back == plan)
    #expect(CSVWriter().string(back.table()) == text)
    let folder = try TemporaryDirectory()
    try XLSXWriter().write([plan.table()], to: folder.file("plan.xlsx"))
    let workbook = try Workbook(contentsOf: folder.file("plan.xlsx"))
    let sheet = try workbook.table(sheet: workbook.sheets[0].name)
    let typed = try PlanFixtures.file().plan(of: plan.province, in: sheet)
    #expect(typed.lines.map(\.assignment) == plan.lines.map(\.assignment))
    #expect(typed.years == plan.years && typed.goal == plan.goal)
    // Workbooks hold 16 digits, one fewer than some numbers need.
    for (one, other) in zip(typed.lines, plan.lines) {
      #expect(abs(one.current - other.current) <= 1e-15 * abs(other.current))
      #expect(abs(one.target - other.target) <= 1e-15 * abs(other.target))
      #expect(one.deadline == other.deadline)
    }
  }

  @Test func targetsLieOnTheGridAndThoseHeldStayAsPublished() throws {
    let plan = try Self.plan("daknong", 2017, rank: 40, by: 2020)
    var moved = 0
    for line in plan.lines {
      let targets = line.targets.compactMap(\.self)
      if targets.allSatisfy({ $0 == line.current }) { continue }
      moved += 1
      for target in targets {
        // Decimals of three digits are written so, and not as 0.8340000000000001.
        #expect("\(Cell(target))".count <= "0.835".count)
        #expect(abs((target / Self.grid(line.indicator.code)).remainder(dividingBy: 1)) < 1e-9)
      }
    }
    #expect(moved == 2)
    #expect(plan.lines.count == 12 && plan.years == [2018, 2019, 2020])
  }

  @Test func aPlanTypedInASpreadsheetIsRead() throws {
    let plan = try PlanFixtures.file().plan(
      of: PlanFixtures.daknong(),
      in: PlanFixtures.table(
        """
        indicator;current;target_2021;target_2025;lead
        Tỉ lệ DN truy cập trang web của tỉnh;76,5%;90%;0,95;Văn phòng UBND tỉnh
        website_score;35;39,25;45;Văn phòng UBND tỉnh | Sở Tài chính

        """))
    #expect(plan.currentYear == 2020 && plan.years == [2021, 2025] && plan.goal == nil)
    // 76.5 / 100 is the nearest double to 0.765.
    #expect(plan["website_use"]?.current == 0.765 && plan["website_use"]?.targets == [0.9, 0.95])
    #expect(plan["website_score"]?.targets == [39.25, 45])
    #expect(plan["website_score"]?.assignment.lead == ["Văn phòng UBND tỉnh", "Sở Tài chính"])
    #expect(plan.lines[0].deadline == PlanFixtures.day("2025-12-31"))
  }

  @Test func vietnameseHeadingsAreRead() throws {
    let plan = try PlanFixtures.file().plan(
      of: PlanFixtures.daknong(),
      in: PlanFixtures.table(
        """
        Chỉ tiêu,Hiện tại,Mục tiêu 2021,Mục tiêu năm 2025,Cơ quan chủ trì,Thời hạn
        website_use,76.5%,,95%,Văn phòng UBND tỉnh,30/6/2025

        """))
    #expect(plan.years == [2021, 2025] && plan.lines[0].targets == [nil, 0.95])
    #expect(plan.lines[0].assignment.lead == ["Văn phòng UBND tỉnh"])
    #expect(plan.lines[0].deadline == PlanFixtures.day("2025-06-30"))
    let table = try PlanFixtures.table("Chỉ tiêu,Hiện tại,Mục tiêu 2021\nwebsite_use,0.5,95\n")
    #expect(
      message { try PlanFixtures.file().plan(of: PlanFixtures.daknong(), in: table) }
        == "plan.csv, line 2, column 3: 95 is no share: write 0.95 or 95%")
  }

  @Test func aFileOfManyProvincesGivesEachItsOwn() throws {
    let plans = try [
      Self.plan("daknong", 2019, rank: 30, by: 2021), Self.plan("kontum", 2019, rank: 20, by: 2021),
    ]
    let table = try PlanFixtures.table(CSVWriter().string(Plan.table(of: plans)))
    for plan in plans {
      #expect(try PlanFixtures.file().plan(of: plan.province, in: table) == plan)
    }
    let travinh = try Bundled.gazetteer().province(named: "travinh")
    #expect(
      message { try PlanFixtures.file().plan(of: travinh, in: table) }
        == "plan.csv: no row is about Trà Vinh, but about Đắk Nông, Kon Tum")
  }

  @Test(arguments: [
    ("", "plan.csv: there is no indicator; write at least one row below the header"),
    (
      "website_us,0.5,0.6,",
      #"plan.csv, line 2, column 1: no indicator is called "website_us"; did you mean"#
    ),
    ("website_use,0.5,95,", "plan.csv, line 2, column 3: 95 is no share: write 0.95 or 95%"),
    (
      "website_use,0.5,101%,",
      "plan.csv, line 2, column 3: 1.01 cannot be: website_use runs from 0 to 1"
    ),
    (
      "website_use,-0.1,0.6,",
      "plan.csv, line 2, column 2: -0.1 cannot be: website_use runs from 0 to 1"
    ),
    (
      "website_score,35,50.25,",
      "plan.csv, line 2, column 3: 50.25 cannot be: website_score runs from 0 to 50"
    ),
    (
      "website_score,35%,40,",
      #"plan.csv, line 2, column 2: "35%" is not in points, the unit of website_score"#
    ),
    (
      "information_days,4,-1,",
      "plan.csv, line 2, column 3: -1 cannot be: information_days is not below 0"
    ),
    (
      "legal_documents,2.9,6,",
      "plan.csv, line 2, column 3: 6 cannot be: legal_documents runs from 1 to 5"
    ),
    ("website_use,,0.6,", #"plan.csv, line 2, column "current": the cell is empty"#),
    ("website_use,0.5,,", #"plan.csv, line 2, column "target_2020": the cell is empty"#),
    ("website_use,0.5,many,", #"plan.csv, line 2, column 3: "many" is not a number"#),
    (
      "website_use,0.5,0.6,2019-06-30",
      "plan.csv, line 2, column 4: the deadline 2019-06-30 is past: the last "
        + "target is due between 2020-01-01 and 2020-12-31"
    ),
    (
      "website_use,0.5,0.6,2021-01-01",
      "plan.csv, line 2, column 4: the deadline 2021-01-01 is too late: the last "
        + "target is due between 2020-01-01 and 2020-12-31"
    ),
    (
      "website_use,0.5,0.6,soon",
      #"plan.csv, line 2, column 4: "soon" is not a day such as 2020-06-30"#
    ),
    (
      "website_use,0.5,0.6,\nwebsite_use,0.5,0.7,",
      "plan.csv, line 3, column 1: website_use stands a second time, "
        + "after line 2; remove one of the two"
    ),
  ])
  func anAbsurdRowIsRefusedWithItsLine(rows: String, expected: String) throws {
    let table = try PlanFixtures.table("indicator,current,target_2020,deadline\n\(rows)\n")
    let found = message { try PlanFixtures.file().plan(of: PlanFixtures.daknong(), in: table) }
    // Which codes are nearest is told by other tests.
    #expect(
      found == expected || expected.hasSuffix("did you mean") && found?.hasPrefix(expected) == true)
  }

  @Test(arguments: [
    (
      "indicator,current",
      "plan.csv: there is no column of targets; head one \"target_2020\", after its year"
    ),
    (
      "indicator,current,target_1900",
      #"plan.csv, line 1, column 3: "target_1900" is not a column of targets: head it as target_2020"#
    ),
    (
      "indicator,current,target_20",
      #"plan.csv, line 1, column 3: "target_20" is not a column of targets: head it as target_2020"#
    ),
    (
      "indicator,current,target_2020,unit",
      #"plan.csv, line 2, column 4: "points" is not share, the unit of website_use"#
    ),
    (
      "indicator,current,target_2020,current_year",
      "plan.csv, line 1, column 3: the target year 2020 must come after 2020, the year of the current values"
    ),
    ("indicator,current,target_2020,goal_rank", #"plan.csv, line 2, column 4: "0" is not a rank"#),
    (
      "indicator,current,target_2020,province",
      #"plan.csv, line 2, column 4: no province is called "nowhere"; a new spelling goes into the column "spellings" of provinces.csv"#
    ),
  ])
  func aHeaderThatCannotBeIsRefused(header: String, expected: String) throws {
    let last =
      [
        "unit": ",points", "current_year": ",2020", "goal_rank": ",0", "province": ",nowhere",
      ].first { header.hasSuffix($0.key) }?.value ?? ""
    let target = header.contains("target") ? ",0.6" : ""
    let table = try PlanFixtures.table("\(header)\nwebsite_use,0.5\(target)\(last)\n")
    #expect(
      message { try PlanFixtures.file().plan(of: PlanFixtures.daknong(), in: table) } == expected)
  }

  @Test func rowsOfOnePlanShareTheirYearAndGoal() throws {
    let table = try PlanFixtures.table(
      "indicator,current,target_2020,goal_rank\nwebsite_use,0.5,0.6,40\nwebsite_score,30,31,30\n")
    #expect(
      message { try PlanFixtures.file().plan(of: PlanFixtures.daknong(), in: table) }
        == "plan.csv, line 3, column 4: goal_rank is 30, but 40 in line 2; all rows of a plan share it"
    )
  }
}

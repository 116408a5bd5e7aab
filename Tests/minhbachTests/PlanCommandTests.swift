import FoundationEssentials
import Tables
import TestSupport
import Testing

@testable import minhbach

/// `minhbach plan`.
@Suite struct PlanCommandTests {
  private static let daknong = [
    "plan", "Đắk Nông", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "400",
  ]

  @Test func aPlanNamesItsTargetsAgenciesAndDeadlines() throws {
    let rows = try records(Self.daknong)
    #expect(
      rows.columnNames == [
        "indicator", "current", "target_2018", "target_2019", "target_2020", "unit", "lead",
        "support", "deadline", "province", "current_year", "goal",
      ])
    #expect(rows.count == 12)
    let use = try #require(rows.first { $0.optionalText("indicator") == "website_use" })
    #expect(try use.number("current") == 0.7647058963775635)
    #expect(
      try ["target_2018", "target_2019", "target_2020"].map { try use.text($0) } == [
        "0.8", "0.835", "0.87",
      ])
    #expect(try use.text("lead") == "Sở Thông tin và Truyền thông")
    #expect(
      try use.text("support") == "Sở Kế hoạch và Đầu tư|Sở Công Thương|Các cơ quan Báo, Đài")
    #expect(try use.text("deadline") == "2020-12-31")
  }

  @Test func theExampleIsWhatTheProgramWrites() throws {
    let text = try answer(Self.daknong + ["--format", "csv"])
    let path = Bundled.path("plans/examples/daknong-2017.csv")
    #expect(try text == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func theTargetsAreThoseOfTheTargetCommandInRoundNumbers() throws {
    let shown = try answer(["target"] + Self.daknong.dropFirst())
    let planned = try answer(Self.daknong)
    func cells(_ text: String, _ row: String) -> [Substring] {
      let line = text.split(separator: "\n").first { $0.hasPrefix(row) } ?? ""
      return line.dropFirst(row.count).split(separator: " ")
    }
    for (row, years) in [
      ("Firms that visited the website", 4), ("score", 4), ("rank", 4), ("chance of 40", 3),
    ] {
      #expect(cells(planned, row).prefix(years) == cells(shown, row).prefix(years), "\(row)")
      #expect(cells(planned, row).count >= years)
    }
  }

  @Test func thoseWhoReadVietnameseReadVietnamese() throws {
    let text = try answer(Self.daknong + ["--lang", "vi"])
    #expect(
      text.hasPrefix(
        "Đắk Nông: kế hoạch từ hạng 53 năm 2017, mục tiêu hạng 40 hoặc cao hơn vào năm 2020 – tối ưu\n"
      ))
    #expect(text.contains("\nchỉ tiêu  "))
    #expect(text.contains("cơ quan chủ trì"))
    #expect(text.contains("trước ngày 2018-06-10 (6 tháng, Các đơn vị thực hiện gửi Sở"))
  }

  @Test func agenciesOfAnotherProvinceServe() throws {
    let kontum = [
      "plan", "Kon Tum", "--year", "2019", "--rank", "40", "--by", "2021", "--draws", "400",
    ]
    let text = try answer(kontum)
    #expect(text.contains("No agencies are known"))
    let rows = try records(kontum + ["--agencies", "trà vinh", "--deadline", "30/6/2021"])
    #expect(try rows.allSatisfy { try $0.text("deadline") == "2021-06-30" })
    #expect(try rows[1].text("lead") == "Văn phòng UBND tỉnh")
    let few = try answer(kontum + ["--agencies", "quangngai", "--calendar", "travinh"])
    #expect(few.contains("Nobody leads: Access to planning documents;"))
    #expect(few.contains("before 2020-02-05 (monthly"))
  }

  @Test func everyProvinceHasAPlanOfItsOwn() throws {
    let goal = ["--gain", "10", "--by", "2021", "--draws", "200"]
    let rows = try records(["plan", "--all"] + goal)
    // Who is among the first ten cannot gain ten places.
    #expect(rows.count == (63 - 10) * 12)
    let own = try rows.filter { try $0.text("province") == "Đắk Nông" }
    let alone = try records(["plan", "Đắk Nông"] + goal)
    for (one, other) in zip(own, alone) {
      for column in alone.columnNames {
        #expect(one.optionalText(column) == other.optionalText(column))
      }
    }
    #expect(try alone[0].text("goal") == "rank 39")
    for row in rows {
      // A plan's targets are floors: in no future does it do harm.
      #expect(try row.number("chance") >= row.number("chance_unplanned"))
    }
    let settings = try answer(["plan", "daknong"] + goal + ["--format", "json"])
    let told = try #require(settings.firstMatch(of: /"chance": ([0-9.]+)/)?.1)
    #expect(try own[0].number("chance") == Double(told))
  }

  @Test func aListToTickIsTheBundledFile() throws {
    for (name, file) in [("kon-tum", "kontum"), ("Kon Tum", "kontum"), ("directive", "directive")] {
      let text = try answer("plan", "--checklist", name, "--format", "csv")
      let path = Bundled.path("plans/checklists/\(file).csv")
      #expect(try text == String(contentsOfFile: path, encoding: .utf8))
    }
    #expect(try answer("plan", "--checklist", "directive").contains("sector_planning   Quy hoạch"))
  }

  @Test func theFirstRankLeavesNothingToGain() throws {
    expectRefusal(
      "Error: rank 1 leaves no place to gain", code: 64,
      ["plan", "An Giang", "--year", "2019", "--gain", "5", "--by", "2020"])
  }

  @Test func theLastRankIsCertain() throws {
    let plan = [
      "plan", "Hưng Yên", "--year", "2019", "--rank", "63", "--by", "2020", "--draws", "200",
    ]
    #expect(try records(plan).count == 12)
    #expect(try answer(plan + ["--format", "json"]).contains("\"chance\": 1,"))
  }

  @Test(
    arguments: [
      (
        ["plan"],
        "Error: Name a goal, such as --rank, --gain or --median, or a list to tick with --checklist.",
        64
      ),
      (["plan", "daknong", "--rank", "40"], "Error: Name the final year with --by.", 64),
      (["plan", "--rank", "40", "--by", "2021"], "Error: Name a province, or take --all.", 64),
      (
        ["plan", "daknong", "--all", "--rank", "40", "--by", "2021"],
        "Error: --all is of all provinces: name none.", 64
      ),
      (
        ["plan", "daknong", "--gain", "0", "--by", "2021"],
        "Error: 0 places cannot be gained from rank 49; name 1 to 48", 64
      ),
      (
        ["plan", "daknong", "--gain", "2", "--rank", "3", "--by", "2021"],
        "Error: --rank and --gain are two goals: name one of them.", 64
      ),
      (
        ["plan", "daknong", "--rank", "64", "--by", "2021"], "Error: rank 64 is not one of 1 to 63",
        64
      ),
      (
        ["plan", "daknong", "--rank", "40", "--by", "2019"],
        "Error: the final year 2019 must come after 2019", 64
      ),
      (
        ["plan", "daknong", "--rank", "40", "--by", "2021", "--deadline", "2018-01-01"],
        "Error: the deadline 2018-01-01 is past: the last target is due between 2021-01-01 and 2021-12-31",
        64
      ),
      (
        ["plan", "daknong", "--rank", "40", "--by", "2021", "--agencies", "kontum"],
        "Error: There are no agencies of Kon Tum: name a file, or one of daknong, quangngai, travinh.",
        64
      ),
      (
        ["plan", "daknong", "--rank", "40", "--by", "2021", "--agencies", "nowhere.csv"],
        "Error: nowhere.csv: there is no such file", 66
      ),
      (["plan", "--checklist", "nowhere.csv"], "Error: nowhere.csv: there is no such file", 66),
      (
        ["plan", "--checklist", "directive", "--by", "2021"],
        "Error: Name a goal: --rank, --ranks, --score, --median, --top, --gain, --region-place or --tier.",
        64
      ),
    ] as [([String], String, Int32)])
  func aQuestionThatCannotBeAnsweredIsRefused(
    arguments: [String], message: String, code: Int32
  ) {
    expectRefusal(message, code: code, arguments)
  }

  @Test func aTableOfAgenciesThatIsWrongIsRefusedWithItsLine() throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("indicator,lead,support\nwebsite,a,b\n", to: folder.file("a.csv"))
    let run = MinhBachRun(Self.daknong + ["--agencies", folder.file("a.csv")])
    #expect(run.code == 65)
    #expect(
      run.error.hasPrefix(#"Error: a.csv, line 2, column 1: no indicator is called "website""#))
  }
}

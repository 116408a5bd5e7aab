import Indices
import Panels
import Scenarios
import Tables
import TestSupport
import Testing

@Suite struct ScenarioReadingTests {
  private static func scenario(_ text: String) throws -> Scenario {
    try Scenario(
      reading: CSVReader().table(bytes: Array(text.utf8), file: "plan.csv"),
      rule: Bundled.rule(2019),
      panel: Bundled.history(), gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
  }

  @Test func valuesChangesPercentagesAndNamesAreRead() throws {
    let scenario = try Self.scenario(
      """
      province;year;indicator;value;change;note
      dak nong;2021;website_use;95%;;in words
      Đắk Nông;2021;Điểm số độ mở và chất lượng trang web của tỉnh;;2,5;
      Đắk Nông;2022;website_use;;;
      """)
    #expect(scenario.entries.map(\.province) == ["daknong", "daknong"])
    #expect(scenario.entries[0].value == 0.95)
    let current = try #require(try Bundled.history()["daknong", "website_score", 2019])
    #expect(scenario.entries[1].value == current + 2.5)
    #expect(scenario.lastYear == 2021 && scenario.provinces == ["daknong"])
  }

  @Test func figuresGoInEqualStepsAndThenStay() {
    let scenario = Scenario([
      .init(province: "a", indicator: "x", year: 2021, value: 4),
      .init(province: "a", indicator: "x", year: 2023, value: 2),
    ])
    #expect(
      scenario.path(of: "x", in: "a", from: 2, in: 2019, years: 6)?.values == [3, 4, 3, 2, 2, 2])
    #expect(scenario.path(of: "y", in: "a", from: 2, in: 2019, years: 6) == nil)
    #expect(Scenario().lastYear == nil)
  }

  @Test(arguments: [
    (
      "Đắk Nông,2021,website_use,1.2",
      "plan.csv, line 2, column 4: a share runs from 0 to 1; write 0.012 or 1.2%"
    ),
    (
      "Đắk Nông,2021,website_use,95",
      "plan.csv, line 2, column 4: a share runs from 0 to 1; write 0.95 or 95%"
    ),
    (
      "Đắk Nông,2021,website_use,-0.1",
      "plan.csv, line 2, column 4: -0.1 cannot be: website_use runs from 0 to 1"
    ),
    (
      "Đắk Nông,2021,website_score,51",
      "plan.csv, line 2, column 4: 51 cannot be: website_score runs from 0 to 50"
    ),
    (
      "Đắk Nông,2021,website_score,40%",
      "plan.csv, line 2, column 4: 40 cannot be: website_score is no share; it is given in points"
    ),
    (
      "Đắk Nông,2019,website_score,40",
      "plan.csv, line 2, column 2: 2019 is past: a scenario that starts from 2019 is about 2020 and later"
    ),
    (
      "Đắk Nông,2050,website_score,40",
      "plan.csv, line 2, column 2: 2050 is too far away; the last year that can be told of is 2049"
    ),
    ("Hà Tây,2021,website_score,40", "plan.csv, line 2, column 1: Hà Tây has no score in 2019"),
    ("Đắk Nông,2021,website_score,forty", "plan.csv, line 2, column 4: \"forty\" is not a number"),
    (
      "Đắk Nông,2021,website_score,40\nDak Nong,2021,website_score,41",
      "plan.csv, line 3, column 3: website_score of 2021 is given a second time"
    ),
    ("Đắk Nông,2021,website_score,", "plan.csv: there is no row that sets a figure"),
    (
      "Đắk Nông,2021,budget_published,0.5",
      "plan.csv, line 2, column 3: the rule of 2019 has no indicator budget_published; it has planning_documents, legal_documents, "
        + "budget_detail, bidding, information_received, information_days, relationship_needed, tax_negotiation, predictability, "
        + "business_associations, website_score, website_use"
    ),
  ])
  func absurdRowsAreRefusedWithTheirLine(_ rows: String, _ refusal: String) {
    #expect(
      message { _ = try Self.scenario("province,year,indicator,value\n\(rows)\n") } == refusal)
  }

  @Test func bothAValueAndAChangeAreRefused() {
    #expect(
      message {
        _ = try Self.scenario(
          "province,year,indicator,value,change\nĐắk Nông,2021,website_score,40,2\n")
      }
        == "plan.csv, line 2, column 5: a row has one of value (what is reached), change (since the first year), at_least (what is reached or bettered) and beyond (on top of what would come by itself)"
    )
  }

  @Test func targetsAndFiguresOfOneIndicatorDoNotMix() {
    #expect(
      message {
        _ = try Self.scenario(
          "province,year,indicator,value,at_least\nĐắk Nông,2021,website_score,40,\nĐắk Nông,2022,website_score,,42\n"
        )
      }
        == "plan.csv, line 3, column 3: other rows of website_score say otherwise: take one of value or change, at_least, and beyond in all of them"
    )
  }

  @Test func rowsForAnotherRuleAreRefused() {
    #expect(
      message {
        _ = try Self.scenario(
          "province,rule,year,indicator,value\nĐắk Nông,2017,2021,website_score,40\n")
      }?.hasPrefix("plan.csv, line 2, column 2: the row is for the rule of 2017") == true)
  }

  @Test func aRuleThatIsNotThereIsRefusedWithItsLine() throws {
    let table = try CSVReader().table(
      bytes: Array("province,rule,year,indicator,value\nKon Tum,1999,2021,website_score,40\n".utf8),
      file: "plan.csv")
    #expect(
      message { _ = try Scenario.rule(of: table, among: [2017, 2018, 2019, 2024]) }
        == "plan.csv, line 2, column 2: there is no rule of 1999; there is one for 2017–2019, 2024")
  }

  @Test func vietnameseHeadingsAndCommasAreReadBesidePoints() throws {
    // What the template says of today keeps its point.
    let scenario = try Self.scenario(
      """
      Tỉnh;Quy tắc;Năm;Chỉ tiêu;Ít nhất;Giá trị;current
      Kon Tum;2019;2021;website_score;42,5;;36.25
      Kon Tum;2019;2021;website_use;;95%;0.75

      """)
    #expect(scenario.entries.map(\.value) == [42.5, 0.95])
    #expect(scenario.entries.map(\.kind) == [.atLeast, .exactly])
    #expect(
      message {
        _ = try Self.scenario("Tỉnh;Năm;Chỉ tiêu;Giá trị\nKon Tum;năm tới;website_score;42\n")
      } == "plan.csv, line 2, column \"Năm\": \"năm tới\" is not a number")
  }

  @Test func unknownNamesAreToldWithTheNearest() {
    #expect(
      message {
        _ = try Self.scenario("province,year,indicator,value\nĐắk Nông,2021,website_scor,40\n")
      }?.contains("website_score") == true)
    #expect(
      message {
        _ = try Self.scenario("province,year,indicator,value\nDak Nog,2021,website_score,40\n")
      }?.hasPrefix("plan.csv, line 2, column 1: no province is called \"Dak Nog\"") == true)
  }

  @Test func aTemplateFilledInReadsBack() throws {
    let template = try Scenario.template(
      of: Bundled.gazetteer().province(named: "Kon Tum"), rule: Bundled.rule(2019),
      panel: Bundled.history(), through: 2021, naming: { $0 })
    #expect(template.rows.count == 1 + 2 * 12)
    var rows = template.rows
    rows[1][5] = .number(2.6)
    rows[2][4] = .number(3.1)
    let filled = Table(
      title: "plan", columns: template.header.map(\.description), rows: Array(rows.dropFirst()))
    let text = CSVWriter().string(filled)
    let scenario = try Self.scenario(text)
    #expect(
      scenario.entries == [
        .init(province: "kontum", indicator: "planning_documents", year: 2020, value: 2.6),
        .init(
          province: "kontum", indicator: "legal_documents", year: 2020, value: 3.1,
          kind: .atLeast),
      ])
    #expect(try Scenario.rule(of: template, among: [2018, 2019]) == 2019)
  }
}

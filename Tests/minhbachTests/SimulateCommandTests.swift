import Tables
import TestSupport
import Testing

@testable import minhbach

/// `minhbach simulate`, `scenario new` and `backtest`.
@Suite struct SimulateCommandTests {
  private static let plan = """
    province,year,indicator,at_least
    Quảng Ngãi,2021,website_score,42
    Quảng Ngãi,2021,website_use,95%

    """

  private static func folder(_ text: String = plan) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try TextFile.write(text, to: folder.file("plan.csv"))
    return folder
  }

  @Test func aScenarioIsSetBesideHeldRivalsAndNoScenario() throws {
    let folder = try Self.folder()
    let rows = try records(
      "simulate", folder.file("plan.csv"), "--top", "10", "--draws", "1000")
    #expect(
      rows.columnNames == [
        "province", "year", "score_mean", "score_mean_error", "score_p05", "score_p25",
        "score_p50", "score_p75", "score_p95", "rank_mean", "rank_mean_error", "rank_p05",
        "rank_p25", "rank_p50", "rank_p75", "rank_p95", "held_rank_p05", "held_rank_p50",
        "held_rank_p95", "unplanned_rank_p50", "goal", "probability_target",
        "probability_target_error", "probability_within", "held_probability",
        "held_probability_error", "unplanned_probability", "unplanned_probability_error",
      ])
    #expect(try rows.map { try $0.integer("year") } == [2020, 2021])
    for row in rows {
      #expect(try row.number("probability_target") > row.number("unplanned_probability"))
      #expect(try row.number("rank_p05") <= row.number("rank_p95"))
      #expect(try row.number("probability_target_error") > 0)
    }
    let text = try answer(
      "simulate", folder.file("plan.csv"), "--top", "10", "--draws", "1000")
    #expect(text.contains("Runs under the rule of 2019"))
    #expect(text.contains("The index changed its method in 2021"))
  }

  @Test func theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    let arguments = [
      "simulate", "--province", "Kon Tum", "--median", "--draws", "5000", "--format", "csv",
    ]
    #expect(
      try answer(arguments + ["--threads", "1"]) == answer(arguments + ["--threads", "3"]))
    #expect(try answer(arguments) != answer(arguments + ["--seed", "2"]))
  }

  @Test func allProvincesShareTheRanks() throws {
    let rows = try records("simulate", "--all", "--draws", "500", "--rivals", "resampled")
    #expect(rows.count == 63)
    // Without ties the ranks of all add up in every future.
    let sum = try rows.reduce(0) { $0 + (try $1.number("rank_mean")) }
    #expect(abs(sum - 63 * 32) < 1e-6)
  }

  @Test func aTemplateOfAWorkbookIsReadBack() throws {
    let folder = try TemporaryDirectory()
    _ = try answer(
      "scenario", "new", "Đắk Nông", "--year", "2017", "--through", "2019", "--output",
      folder.file("new.xlsx"))
    expectRefusal(
      "Error: new.xlsx: there is no row that sets a figure", code: 65,
      ["simulate", folder.file("new.xlsx")])
    let text = try answer("scenario", "new", "Đắk Nông", "--year", "2017", "--lang", "vi")
    #expect(text.hasPrefix("province,rule,year,indicator,at_least,value,current,unit,name\n"))
    #expect(text.contains("Đắk Nông,2017,2018,website_use,,,0.7647058963775635,share,"))
    // The rule named in the file is the one it runs under.
    let filled = text.replacing("website_use,,,", with: "website_use,0.9,,")
    try TextFile.write(filled, to: folder.file("plan.csv"))
    let rows = try answer(
      "simulate", folder.file("plan.csv"), "--draws", "200", "--format", "json")
    #expect(rows.contains("\"rule\": 2017"))
  }

  @Test(
    arguments: [
      (
        ["simulate"],
        "Error: Name a scenario file, or --province or --all for a forecast without one; 'minhbach scenario "
          + "new PROVINCE' writes a scenario to fill in.", 64
      ),
      (
        ["simulate", "--all", "--province", "Huế"],
        "Error: --all tells of every province: leave out --province.", 64
      ),
      (["simulate", "nowhere.csv"], "Error: nowhere.csv: there is no such file", 66),
      (
        ["simulate", "--all", "--draws", "5"], "Error: --draws is a number from 100 to 2000000.", 64
      ),
      (
        ["simulate", "--all", "--through", "2019"],
        "Error: the final year 2019 must come after 2019", 64
      ),
      (["simulate", "--all", "--rank", "0"], "Error: rank 0 is not one of 1 to 63", 64),
      (
        ["simulate", "--all", "--median", "--probability", "0.5"],
        "Error: --probability is for 'minhbach target'; here it is the answer.", 64
      ),
      (
        ["scenario", "new", "Huế", "--through", "2019"],
        "Error: the final year 2019 must come after 2019", 64
      ),
      (
        ["backtest", "--rivals", "panel,crystal"],
        "Error: --rivals: there is no model \"crystal\"; there are panel, resampled, drift, held.",
        64
      ),
      (
        ["backtest", "--rivals", "panel,panel"],
        "Error: --rivals names each model once, such as panel,held.", 64
      ),
      (["backtest", "--horizon", "0"], "Error: --horizon is a number of years from 1 to 20.", 64),
      (
        ["backtest", "--from", "2018", "--to", "2017"], "Error: --from 2018 comes after --to 2017.",
        64
      ),
    ] as [([String], String, Int32)])
  func aQuestionThatCannotBeAnsweredIsRefused(
    arguments: [String], message: String, code: Int32
  ) {
    expectRefusal(message, code: code, arguments)
  }

  @Test func anAbsurdScenarioIsRefusedWithItsLine() throws {
    let folder = try Self.folder("province,year,indicator,value\nKon Tum,2021,website_use,95\n")
    expectRefusal(
      "Error: plan.csv, line 2, column 4: a share runs from 0 to 1; write 0.95 or 95%", code: 65,
      ["simulate", folder.file("plan.csv")])
  }

  @Test func theBacktestTellsModelsAndHowOftenGainsCameTrue() throws {
    let rows = try records(
      "backtest", "--rivals", "panel", "--from", "2017", "--draws", "1000")
    // 2017 to 2019, one to three years ahead to 2020, and all together.
    #expect(rows.map { $0.optionalText("horizon") } == ["1", "2", "3", nil])
    #expect(try rows.map { try $0.integer("cases") } == [189, 126, 63, 378])
    for row in rows { #expect((0.8...1).contains(try row.number("coverage"))) }
    let bins = try records(
      "backtest", "--rivals", "panel", "--from", "2017", "--draws", "1000", "--calibration")
    #expect(bins.columnNames == ["model", "from", "to", "cases", "foretold", "came_true"])
  }
}

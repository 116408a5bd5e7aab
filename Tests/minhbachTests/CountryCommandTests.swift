import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

/// `sensitivity --country` and `sensitivity --backtest`.
@Suite struct CountryCommandTests {
  @Test func everyRegionHasEveryIndicatorInItsOrder() throws {
    let rows = try records(
      "sensitivity", "--country", "--year", "2014", "--by", "region", "--resamples", "100")
    let groups = try Dictionary(grouping: rows) { try $0.text("group") }
    #expect(groups.count == 6)
    for own in groups.values {
      #expect(try own.map { try $0.integer("order") } == Array(1...10))
      let count = try own[0].integer("provinces")
      #expect(try own.reduce(0) { $0 + (try $1.integer("first")) } == count)
      for row in own {
        #expect(try row.number("places_mean_low") <= row.number("places_mean_high"))
        #expect(try row.number("variance_share_low") <= row.number("variance_share_high"))
        #expect(try row.number("places_p10") <= row.number("places_median"))
        #expect(try row.integer("order_low") <= row.integer("order_high"))
      }
    }
  }

  @Test(arguments: [
    ["--country", "--year", "2007", "--resamples", "100", "--by", "tier"],
    ["--backtest", "--year", "2014", "--resamples", "100"],
  ])
  func whatIsReadIsNoWiderThanAWideWindow(arguments: [String]) throws {
    let outcome = MinhBach.outcome(arguments: ["sensitivity"] + arguments)
    #expect(outcome.exitCode == .success)
    #expect(outcome.standardOutput.split(separator: "\n").allSatisfy { $0.count <= 132 })
  }

  @Test func theBacktestHasEveryQuestionOfAllYearsAndOfEach() throws {
    let rows = try records("sensitivity", "--backtest", "--from", "2017", "--resamples", "100")
    let spans = try Dictionary(grouping: rows) { "\(try $0.text("from"))–\(try $0.text("to"))" }
    #expect(Set(spans.keys) == ["2017–2019", "2017–2018", "2018–2019"])
    for own in spans.values {
      #expect(
        try Set(own.map { try $0.text("question") }) == [
          "moved_up", "places_gained", "movement_share", "order_correlation", "first_three_kept",
          "good_year_exceeded", "median_exceeded", "good_anywhere_exceeded",
        ])
    }
    for row in rows {
      guard let value = try row.optionalNumber("value") else { continue }
      let isCorrelationOrPlaces =
        try ["places_gained", "order_correlation"].contains(row.text("question"))
      #expect(isCorrelationOrPlaces || abs(value) <= 1)
      #expect(try row.number("low") <= row.number("high"))
    }
  }

  @Test func questionsThatExcludeOneAnotherAreRefused() throws {
    for (message, arguments) in [
      ("Error: --country is of all provinces: name none.", ["--country", "Đắk Nông"]),
      (
        "Error: --country and --backtest are two questions: ask one.",
        ["--country", "--backtest"]
      ),
      ("Error: --by is for --country.", ["Đắk Nông", "--by", "tier"]),
      ("Error: --from is for --backtest.", ["--country", "--from", "2017"]),
      (
        "Error: --method is for one province, not --backtest.",
        ["--backtest", "--method", "sobol"]
      ),
      ("Error: --goal is for one province, not --country.", ["--country", "--goal", "3"]),
      (
        "Error: The value 'area' is invalid for '--by <by>'. Please provide one of 'region' or "
          + "'tier'.", ["--country", "--by", "area"]
      ),
    ] { expectRefusal(message, code: 64, ["sensitivity"] + arguments) }
    expectRefusal(
      "Error: no two consecutive years from 2030 have one exact rule, six indicators or more that all "
        + "compare, and a year before them; widen the years, or take figures that reach further back",
      code: 64, ["sensitivity", "--backtest", "--from", "2030"])
  }
}

import Tables
import TestSupport
import Testing

@Suite struct SensitivityCommandTests {
  private static let columns = [
    "indicator", "value", "unit", "score_per_unit", "next_value", "next_change", "next_places",
    "variation", "variation_changes", "variation_value", "variation_score", "variation_places",
    "best", "best_province", "best_score", "best_places", "places_per_unit", "median",
    "median_places", "feasible_median", "feasible_good", "feasible_good_low",
    "feasible_good_high", "raw_good", "feasible_cases", "places_feasible_year",
    "places_feasible_year_low", "places_feasible_year_high", "places_feasible_median",
    "standard_error",
    "probability_better", "probability_gain", "probability_better_feasible_year",
  ]

  @Test func theIndicatorsThatGainMostInAGoodYearComeFirst() throws {
    let rows = try records("sensitivity", "Đắk Nông", "--year", "2017", "--method", "local")
    #expect(rows.count == 12)
    #expect(Set(try rows.prefix(3).map { try $0.text("indicator") }).contains("website_use"))
    let places = try rows.map { try $0.integer("places_feasible_year") }
    #expect(places == places.sorted(by: >))
    for row in rows {
      #expect(try row.number("score_per_unit") != 0)
      #expect(try row.text("best_province").isEmpty == false)
      let good = try row.number("feasible_good")
      #expect(try row.number("feasible_good_low") <= good)
      #expect(try row.number("feasible_good_high") >= good)
      #expect(try row.number("feasible_median") <= good)
      #expect(
        try row.integer("places_feasible_year_low") <= row.integer("places_feasible_year_high"))
      #expect(
        try row.number("probability_better_feasible_year")
          > row.number("probability_better") - row.number("probability_gain"))
    }
  }

  @Test func theColumnsAreThoseThatScriptsReadAndMore() throws {
    let text = try answer(
      "sensitivity", "Đắk Nông", "--year", "2017", "--method", "local", "--format", "csv")
    #expect(
      text.split(separator: "\n").first.map { $0.split(separator: ",").map(String.init) }
        == Self.columns)
  }

  @Test(arguments: ["local", "ladder", "pairs"])
  func whatIsReadIsNoWiderThanAWideWindow(method: String) throws {
    let text = try answer("sensitivity", "Đắk Nông", "--year", "2017", "--method", method)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 132 })
  }

  @Test func theFirstRungsOfTheLadderAreTheNextPlaces() throws {
    let rungs = try records("sensitivity", "Đắk Nông", "--year", "2017", "--method", "ladder")
    for row in try records("sensitivity", "Đắk Nông", "--year", "2017", "--method", "local") {
      let indicator = try row.text("indicator")
      let own = try rungs.filter { try $0.text("indicator") == indicator }
      let first = try #require(try own.first { try $0.integer("places") > 0 })
      #expect(try first.number("value") == row.number("next_value"))
      #expect(try first.integer("rank") == 53 - row.integer("next_places"))
      #expect(try own.allSatisfy { try $0.integer("rank") == 53 - $0.integer("places") })
    }
  }

  @Test func rangesThatMoveLetTheLadderGoOn() throws {
    func farthest(_ ranges: String) throws -> Double {
      try records(
        "sensitivity", "Hưng Yên", "--year", "2019", "--method", "ladder", "--ranges", ranges
      ).filter { try $0.text("indicator") == "predictability" }.map { try $0.number("value") }
        .max() ?? 0
    }
    // The range of predictability ends at 25.89%.
    #expect(try farthest("held") <= 0.2589)
    #expect(try farthest("moving") > 0.2589)
    let text = try answer(
      "sensitivity", "Hưng Yên", "--year", "2019", "--ranges", "moving", "--method", "local")
    #expect(text.contains("a range widens where this province passes its end"))
  }

  @Test func pairsAreAllThereTheBestFirst() throws {
    let rows = try records("sensitivity", "Đắk Nông", "--year", "2017", "--method", "pairs")
    #expect(rows.count == 66)
    let extra = try rows.map { try $0.integer("extra") }
    #expect(extra == extra.sorted(by: >))
    let effects = try records("sensitivity", "Đắk Nông", "--year", "2017", "--method", "local")
    let alone = try Dictionary(
      uniqueKeysWithValues: effects.map {
        (try $0.text("indicator"), try $0.integer("places_feasible_year"))
      })
    for row in rows {
      #expect(try alone[row.text("first")] == row.integer("first_places"))
      #expect(try alone[row.text("second")] == row.integer("second_places"))
      let sum = try row.integer("first_places") + row.integer("second_places")
      #expect(try row.integer("places_together") == sum + row.integer("extra"))
    }
  }

  @Test func settingsSayMethodAndRanges() throws {
    let json = try answer(
      "sensitivity", "daknong", "--method", "pairs", "--ranges", "moving", "--format", "json")
    #expect(json.contains(#""method": "pairs", "ranges": "moving""#))
  }

  @Test func aWrongRangeNamesThoseThereAre() throws {
    expectRefusal(
      "Error: The value 'fixed' is invalid for '--ranges <ranges>'. Please provide one of 'held' or "
        + "'moving'.", code: 64, ["sensitivity", "daknong", "--ranges", "fixed"])
  }
}

import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct CalibrationTests {
  @Test(arguments: Bundled.years)
  func fitsThePublishedScoresDownToTheirRounding(year: Int) throws {
    let calibration = try calibrate(year)
    #expect(calibration.provinces == 63)
    // Scores are 32-bit numbers: half a spacing is 2.4e-7, and the indicators carry their own.
    #expect(calibration.largestResidual < 1e-6)
    #expect(calibration.notes.isEmpty)
  }

  /// `Reference/calibration.py` fits the same scores in NumPy 2.4.6, centred and scaled.
  @Test(arguments: Bundled.years)
  func slopesAndTheirErrorsAgreeWithNumPy(year: Int) throws {
    let calibration = try calibrate(year)
    let records = try Records(CSVReader().table(contentsOf: reference("calibration.csv")))
      .filter { try $0.integer("year") == year }
    #expect(records.count == calibration.coefficients.count)
    for record in records {
      let indicator = try record.text("indicator")
      let entry = try #require(calibration.coefficients.first { $0.indicator == indicator })
      let slope = try #require(entry.slope)
      let error = try #require(entry.standardError)
      #expect(abs(slope / (try record.number("slope")) - 1) < 1e-11)
      // Residuals of 1e-7 are differences of numbers near six, rounded at 1e-15: 1e-8 of themselves.
      #expect(abs(error / (try record.number("standard_error")) - 1) < 1e-7)
      let largest = try record.number("largest_residual")
      #expect(abs(calibration.largestResidual / largest - 1) < 1e-6)
    }
  }

  @Test(arguments: Bundled.years)
  func slopesAreThoseOfTheKnownRule(year: Int) throws {
    let rule = try Bundled.rule(year)
    for entry in try calibrate(year).coefficients {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      let slope = try #require(entry.slope)
      let error = try #require(entry.standardError)
      // Five standard errors: 80 slopes are compared.
      #expect(abs(slope - known.slope) <= 5 * error, "\(entry.indicator)")
      #expect(entry.direction == known.direction)
    }
  }

  @Test(arguments: Bundled.years)
  func weightsAreRightWhereverTheRangeIsKnown(year: Int) throws {
    let rule = try Bundled.rule(year)
    let calibration = try calibrate(year)
    for entry in calibration.coefficients {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      if let weight = entry.weight {
        #expect(abs(weight - known.weight) <= 1e-3, "\(entry.indicator)")
      } else {
        let interval = try #require(entry.weights)
        #expect(interval.contains(known.weight), "\(entry.indicator)")
      }
    }
    // The website score has a fixed range; its use and the budget questions began in 2013.
    let told = calibration.coefficients.filter { $0.weight != nil }.map(\.indicator)
    #expect(
      Set(told)
        == (year < 2017
          ? ["website_score", "website_use", "budget_detail", "budget_published"]
          : [
            "website_score", "website_use", "budget_detail", "bidding", "information_received",
            "information_days",
          ]))
  }

  @Test(arguments: Bundled.years)
  func weightsAreAllRightWhenTheRangesAreGiven(year: Int) throws {
    let rule = try Bundled.rule(year)
    let calibration = try Calibration(
      panel: Bundled.panel(), subindex: Bundled.subindex, year: year, given: rule.ranges)
    for entry in calibration.coefficients {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      let weight = try #require(entry.weight)
      // A slope is known to a millionth part, hence so is a weight.
      #expect(abs(weight - known.weight) <= 1e-6, "\(entry.indicator)")
      #expect(entry.rangeSource == .given)
    }
  }

  @Test func takesNoRangeForKnownWhenAYearOrAProvinceIsMissing() throws {
    for panel in [
      try Bundled.panel { $0.year == 2018 ? nil : $0.value },
      try Bundled.panel { $0.year == 2018 && $0.province == "hanoi" ? nil : $0.value },
    ] {
      let calibration = try Calibration(panel: panel, subindex: Bundled.subindex, year: 2019)
      let known = calibration.coefficients.filter { $0.weight != nil }.map(\.indicator)
      #expect(known == ["website_score"])
    }
  }

  /// The panel of all years has a 64th province, Hà Tây, which had no figures to lack from 2009 on.
  @Test func aProvinceThatWasNotRankedThatYearIsNotMissed() throws {
    let history = try Bundled.history()
    #expect(history.provinces.count == 64)
    let calibration = try Calibration(panel: history, subindex: Bundled.subindex, year: 2019)
    #expect(calibration.provinces == 63)
    #expect(calibration.largestResidual < 1e-6)
    // With all years since 2006 at hand every range is seen, also those that began with 64 provinces.
    #expect(calibration.coefficients.allSatisfy { $0.weight != nil })
    // Predictability's range was narrowed in 2017; nobody is left out.
    #expect(
      calibration.notes == [
        "The weights add up to 1.035, not 1: one range at least is not what has been seen, and its "
          + "weight is wrong by as much."
      ])
    let rule = try Bundled.rule(2019)
    for entry in calibration.coefficients where entry.indicator != "predictability" {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      #expect(abs(try #require(entry.weight) - known.weight) <= 1e-3, "\(entry.indicator)")
    }
  }

  @Test func largestResidualShowsASwappedScore() throws {
    let panel = try Bundled.panel { figure in
      figure.year == 2019 && figure.indicator == "transparency" && figure.province == "hanoi"
        ? figure.value + 0.5 : figure.value
    }
    let calibration = try Calibration(panel: panel, subindex: Bundled.subindex, year: 2019)
    #expect(calibration.largestResidual > 0.1)
  }

  @Test func namesAnIndicatorThatIsACombinationOfOthers() throws {
    var scores: [String: Double] = [:]
    for figure in try Bundled.panel().figures
    where figure.year == 2019 && figure.indicator == "bidding" {
      scores[figure.province] = figure.value
    }
    let panel = try Bundled.panel { figure in
      figure.year == 2019 && figure.indicator == "information_received"
        ? scores[figure.province].map { $0 / 2 + 0.25 } : figure.value
    }
    let calibration = try Calibration(panel: panel, subindex: Bundled.subindex, year: 2019)
    let lost = calibration.coefficients.filter { $0.slope == nil }.map(\.indicator)
    #expect(lost.count == 1)
    #expect(["bidding", "information_received"].contains(lost.first))
    #expect(
      calibration.notes == [
        "\(lost[0]) is a combination of the other indicators and has no slope of its own"
      ])
    #expect(calibration.coefficients.first { $0.indicator == lost[0] }?.weight == nil)
  }

  @Test func refusesFewerProvincesThanCoefficients() throws {
    let panel = try Bundled.panel { figure in
      figure.year == 2019 && figure.province < "c" ? figure.value : nil
    }
    let count = panel.column("transparency", in: 2019)?.compactMap { $0 }.count
    #expect(
      throws: IndexError.tooFewProvinces(year: 2019, provinces: count ?? 0, coefficients: 13)
    ) {
      try Calibration(panel: panel, subindex: Bundled.subindex, year: 2019)
    }
  }

  private func calibrate(_ year: Int) throws -> Calibration {
    try Calibration(panel: Bundled.panel(), subindex: Bundled.subindex, year: year)
  }
}

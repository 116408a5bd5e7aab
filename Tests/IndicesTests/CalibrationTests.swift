import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct CalibrationTests {
  @Test(arguments: Bundled.years)
  func fitsThePublishedScoresDownToTheirRounding(year: Int) throws {
    let calibration = try calibrate(year)
    #expect(calibration.form.provinces.count == 63)
    // Scores are 32-bit numbers: half a spacing is 2.4e-7, and the indicators carry their own.
    #expect(calibration.largestResidual < 1e-6)
    #expect(calibration.form.isExact)
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

  /// Without the years before 2013 most ranges were never seen: what is not proved says so.
  @Test(arguments: Bundled.years)
  func withoutThePastTheIntervalsStillHoldTheConstants(year: Int) throws {
    let rule = try Bundled.rule(year)
    let calibration = try calibrate(year)
    #expect(calibration.standing == .linear)
    #expect(calibration.rule() == nil)
    for entry in calibration.coefficients {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      let intervals = try #require(entry.intervals)
      #expect(entry.certainty != .proved)
      // Where one end is a value of the year itself, the interval ends there: to 1e-6.
      #expect(intervals.weight.lowerBound <= known.weight + 1e-6, "\(entry.indicator)")
      #expect(intervals.weight.upperBound >= known.weight, "\(entry.indicator)")
      #expect(intervals.minimum.lowerBound <= known.minimum + 1e-6, "\(entry.indicator)")
      #expect(intervals.minimum.upperBound >= known.minimum - 1e-6, "\(entry.indicator)")
      #expect(intervals.maximum.lowerBound <= known.maximum + 1e-6, "\(entry.indicator)")
      #expect(intervals.maximum.upperBound >= known.maximum - 1e-6, "\(entry.indicator)")
    }
  }

  @Test(arguments: Bundled.years)
  func everyWeightIsProvedWhenTheRangesAreGiven(year: Int) throws {
    let rule = try Bundled.rule(year)
    let calibration = try Calibration(
      panel: Bundled.panel(), subindex: Bundled.subindex, year: year, given: rule.ranges)
    #expect(calibration.standing == .exact)
    for entry in calibration.coefficients {
      let known = try #require(rule.components.first { $0.indicator == entry.indicator })
      #expect(entry.weight == known.weight, "\(entry.indicator)")
      #expect(entry.minimum?.origin == .given)
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
      calibration.notes.texts.contains(
        "\(lost[0]) is a combination of the other indicators and has no slope of its own"))
    #expect(calibration.coefficients.first { $0.indicator == lost[0] }?.weight == nil)
    #expect(calibration.rule() == nil)
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

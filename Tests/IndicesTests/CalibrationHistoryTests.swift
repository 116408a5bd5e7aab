import Indices
import Panels
import Tables
import TestSupport
import Testing

/// What the published figures of fifteen years tell of their rules, without any other help.
@Suite struct CalibrationHistoryTests {
  /// Learned once: it takes seconds without optimisation.
  private static let learned = Result {
    try Calibration.history(of: Bundled.history(), subindex: Bundled.subindex)
  }

  private func calibration(_ year: Int) throws -> Calibration {
    try #require(try Self.learned.get().first { $0.year == year })
  }

  static let exactYears = [2005, 2006, 2007, 2008] + Array(Bundled.years)

  /// `Reference/answer_key.csv` was recovered from the same workbooks by hand and typed with four to seven
  /// digits: 1e-4 is the largest difference that leaves.
  @Test(arguments: Bundled.years) func findsTheAnswerKey(year: Int) throws {
    let calibration = try calibration(year)
    #expect(calibration.standing == .exact)
    let records = try Records(CSVReader().table(contentsOf: reference("answer_key.csv")))
      .filter { try $0.integer("year") == year }
    #expect(records.count == calibration.coefficients.count)
    for record in records {
      let indicator = try record.text("indicator")
      let entry = try #require(calibration.coefficients.first { $0.indicator == indicator })
      #expect(entry.certainty == .proved)
      #expect(entry.direction?.rawValue == (try record.text("direction")), "\(indicator)")
      // The key's 0.066667 stands for a fifteenth.
      #expect(abs(try #require(entry.weight) - record.number("weight")) < 1e-6, "\(indicator)")
      let (lower, upper) = (entry.minimum?.value, entry.maximum?.value)
      #expect(abs(try #require(lower) - record.number("minimum")) < 1e-4, "\(indicator)")
      #expect(abs(try #require(upper) - record.number("maximum")) < 1e-4, "\(indicator)")
    }
  }

  @Test(arguments: exactYears) func findsTheBundledRuleToTheLastDigit(year: Int) throws {
    let bundled = try Bundled.rule(year)
    let dimensions = Dictionary(
      uniqueKeysWithValues: bundled.components.map { ($0.indicator, $0.dimension) })
    let rule = try #require(try calibration(year).rule { dimensions[$0] ?? "" })
    #expect(Set(rule.components) == Set(bundled.components))
  }

  @Test(arguments: exactYears) func theIntervalsOfProvedConstantsAreNarrow(year: Int) throws {
    for entry in try calibration(year).coefficients {
      let intervals = try #require(entry.intervals)
      #expect(intervals.weight.contains(try #require(entry.weight)), "\(entry.indicator)")
      // Four standard errors of a slope known to a millionth.
      #expect(intervals.weight.upperBound - intervals.weight.lowerBound < 1e-5)
    }
  }

  /// The published table of what is exact is what calibration finds today.
  @Test func theBundledSurveyIsWhatIsLearned() throws {
    let records = try Records(Bundled.table("calibration/data.csv"))
      .filter { try $0.text("subindex") == Bundled.subindex }
    let learned = try Self.learned.get()
    #expect(try records.map { try $0.integer("year") } == learned.map(\.year))
    for (record, calibration) in zip(records, learned) {
      #expect(try record.text("standing") == calibration.standing.rawValue)
      #expect(try record.integer("provinces") == calibration.form.provinces.count)
      #expect(try record.integer("indicators") == calibration.coefficients.count)
      #expect(
        try record.integer("constants_proved")
          == calibration.coefficients.count { $0.certainty == .proved })
      // The last digits are those of the machine.
      #expect(abs(try record.number("r_squared") - calibration.form.rSquared) < 1e-9)
      #expect(abs(try record.number("largest_residual") - calibration.largestResidual) < 1e-9)
      let rebuilt = try calibration.rule()?.scoreboard(of: Bundled.history()).largestDifference
      #expect(abs(try record.number("rebuilt_difference") - (rebuilt ?? .nan)) < 1e-9)
    }
  }

  @Test func saysHowAConstantWasFound() throws {
    func found(_ indicator: String, _ year: Int) throws -> [String?] {
      let entry = try calibration(year).coefficients.first { $0.indicator == indicator }
      return [entry?.minimum?.origin.description, entry?.maximum?.origin.description]
    }
    #expect(
      try found("legal_documents", 2019) == ["seen 2012", "typed 2011 (2 decimals)"])
    #expect(
      try found("planning_documents", 2014) == ["seen 2012", "cut off 2013 (3 decimals)"])
    #expect(try found("website_score", 2013) == ["fixed", "fixed"])
    #expect(try found("website_score_20", 2006) == ["fixed", "seen 2006"])
    // The one range that was ever narrowed.
    #expect(try found("predictability", 2016) == ["seen 2011", "typed 2006 (4 decimals)"])
    #expect(try found("predictability", 2017) == ["seen 2011", "solved"])
  }

  @Test(arguments: [
    (2009, 0.364, 0.9754), (2010, 0.303, 0.9654), (2011, 0.323, 0.9635), (2012, 0.310, 0.9745),
  ])
  func theYearsWithSomethingUnpublishedAreFittedAndSaySo(
    year: Int, residual: Double, rSquared: Double
  ) throws {
    let calibration = try calibration(year)
    #expect(calibration.standing == .approximate)
    // Figures printed with three and four digits by `Reference/calibration.py`'s method, in NumPy.
    #expect(abs(calibration.largestResidual - residual) < 5e-4)
    #expect(abs(calibration.form.rSquared - rSquared) < 5e-5)
    #expect(calibration.coefficients.allSatisfy { $0.certainty == .fitted })
    let rule = try #require(calibration.rule())
    #expect(rule.standing == .approximate)
    let board = try rule.scoreboard(of: Bundled.history())
    let missed = try #require(board.largestDifference)
    #expect(missed > residual && missed < 0.45)
    #expect(try #require(board.doubts.texts.first).hasPrefix("The rule of \(year) is fitted"))
    #expect(calibration.notes.texts.contains { $0.hasPrefix("Something that is not published") })
  }

  @Test func anIndicatorWithoutPartIsFound() throws {
    // Predictability's share of 2019 enters a second time under another name, with noise of its own.
    let history = try Bundled.history()
    var generator = SplitMix64(seed: 4)
    let figures = history.figures.map { figure in
      figure.indicator == "family_and_friends" && figure.year == 2008
        ? Figure(
          province: figure.province, year: 2008, indicator: "family_and_friends",
          value: Double.random(in: 0...1, using: &generator), source: "")
        : figure
    }
    let without = try Panel(
      figures.map { figure in
        guard figure.indicator == Bundled.subindex, figure.year == 2008 else { return figure }
        let rule = try Bundled.rule(2008)
        let component = try #require(
          rule.components.first { $0.indicator == "family_and_friends" })
        let value = try #require(history[figure.province, "family_and_friends", 2008])
        return Figure(
          province: figure.province, year: 2008, indicator: figure.indicator,
          value: figure.value - component.weight * component.score(value), source: "")
      }, gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
    let calibration = try Calibration(panel: without, subindex: Bundled.subindex, year: 2008)
    let entry = calibration.coefficients.first { $0.indicator == "family_and_friends" }
    #expect(entry?.certainty == Calibration.Certainty.none)
    #expect(entry?.weight == nil && entry?.intervals == nil)
    #expect(
      calibration.notes.texts.contains("Printed without a part in the score: family_and_friends."))
  }

  @Test func theTotalIsLearnedLikeAnyOtherIndex() throws {
    let panel = try Panel(
      reading: Bundled.table("scores/data.csv"), gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
    let weights = try TotalWeights(reading: Bundled.table("weights/data.csv"))
    for year in [2006, 2010, 2015, 2021] {
      let calibration = try Calibration(panel: panel, subindex: Codebook.wholeIndex, year: year)
      let rule = try #require(calibration.rule())
      let known = try weights.rule(of: year)
      #expect(calibration.standing == .exact)
      #expect(
        rule.components.map(\.indicator).sorted() == known.components.map(\.indicator).sorted())
      for component in rule.components {
        let published = known.components.first { $0.indicator == component.indicator }
        #expect(component.weight == published?.weight, "\(component.indicator) \(year)")
        #expect(component.scale == 10...100)
      }
    }
  }
}

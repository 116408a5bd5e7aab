import Indices
import LinearAlgebra
import Panels
import Regression
import Scenarios
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct RivalModelTests {
  static func history(_ year: Int) throws -> RivalHistory {
    try RivalHistory(Bundled.history(), rule: Bundled.rule(year), errors: Bundled.errors())
  }

  /// The standard deviation of a figure: the root of the squares of its factors.
  private static func deviation(_ law: PathLaw, _ year: Int, _ indicator: Int, _ unit: Int)
    -> Double
  {
    (0...year).reduce(0) {
      let factor = law[factor: year, of: $1, indicator, unit]
      return $0 + factor * factor
    }.squareRoot()
  }

  @Test(arguments: [2017, 2019])
  func lawsAgreeWithNumPy(year: Int) throws {
    let history = try Self.history(year)
    let gazetteer = try Bundled.gazetteer()
    let laws: [String: PathLaw] = try [
      "panel": PanelRivals().law(from: history, years: 3),
      "drift": DriftingRivals().law(from: history, years: 3),
    ]
    let table = try CSVReader().table(
      contentsOf: Bundled.checkout + "/Tests/ScenariosTests/Reference/rivals.csv")
    var compared = 0
    for record in try Records(table) where try record.integer("year") == year {
      guard let law = laws[try record.text("model")] else { continue }
      let unit = try #require(
        history.place(of: gazetteer.province(named: record.text("province"))))
      let indicator = try #require(
        history.rule.indicators.firstIndex(of: record.text("indicator")))
      let ahead = try record.integer("horizon") - 1
      // Both programs add the same numbers in another order; figures are below 50.
      let mean = try record.number("mean")
      #expect(abs(law[mean: ahead, indicator, unit] - mean) < 1e-11)
      let deviation = try record.number("deviation")
      #expect(abs(Self.deviation(law, ahead, indicator, unit) - deviation) < 1e-11)
      compared += 1
    }
    #expect(compared == 2 * 12 * 4 * 2)
  }

  /// What is foretold of the next survey of rivals that stay where they are is the same in both places.
  @Test(arguments: [2017, 2019])
  func heldRivalsHaveTheScoresOfTheForecastOfASurvey(year: Int) throws {
    let (history, rule) = (try Self.history(year), try Bundled.rule(year))
    let counts = try Respondents(
      reading: Bundled.table("respondents/estimates/\(year).csv"), gazetteer: Bundled.gazetteer())
    let figures = try SampledFigures(
      Bundled.history(), rule: rule, model: Bundled.sampling()
    ) { counts.answers(to: $0, in: $1.key, year) }
    let forecast = SurveyForecast(
      try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors))
    let law = try HeldRivals().law(from: history, years: 3)
    for (place, province) in history.provinces.enumerated() {
      let sampled = try #require(figures.place(of: province))
      for ahead in 0..<3 {
        let means = rule.indicators.indices.map { law[mean: ahead, $0, place] }
        // Sums of twelve products, all of a size of one.
        #expect(abs(rule.score(means) - forecast.scores[sampled]) < 1e-12)
        let deviations = rule.indicators.indices.map {
          rule.components[$0].slope * Self.deviation(law, ahead, $0, place)
        }
        let variance = deviations.indices.reduce(0) { sum, first in
          sum
            + deviations.indices.reduce(0) {
              $0 + deviations[first] * deviations[$1] * figures.correlations[first, $1]
            }
        }
        #expect(abs(variance.squareRoot() - forecast.errors[sampled]) < 1e-12)
      }
    }
  }

  @Test(arguments: [0, 0.3, 0.9, 1])
  func surveysOfHeldRivalsShareWhatIsNotKnownOfTheTruth(unknown: Double) throws {
    let rows = (0..<5).map { HeldRivals.factors(of: $0, unknown: unknown) }
    for (first, one) in rows.enumerated() {
      for (second, other) in rows.enumerated() {
        let covariance = zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        // Sums of at most five products of numbers up to √2.
        #expect(abs(covariance - (unknown + (first == second ? 1 : 0))) < 1e-14)
      }
    }
  }

  @Test(arguments: [2017, 2019])
  func thePanelRegressionAgreesWithNumPy(year: Int) throws {
    let fit = try PanelRivals.Fit(of: Self.history(year))
    let table = try CSVReader().table(
      contentsOf: Bundled.checkout + "/Tests/ScenariosTests/Reference/rivals.csv")
    for record in try Records(table)
    where try record.integer("year") == year && record.text("model") == "coefficient" {
      let own = try #require(fit.estimation.fit[record.text("indicator")])
      #expect(abs(own - (try record.number("mean"))) < 1e-12)
      #expect(fit.estimation.fit.rowCount == (try record.integer("horizon")))
    }
  }

  @Test func noModelLooksBeyondItsYear() throws {
    let cut = try Panel(
      Bundled.history().figures.filter { $0.year <= 2016 }, gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
    for choice in RivalModelChoice.allCases {
      let all = try choice.model.law(from: Self.history(2016), years: 2)
      let known = try choice.model.law(
        from: RivalHistory(cut, rule: Bundled.rule(2016), errors: Bundled.errors()), years: 2)
      for indicator in 0..<all.indicators {
        for unit in 0..<all.units {
          #expect(all[mean: 1, indicator, unit] == known[mean: 1, indicator, unit])
          #expect(
            all[factor: 1, of: 0, indicator, unit] == known[factor: 1, of: 0, indicator, unit])
        }
      }
      #expect(all.commonChanges == known.commonChanges)
    }
  }

  @Test func figuresComeBackTowardsTheMean() throws {
    let history = try Self.history(2019)
    let law = try PanelRivals().law(from: history, years: 5)
    let panel = try Bundled.history()
    for (indicator, code) in history.rule.indicators.enumerated() {
      let figures = history.provinces.compactMap { panel[$0.key, code, 2019] }
      let mean = figures.reduce(0, +) / Double(figures.count)
      // The best and the worst province: no trend stands against the mean.
      for unit in [
        figures.firstIndex(of: figures.max() ?? 0), figures.firstIndex(of: figures.min() ?? 0),
      ]
      .compactMap(\.self) {
        #expect(abs(law[mean: 4, indicator, unit] - mean) < abs(figures[unit] - mean))
      }
    }
  }

  @Test func aFirstYearHasNoPastToTell() throws {
    let alone = try Panel(
      Bundled.history().figures.filter { $0.year == 2013 }, gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
    let history = try RivalHistory(alone, rule: Bundled.rule(2013), errors: nil)
    for choice in RivalModelChoice.allCases where choice != .held {
      #expect(throws: ScenarioError.noHistory(subindex: "transparency", year: 2013)) {
        try choice.model.law(from: history, years: 1)
      }
    }
    let held = try HeldRivals().law(from: history, years: 1)
    // Without firms nothing is known of errors, and nothing is added.
    #expect(held[factor: 0, of: 0, 0, 0] == 0)
  }
}

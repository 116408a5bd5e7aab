@testable import Indices
import LinearAlgebra
import Panels
import Statistics
import TestSupport
import Testing

@Suite struct SampledFiguresTests {
  /// Figures of a year as if every question had as many answers everywhere.
  static func figures(_ year: Int, firms: Double = 90) throws -> SampledFigures {
    try SampledFigures(
      Bundled.panel(), rule: Bundled.rule(year), model: Bundled.sampling(),
      respondents: { _, _ in firms })
  }

  @Test func theErrorOfAScoreIsThatOfDrawnTables() throws {
    let figures = try Self.figures(2019)
    let draws = try FigureDraws(figures, isShrunk: false)
    let count = 300
    var sums = figures.provinces.map { _ in 0.0 }
    var squares = sums
    for replicate in 0..<count {
      var random = ReplicateGenerator(seed: 1, replicate: replicate)
      let columns = draws.columns(&random)
      for province in figures.provinces.indices {
        let change =
          figures.rule.score(columns.map { $0[province] }) - figures.scores[province]
        sums[province] += change
        squares[province] += change * change
      }
    }
    for (province, error) in figures.scoreErrors.enumerated() {
      let drawn = (squares[province] / Double(count)).squareRoot()
      // A standard deviation of 300 normal draws is known to 4.1 %; four of that for the worst of 63.
      #expect(abs(drawn / error - 1) < 0.165)
      #expect(abs(sums[province] / Double(count)) < 4.5 * error / Double(count).squareRoot())
    }
  }

  @Test func partsSumToTheVarianceAndHardDataHasNone() throws {
    let figures = try Self.figures(2018)
    let website = try #require(figures.rule.indicators.firstIndex(of: "website_score"))
    for (province, error) in figures.scoreErrors.enumerated() {
      let parts = figures.variances(of: province)
      // A sum of twelve numbers, rounded.
      #expect(abs(parts.reduce(0, +) - error * error) < 1e-15)
      #expect(parts[website] == 0)
      #expect(figures.firms[province][website] == nil)
    }
  }

  @Test func withoutCorrelationsTheErrorOfAScoreIsTheRootOfTheSquares() throws {
    let figures = try SampledFigures(
      Bundled.panel(), rule: Bundled.rule(2019), model: Bundled.sampling().withoutCorrelations,
      respondents: { _, _ in 90 })
    for (province, error) in figures.scoreErrors.enumerated() {
      let squares = zip(figures.rule.components, figures.errors[province]).reduce(0) {
        $0 + $1.0.slope * $1.1 * $1.0.slope * $1.1
      }
      #expect(abs(error - squares.squareRoot()) < 1e-15)
    }
  }

  @Test func correlationsAddTwiceTheirProductsToTheVariance() throws {
    let figures = try Self.figures(2019)
    let independent = try SampledFigures(
      Bundled.panel(), rule: Bundled.rule(2019), model: Bundled.sampling().withoutCorrelations,
      respondents: { _, _ in 90 })
    let codes = figures.rule.indicators
    for (province, error) in figures.scoreErrors.enumerated() {
      var variance = independent.scoreErrors[province] * independent.scoreErrors[province]
      for pair in try Bundled.sampling().correlations {
        guard let one = codes.firstIndex(of: pair.first),
          let other = codes.firstIndex(of: pair.second)
        else { continue }
        let parts = [one, other].map {
          figures.rule.components[$0].slope * figures.errors[province][$0]
        }
        variance += 2 * pair.value * parts[0] * parts[1]
      }
      // A sum of fifteen numbers in another order.
      #expect(abs(error * error - variance) < 1e-15)
    }
  }

  @Test func whatIsNotKnownIsNamed() throws {
    let panel = try Bundled.panel()
    let rule = try Bundled.rule(2019)
    let model = try Bundled.sampling()
    #expect(
      message { try SampledFigures(panel, rule: rule, model: model, respondents: { _, _ in nil }) }
        == "how many firms of Hà Nội answered planning_documents in 2019 cannot be told: give the number "
        + "in a table for --respondents")
    let crossed = try SamplingModel(
      entries: model.entries,
      correlations: [
        .init("bidding", "website_use", 0.9), .init("website_use", "predictability", 0.9),
        .init("bidding", "predictability", -0.9),
      ])
    let figures = try SampledFigures(panel, rule: rule, model: crossed, respondents: { _, _ in 90 })
    #expect(
      message { try FigureDraws(figures, isShrunk: false) }
        == "the sampling model: the correlations contradict one another: with those of website_use some "
        + "sum of indicators would have no variance, or one below zero")
  }

  @Test func changesThatAreSamplingAloneHaveAShareOfOne() throws {
    // The figures of 2017 in two years, with the errors of the model drawn anew in each of many worlds:
    // nothing changes but the sample.
    let figures = try Self.figures(2017)
    let panel = try Bundled.panel()
    let draws = try FigureDraws(figures, isShrunk: false)
    var shares: [String: [Double]] = [:]
    for world in 0..<40 {
      var random = ReplicateGenerator(seed: 5, replicate: world)
      let years = try [2017, 2018].map { year in
        let columns = draws.columns(&random)
        var rule = try Bundled.rule(year)
        rule = try ScoringRule(
          year: year, subindex: rule.subindex,
          components: zip(rule.components, Bundled.rule(2017).components).map { $1 })
        return SampledFigures(figures, rule: rule, columns: columns)
      }
      for entry in YearlyChanges(years, in: panel).entries {
        shares[entry.indicator, default: []].append(entry.share)
      }
    }
    #expect(shares.count == 12)
    for (indicator, values) in shares where indicator != "website_score" {
      let mean = values.reduce(0, +) / Double(values.count)
      let error = (values.standardDeviation ?? 0) / Double(values.count).squareRoot()
      // E(1 / χ²₆₂) is 3 % above 1 / 62; four errors for the worst of eleven.
      #expect(abs(mean - 1.033) < 4 * error + 0.01, "\(indicator): \(mean) ± \(error)")
    }
  }

  @Test func shrunkScoresForetellTheNextYearBetter() throws {
    let backtest = ShrinkageBacktest(try Bundled.years.map { try Self.figures($0) })
    #expect(backtest.entries.map(\.from) == [2013, 2014, 2015, 2017, 2018])
    for entry in backtest.entries {
      #expect(entry.provinces == 63)
      #expect(entry.shrunkScoreError < entry.scoreError)
      #expect(entry.shrunkRankError < entry.rankError)
    }
  }

  @Test func meanRanksOfCertainScoresAreRanks() {
    #expect(ShrinkageBacktest.meanRanks(of: [3, 1, 2], errors: [0, 0, 0]) == [1, 3, 2])
    let equal = ShrinkageBacktest.meanRanks(of: [1, 1, 1], errors: [1, 1, 1])
    #expect(equal.allSatisfy { abs($0 - 2) < 1e-15 })
  }
}

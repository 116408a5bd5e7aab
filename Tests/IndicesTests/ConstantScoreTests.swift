import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct ConstantScoreTests {
  /// `Reference/constant_score.py` computes it in NumPy 2.4.6 from the same tables.
  @Test(arguments: [2013...2019, 2006...2019]) func agreesWithNumPy(years: ClosedRange<Int>) throws
  {
    let score = try score(years)
    let records = try Records(CSVReader().table(contentsOf: reference("constant_score.csv")))
      .filter { try $0.integer("first") == years.lowerBound }
    #expect(records.count == 3 * years.count)
    for record in records {
      let province = try Bundled.gazetteer().province(named: record.text("province"))
      let year = try record.integer("year")
      let row = try #require(
        score.rows.first { $0.year == year && $0.province.key == province.key })
      // Sums of a dozen products below ten, in another order.
      #expect(abs(row.score - (try record.number("score"))) < 1e-12)
      #expect(row.rank == (try record.integer("rank")))
      #expect(score.run.indicators.count == (try record.integer("indicators")))
    }
  }

  @Test func theDefaultRunIsTheLongestThatKeepsMostOfTheWeight() throws {
    let score = try score(nil)
    let weights = try Bundled.rule(2019).components
    let kept = weights.filter { score.run.indicators.contains($0.indicator) }
    #expect(abs(score.coverage - kept.reduce(0) { $0 + $1.weight }) < 1e-12)
    #expect(score.coverage >= 0.6)
    #expect(score.run.years.upperBound == 2019)
    // One year more would cost too much.
    let longer = try Bundled.history().sharedIndicators(
      of: Bundled.subindex, in: (score.run.years.lowerBound - 1)...2019)
    #expect(weights.filter { longer.contains($0.indicator) }.reduce(0) { $0 + $1.weight } < 0.6)
  }

  @Test func everyRunSharesWhatTheCodebookSaysAndNoYearMore() throws {
    let panel = try Bundled.history()
    let book = try Bundled.codebook().indicators.filter {
      $0.subindex == Bundled.subindex && $0.kind == .indicator
    }
    func shared(_ years: ClosedRange<Int>) -> [String] {
      book.filter { row in
        row.years.contains(years.lowerBound) && row.years.contains(years.upperBound)
          && !row.breaks.contains { $0 > years.lowerBound && $0 <= years.upperBound }
          && years.allSatisfy { panel.column(row.code, in: $0)?.contains { $0 != nil } == true }
      }.map(\.code)
    }
    let runs = panel.sharedRuns(of: Bundled.subindex)
    #expect(!runs.isEmpty)
    for run in runs {
      #expect(run.indicators == shared(run.years))
      #expect(run.indicators.count >= 3)
      #expect(
        shared((run.years.lowerBound - 1)...run.years.upperBound).count < run.indicators.count)
      #expect(
        shared(run.years.lowerBound...(run.years.upperBound + 1)).count < run.indicators.count)
    }
    #expect(runs.map(\.years.count) == runs.map(\.years.count).sorted(by: >))
    let whole = try #require(runs.first { $0.years == 2013...2019 })
    #expect(whole.indicators.count == 9)
  }

  @Test func weightsAddUpToOneAndRangesHoldEveryValueOfTheRun() throws {
    let score = try score(2013...2019)
    let panel = try Bundled.history()
    #expect(abs(score.rule.components.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    for component in score.rule.components {
      let values = try (2013...2019).flatMap {
        try #require(panel.column(component.indicator, in: $0)).compactMap(\.self)
      }
      if panel.indicator(component.indicator)?.scale == nil {
        #expect(component.minimum == values.min())
        #expect(component.maximum == values.max())
      } else {
        #expect(component.minimum...component.maximum == 0...50)
      }
    }
    #expect(score.rows.allSatisfy { (1...10).contains($0.score) })
    #expect(score.rows.count == 7 * 63)
    let left = try Bundled.rule(2019).indicators.filter { !score.run.indicators.contains($0) }
    #expect(left.allSatisfy(score.leftOut.contains))
  }

  @Test(arguments: Bundled.years) func aRunOfOneYearIsTheRuleOnThatYearsOwnRanges(year: Int) throws
  {
    let panel = try Bundled.history()
    let own = try Bundled.rule(year).components.map { old in
      let range = try #require(panel.range(of: old.indicator, in: year, by: .own))
      return ScoringRule.Component(
        indicator: old.indicator, dimension: old.dimension, weight: old.weight,
        minimum: range.lowerBound, maximum: range.upperBound, direction: old.direction)
    }
    let board = try ScoringRule(year: year, subindex: Bundled.subindex, components: own)
      .scoreboard(of: panel)
    let score = try score(year...year)
    #expect(score.rows.map(\.province.key) == board.rows.map(\.province.key))
    for (row, expected) in zip(score.rows, board.rows) {
      // Weights are divided by a sum that is one but for the last digit.
      #expect(abs(row.score - expected.score) < 1e-12)
      #expect(row.rank == expected.rank)
      #expect(row.publishedScore == expected.publishedScore)
    }
  }

  @Test func aProvinceWithoutFiguresIsNotRankedThatYear() throws {
    let panel = try Bundled.panel { $0.province == "kontum" && $0.year == 2015 ? nil : $0.value }
    let score = try ConstantScore(
      of: panel, subindex: Bundled.subindex, years: 2013...2019, rules: Bundled.rules())
    #expect(
      score.rows.filter { $0.province.key == "kontum" }.map(\.year) == [
        2013, 2014, 2016, 2017, 2018, 2019,
      ])
    #expect(score.rows.filter { $0.year == 2015 }.count == 62)
    #expect(score.rows.filter { $0.year == 2015 }.allSatisfy { $0.provinces == 62 })
  }

  @Test func yearsThatShareNothingAreRefused() {
    #expect(
      message { try score(2005...2019) }
        == "2005 to 2019 share no indicator that was asked alike in every year; "
        + "'minhbach history --runs' lists the years that do")
    #expect(
      message {
        try ConstantScore(
          of: Bundled.history(), subindex: Bundled.subindex, years: 2009...2012,
          rules: Bundled.rules())
      }
        == "no rule is known for 2012; there are rules for 2013, 2014, 2015, 2016, 2017, 2018, 2019"
    )
  }

  private func score(_ years: ClosedRange<Int>?) throws -> ConstantScore {
    try ConstantScore(
      of: Bundled.history(), subindex: Bundled.subindex, years: years, rules: Bundled.rules())
  }
}

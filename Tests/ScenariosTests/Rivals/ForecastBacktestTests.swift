import Indices
import Panels
import Scenarios
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct ForecastBacktestTests {
  /// The figures to 2019 with the scores of 2020, of which nothing else was published.
  private static let panel = Result {
    let later = try TidyReader(gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
      .panel(of: Bundled.table("scores/data.csv")).figures
    return try Panel(
      Bundled.history().figures
        + later.filter { $0.indicator == "transparency" && $0.year == 2020 },
      gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
  }

  /// The rules that are known, and those that are fitted.
  private static func rules() throws -> [ScoringRule] {
    try (2005...2019).map { year in
      let isFitted = (2009...2012).contains(year)
      return try ScoringRule(
        year: year, subindex: "transparency", standing: isFitted ? .approximate : .exact,
        reading: Bundled.table(
          "transparency/rules/\(year)\(isFitted ? ".approximate" : "").csv"))
    }
  }

  private static func backtest(
    _ models: [RivalModelChoice], draws: Int = 2000, threads: Int? = nil
  ) throws -> ForecastBacktest {
    try ForecastBacktest(
      panel.get(), rules: rules(), errors: Bundled.errors(), models: models, draws: draws,
      replicates: Replicates(seed: 1, threads: threads))
  }

  @Test func theDefaultModelIsTheBestAndItsIntervalsHold() throws {
    // Few draws cost the log score some hundredths.
    let panel = try #require(
      try Self.backtest([.panel], draws: 10_000).summaries().first { $0.horizon == nil })
    // What is promised of 90 % intervals.
    #expect((0.85...0.95).contains(panel.coverage))
    // Better than "the same rank as last year", beyond twice its standard error.
    #expect(panel.logScore - panel.sameLogScore > 2 * panel.differenceError)
    #expect(panel.rankError < panel.sameRankError)
    // 64 provinces from 2007; 63 from 2009 to 2011, 2013 to 2015 and 2017 to 2019, one to three years ahead as far
    // as the method stayed; less 2009 three years ahead, when no change over three years was known.
    #expect(panel.cases == 64 + 63 * (5 + 6 + 6))
  }

  @Test func theSameRankAgreesWithNumPy() throws {
    let summaries = try Self.backtest([.panel], draws: 200).summaries()
    let table = try CSVReader().table(
      contentsOf: Bundled.checkout + "/Tests/ScenariosTests/Reference/same_rank.csv")
    for record in try Records(table) {
      let horizon = try record.optionalNumber("horizon").map { Int($0) }
      let summary = try #require(summaries.first { $0.horizon == horizon })
      #expect(try summary.cases == record.integer("cases"))
      // The standard deviation is found to 1e-6 of itself, where the likelihood is flat: its square.
      #expect(try abs(summary.sameLogScore - record.number("log_score")) < 1e-6)
    }
  }

  @Test func otherModelsDoWorse() throws {
    let whole = try Self.backtest(RivalModelChoice.allCases).summaries()
      .filter { $0.horizon == nil }
    let panel = try #require(whole.first { $0.model == .panel })
    #expect(whole.allSatisfy { $0.logScore <= panel.logScore })
    // Who holds rivals still is too sure: its intervals hold less than what is promised of 90 % intervals.
    #expect(try #require(whole.first { $0.model == .held }).coverage < 0.85)
  }

  @Test func chancesComeTrueAsOftenAsTheySay() throws {
    let bins = try Self.backtest([.panel]).calibrations()
    let cases = bins.reduce(0) { $0 + $1.cases }
    let off = bins.reduce(0) { $0 + Double($1.cases) * abs($1.foretold - $1.cameTrue) }
    // Goals of one year depend on one another, so that an error is not told by counts; 0.06 on average is half as much again as
    // was found, and more would make
    // chances of 30 and of 36 % the same.
    #expect(off / Double(cases) < 0.06)
  }

  @Test func baseRatesCountPublishedRanks() throws {
    let transitions = try RankTransitions(
      Self.panel.get(), rules: Self.rules(), span: 2019...2019)
    // 2020 alone compares with 2019; bands of ten, the last of three.
    #expect(transitions.rows.map(\.cases) == [10, 10, 10, 10, 10, 10, 3])
    #expect(transitions.rows.allSatisfy { $0.years == 1 })
    // Someone is at every rank: all bands together have so many among the first ten.
    #expect(transitions.rows.reduce(0) { $0 + $1.reached[9] } == 10)
    #expect(transitions.rows.allSatisfy { $0.share(upTo: 63) == 1 })
  }

  @Test func theSameSeedGivesTheSame() throws {
    #expect(
      try Self.backtest([.resampled], threads: 1).summaries()
        == Self.backtest([.resampled], threads: 2).summaries())
  }

  @Test func yearsWithoutAnOutcomeAreToldAsSuch() throws {
    #expect(throws: ScenarioError.noForecast(from: 2019, through: 2019)) {
      _ = try ForecastBacktest(
        Bundled.history(), rules: Bundled.rules(), errors: nil, span: 2019...2019,
        replicates: Replicates(seed: 1))
    }
  }
}

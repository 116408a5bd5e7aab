import Glibc
import Indices
import Panels
import Scenarios
import Statistics
import TestSupport
import Testing

@Suite struct SimulationTests {
  private static let replicates = Replicates(seed: 1)

  private static func study(
    _ name: String, _ scenario: Scenario = Scenario(), goal: Goal?, through last: Int = 2021,
    year: Int = 2019, model: RivalModelChoice = .panel, draws: Int = 4000
  ) throws -> ScenarioStudy {
    let rule = try Bundled.rule(year)
    return try ScenarioStudy(
      of: scenario, for: [Bundled.gazetteer().province(named: name)],
      goals: goal.map { [$0] } ?? [], through: last,
      history: RivalModelTests.history(year), board: rule.scoreboard(of: Bundled.history()),
      model: model, ranges: .moving, draws: draws, replicates: replicates)
  }

  @Test func withoutErrorsHeldRivalsKeepTheirRanks() throws {
    let rule = try Bundled.rule(2019)
    let history = try RivalHistory(Bundled.history(), rule: rule, errors: nil)
    let futures = try Simulation(history, model: HeldRivals(), through: 2020)
      .futures(draws: 100, replicates: Self.replicates)
    let board = try rule.scoreboard(of: Bundled.history())
    for row in board.rows {
      let ranks = futures.ranks(of: row.province, in: 2020)
      #expect(ranks.counts[row.rank - 1] == 100)
    }
  }

  @Test func whatIsSetOfHardDataIsMetExactly() throws {
    let rule = try Bundled.rule(2019)
    let history = try RivalHistory(Bundled.history(), rule: rule, errors: nil)
    let province = try Bundled.gazetteer().province(named: "Kon Tum")
    let entries = rule.components.map {
      Scenario.Entry(
        province: province.key, indicator: $0.indicator, year: 2020,
        value: $0.direction == .positive ? $0.maximum : $0.minimum)
    }
    for choice in RivalModelChoice.allCases {
      let futures = try Simulation(
        history, model: choice.model, scenario: Scenario(entries), through: 2020, ranges: .held
      ).futures(draws: 200, watching: [province], replicates: Self.replicates)
      // Every indicator at the best end of its range scores 10; ends typed as 32-bit numbers, ten terms.
      #expect(futures.scores(of: province, in: 2020).allSatisfy { abs($0 - 10) < 1e-6 })
    }
  }

  @Test func figuresOfHeldRivalsScatterAsTheNextSurveyIsForetold() throws {
    let rule = try Bundled.rule(2019)
    let history = try RivalModelTests.history(2019)
    let province = try Bundled.gazetteer().province(named: "Bạc Liêu")
    let draws = 40_000
    let futures = try Simulation(history, model: HeldRivals(), through: 2020, ranges: .held)
      .futures(draws: draws, replicates: Self.replicates)
    let sampled = try SampledFigures(
      Bundled.history(), rule: rule, model: Bundled.sampling(),
      respondents: { code, province in
        try? Respondents(
          reading: Bundled.table("respondents/estimates/2019.csv"), gazetteer: Bundled.gazetteer()
        ).answers(to: code, in: province.key, 2019)
      })
    let place = try #require(sampled.place(of: province))
    let own = futures.score(of: province, in: 2020).standardDeviation
    // Four standard errors of a standard deviation; what is clipped at the ends of shares, of which the true
    // figures are not known either, can but make it smaller: by a fiftieth here.
    let error = SurveyForecast(
      try ScoreEstimates(sampled.scores, standardErrors: sampled.scoreErrors)
    ).errors[place]
    let drawn = 4 / (2 * Double(draws)).squareRoot()
    #expect((1 - drawn - 0.02...1 + drawn).contains(own / error))
  }

  @Test func aBetterScenarioIsLikelier() throws {
    func chance(_ value: Double) throws -> Double {
      let scenario = Scenario([
        .init(province: "kontum", indicator: "website_score", year: 2020, value: value)
      ])
      return try #require(
        try Self.study("Kon Tum", scenario, goal: .median, through: 2020).rows[0].chance
      )
      .probability
    }
    let chances = try [20.0, 30, 40, 50].map(chance)
    #expect(chances == chances.sorted() && chances[3] > chances[0] + 0.3)
  }

  @Test func chancesAreThoseOfTheRanks() throws {
    let study = try Self.study("Đắk Nông", goal: .ranks(30...40), through: 2020, year: 2017)
    for row in study.rows {
      let chance = try #require(row.chance)
      let counts = row.ranks.counts
      let all = Double(counts.reduce(0, +))
      #expect(chance.probability == Double(counts.prefix(40).reduce(0, +)) / all)
      // A difference of two shares.
      let within = Double(counts[29..<40].reduce(0, +)) / all
      #expect(abs((chance.within ?? .nan) - within) < 1e-15)
      // Beta(k + ½, n − k + ½): its standard deviation by its own formula, αβ / ((α + β)² (α + β + 1)).
      let (a, b) = (chance.probability * all + 0.5, (1 - chance.probability) * all + 0.5)
      // A few roundings of numbers below one.
      #expect(abs(chance.error - sqrt(a * b / (a + b + 1)) / (a + b)) < 1e-15)
    }
    // Without a scenario, what is planned is what would come.
    #expect(study.rows.allSatisfy { $0.ranks == $0.unplannedRanks })
  }

  @Test func aPlaceInTheRegionCountsRivalsThereOnly() throws {
    let study = try Self.study("Đắk Nông", goal: .regionPlace(2), through: 2020)
    let all = try Self.study("Đắk Nông", goal: .rank(2), through: 2020)
    let (near, far) = (try #require(study.rows[0].chance), try #require(all.rows[0].chance))
    #expect(near.probability > far.probability && near.probability < 1)
    // Some place in the region is always had.
    let last = try Self.study("Đắk Nông", goal: .regionPlace(5), through: 2020)
    #expect(last.rows[0].chance?.probability == 1)
  }

  @Test func severalGoalsHaveARowEach() throws {
    let rule = try Bundled.rule(2019)
    let study = try ScenarioStudy(
      of: Scenario(), for: [Bundled.gazetteer().province(named: "Kon Tum")],
      goals: [.rank(30), .median, .regionPlace(1)], through: 2020,
      history: RivalModelTests.history(2019), board: rule.scoreboard(of: Bundled.history()),
      model: .panel, ranges: .moving, draws: 500, replicates: Self.replicates)
    #expect(study.rows.map(\.goal) == [.rank(30), .median, .regionPlace(1)])
    // To be above the median is to be among the first 31.
    #expect(
      try #require(study.rows[1].chance).probability
        >= (try #require(study.rows[0].chance)).probability)
  }

  @Test func scoresReachedAreCounted() throws {
    let study = try Self.study("Đắk Nông", goal: .score(6.5), through: 2020)
    let row = study.rows[0]
    let chance = try #require(row.chance)
    // The middle of the scores lies above what more than half of them reach, and below what fewer do.
    #expect((chance.probability > 0.5) == (row.scores[2] > 6.5))
    #expect(row.scores == row.scores.sorted())
  }

  @Test func yearsThatArePastOrTooFarAreRefused() throws {
    #expect(throws: ScenarioError.noTime(from: 2019, to: 2019)) {
      try Self.study("Kon Tum", goal: nil, through: 2019)
    }
    #expect(throws: ScenarioError.tooFar(2050, last: 2049)) {
      try Self.study("Kon Tum", goal: nil, through: 2050)
    }
  }
}

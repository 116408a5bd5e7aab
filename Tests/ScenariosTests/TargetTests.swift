import Indices
import Panels
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Tables
import Testing

@Suite struct TargetTests {
  private func target(
    _ key: String, rank: Int, from year: Int, by finalYear: Int, panel: Panel? = nil
  ) throws -> Target {
    let panel = try panel ?? Bundled.panel()
    let province = try Bundled.gazetteer().province(named: key)
    return try Target(
      of: province, rank: rank, by: finalYear, panel: panel, rule: Bundled.rule(year),
      rules: Bundled.rules())
  }

  @Test func takesDakNongIntoTheFirstFortyBy2020() throws {
    let plan = try target("daknong", rank: 40, from: 2017, by: 2020)
    #expect(plan.standing.rank == 53)
    #expect(plan.certificate == .optimal)
    #expect(plan.path.map(\.year) == [2017, 2018, 2019, 2020])
    #expect(plan.path.last?.rank == 40)
    #expect(plan.effort > 0)
  }

  @Test func replayingThePlanThroughTheRuleGivesTheRank() throws {
    let plan = try target("daknong", rank: 40, from: 2017, by: 2020)
    let panel = try Bundled.panel { figure in
      let step = plan.steps.first { $0.component.indicator == figure.indicator }
      return figure.province == "daknong" && figure.year == 2017
        ? step?.target ?? figure.value : figure.value
    }
    let board = try Bundled.rule(2017).scoreboard(of: panel)
    let row = try #require(board.rows.first { $0.province.key == "daknong" })
    #expect(row.rank == 40)
  }

  @Test func alittleLessOfAnyStepMissesTheGoal() throws {
    let plan = try target("daknong", rank: 40, from: 2017, by: 2020)
    for step in plan.steps where step.effort > 0 {
      let shortfall = abs(step.component.slope * (step.target - step.value)) * 1e-3
      #expect(shortfall > Ranking.ofScores.tolerance)
      let last = try #require(plan.path.last)
      #expect(last.score - shortfall < plan.scoreNeeded - Ranking.ofScores.tolerance)
    }
  }

  @Test func staysWithinWhatHasBeenReachedAndThePaceOfThePast() throws {
    let panel = try Bundled.panel()
    for goal in [1, 10, 30] {
      for years in [1, 3] {
        let plan = try target("hungyen", rank: goal, from: 2019, by: 2019 + years)
        for step in plan.steps {
          let seen = panel.years(of: step.component.indicator, through: 2019)
            .flatMap { panel.column(step.component.indicator, in: $0) ?? [] }.compactMap { $0 }
          let low = try #require(seen.min())
          let high = try #require(seen.max())
          #expect((low...high).contains(step.target))
          let pace = abs(step.target - step.value) / Double(years)
          #expect(pace <= step.variation.fastImprovement * (1 + 1e-12))
          #expect((step.target - step.value) * step.component.direction.sign >= 0)
        }
      }
    }
  }

  @Test func tellsAGoalOutOfReachWithTheBestRankThatCanBeHad() throws {
    // With everyone else perfect in the hard-data score, a year is too short to lead.
    let panel = try Bundled.panel { figure in
      figure.indicator == "website_score" && figure.year == 2019 && figure.province != "hungyen"
        ? 50 : figure.value
    }
    let plan = try target("hungyen", rank: 1, from: 2019, by: 2020, panel: panel)
    #expect(plan.certificate == .infeasible)
    let best = try #require(plan.path.last?.rank)
    #expect(best > 1)
    #expect(plan.steps.allSatisfy { $0.target == $0.limit })
    #expect(
      plan.notes()[0].text
        == "Hưng Yên ranks 63 in 2019; rank 1 cannot be had by 2020 within the limits. The best is "
        + "rank \(best), with every indicator at its limit.")
    let reachable = try target("hungyen", rank: best, from: 2019, by: 2020, panel: panel)
    #expect(reachable.certificate == .optimal)
    let beyond = try target("hungyen", rank: best - 1, from: 2019, by: 2020, panel: panel)
    #expect(beyond.certificate == .infeasible)
  }

  @Test func aGoalAlreadyReachedNeedsNothing() throws {
    let plan = try target("daknong", rank: 53, from: 2017, by: 2018)
    #expect(plan.certificate == .reached)
    #expect(plan.effort == 0)
    #expect(plan.steps.allSatisfy { $0.target == $0.value })
  }

  @Test func theTiedProvinceNeedsNothingForTheSharedRank() throws {
    for key in ["brvt", "bentre"] {
      #expect(try target(key, rank: 14, from: 2019, by: 2020).certificate == .reached)
    }
  }

  @Test(arguments: [(2017, 2020, 10), (2017, 2020, 30), (2019, 2021, 1), (2019, 2021, 30)])
  func roundNumbersStayWithinTheLimitsAndReachTheRank(year: Int, by: Int, goal: Int) throws {
    let panel = try Bundled.panel()
    let rule = try Bundled.rule(year)
    let grids: [IndicatorUnit: Double] = [.share: 0.001, .mean: 0.01, .points: 0.25, .days: 0.5]
    func grid(_ code: String) -> Double {
      panel.indicator(code).flatMap { grids[$0.unit] } ?? 0.01
    }
    var rounded = 0
    for province in panel.provinces {
      let exact = try Target(
        of: province, rank: goal, by: by, panel: panel, rule: rule, rules: Bundled.rules())
      let plan = try exact.rounded(to: grid)
      guard exact.certificate == .optimal, plan.steps != exact.steps else { continue }
      rounded += 1
      let last = try #require(plan.path.last)
      #expect(last.rank <= goal, "\(province.nameVi)")
      // A quarter point of website score, the coarsest step these plans take, is 0.08 of its
      // yearly variation.
      #expect(plan.effort >= exact.effort - 1e-9 && plan.effort <= exact.effort + 0.1)
      for (step, limit) in zip(plan.steps, exact.steps.map(\.limit)) where step.effort > 0 {
        let steps = step.target / grid(step.component.indicator)
        #expect(abs(steps - steps.rounded()) < 1e-6)
        // 32-bit storage: 0.9 is kept as 0.89999998.
        #expect((step.target - limit) * step.component.direction.sign < 1e-6)
      }
    }
    #expect(rounded > 20)
  }

  @Test func aPlanLongerThanAGenerationIsRefused() throws {
    #expect(throws: ScenarioError.tooFar(2048, last: 2047)) {
      try target("daknong", rank: 40, from: 2017, by: 2048)
    }
    #expect(throws: ScenarioError.tooFar(.max, last: 2047)) {
      try target("daknong", rank: 40, from: 2017, by: .max)
    }
    #expect(throws: ScenarioError.noTime(from: 2017, to: .min)) {
      try target("daknong", rank: 40, from: 2017, by: .min)
    }
  }

  @Test func usesNothingLaterThanTheYear() throws {
    let whole = try target("daknong", rank: 40, from: 2017, by: 2020)
    let panel = try Bundled.panel { $0.year > 2017 ? nil : $0.value }
    let past = try target("daknong", rank: 40, from: 2017, by: 2020, panel: panel)
    #expect(whole.steps == past.steps)
    #expect(whole.baseRate == past.baseRate)
  }

  @Test(arguments: [
    (0, 2020, "rank 0 is not one of 1 to 63"), (64, 2020, "rank 64 is not one of 1 to 63"),
    (40, 2017, "the final year 2017 must come after 2017"),
  ])
  func refusesAnAbsurdGoal(rank: Int, finalYear: Int, message: String) throws {
    do {
      _ = try target("daknong", rank: rank, from: 2017, by: finalYear)
      Issue.record("the goal was taken")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test func theFirstYearOfAllHasSensitivitiesWithoutVariation() throws {
    let province = try Bundled.gazetteer().province(named: "hungyen")
    let drivers = try Drivers(
      of: province, panel: Bundled.panel(), rule: Bundled.rule(2013), rules: Bundled.rules())
    #expect(drivers.variation.isEmpty)
    #expect(drivers.effects.allSatisfy { $0.typical.score == 0 && $0.nextPlace != nil })
    #expect(
      drivers.notes().texts.contains { $0.hasPrefix("no indicator of transparency has figures") })
  }

  @Test func nothingCanBePlannedFromTheFirstYearOfAll() throws {
    #expect(throws: ScenarioError.noHistory(subindex: "transparency", year: 2013)) {
      try target("daknong", rank: 40, from: 2013, by: 2015)
    }
  }
}

import Indices
import Panels
import Scenarios
import Sensitivity
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct RobustTargetTests {
  private static func setting(
    _ model: RivalModelChoice = .panel, draws: Int = 1000
  ) throws -> RobustTarget.Setting {
    try RobustTarget.Setting(
      RivalModelTests.history(2017), model: model.model, draws: draws,
      replicates: Replicates(seed: 1))
  }

  private static func plan(
    _ goal: Goal, gaining gain: Double?, by year: Int = 2020, locked: Set<String> = []
  ) throws -> Target {
    try Target(
      of: Bundled.gazetteer().province(named: "Đắk Nông"), goal: goal, by: year,
      under: EffortTerms(locked: locked), gaining: gain,
      panel: Bundled.panel(), rule: Bundled.rule(2017), rules: Bundled.rules())
  }

  @Test(arguments: [Goal.rank(40), .median, .regionPlace(2), .score(6.4), .places(20)])
  func thePlanFoundIsLikelyEnoughAndOneOfLessGainIsNot(_ goal: Goal) throws {
    let setting = try Self.setting()
    let found = try RobustTarget.least(forProbability: 0.8, in: setting) {
      try Self.plan(goal, gaining: $0)
    }
    #expect(found.isReached && found.chances.count == 3)
    #expect(try #require(found.chances.last).probability >= 0.8)
    // A hundredth of a point less is a plan that is not.
    let gain = found.target.scoreNeeded - found.target.standing.score
    let less = try RobustTarget(Self.plan(goal, gaining: gain - 0.01), in: setting)
    #expect(try #require(less.chances.last).probability < 0.8)
  }

  @Test func whatIsMissingTellsTheChance() throws {
    let robust = try RobustTarget(Self.plan(.rank(40), gaining: nil), in: Self.setting())
    let chance = try #require(robust.chances.last).probability
    // Equal scores share the better rank: none is missing within the tolerance of ties.
    #expect(robust.missing.probability(gaining: Ranking.ofScores.tolerance) == chance)
    // So much more in every future, and the goal is had in nine of ten.
    let more = robust.missing.gain(forProbability: 0.9)
    #expect(robust.missing.probability(gaining: more) >= 0.9)
  }

  @Test func whoIsThereAlreadyHoldsStill() throws {
    let found = try RobustTarget.least(forProbability: 0.2, in: Self.setting()) {
      try Self.plan(.rank(40), gaining: $0)
    }
    #expect(found.isReached && found.target.effort == 0)
  }

  @Test func aGoalThatNoPlanMakesLikelyIsToldWithTheBest() throws {
    // All that a single year allows.
    let found = try RobustTarget.least(forProbability: 0.99, in: Self.setting()) {
      try Self.plan(.rank(1), gaining: $0, by: 2018)
    }
    #expect(!found.isReached && found.target.certificate == .infeasible)
    let best = try RobustTarget(Self.plan(.rank(1), gaining: 100, by: 2018), in: Self.setting())
    #expect(found.chances == best.chances)
  }

  @Test func theGainFoundIsLittleMoreThanWhatIsMissingWithoutAPlan() throws {
    let setting = try Self.setting()
    let none = try RobustTarget(Self.plan(.rank(40), gaining: 0), in: setting)
    // The use of websites comes near to all firms by itself, and its range widens.
    let found = try RobustTarget.least(forProbability: 0.8, in: setting) {
      try Self.plan(.rank(40), gaining: $0, locked: ["website_use"])
    }
    // No plan that gains less could be so likely; a change is worth less in the end, for ranges widen in three years.
    let gain = found.target.scoreNeeded - found.target.standing.score
    let missing = none.missing.gain(forProbability: 0.8)
    #expect(gain > missing - 0.01 && gain < 2 * missing)
    #expect(found.target.certificate == .optimal)
  }

  @Test func moreGainIsLikelier() throws {
    let setting = try Self.setting()
    let chances = try [0, 0.05, 0.2, 0.4, 0.8].map { gain in
      try #require(RobustTarget(Self.plan(.rank(40), gaining: gain), in: setting).chances.last)
        .probability
    }
    #expect(chances == chances.sorted() && chances[4] > chances[0] + 0.3)
  }

  @Test func likelyEnoughIsNotAlreadyReached() throws {
    let found = try RobustTarget.least(forProbability: 0.2, in: Self.setting()) {
      try Self.plan(.rank(40), gaining: $0)
    }
    #expect(found.target.certificate == .likely)
    #expect(
      found.target.notes()[0].text
        == "Đắk Nông ranks 53 in 2017: rank 40 is as likely as was asked for without any change.")
  }
}

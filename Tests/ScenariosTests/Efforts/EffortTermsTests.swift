import Indices
import Panels
import Scenarios
import Sensitivity
import Tables
import TestSupport
import Testing

@Suite struct EffortTermsTests {
  private func target(
    _ goal: Goal, under terms: EffortTerms, gaining gain: Double? = nil
  ) throws -> Target {
    try Target(
      of: Bundled.gazetteer().province(named: "daknong"), goal: goal, by: 2020, under: terms,
      gaining: gain, panel: Bundled.panel(), rule: Bundled.rule(2017), rules: Bundled.rules())
  }

  private func step(_ code: String, _ target: Target) throws -> Target.Step {
    try #require(target.steps.first { $0.component.indicator == code })
  }

  @Test func lockedIndicatorsStandStillAndTheGoalIsReachedWithoutThem() throws {
    let free = try target(.rank(40), under: EffortTerms())
    let locked = try target(.rank(40), under: EffortTerms(locked: ["website_use", "bidding"]))
    #expect(locked.path.last?.rank == 40)
    #expect(locked.effort > free.effort)
    for code in ["website_use", "bidding"] {
      #expect(try step(code, locked).effort == 0 && step(code, locked).isLocked)
      #expect(try step(code, free).effort > 0)
    }
  }

  @Test func atMostOneIndicatorIsTheCheapestOneThatSuffices() throws {
    let one = try target(.rank(40), under: EffortTerms(atMost: 1))
    #expect(one.steps.count { $0.effort > 0 } == 1)
    #expect(one.certificate == .optimal && one.path.last?.rank == 40)
    let missing = one.scoreNeeded - one.standing.score
    let alone = one.steps.filter {
      abs($0.limit - $0.value) * abs($0.component.slope) >= missing
    }.map { missing / abs($0.component.slope) / $0.variation.standardDeviation }
    // A handful of operations on numbers near one.
    #expect(abs(one.effort - (try #require(alone.min()))) < 1e-12)
  }

  @Test func equalStepsCountHundredthsOfTheRange() throws {
    let equal = try target(.rank(40), under: EffortTerms(measure: .equal))
    for step in equal.steps {
      let range = step.component.maximum - step.component.minimum
      #expect(abs(step.effort - 100 * abs(step.target - step.value) / range) < 1e-9)
    }
    // All hundredths gain by weight alone: the heaviest go first.
    #expect(Set(equal.steps.filter { $0.effort > 0 }.map(\.component.weight)) == [0.2])
  }

  @Test func costsHoldStillWhatHasNone() throws {
    let terms = EffortTerms(entries: [
      "bidding": .init(cost: 10), "website_score": .init(cost: 0.1, fixed: 2, step: 5),
      "website_use": .init(cost: 5, isLocked: true),
    ])
    let plan = try target(.rank(45), under: terms)
    #expect(plan.certificate == .optimal)
    let moved = plan.steps.filter { $0.effort > 0 }
    #expect(moved.allSatisfy { ["bidding", "website_score"].contains($0.component.indicator) })
    let steps = try (step("website_score", plan).target - 35) / 5
    #expect(abs(steps - steps.rounded()) < 1e-12)
    #expect(
      plan.notes().texts.contains { $0.hasPrefix("Held still, because the file tells no cost: ") })
  }

  @Test func boundsStandInPlaceOfThePastAndAskForChanges() throws {
    let farther = try target(
      .rank(40), under: EffortTerms(entries: ["website_use": .init(most: 0.9)]))
    #expect(try step("website_use", farther).limit == 0.9)
    let forced = try target(
      .rank(53),
      under: EffortTerms(entries: [
        "website_score": .init(least: 39), "tax_negotiation": .init(most: 0.5),
      ]))
    #expect(forced.certificate == .reached)
    #expect(try step("website_score", forced).target == 39)
    #expect(try abs(step("tax_negotiation", forced).target - 0.5) < 1e-12)
    #expect(forced.notes()[0].text.hasSuffix("the plan makes the changes asked for."))
  }

  @Test func conditionsBindAndAreNamed() throws {
    let both = EffortTerms.Condition(
      name: "asked firms", coefficients: ["website_use": 1, "bidding": 1], limit: 0.08)
    let plan = try target(.rank(40), under: EffortTerms(conditions: [both]))
    let sum = try ["website_use", "bidding"].reduce(0) {
      try $0 + abs(step($1, plan).target - step($1, plan).value)
    }
    // The solver's precision in a row.
    #expect(sum <= 0.08 + 1e-7)
    #expect(plan.path.last?.rank == 40)
    let few = try target(
      .rank(1), under: EffortTerms(atMost: 2, conditions: [both]))
    #expect(few.certificate == .infeasible)
    #expect(few.notes()[0].text.contains("no more than 2 to be changed"))
  }

  @Test func withoutThePaceOnlyTheBestEverReachedLimits() throws {
    let plan = try target(.rank(40), under: EffortTerms(isPaced: false))
    for step in plan.steps {
      let paced = try self.step(
        step.component.indicator, target(.rank(40), under: EffortTerms()))
      let sign = step.component.direction.sign
      #expect((step.limit - paced.limit) * sign >= 0)
    }
  }

  @Test func morePlansUseOtherIndicatorsAndNeedMore() throws {
    let plans = try target(.median, under: EffortTerms()).alternatives(5)
    #expect(plans.count == 5)
    let used = plans.map { plan in Set(plan.steps.indices.filter { plan.steps[$0].effort > 0 }) }
    for (later, plan) in plans.enumerated().dropFirst() {
      #expect(plan.effort >= plans[later - 1].effort)
      #expect(plan.certificate == .optimal && plan.path.last?.rank ?? 63 <= 31)
      for earlier in 0..<later { #expect(!used[earlier].isSubset(of: used[later])) }
    }
    let reached = try target(.rank(53), under: EffortTerms()).alternatives(3)
    #expect(reached.count == 1)
  }

  @Test func aGainThatIsAskedForIsMade() throws {
    let plan = try target(.rank(40), under: EffortTerms(), gaining: 0.5)
    // Twelve scores are added up.
    #expect(abs((plan.path.last?.score ?? 0) - plan.standing.score - 0.5) < 1e-12)
    #expect(plan.goalRank == 40)
  }

  @Test func termsThatContradictThemselvesAreRefused() throws {
    let lift = EffortTerms.Entry(least: 40)
    for (terms, message) in [
      (
        EffortTerms(locked: ["website"]),
        "\"website\" is no indicator of the rule; there are planning_documents, legal_documents, "
          + "budget_detail, bidding, information_received, information_days, relationship_needed, "
          + "tax_negotiation, predictability, business_associations, website_score, website_use"
      ),
      (
        EffortTerms(
          entries: ["website_score": lift, "bidding": .init(least: 0.5)], atMost: 1),
        "2 indicators must be changed by their least and most, and no more than 1 may be"
      ),
      (
        EffortTerms(entries: ["website_score": .init(least: 36, most: 37, step: 5)]),
        "no change of website_score in its steps leads to the values it must have; take a smaller "
          + "step, or wider bounds"
      ),
      (
        EffortTerms(
          entries: ["website_score": lift],
          conditions: [.init(name: "staff", coefficients: ["website_score": 1], limit: 2)]),
        "the changes that least and most ask for break the condition staff"
      ),
    ] {
      do {
        _ = try target(.rank(40), under: terms)
        Issue.record("taken: \(message)")
      } catch {
        #expect("\(error)" == message)
      }
    }
  }

  private func table(_ text: String) throws -> Table {
    try CSVReader().table(bytes: Array(text.utf8), file: "costs.csv")
  }

  private let ranges: [String: ClosedRange<Double>] = ["a": 0...1, "b": 0...50]

  @Test func aFileOfCostsIsRead() throws {
    let entries = try EffortTerms.entries(
      reading: table(
        "indicator,cost,fixed,least,most,step,locked\na,2.5,1,,0.9,0.01,\nb,,,39,,,yes\n"),
      ranges: ranges)
    #expect(
      entries == [
        "a": .init(cost: 2.5, fixed: 1, most: 0.9, step: 0.01),
        "b": .init(least: 39, isLocked: true),
      ])
    #expect(
      try EffortTerms.entries(reading: table("indicator,locked\na,có\n"), ranges: ranges)
        == ["a": .init(isLocked: true)])
    #expect(try EffortTerms.entries(reading: table("indicator\n"), ranges: ranges).isEmpty)
  }

  @Test(arguments: [
    (
      "indicator,cost\nc,1\n", "line 2, column 1: \"c\" is no indicator of the year; there are a, b"
    ),
    (
      "indicator,cost\na,1\na,2\n",
      "line 3, column 1: a stands twice, first in costs.csv, line 2, column 1; leave one out"
    ),
    ("indicator,cost\na,0\n", "line 2, column 2: cost cannot be \"0\"; give a number above zero"),
    ("indicator,cost\na,-1\n", "line 2, column 2: cost cannot be \"-1\"; give a number above zero"),
    (
      "indicator,fixed\na,-1\n",
      "line 2, column 2: fixed cannot be \"-1\"; give a number not below zero"
    ),
    ("indicator,step\na,0\n", "line 2, column 2: step cannot be \"0\"; give a number above zero"),
    (
      "indicator,most\na,1.2\n",
      "line 2, column 2: most cannot be \"1.2\"; give a value in its range of 0.0 to 1.0"
    ),
    (
      "indicator,least,most\nb,40,39\n",
      "line 2, column 2: b would have to be 40.0 or more and 39.0 or less; exchange the two"
    ),
    (
      "indicator,locked\na,maybe\n",
      "line 2, column 2: locked cannot be \"maybe\"; give yes or no"
    ),
  ])
  func aFaultOfAFileOfCostsIsToldWithItsPlace(text: String, message: String) throws {
    do {
      _ = try EffortTerms.entries(reading: table(text), ranges: ranges)
      Issue.record("taken")
    } catch {
      #expect("\(error)" == "costs.csv, " + message)
    }
  }

  @Test func aFileOfConditionsIsRead() throws {
    let conditions = try EffortTerms.conditions(
      reading: table(
        "condition,indicator,coefficient,limit\nboth,a,,3\nboth,b,2,\nother,a,-1,0\n"),
      codes: ["a", "b"])
    #expect(
      conditions == [
        .init(name: "both", coefficients: ["a": 1, "b": 2], limit: 3),
        .init(name: "other", coefficients: ["a": -1], limit: 0),
      ])
  }

  @Test(arguments: [
    ("both,c,1,3\n", "line 2, column 2: \"c\" is no indicator of the year; there are a, b"),
    (
      "both,a,1,3\nboth,a,2,\n",
      "line 3, column 2: a of both stands twice, first in costs.csv, line 2, column 2; leave one out"
    ),
    (
      "both,a,1,3\nboth,b,1,4\n",
      "line 3, column 4: the condition both has another limit in costs.csv, line 2, column 4; give it once"
    ),
    (
      "both,a,1,\n",
      "line 2, column 1: the condition both has no limit; give it in one of its rows"
    ),
    (
      "both,a,1,-3\n",
      "line 2, column 4: limit cannot be \"-3\"; give a number not below zero"
    ),
  ])
  func aFaultOfAFileOfConditionsIsToldWithItsPlace(rows: String, message: String) throws {
    do {
      _ = try EffortTerms.conditions(
        reading: table("condition,indicator,coefficient,limit\n" + rows), codes: ["a", "b"])
      Issue.record("taken")
    } catch {
      #expect("\(error)" == "costs.csv, " + message)
    }
  }
}

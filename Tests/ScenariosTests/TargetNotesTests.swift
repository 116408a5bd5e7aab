import Indices
import Panels
import Tables
import TestSupport
import Testing

@testable import Scenarios

@Suite struct TargetNotesTests {
  private func target(_ goal: Goal, under terms: EffortTerms = EffortTerms()) throws -> Target {
    try Target(
      of: Bundled.gazetteer().province(named: "daknong"), goal: goal, by: 2020, under: terms,
      panel: Bundled.panel(), rule: Bundled.rule(2017), rules: Bundled.rules())
  }

  @Test func aSearchBrokenOffTellsHowFarItCanBeFromTheLeast() throws {
    var plan = try target(.rank(40))
    plan.certificate = .bounded
    plan.lowerBound = 0.98765 * plan.effort
    #expect(
      plan.notes()[0].text
        == "Đắk Nông ranks 53 in 2017; this is the best plan found to rank 40 by 2020: the search was "
        + "broken off, and no plan within the limits needs less than 1.24% below it.")
  }

  @Test func measuresOtherThanVariationAreNamed() throws {
    let equal = try target(.median, under: EffortTerms(measure: .equal)).notes().texts
    #expect(
      equal.contains("One unit of effort is a hundredth of an indicator's range in the rule."))
    // What is borrowed is the variation, in which nothing is counted then.
    #expect(!equal.contains { $0.hasPrefix("* ") })
    #expect(
      try target(.median).notes().texts.contains {
        $0.hasPrefix("* No two years to 2017 for bidding")
      })
  }

  @Test(arguments: [
    (Goal.rank(9), "rank 9", "rank 9 or better"), (.top(9), "the first 9", "the first 9"),
    (.ranks(3...9), "a rank from 3 to 9", "a rank from 3 to 9"),
    (.places(1), "1 place more", "1 place more"), (.places(9), "9 places more", "9 places more"),
    (.tier(.middle), "the middle third", "the middle third or better"),
    (.tier(.top), "the top third", "the top third"),
    (.tier(.bottom), "the bottom third", "the bottom third"),
    (.regionPlace(2), "place 2 in its region", "place 2 in its region or better"),
    (.median, "a score above the median", "a score above the median"),
    (.score(6.5), "a score of 6.5", "a score of 6.5"),
  ])
  func goalsHaveNames(goal: Goal, name: String, words: String) {
    #expect(goal.name == name && goal.words == words)
  }
}

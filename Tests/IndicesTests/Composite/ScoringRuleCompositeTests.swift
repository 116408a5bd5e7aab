import Indices
import Panels
import TestSupport
import Testing

@Suite struct ScoringRuleCompositeTests {
  @Test(arguments: Bundled.years)
  func theCompositeOfARuleScoresEveryProvinceAsTheRuleDoes(_ year: Int) throws {
    let rule = try Bundled.rule(year)
    let panel = try Bundled.panel()
    let index = try rule.composite()
    let figures = try rule.figures(of: panel)
    let scores = try index.evaluate(figures)
    let board = try rule.scoreboard(of: panel)
    #expect(scores.units.count == board.rows.count)
    #expect(!board.rows.isEmpty)
    for row in board.rows {
      let place = try #require(scores.units.firstIndex(of: row.province.key))
      // Means of means round otherwise than one sum of twelve terms: some units of the last digit.
      #expect(abs(scores.scores[place] - row.score) < 1e-12)
    }
    let weights = rule.components.map { component in
      (index.structure.weight(of: component.indicator) ?? 0, component.weight)
    }
    #expect(weights.allSatisfy { abs($0.0 - $0.1) < 1e-15 })
    // An indicator has the name of its dimension in every rule.
    let dimensions = Set(rule.components.map(\.dimension))
      .subtracting(["website_use"]).union(["website_use dimension", rule.subindex])
    #expect(Set(index.structure.aggregates.map(\.code)) == dimensions)
    #expect(index.structure.index.code == rule.subindex)
  }
}

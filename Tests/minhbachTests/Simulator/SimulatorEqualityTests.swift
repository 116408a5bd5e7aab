import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Testing

@testable import minhbach

/// The page counts as the program does.
@Suite(.enabled(if: Chromium.path != nil, "no chromium on PATH: the script is not run"))
struct SimulatorEqualityTests {
  private struct Outcome: Decodable {
    let score: Double
    let rank: Int
    let rivals: [Double]
    let parts: [Double]
    let median: Double
    let next: Next?
    let passed: [Bool]

    struct Next: Decodable {
      let gap: Double
      let rank: Int
    }
  }

  /// Works every setting out in the page.
  private static let probe = InlineCode(
    """
    {
      const read = (id) => JSON.parse(document.getElementById(id).textContent);
      const index = simulatorIndex(read("simulator-data"));
      document.getElementById("results").textContent = JSON.stringify(read("settings").map(index));
    }
    """)

  private static func outcomes(
    _ data: SimulatorData, _ settings: [[Double]]
  ) throws -> [Outcome] {
    try Chromium.results(
      of: SimulatorPage.html(
        SimulatorPage.simulator(data), settings: settings, probe: probe), as: [Outcome].self)
  }

  /// Settings of which a part lies beyond the ranges, by a width of them at most.
  private static func settings(_ rule: ScoringRule, count: Int) -> [[Double]] {
    var generator = SplitMix64(seed: 9)
    return (0..<count).map { _ in
      rule.components.map { component in
        let width = component.maximum - component.minimum
        let isBeyond = Int.random(in: 0..<8, using: &generator) == 0
        let place = Double.random(in: isBeyond ? -1...2 : 0...1, using: &generator)
        return component.minimum + place * width
      }
    }
  }

  /// The figures of each rival, which tie with it, and such as are half of what ties apart from it below.
  private static func ties(_ data: SimulatorData) throws -> [[Double]] {
    let place = try #require(data.rule.indicators.firstIndex(of: "website_score"))
    let least = 0.5e-6 / data.rule.components[place].slope
    return (0..<data.index.rivalCount).flatMap { rival in
      let values = data.index.inputs.map { $0.rivals[rival] }
      var lower = values
      lower[place] -= least
      return [values, lower]
    }
  }

  /// The rule whose ranges take a province's figures in, an end that today's figure lies beyond keeping
  /// its distance.
  private static func widened(
    _ rule: ScoringRule, from today: [Double], to values: [Double]
  ) throws -> ScoringRule {
    try ScoringRule(
      year: rule.year, subindex: rule.subindex,
      components: zip(rule.components, zip(today, values)).map { component, figures in
        let (today, value) = figures
        let below = max(0, component.minimum - today)
        let above = max(0, today - component.maximum)
        return ScoringRule.Component(
          indicator: component.indicator, dimension: component.dimension,
          weight: component.weight, minimum: min(component.minimum, value + below),
          maximum: max(component.maximum, value - above), direction: component.direction,
          scale: component.scale)
      })
  }

  /// Two of the province's figures beyond the ends of their ranges, as ranges typed rounded leave them.
  private static func beyond(_ figure: Figure) -> Double? {
    guard figure.province == "daknong", figure.year == SimulatorPage.year else {
      return figure.value
    }
    switch figure.indicator {
    case "legal_documents": return 3.9
    case "relationship_needed": return 0.25
    default: return figure.value
    }
  }

  @Test(arguments: [RankedIndex.Ranges.held, .moving], [false, true])
  func aThousandSettingsScoreAndRankAsTheProgramScoresAndRanksThem(
    _ ranges: RankedIndex.Ranges, startsBeyond: Bool
  ) throws {
    let data = try SimulatorPage.data(
      ranges: ranges, panel: startsBeyond ? Bundled.panel(changing: Self.beyond) : nil)
    let settings = try Self.settings(data.rule, count: 1000) + Self.ties(data)
    let outcomes = try Self.outcomes(data, settings)
    #expect(outcomes.count == 1000 + 2 * 62)
    var (moved, ranksSeen) = (0, Set<Int>())
    for (values, outcome) in zip(settings, outcomes) {
      let widened = try Self.widened(data.rule, from: data.index.values, to: values)
      let rule = ranges == .held ? data.rule : widened
      let rivals = (0..<data.index.rivalCount).map { rival in
        rule.score(data.index.inputs.map { $0.rivals[rival] })
      }
      let score = rule.score(values)
      // The page was to be within 1e-9; scores are sums of twelve numbers below 20.
      #expect(abs(outcome.score - score) < 1e-9)
      #expect(zip(outcome.rivals, rivals).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(abs(outcome.parts.reduce(0, +) - score) < 1e-9)
      #expect(outcome.rank == Ranking.ofScores.rank(of: score, among: rivals))
      #expect(outcome.rank == data.index.rank(at: values))
      #expect(abs(outcome.median - ((rivals + [score]).median ?? .nan)) < 1e-9)
      #expect(outcome.passed.contains(true) == (widened != data.rule))
      if let next = outcome.next {
        let level = Ranking.ofScores.rank(of: score + next.gap, among: rivals)
        #expect(next.rank == level && level < outcome.rank)
        // Half of what may still be a tie: less than the gap does not reach the next place.
        #expect(
          Ranking.ofScores.rank(of: score + next.gap - 1.5e-6, among: rivals) == outcome.rank
            || next.gap < 3e-6)
      } else {
        #expect(outcome.rank == 1)
      }
      moved += outcome.passed.contains(true) ? 1 : 0
      ranksSeen.insert(outcome.rank)
    }
    #expect(moved > 300 && moved < 950)
    #expect(ranksSeen.count > 20)
  }

  @Test func todayIsWhereTheScoreboardHasTheProvince() throws {
    let data = try SimulatorPage.data()
    let outcome = try #require(try Self.outcomes(data, [data.index.values]).first)
    let row = try #require(data.board[data.province])
    #expect(outcome.score == row.score)
    #expect(outcome.rank == row.rank)
    #expect(outcome.rank == 49)
    #expect(data.standing == .init(score: row.score, rank: row.rank, median: outcome.median))
    // As published, to its digits (the folder datasets/scores).
    #expect(abs(outcome.median - 6.64) < 0.005)
  }
}

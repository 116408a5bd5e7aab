import Indices
import Panels
import Scenarios
import Sensitivity
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct DriversTests {
  private func drivers(
    _ name: String = "daknong", _ year: Int = 2017, ranges: RankedIndex.Ranges = .held,
    threads: Int? = nil, draws: Int = 40
  ) throws -> Drivers {
    let (panel, rule) = (try Bundled.panel(), try Bundled.rule(year))
    return try Drivers(
      of: Bundled.gazetteer().province(named: name), panel: panel, rule: rule,
      rules: Bundled.rules(), ranges: ranges,
      past: try? PastChanges(
        in: panel, rule: rule, replicates: Replicates(seed: 1, threads: threads), draws: draws))
  }

  @Test func theIndicatorsThatGainMostInAGoodYearComeFirst() throws {
    let effects = try drivers().effects
    #expect(effects.count == 12)
    for (first, second) in zip(effects, effects.dropFirst()) {
      let (a, b) = (try #require(first.good), try #require(second.good))
      #expect((a.places, a.score) >= (b.places, b.score))
    }
  }

  @Test func withScoresTakenForTrueTheIntervalIsThatOfTheGoodYear() throws {
    let drivers = try drivers()
    let places = drivers.goodYearDraws(amid: nil).places
    for (effect, interval) in zip(drivers.effects, places) {
      let draws = try #require(drivers.feasible?[effect.input.name]).goodDraws
      let most = LocalSteps(
        unit: 1, typical: 0, good: draws.max(), median: effect.input.value,
        best: effect.input.value)
      let position = try #require(drivers.rule.indicators.firstIndex(of: effect.input.name))
      let farthest = try #require(
        LocalSensitivity(of: position, in: drivers.index, steps: most).good)
      let interval = try #require(interval)
      #expect(interval.lowerBound >= 0)
      #expect(interval.upperBound <= farthest.places)
    }
  }

  @Test(arguments: RankedIndex.Ranges.allCases)
  func scoresWithoutErrorAreTakenForTrue(ranges: RankedIndex.Ranges) throws {
    let drivers = try drivers(ranges: ranges)
    let scores = [drivers.index.score] + drivers.index.rivalScores(at: drivers.index.values)
    let exact = try ScoreEstimates(scores, standardErrors: scores.map { _ in 0 })
    #expect(drivers.goodYearDraws(amid: exact).places == drivers.goodYearDraws(amid: nil).places)
  }

  @Test func whereAllStandCloserAGainIsWorthMorePlaces() throws {
    let drivers = try drivers()
    let scores = [drivers.index.score] + drivers.index.rivalScores(at: drivers.index.values)
    let middle = try #require(scores.mean)
    let shrunk = scores.map { middle + ($0 - middle) / 4 }
    let close = try ScoreEstimates(shrunk, standardErrors: scores.map { _ in 0 })
    let bounds = zip(
      drivers.goodYearDraws(amid: close).places, drivers.goodYearDraws(amid: nil).places)
    #expect(bounds.allSatisfy { ($0?.upperBound ?? 0) >= ($1?.upperBound ?? 0) })
  }

  @Test func theSameSeedGivesTheSamePlacesOnOneThreadAndMany() throws {
    let (one, many) = (try drivers(threads: 1), try drivers(threads: 3))
    let scores = try ScoreEstimates(
      [one.index.score] + one.index.rivalScores(at: one.index.values),
      standardErrors: Array(repeating: 0.2, count: 63))
    #expect(one.goodYearDraws(amid: scores).places == many.goodYearDraws(amid: scores).places)
  }

  @Test func bothWaysOfRangesAreTold() throws {
    let held = try drivers("angiang", 2019)
    let moving = try drivers("angiang", 2019, ranges: .moving)
    let other = Dictionary(
      uniqueKeysWithValues: held.effectsOtherwise.map { ($0.input.name, $0) })
    for effect in moving.effects { #expect(other[effect.input.name] == effect) }
    #expect(held.notes().texts.contains { $0.hasPrefix("If ranges moved with an extreme") })
    #expect(moving.notes().texts.contains { $0.hasPrefix("If ranges were held") })
  }

  @Test func theFirstYearHasNoGoodYearAndSaysSo() throws {
    let drivers = try drivers("daknong", 2013)
    #expect(drivers.feasible == nil)
    #expect(drivers.pairs.isEmpty)
    #expect(drivers.goodYearDraws(amid: nil).places.allSatisfy { $0 == nil })
    #expect(
      drivers.notes().texts.contains { $0.hasPrefix("no indicator of transparency has figures") })
    #expect(drivers.table().rows[1].count == 29)
  }

  @Test func theLaddersTableHoldsEveryRung() throws {
    let drivers = try drivers()
    let ladders = drivers.ladders
    let table = drivers.table(of: ladders)
    #expect(
      table.rows.count == 1
        + ladders.reduce(0) { $0 + $1.upward.count + $1.downward.count })
    for (ladder, effect) in zip(ladders, drivers.effects) {
      #expect(ladder.input.name == effect.input.name)
      #expect(ladder.gaining(1)?.value == effect.nextPlace?.value)
    }
  }
}

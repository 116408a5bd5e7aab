import Panels
import Statistics
import TestSupport
import Testing

@testable import Indices

@Suite struct SurveyForecastTests {
  private func forecast() throws -> SurveyForecast {
    SurveyForecast(
      try ScoreEstimates(
        [6.9, 6.5, 6.4, 6.3, 6.0], standardErrors: [0.2, 0.25, 0.15, 0.3, 0.2]))
  }

  @Test func probabilitiesAreThoseOfDrawnSurveys() throws {
    let forecast = try forecast()
    let draws = 20_000
    var counts = [Int](repeating: 0, count: 5)
    for replicate in 0..<draws {
      var random = ReplicateGenerator(seed: 4, replicate: replicate)
      var scores = forecast.scores.indices.map {
        forecast.scores[$0] + forecast.errors[$0] * NormalDistribution().quantile(random.uniform())
      }
      scores[3] += 0.2
      counts[Ranking(tolerance: 0).ranks(of: scores)[3] - 1] += 1
    }
    let exact = try forecast.ranks(of: 3, changedBy: 0.2)
    for (count, probability) in zip(counts, exact) {
      let error = (probability * (1 - probability) / Double(draws)).squareRoot()
      #expect(abs(Double(count) / Double(draws) - probability) < 4 * error + 1e-9)
    }
  }

  @Test func aGreaterChangeMakesAGoalLikelier() throws {
    let forecast = try forecast()
    let steps = [-1, -0.5, 0, 0.25, 0.5, 1].map { $0 }
    let odds = try steps.map { try forecast.probability(upTo: 2, of: 3, changedBy: $0) }
    #expect(zip(odds, odds.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try forecast.probability(upTo: 5, of: 3, changedBy: 0) > 1 - 1e-9)
  }

  @Test(arguments: [0.05, 0.5, 0.8, 0.95])
  func theChangeForAProbabilityHasIt(probability: Double) throws {
    let forecast = try forecast()
    let change = try forecast.change(forProbability: probability, upTo: 2, of: 4)
    let reached = try forecast.probability(upTo: 2, of: 4, changedBy: change)
    // The change is known to 1e-9, and a probability rises by less than 3 a point.
    #expect(abs(reached - probability) < 3e-9)
  }

  @Test func changesBetweenYearsAreNetOfTheMeanAndCorrectedForAskingOften() throws {
    let years = try (2017...2018).map { try SampledFiguresTests.figures($0) }
    let changes = try ScoreChanges(from: years[0], to: years[1])
    let entries = changes.entries.compactMap { $0 }
    #expect(entries.count == 63)
    // A sum of 63 differences, rounded.
    #expect(abs(entries.reduce(0) { $0 + $1.change }) < 1e-12)
    for entry in entries {
      #expect(entry.adjustedPValue >= entry.pValue)
      #expect((entry.probabilityOfRise > 0.5) == (entry.change > 0))
    }
    let place = try #require(years[1].provinces.firstIndex { $0.nameVi == "Đắk Nông" })
    #expect(changes.entries[place]?.earlierRank == 53)
  }

  @Test func yearsOfDifferentRulesDoNotCompare() throws {
    let years = try [2016, 2017].map { try SampledFiguresTests.figures($0) }
    #expect(
      message { try ScoreChanges(from: years[0], to: years[1]) }
        == "the scores of 2016 and 2017 follow different rules: their difference is no change; years of "
        + "one rule are 2006 to 2008, 2013 to 2016 and 2017 to 2020")
  }
}

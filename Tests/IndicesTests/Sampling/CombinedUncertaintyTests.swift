import Panels
import Statistics
import TestSupport
import Testing

@testable import Indices

@Suite struct CombinedUncertaintyTests {
  private func combined(
    _ figures: SampledFigures, _ alternatives: MethodAlternatives, threads: Int = 1
  ) throws -> CombinedUncertainty {
    try CombinedUncertainty(
      figures, in: Bundled.panel(), alternatives: alternatives, level: 0.9, draws: 1,
      replicates: Replicates(seed: 2, threads: threads))
  }

  private let weights = MethodAlternatives(weightRange: 0.25)

  @Test func withOneMethodAllIsSampling() throws {
    let figures = try SampledFiguresTests.figures(2019)
    let found = try combined(figures, MethodAlternatives())
    for unit in found.units {
      // With one method nothing is left of the others but rounding.
      #expect(abs(unit.sampling.value - 1) < 1e-9)
      #expect(abs(unit.method.value) < 1e-9 && abs(unit.both.value) < 1e-9)
    }
    // The mean rank is known exactly for independent shrunk scores under the rule's ranges, and so are the
    // ends of the interval. Eight blocks know their own spread badly: Student's t of 7 degrees at 1 in 10⁴ is 8.
    let shrunk = EmpiricalBayes(figures.scores, errors: figures.scoreErrors)
    let errors = zip(figures.scoreErrors, shrunk.shrinkage).map { $0 * (1 - $1).squareRoot() }
    let exact = ShrinkageBacktest.meanRanks(of: shrunk.estimates, errors: errors)
    let ranks = RankProbabilities(of: try ScoreEstimates(shrunk.estimates, standardErrors: errors))
    for (place, unit) in found.units.enumerated() {
      #expect(abs(unit.mean.value - exact[place]) < 8 * unit.mean.error)
      let likely = ranks.likelyRanks(of: place, level: 0.9)
      #expect(abs(unit.low.value - Double(likely.lowerBound)) < 8 * unit.low.error + 1)
      #expect(abs(unit.high.value - Double(likely.upperBound)) < 8 * unit.high.error + 1)
    }
  }

  @Test func withoutErrorsAllIsMethod() throws {
    let figures = try SampledFiguresTests.figures(2019, firms: 1e16)
    let found = try combined(figures, weights)
    for unit in found.units where unit.high.value > unit.low.value {
      #expect(abs(unit.method.value - 1) < 1e-6)
    }
  }

  @Test func sharesSumToOneAndThreadsDoNotMatter() throws {
    let figures = try SampledFiguresTests.figures(2018)
    let found = try combined(figures, weights, threads: 1)
    for unit in found.units {
      #expect(abs(unit.sampling.value + unit.method.value + unit.both.value - 1) < 1e-12)
      #expect(unit.low.value <= unit.mean.value && unit.mean.value <= unit.high.value)
    }
    #expect(try combined(figures, weights, threads: 2).units == found.units)
  }

  @Test func aTwoWayLayoutGivesBackItsParts() {
    // f = table + method: no interaction. Tables −1, 0, 1; methods −2, 2; ranks around 5.
    var ranks = CrossedRanks(units: 9, tables: 3, methods: 2)
    for table in 0..<3 {
      for method in 0..<2 {
        ranks.add(
          [4 + table + 4 * method - 1] + Array(repeating: 1, count: 8), table: table, method: method
        )
      }
    }
    let parts = ranks.variances(of: 0)
    // Variances of −1, 0, 1 and of −2, 2 with one less than their number: 1 and 8.
    #expect(abs(parts.tables - 1) < 1e-12 && abs(parts.methods - 8) < 1e-12)
    #expect(abs(parts.both) < 1e-12)
    #expect(ranks.mean(of: 0) == 6)
  }
}

import Indices
import Panels
import Statistics
import TestSupport
import Testing

@Suite struct CompositeIndexTests {
  // The "minmax-anchor" cases of expected_scalars.tsv of the reference, in exact fractions: two
  // indicators of equal weight, of the second less is better, scored from 1 to 10.
  @Test(arguments: [
    ([60.0, 80, 70, 50, 75], [3.0, 9, 6, 12, 5], [7, 7, 7, 1, 8.25], [2.0, 2, 2, 5, 1]),
    ([60, 100, 70, 50, 75], [3, 9, 6, 12, 5], [6.4, 7, 5.8, 1, 6.75], [3, 1, 4, 5, 2]),
    ([60, 80, 70, 75], [3, 9, 6, 5], [5.5, 5.5, 5.5, 7.375], [2, 2, 2, 1]),
  ])
  func theEndsAreTheLowestAndTheHighestOfTheUnits(
    _ first: [Double], _ second: [Double], _ scores: [Double], _ ranks: [Double]
  ) throws {
    let index = CompositeIndex(structure: try SmallIndex.flat([.positive, .reversed]))
    let result = try index.evaluate(SmallIndex.table([first, second]))
    for (own, expected) in zip(result.scores, scores) {
      // Two scores up to 10, each rounded a few times.
      #expect(abs(own - expected) < 1e-14)
    }
    #expect(result.ranks == ranks)
  }

  @Test func scoresThatDifferOnlyByRoundingTieByEveryRule() throws {
    let structure = try SmallIndex.flat([.positive, .reversed])
    let table = SmallIndex.table([[60, 80, 70, 50, 75], [3, 9, 6, 12, 5]])
    for (ties, ranks) in [
      (TieRule.maximum, [4.0, 4, 4, 5, 1]), (.average, [3, 3, 3, 5, 1]), (.dense, [2, 2, 2, 3, 1]),
      (.ordinal, [2, 3, 4, 5, 1]),
    ] {
      let index = CompositeIndex(structure: structure, ties: ties)
      #expect(try index.evaluate(table).ranks == ranks)
    }
  }

  @Test func noUnitsHaveNoScores() throws {
    let index = CompositeIndex(structure: try SmallIndex.flat([.positive, .positive]))
    let result = try index.evaluate(
      SmallIndex.table([[], []]), keeping: Set(CompositeIndex.Stage.allCases))
    #expect(result.scores == [] && result.ranks == [])
    #expect(result.stages[.aggregated]?.codes == ["a", "b", "index"])
    #expect(try index.evaluate(IndicatorPanel([])) == [])
  }

  @Test func oneUnitHasNoRangeToBeScoredBy() throws {
    let structure = try SmallIndex.flat([.positive])
    let index = CompositeIndex(structure: structure)
    #expect(
      message { try index.evaluate(SmallIndex.table([[4]])) }
        == "a: all units have the value 4.0, so that there is no range to score by; "
        + "leave the indicator out")
    let ranked = CompositeIndex(structure: structure, normalisation: .percentile(to: 0...100))
    #expect(try ranked.evaluate(SmallIndex.table([[4]])).scores == [100])
  }

  /// The laws of a linear normalisation with arithmetic means.
  @Test(arguments: [2, 3, 63])
  func unitsOfMeasureChangeNothing(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let columns = (0..<4).map { _ in
      (0..<count).map { _ in Double.random(in: 10...90, using: &random) }
    }
    let structure = try SmallIndex.flat([.positive, .reversed, .positive, .reversed])
    for normalisation in [
      Normalisation.minMax(to: 0...100), .zScore(mean: 5, deviation: 2), .rank,
      .percentile(to: 0...1), .distanceToReference(nil, to: 0...1),
    ] {
      let index = CompositeIndex(structure: structure, normalisation: normalisation)
      let scores = try index.evaluate(SmallIndex.table(columns)).scores
      let moved = try index.evaluate(
        SmallIndex.table(columns.map { $0.map { 7 + 4 * $0 } })
      ).scores
      for (one, other) in zip(scores, moved) {
        // Shifted figures round at a few units of 367 in 2⁵³, and scores reach 100.
        #expect(abs(one - other) < 1e-11)
      }
    }
  }

  @Test func anyNumberOfThreadsGivesTheSameDigits() throws {
    var random = SplitMix64(seed: 8)
    // Enough figures for threads to be started.
    let tables = (0..<9).map { year in
      IndicatorTable(
        units: (0..<3000).map { "\($0)" }, codes: ["a", "b", "c", "d"],
        columns: (0..<4).map { _ in
          (0..<3000).map { _ in Double.random(in: 1...9, using: &random) }
        }, time: "\(2000 + year)")
    }
    let index = CompositeIndex(
      structure: try SmallIndex.flat([.positive, .reversed, .positive, .positive]))
    let serial = try index.evaluate(IndicatorPanel(tables), threads: 1)
    #expect(try index.evaluate(IndicatorPanel(tables), threads: 2) == serial)
    #expect(try index.evaluate(IndicatorPanel(tables), threads: 64) == serial)
    #expect(try tables.map { try index.evaluate($0) } == serial)
  }

  @Test func pooledScoresCompareBetweenTimesAndRanksAreOfOne() throws {
    let index = CompositeIndex(structure: try SmallIndex.flat([.positive]))
    let panel = IndicatorPanel([
      IndicatorTable(units: ["A", "B"], codes: ["a"], columns: [[0, 10]], time: "1"),
      IndicatorTable(units: ["A", "B"], codes: ["a"], columns: [[20, 30]], time: "2"),
    ])
    let pooled = try index.evaluate(panel, scaling: .pooled, keeping: [.normalised])
    #expect(pooled.map(\.scores) == [[1, 4], [7, 10]])
    #expect(pooled.map(\.ranks) == [[2, 1], [2, 1]])
    #expect(pooled[1].stages[.normalised]?[0, "a"] == 7)
    #expect(pooled.map(\.time) == ["1", "2"])
    #expect(try index.evaluate(panel).map(\.scores) == [[1, 10], [1, 10]])
  }
}

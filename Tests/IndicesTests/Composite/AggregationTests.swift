import Glibc
import Indices
import Panels
import TestSupport
import Testing

@Suite struct AggregationTests {
  /// The index of scores as they are, with given weights.
  private func scores(
    _ aggregation: Aggregation, _ columns: [[Double]], weights: [Double]
  ) throws -> [Double] {
    let structure = try IndexStructure(
      weights.enumerated().map { number, weight in
        IndexStructure.Element(code: SmallIndex.code(number), parent: nil, weight: weight)
      })
    return try CompositeIndex(
      structure: structure, normalisation: .none, aggregation: aggregation
    ).evaluate(SmallIndex.table(columns)).scores
  }

  /// `a_gmean` and `a_hmean` of COINr: from expected_scalars.tsv of the reference.
  @Test func meansAreThoseOfCOINr() throws {
    let columns = [[1.0], [2], [3]]
    // A sum of three logarithms, none above 2, and their exponential.
    #expect(
      abs(try scores(.geometric, columns, weights: [1, 1, 1])[0] - pow(6, 1.0 / 3)) < 1e-15)
    #expect(
      abs(try scores(.geometric, columns, weights: [1, 1, 2])[0] - pow(18, 0.25)) < 1e-15)
    #expect(
      abs(try scores(.harmonic, columns, weights: [2, 1, 1])[0] - 4 / (2 + 0.5 + 1.0 / 3)) < 1e-15)
    #expect(abs(try scores(.arithmetic, columns, weights: [1, 1, 2])[0] - 2.25) < 1e-15)
  }

  @Test func theMedianIsWhereHalfOfTheWeightIsReached() throws {
    #expect(try scores(.median, [[9], [1], [4]], weights: [1, 1, 1]) == [4])
    #expect(try scores(.median, [[9], [1], [4], [6]], weights: [1, 1, 1, 1]) == [5])
    #expect(try scores(.median, [[9], [1], [4]], weights: [5, 1, 1]) == [9])
    #expect(try scores(.median, [[9], [1]], weights: [1, 1]) == [5])
    #expect(try scores(.median, [[9]], weights: [3]) == [9])
  }

  /// A beats B by 3 of 4 of the weight; A and C, and B and C, share it half and half.
  @Test func copelandCountsUnitsBeatenLessUnitsBeatenBy() throws {
    #expect(
      try scores(.copeland, [[3, 2, 1], [3, 1, 4], [2, 2, 2]], weights: [1, 1, 2]) == [1, -1, 0])
    #expect(try scores(.copeland, [[5, 9, 7]], weights: [1]) == [-2, 2, 0])
  }

  @Test(arguments: [1, 2, 20, 63])
  func copelandScoresAddUpToZeroAndDoNotCareForScale(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let columns = (0..<5).map { _ in
      (0..<count).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    }
    let weights = [0.1, 0.2, 0.3, 0.25, 0.15]
    let own = try scores(.copeland, columns, weights: weights)
    #expect(own.reduce(0, +) == 0)
    #expect(try scores(.copeland, columns.map { $0.map { exp($0) } }, weights: weights) == own)
  }

  @Test(arguments: [1, 2, 30])
  func theMeansStandInTheirOrder(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count) + 3)
    let columns = (0..<6).map { _ in
      (0..<count).map { _ in Double.random(in: 1...10, using: &random) }
    }
    let weights = (0..<6).map { _ in Double.random(in: 0.1...1, using: &random) }
    let harmonic = try scores(.harmonic, columns, weights: weights)
    let geometric = try scores(.geometric, columns, weights: weights)
    let arithmetic = try scores(.arithmetic, columns, weights: weights)
    for unit in 0..<count {
      #expect(harmonic[unit] < geometric[unit])
      #expect(geometric[unit] < arithmetic[unit])
    }
  }

  @Test(arguments: [Aggregation.arithmetic, .geometric, .harmonic, .median])
  func whatIsThereSharesTheWeightOfWhatIsMissing(_ aggregation: Aggregation) throws {
    let gaps = try scores(
      aggregation, [[2, .nan, 5], [4, 4, .nan], [7, 3, 6]], weights: [1, 2, 3])
    let second = try scores(aggregation, [[4], [3]], weights: [2, 3])
    let third = try scores(aggregation, [[5], [6]], weights: [1, 3])
    #expect(abs(gaps[1] - second[0]) < 1e-14)
    #expect(abs(gaps[2] - third[0]) < 1e-14)
  }

  @Test func everyLevelMayHaveItsOwnWay() throws {
    let structure = try IndexStructure([
      IndexStructure.Element(code: "a", parent: "x"),
      IndexStructure.Element(code: "b", parent: "x"),
      IndexStructure.Element(code: "c", parent: "y"),
      IndexStructure.Element(code: "x", parent: "z"),
      IndexStructure.Element(code: "y", parent: "z"),
      IndexStructure.Element(code: "z", parent: nil),
    ])
    let index = CompositeIndex(
      structure: structure, normalisation: .none, aggregation: .geometric,
      aggregationByLevel: [3: .arithmetic])
    let result = try index.evaluate(SmallIndex.table([[4], [9], [10]]))
    #expect(abs(result.scores[0] - 8) < 1e-14)
    #expect(result.aggregates.codes == ["x", "y", "z"])
    #expect(result.aggregates[0, "x"].map { abs($0 - 6) < 1e-14 } == true)
  }

  @Test func whatHasNoMeanIsTold() {
    #expect(
      message { try scores(.geometric, [[1, 2], [3, 0]], weights: [1, 1]) }
        == "index: a geometric mean is of positive scores, and B has 0.0 in b; "
        + "score to a range above zero")
    #expect(
      message { try scores(.arithmetic, [[1, .nan], [3, .nan]], weights: [1, 1]) }
        == "B has no figure at all; leave its row out")
    #expect(
      message { try scores(.arithmetic, [[1, 2], [.nan, .nan]], weights: [1, 1]) }
        == "b: no unit has a figure; leave the indicator out")
  }
}

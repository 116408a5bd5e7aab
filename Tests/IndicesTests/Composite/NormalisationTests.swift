import Indices
import Panels
import TestSupport
import Testing

@Suite struct NormalisationTests {
  private func scores(
    _ normalisation: Normalisation, _ column: [Double], _ direction: Direction = .positive,
    target: Double? = nil, lower: Double? = nil, upper: Double? = nil
  ) throws -> [Double] {
    let structure = try IndexStructure([
      IndexStructure.Element(
        code: "a", parent: nil, direction: direction, target: target, lower: lower, upper: upper)
    ])
    return try CompositeIndex(structure: structure, normalisation: normalisation)
      .evaluate(SmallIndex.table([column])).scores
  }

  @Test func theLowestAndTheHighestScoreTheEnds() throws {
    #expect(try scores(.minMax(to: 0...100), [2, 6, 4]) == [0, 100, 50])
    #expect(try scores(.minMax(to: 0...100), [2, 6, 4], .reversed) == [100, 0, 50])
    #expect(try scores(.minMax(to: 1...10), [2, 6, 4], .reversed) == [10, 1, 5.5])
  }

  @Test func theMeanAndADeviationScoreWhatTheyShould() throws {
    #expect(try scores(.zScore(mean: 0, deviation: 1), [2, 4, 6]) == [-1, 0, 1])
    #expect(try scores(.zScore(mean: 100, deviation: 15), [2, 4, 6], .reversed) == [115, 100, 85])
  }

  /// `n_dist2targ(c(0, 5, 11), 10)` of COINr: from expected_scalars.tsv of the reference.
  @Test func theDistanceToATargetIsThatOfCOINr() throws {
    let open = Normalisation.distanceToTarget(to: 0...1, isCapped: false)
    #expect(try scores(open, [0, 5, 11], target: 10) == [0, 0.5, 1.1])
    let capped = Normalisation.distanceToTarget(to: 0...1, isCapped: true)
    #expect(try scores(capped, [0, 5, 11], target: 10) == [0, 0.5, 1])
    #expect(try scores(capped, [10, 6, 0], .reversed, target: 2) == [0, 0.5, 1])
  }

  @Test func theReferenceScoresTheUpperEnd() throws {
    let reference = Normalisation.distanceToReference("B", to: 0...1)
    #expect(try scores(reference, [0, 4, 8]) == [0, 1, 2])
    #expect(try scores(reference, [0, 4, 8], .reversed) == [2, 1, 0])
    #expect(try scores(.distanceToReference(nil, to: 0...1), [0, 4, 8]) == [0, 0.5, 1])
  }

  @Test func boundsScoreTheEnds() throws {
    let open = Normalisation.goalposts(to: 1...10, isCapped: false)
    #expect(try scores(open, [20, 30, 40], lower: 20, upper: 30) == [1, 10, 19])
    let capped = Normalisation.goalposts(to: 1...10, isCapped: true)
    #expect(try scores(capped, [20, 30, 40], lower: 20, upper: 30) == [1, 10, 10])
  }

  @Test func placesCountFromTheWorst() throws {
    #expect(try scores(.rank, [5, 9, 5, 1]) == [2, 4, 2, 1])
    #expect(try scores(.rank, [5, 9, 5, 1], .reversed) == [2, 1, 2, 4])
    #expect(try scores(.percentile(to: 0...100), [5, 9, 7, 1, 8]) == [25, 100, 50, 0, 75])
  }

  @Test func figuresMayStayAsTheyAre() throws {
    #expect(try scores(.none, [5, 5, -0.1]) == [5, 5, -0.1])
    #expect(try scores(.none, [5, 9, 0.1], .reversed) == [-5, -9, -0.1])
  }

  @Test func whatCannotBeScoredIsTold() {
    let target = Normalisation.distanceToTarget(to: 0...1, isCapped: false)
    #expect(
      message { try scores(target, [1, 2]) }
        == "a: a distance to targets needs a target for every indicator")
    #expect(
      message { try scores(target, [1, 2], target: 1) }
        == "a: the target 1.0 is no better than the worst value 1.0")
    let posts = Normalisation.goalposts(to: 1...10, isCapped: false)
    #expect(
      message { try scores(posts, [1, 2], lower: 3) }
        == "a: goalposts need a lower and an upper bound for every indicator")
    #expect(
      message { try scores(posts, [1, 2], lower: 3, upper: 3) }
        == "a: the lower bound 3.0 is not below the upper bound 3.0")
    #expect(
      message { try scores(.distanceToReference("Z", to: 0...1), [1, 2]) }
        == #"the reference "Z" is not among the units"#)
    #expect(
      message { try scores(.distanceToReference("A", to: 0...1), [1, 2]) }
        == "a: the reference A has no value, or the worst of all")
    #expect(
      message { try scores(.minMax(to: 0...1), [-1.5e308, 1.5e308]) }
        == "a: values beyond 1e150 are too large to be scored")
  }
}

import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct StandingTests {
  private let ranking = Ranking(tolerance: 1e-6)

  @Test func drawingLevelWithTwoTiedRivalsGainsBothPlaces() throws {
    let standing = Standing(score: 5, rivals: [7, 6, 6, 4], ranking: ranking)
    #expect(standing.rank == 4)
    let next = try #require(standing.nextPlace)
    #expect(next.rise == 1)
    #expect(next.places == 2)
    #expect(standing.places(after: 1.5) == 2)
    #expect(standing.places(after: 2) == 3)
    #expect(standing.places(after: -1.5) == -1)
  }

  @Test func theTopHasNoNextPlaceAndATieIsNotAbove() {
    let standing = Standing(score: 7, rivals: [7.0000005, 6], ranking: ranking)
    #expect(standing.rank == 1)
    #expect(standing.ties == 1)
    #expect(standing.nextPlace == nil)
  }

  @Test func anyRiseShorterThanTheNextPlaceGainsNothing() throws {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let scores = (0..<12).map { _ in Double.random(in: 4...8, using: &generator) }
      let standing = Standing(score: scores[0], rivals: Array(scores[1...]), ranking: ranking)
      guard let next = standing.nextPlace else { continue }
      #expect(standing.places(after: next.rise - 3 * ranking.tolerance) == 0)
      #expect(standing.places(after: next.rise) == next.places)
      #expect(next.places >= 1)
    }
  }
}

import Sensitivity
import Statistics
import Testing

@Suite struct RankedIndexModelTests {
  private static func index(_ ranges: RankedIndex.Ranges) -> RankedIndex {
    var random = ReplicateGenerator(seed: 11, replicate: 0)
    return RankedIndex(
      inputs: (0..<5).map { place in
        let rivals = (0..<20).map { _ in random.uniform() }
        return RankedIndex.Input(
          name: "x\(place)", value: place == 1 ? 1.1 : random.uniform(), rivals: rivals,
          range: 0.05...0.95, weight: Double(place + 1) / 15, output: 1...10,
          isRising: place != 2)
      }, ranges: ranges, ranking: Ranking(tolerance: 1e-6))
  }

  private static func points(_ count: Int, _ replicate: Int) -> Points {
    var random = ReplicateGenerator(seed: 12, replicate: replicate)
    return Points(
      columns: (0..<5).map { _ in (0..<count).map { _ in 1.6 * random.uniform() - 0.3 } },
      count: count)
  }

  @Test(arguments: RankedIndex.Ranges.allCases, [0, 1, 7, 8, 9, 100])
  func manyPointsHaveTheRanksOfEach(ranges: RankedIndex.Ranges, count: Int) {
    let index = Self.index(ranges)
    let (points, others) = (Self.points(count, 0), Self.points(count, 1))
    let expected = (0..<count).map { Double(index.rank(at: points[$0])) }
    #expect(index.outputs(at: points) == expected)
    let exchanged = index.outputs(at: points, exchangingEachWith: others)
    #expect(exchanged.count == 5)
    for input in 0..<5 {
      let mixed = points.exchanging(input, with: others)
      #expect(exchanged[input] == (0..<count).map { Double(index.rank(at: mixed[$0])) })
    }
    #expect(count < 100 || Set(expected).count > 5)
  }
}

import Statistics
import TestSupport
import Testing

@Suite struct ShapleyWeightsTests {
  @Test(arguments: [1, 2, 3, 6, 11])
  func oneSumPerPlayerGivesTheValues(players: Int) {
    var random = SplitMix64(seed: 1)
    let worths = (0..<(1 << players)).map { _ in Double.random(in: -1...1, using: &random) }
    let weights = ShapleyWeights(players: players)
    let sums = (0..<players).map { player in
      worths.indices.filter { $0 >> player & 1 == 1 }.reduce(5.0) {
        $0 + weights.belonging[$1.nonzeroBitCount] * worths[$1]
      }
    }
    let values = weights.values(sums: sums, gain: worths[worths.count - 1] - worths[0])
    let expected = ShapleyValues(players: players, worths: [worths]).values[0]
    // A few thousand terms below one over the number of coalitions of their size.
    for (value, other) in zip(values, expected) { #expect(abs(value - other) < 1e-13) }
  }

  @Test func weightsOfCoalitionsAPlayerJoinsAddUpToOne() {
    for players in 1...30 {
      let weights = ShapleyWeights(players: players)
      var (sum, choices) = (0.0, 1.0)
      for (size, weight) in weights.joining.enumerated() {
        sum += weight * choices
        choices *= Double(players - 1 - size) / Double(size + 1)
      }
      // Thirty terms, each rounded a few times.
      #expect(abs(sum - 1) < 1e-14)
    }
  }

  @Test func nobodyHasNoValue() {
    let weights = ShapleyWeights(players: 0)
    #expect(weights.joining.isEmpty && weights.belonging == [0])
    #expect(weights.values(sums: [], gain: 3).isEmpty)
  }

  @Test func sumsOfSomeoneElsesGameAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = ShapleyWeights(players: 2).values(sums: [1], gain: 1)
    }
    await #expect(processExitsWith: .failure) { _ = ShapleyWeights(players: 61) }
  }
}

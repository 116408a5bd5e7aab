import Statistics
import TestSupport
import Testing

@Suite struct MultipleTestingTests {
  private static let pValues = [0.01, 0.04, .nan, 0.03, 0.005, 0.55, 0.04, 0.8, 0.0003]

  private func expect(_ result: [Double], _ expected: [Double]) {
    #expect(result.count == expected.count)
    for (one, other) in zip(result, expected) {
      // One product of two numbers: a unit in the last place.
      #expect(one.isNaN && other.isNaN || abs(one - other) <= 2.3e-16 * other)
    }
  }

  /// Expected values: `Reference/p_adjust.R`.
  @Test func holmAgreesWithR() {
    expect(
      AdjustedPValues.holm(Self.pValues),
      [0.06, 0.16, .nan, 0.15, 0.035, 1, 0.16, 1, 0.0024])
  }

  /// Expected values: `Reference/p_adjust.R`.
  @Test func benjaminiHochbergAgreesWithR() {
    expect(
      AdjustedPValues.benjaminiHochberg(Self.pValues),
      [
        0.026666666666666665, 0.05333333333333333, .nan, 0.05333333333333333, 0.02,
        0.62857142857142856, 0.05333333333333333, 0.8, 0.0024,
      ])
  }

  @Test func oneHypothesisAloneKeepsItsPValue() {
    #expect(AdjustedPValues.holm([0.3]) == [0.3])
    #expect(AdjustedPValues.benjaminiHochberg([0.3]) == [0.3])
    #expect(AdjustedPValues.holm([]) == [] && AdjustedPValues.benjaminiHochberg([]) == [])
    #expect(AdjustedPValues.holm([.nan, 0.2])[1] == 0.2)
  }

  @Test func adjustingKeepsTheOrderAndNeverLowers() {
    var numbers = SplitMix64(seed: 11)
    for size in 1...40 {
      // A grid of few values, so that there are ties.
      let pValues = (0..<size).map { _ in Double(Int.random(in: 0...20, using: &numbers)) / 20 }
      for adjusted in [AdjustedPValues.holm(pValues), AdjustedPValues.benjaminiHochberg(pValues)] {
        for (i, j) in zip(0..<size, (0..<size).reversed()) {
          #expect(adjusted[i] >= pValues[i] && adjusted[i] <= 1)
          #expect(pValues[i] <= pValues[j] ? adjusted[i] <= adjusted[j] : true)
        }
      }
      for (holm, hochberg) in zip(
        AdjustedPValues.holm(pValues), AdjustedPValues.benjaminiHochberg(pValues))
      {
        #expect(hochberg <= holm)
      }
    }
  }

  @Test func romanoAndWolfsStepsAreThoseWrittenOut() {
    // Two hypotheses, four replicates: the larger |t| = 3 meets max(|t*|) 4, 1, 2, 3: two reach it; the
    // smaller, 1, meets its own |t*| 4, 0, 2, 1: three do.
    let result = RomanoWolf(statistics: [1, -3], bootstrap: [4, 1, 0, -1, -2, 2, 1, 3])
    #expect(result.pValues == [4.0 / 5, 3.0 / 5])
    #expect(result.replicates == 4)
    #expect(result.standardErrors[1] == (0.6 * 0.4 / 4).squareRoot())
  }

  @Test func romanoAndWolfAgreeWithTheDefinitionAndNeverFallBelowOneTest() {
    var numbers = SplitMix64(seed: 3)
    for m in 1...6 {
      let statistics = (0..<m).map { _ in Double.random(in: -3...3, using: &numbers) }
      let bootstrap = (0..<m * 99).map { _ in Double.random(in: -3...3, using: &numbers) }
      let result = RomanoWolf(statistics: statistics, bootstrap: bootstrap)
      let order = (0..<m).sorted { abs(statistics[$0]) > abs(statistics[$1]) }
      var highest = 0.0
      for (place, hypothesis) in order.enumerated() {
        let reaching = (0..<99).count { replicate in
          order[place...].contains {
            abs(bootstrap[replicate * m + $0]) >= abs(statistics[hypothesis])
          }
        }
        highest = max(highest, Double(reaching + 1) / 100)
        #expect(result.pValues[hypothesis] == highest)
        let alone = (0..<99).count {
          abs(bootstrap[$0 * m + hypothesis]) >= abs(statistics[hypothesis])
        }
        #expect(result.pValues[hypothesis] >= Double(alone + 1) / 100)
      }
    }
  }

  @Test func whatIsNotANumberIsNoHypothesisOrCountsAgainstRejecting() {
    let result = RomanoWolf(statistics: [.nan, 2], bootstrap: [9, 1, 9, .nan])
    #expect(result.pValues[0].isNaN && result.standardErrors[0].isNaN)
    #expect(result.pValues[1] == 2.0 / 3)
    #expect(RomanoWolf(statistics: [], bootstrap: []).pValues == [])
  }

  @Test func equalStatisticsGetEqualPValues() {
    let result = RomanoWolf(statistics: [2, -2, 1], bootstrap: [3, 0, 0, 0, 3, 0, 0, 0, 3])
    #expect(result.pValues[0] == result.pValues[1])
  }

  @Test func mistakesEndTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = AdjustedPValues.holm([1.5]) }
    await #expect(processExitsWith: .failure) {
      _ = RomanoWolf(statistics: [1, 2], bootstrap: [1, 2, 3])
    }
  }
}

import Sensitivity
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct ElementaryEffectsTests {
  /// The Primer of Saltelli and others (2008) has this as exercise 4 on page 138.
  ///
  /// Six walks on a grid of four levels, here 0 to 3. `Reference/morris_exercise_4.csv` has the points and
  /// outputs; the answers, recomputed exactly from them, are short decimals but for σ.
  @Test func theExampleOfThePrimerComesOut() throws {
    let path = reference("morris_exercise_4.csv")
    let records = try Records(CSVReader().table(contentsOf: path))
    let columns = try ["x1", "x2"].map { name in
      try records.map { try $0.number(name) / 3 }
    }
    let effects = ElementaryEffects(
      shares: Points(columns: columns), outputs: try records.map { try $0.number("y") })
    let indices = effects.indices(names: ["x1", "x2"], replicates: Replicates(seed: 1))
    #expect(effects.walks == 6)
    let expected = [(0.65, 1.62, 1.794107020219251), (0.21, 0.35, 0.41199514560246936)]
    for (index, (mean, size, deviation)) in zip(indices, expected) {
      // Steps of 2/3 round in binary.
      #expect(abs(index.mean - mean) < 1e-14)
      #expect(abs(index.meanAbsolute.value - size) < 1e-14)
      #expect(abs(try #require(index.deviation) - deviation) < 1e-14)
      let interval = try #require(index.meanAbsolute.interval)
      #expect(interval.contains(size) && interval.lowerBound > 0)
    }
    #expect(indices.map(\.name) == ["x1", "x2"])
  }

  @Test func theStandardErrorIsThatOfAMean() throws {
    // The bootstrap of a mean has the error √(Σ (x − x̄)²) / n in the limit of many resamples.
    let sizes = [1.0, 2, 4, 8, 16, 3, 5]
    let shares: [Double] = sizes.flatMap { _ in [0, 1] }
    let outputs: [Double] = sizes.flatMap { [0, -$0] }
    let effects = ElementaryEffects(shares: Points(columns: [shares]), outputs: outputs)
    let index = effects.indices(
      names: ["x"], resamples: 40_000, replicates: Replicates(seed: 2))[0]
    let mean = try #require(sizes.mean)
    let exact = sizes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot() / 7
    // The standard deviation of 40,000 draws is right to 1 in √80,000; four times that.
    #expect(abs(try #require(index.meanAbsolute.standardError) / exact - 1) < 0.015)
    #expect(index.mean == -mean)
  }

  @Test func oneWalkHasNoDeviationAndNoneNoIndices() {
    let one = ElementaryEffects(shares: Points(columns: [[0, 1]]), outputs: [1, 3])
    let index = one.indices(names: ["x"], replicates: Replicates(seed: 1))[0]
    #expect(index.mean == 2 && index.deviation == nil)
    #expect(index.meanAbsolute.standardError == nil && index.meanAbsolute.interval == nil)
    let none = ElementaryEffects(shares: Points(columns: [[]]), outputs: [])
    #expect(none.indices(names: ["x"], replicates: Replicates(seed: 1)).isEmpty)
    let still = ElementaryEffects(shares: Points(columns: [], count: 2), outputs: [1, 1])
    #expect(still.indices(names: [], replicates: Replicates(seed: 1)).isEmpty)
  }

  @Test func aStepOfTwoInputsTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = ElementaryEffects(
        shares: Points(columns: [[0, 1, 1], [0, 1, 1]]), outputs: [0, 0, 0])
    }
  }
}

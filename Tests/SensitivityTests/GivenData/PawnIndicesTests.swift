import Glibc
import Sensitivity
import Statistics
import Testing

@Suite struct PawnIndicesTests {
  private func data(_ columns: [[Double]], _ outputs: [Double]) -> GivenData {
    GivenData(
      names: columns.indices.map { "x\($0 + 1)" },
      points: Points(columns: columns, count: outputs.count), outputs: outputs)
  }

  private func ishigami(_ rows: Int) -> GivenData {
    let inputs = DependentInputs(
      independent: (1...4).map { Input("x\($0)", .uniform(-Double.pi...Double.pi)) })
    let points = inputs.sample(rows, replicates: Replicates(seed: 1))
    let model = FunctionModel { x in
      sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }
    return data(points.columns, model.outputs(at: points))
  }

  @Test func whatMovesNothingIsNotAboveTheDummy() throws {
    let found = PawnIndices(resamples: 100, replicates: Replicates(seed: 3))
      .estimates(of: ishigami(2000))
    let floor = found.dummy.median
    #expect(found.dummy.name == "dummy")
    for index in found.indices[..<3] {
      #expect(try #require(index.median.interval).lowerBound > floor.value)
    }
    let idle = found.indices[3].median
    #expect(abs(idle.value - floor.value) < 4 * (idle.standardError ?? 0))
    for index in found.indices {
      for figure in [index.minimum, index.mean, index.median, index.maximum, index.variation] {
        #expect(try #require(figure.interval).lowerBound >= 0)
        #expect((figure.standardError ?? 0) > 0)
      }
      #expect(index.minimum.value <= index.median.value)
      #expect(index.median.value <= index.maximum.value)
    }
  }

  @Test func twoSlicesOfALineAreHalfAway() {
    // The lower half of eight rows is below all others: 1 − ½; so is the upper half above.
    let x = (0..<8).map(Double.init)
    let found = PawnIndices(slices: 2, replicates: Replicates(seed: 1))
      .estimates(of: data([x], x)).indices[0]
    #expect(found.minimum.value == 0.5 && found.maximum.value == 0.5)
    #expect(found.variation.value == 0)
  }

  @Test func aRisingChangeOfTheOutputChangesNothing() {
    let sample = ishigami(300)
    let other = GivenData(
      names: sample.names, points: sample.points, outputs: sample.outputs.map { exp($0 / 4) })
    let study = PawnIndices(resamples: 20, replicates: Replicates(seed: 3))
    #expect(study.estimates(of: sample).indices == study.estimates(of: other).indices)
  }

  @Test func oneThreadAndTwoGiveTheSame() {
    let found = [1, 2].map { threads in
      PawnIndices(resamples: 40, replicates: Replicates(seed: 3, threads: threads))
        .estimates(of: ishigami(200))
    }
    #expect(found[0] == found[1])
  }

  @Test func whatCannotBeSeenIsZero() {
    let study = PawnIndices(resamples: 10, replicates: Replicates(seed: 1))
    let constant = study.estimates(of: data([[2, 2, 2, 2]], [1, 5, 2, 3])).indices[0]
    #expect(constant.maximum.value == 0 && constant.maximum.standardError == 0)
    #expect(study.estimates(of: data([[1, 2, 3]], [4, 4, 4])).indices[0].maximum.value == 0)
    for rows in 0...1 {
      let column = Array([1.0].prefix(rows))
      let found = study.estimates(of: data([column], column))
      #expect(found.indices[0].median.value == 0 && found.dummy.median.value == 0)
      #expect(found.indices[0].median.interval == nil && found.rows == rows)
    }
    #expect(study.estimates(of: data([], [1, 2])).indices.isEmpty)
  }
}

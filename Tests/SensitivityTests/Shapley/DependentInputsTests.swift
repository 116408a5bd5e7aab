import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct DependentInputsTests {
  private let inputs = [
    Input("a", .normal(mean: 10, deviation: 2)), Input("b", .uniform(0...1)),
    Input("c", .empirical([1, 2, 4, 8])),
  ]
  private let correlations = [[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]]

  private func correlation(_ one: [Double], _ two: [Double]) -> Double {
    let (left, right) = (one.mean ?? 0, two.mean ?? 0)
    let products = zip(one, two).reduce(0) { $0 + ($1.0 - left) * ($1.1 - right) }
    return products / Double(one.count - 1)
      / ((one.standardDeviation ?? 1) * (two.standardDeviation ?? 1))
  }

  @Test func pointsHaveTheirLawsAndMoveTogether() throws {
    let joined = try DependentInputs(inputs, correlations: correlations)
    let points = joined.sample(40_000, replicates: Replicates(seed: 1))
    let (a, b, c) = (points.columns[0], points.columns[1], points.columns[2])
    // Four standard errors of means of 40,000.
    #expect(abs((a.mean ?? 0) - 10) < 0.04)
    #expect(abs((a.standardDeviation ?? 0) - 2) < 0.03)
    #expect(abs((b.mean ?? 0) - 0.5) < 0.006)
    #expect(c.allSatisfy { (1...8).contains($0) })
    // The scores of b are had back from its shares.
    let scores = b.map { NormalDistribution().quantile($0) }
    #expect(abs(correlation(a, scores) - 0.6) < 0.015)
  }

  @Test func givenInputsStayAndTheOthersFollowThem() throws {
    let joined = try DependentInputs(
      (0..<3).map { Input("x\($0)", .normal(mean: 0, deviation: 1)) }, correlations: correlations)
    let points = joined.sample(40_000, given: [1: 1.5], replicates: Replicates(seed: 2))
    #expect(points.columns[1].allSatisfy { abs($0 - 1.5) < 1e-15 })
    // Given z₂ = 1.5 the others are normal with means 1.5 ρ, variances 1 − ρ², and the covariance
    // −0.3 − 0.6 · 0.2; four standard errors.
    let (a, c) = (points.columns[0], points.columns[2])
    #expect(abs((a.mean ?? 0) - 0.9) < 0.016)
    #expect(abs((c.mean ?? 0) - 0.3) < 0.02)
    #expect(abs((a.standardDeviation ?? 0) - 0.8) < 0.012)
    #expect(abs(correlation(a, c) + 0.42 / (0.8 * 0.96.squareRoot())) < 0.015)
  }

  @Test func theThreadsChangeNothing() throws {
    let joined = try DependentInputs(inputs, correlations: correlations)
    #expect(
      joined.sample(500, replicates: Replicates(seed: 3, threads: 1))
        == joined.sample(500, replicates: Replicates(seed: 3, threads: 2)))
  }

  @Test func zeroCorrelationsAreIndependence() throws {
    let two = Array(inputs.prefix(2))
    let joined = try DependentInputs(two, correlations: [[1, 0], [0, 1]])
    #expect(joined == DependentInputs(independent: two))
    #expect(joined.isIndependent)
    #expect(DependentInputs(independent: []).sample(3, replicates: Replicates(seed: 1)).count == 3)
  }

  @Test func whatAreNoCorrelationsIsRefused() {
    let two = Array(inputs.prefix(2))
    #expect(
      message { try DependentInputs(two, correlations: [[4, 1], [1, 1]]) }
        == "row 1, column 1 of the correlations is not 1; divide covariances by both "
        + "standard deviations first")
    for correlation in [1.0, -1, 1.5] {
      #expect(
        message { try DependentInputs(two, correlations: [[1, correlation], [correlation, 1]]) }
          == "row 2 of the matrix contradicts those before it: no inputs can move together so; "
          + "leave that input out, or shrink all correlations towards zero")
    }
  }
}

import Statistics
import Testing

/// Shrinkage against closed forms and by simulation.
struct EmpiricalBayesTests {
  /// The batting averages that Efron & Morris (1975) begin with, transformed there to unit variance.
  private let averages = [
    -1.35, -1.66, -2.28, -2.60, -2.92, -2.92, -3.26, -3.60, -3.95, -3.95, -3.95, -3.95, -3.95,
    -4.32, -4.70, -4.70, -4.70, -5.10,
  ]

  @Test func equalErrorsGiveTheEstimatorOfJamesAndStein() {
    let shrunk = EmpiricalBayes(averages, errors: averages.map { _ in 1 })
    let count = Double(averages.count)
    let mean = averages.reduce(0, +) / count
    let squares = averages.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    for (place, average) in averages.enumerated() {
      // The estimator in its closed form: 1e-12 is rounding and the last step of the bisection.
      let closed = mean + (1 - (count - 3) / squares) * (average - mean)
      #expect(abs(shrunk.estimates[place] - closed) < 1e-12)
    }
  }

  @Test func aKnownEstimateStaysAndAVagueOneGoesToTheMean() {
    let shrunk = EmpiricalBayes([1, 2, 3, 4, 5, 9], errors: [0, 0.1, 0.1, 0.1, 0.1, 1e6])
    #expect(shrunk.estimates[0] == 1)
    #expect(shrunk.errors[0] == 0)
    // Five sixths less a fifth by the factor (p − 3) / (p − 1): what is left of the way is 2 / 5.
    #expect(abs(shrunk.shrinkage[5] - 0.6) < 1e-9)
    #expect(shrunk.shrinkage[1] < 0.01)
  }

  @Test func estimatesThatScatterLessThanTheirErrorsShareAMean() {
    let shrunk = EmpiricalBayes([1, 1.1, 0.9, 1, 1.05], errors: [1, 1, 1, 1, 1])
    #expect(shrunk.variance == 0)
    #expect(shrunk.shrinkage.allSatisfy { $0 == 0.5 })
  }

  @Test(arguments: [0, 1, 2, 3])
  func fewEstimatesStay(count: Int) {
    let estimates = (0..<count).map(Double.init)
    let shrunk = EmpiricalBayes(estimates, errors: estimates.map { _ in 1 })
    #expect(shrunk.estimates == estimates)
    #expect(shrunk.shrinkage == estimates.map { _ in 0 })
  }

  @Test func estimatesWithoutErrorsAndWithoutScatterStay() {
    let flat = EmpiricalBayes([2, 2, 2, 2, 2], errors: [0, 0, 0, 0, 0])
    #expect(flat.estimates == [2, 2, 2, 2, 2])
    #expect(flat.errors == [0, 0, 0, 0, 0])
    let certain = EmpiricalBayes([1, 2, 3, 4, 5], errors: [0, 0, 0, 0, 0])
    #expect(certain.estimates == [1, 2, 3, 4, 5])
  }

  @Test func errorsHoldTheParametersAsOftenAsTheySay() {
    var (inside, nearer) = (0, 0.0)
    let (repetitions, units) = (400, 40)
    for repetition in 0..<repetitions {
      var random = ReplicateGenerator(seed: 7, replicate: repetition)
      func normal() -> Double { NormalDistribution().quantile(random.uniform()) }
      let parameters = (0..<units).map { _ in 5 + 0.3 * normal() }
      let errors = (0..<units).map { 0.1 + 0.01 * Double($0 % 20) }
      let estimates = zip(parameters, errors).map { $0 + $1 * normal() }
      let shrunk = EmpiricalBayes(estimates, errors: errors)
      for unit in 0..<units {
        let miss = shrunk.estimates[unit] - parameters[unit]
        if abs(miss) <= 1.959_963_984_540_054 * shrunk.errors[unit] { inside += 1 }
        let plain = estimates[unit] - parameters[unit]
        nearer += plain * plain - miss * miss
      }
    }
    let count = Double(repetitions * units)
    // Three standard errors of 16,000 draws are 0.005, and Morris's errors are good to about 0.01.
    #expect(abs(Double(inside) / count - 0.95) < 0.015)
    #expect(nearer > 0)
  }
}

import TestSupport
import Testing

@testable import Regression

@Suite struct LassoHomotopyTests {
  private static func problem(
    _ columns: [[Double]], _ response: [Double], factors: [Double]? = nil
  ) throws -> PenalisedProblem {
    try PenalisedSample(FoldMoments(columns: columns, response: response), factors: factors).problem
  }

  /// Descent is what takes over where kinks lead nowhere: it must know the same minimum.
  @Test(arguments: 1...12)
  func descentFindsWhatTheKinksLeadTo(_ seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    let (rows, count) = (20 + seed * 3, 2 * seed)
    let common = (0..<rows).map { _ in Double.random(in: -1...1, using: &numbers) }
    let columns = (0..<count).map { _ in
      common.map { $0 + Double.random(in: -1...1, using: &numbers) }
    }
    let response = (0..<rows).map {
      columns[0][$0] - columns[count - 1][$0] + Double.random(in: -1...1, using: &numbers)
    }
    // One column bears nothing, others half and twice the penalty.
    let factors = (0..<count).map { [1, 0, 0.5, 2][$0 % 4] }
    let problem = try Self.problem(columns, response, factors: factors)
    var kinks = LassoHomotopy(problem)
    var descent = CoordinateDescent(problem, mixing: 1)
    let largest = kinks.largestPenalty
    // At the largest penalty itself rounding decides whether a coefficient is zero or 1e-17.
    for step in 1..<40 {
      let penalty = largest * (1 - Double(step) / 40)
      let found = kinks.solution(at: penalty)
      let one = try #require(found)
      let other = descent.solution(at: penalty)
      #expect(one.violation <= problem.tolerance && other.violation <= problem.tolerance)
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
      for (left, right) in zip(one.coefficients, other.coefficients) {
        // Both solve the same equations, of a condition number of at most a few hundred.
        #expect(abs(left - right) < 1e-12)
      }
    }
  }

  /// Eight columns that all join at the same penalty, and their negatives, which never may.
  @Test func tiesDoNotLeadThePathAstray() throws {
    let signs = (0..<8).map { bit in (0..<256).map { $0 >> bit & 1 == 0 ? 1.0 : -1 } }
    let response = (0..<256).map { row in signs.reduce(0) { $0 + $1[row] } }
    let problem = try Self.problem(signs + signs.map { $0.map { -$0 } }, response)
    var kinks = LassoHomotopy(problem)
    for penalty in [1, 0.999999, 0.5, 0.25, 0] {
      let found = kinks.solution(at: penalty)
      let solution = try #require(found)
      #expect(solution.violation <= problem.tolerance)
      for column in 0..<8 {
        let net = solution.coefficients[column] - solution.coefficients[column + 8]
        #expect(abs(net - (1 - penalty)) < 1e-14)
      }
    }
  }

  /// A column leaves the path again when others take over its part.
  @Test func aCoefficientMayReturnToZero() throws {
    var numbers = SplitMix64(seed: 77)
    var returned = 0
    for _ in 0..<20 {
      let common = (0..<15).map { _ in Double.random(in: -1...1, using: &numbers) }
      let columns = (0..<10).map { _ in
        common.map { $0 + Double.random(in: -0.5...0.5, using: &numbers) }
      }
      let response = (0..<15).map { _ in Double.random(in: -1...1, using: &numbers) }
      let problem = try Self.problem(columns, response)
      var kinks = LassoHomotopy(problem)
      let largest = kinks.largestPenalty
      var active: [Bool] = []
      for step in 0..<400 {
        let found = kinks.solution(at: largest * (1 - Double(step) / 400))
        let solution = try #require(found)
        #expect(solution.violation <= problem.tolerance)
        let now = solution.coefficients.map { $0 != 0 }
        returned += zip(active, now).count { $0 && !$1 }
        active = now
      }
    }
    #expect(returned > 0)
  }
}

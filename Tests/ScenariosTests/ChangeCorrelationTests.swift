import Testing

@testable import Scenarios

@Suite struct ChangeCorrelationTests {
  @Test func isWhatANormalCopulaOfTheSameSpearmanHas() {
    let numbers = (0..<20).map(Double.init)
    // ρ = 1 is 2 sin(π/6) = 1, and only the order matters.
    #expect(abs(ChangeCorrelation.correlation(numbers, numbers.map { $0 * $0 }) - 1) < 1e-15)
    #expect(abs(ChangeCorrelation.correlation(numbers, numbers.map { -$0 }) + 1) < 1e-15)
    #expect(ChangeCorrelation.correlation(numbers, numbers.map { _ in 3 }) == 0)
    #expect(ChangeCorrelation.correlation(Array(numbers.prefix(9)), Array(numbers.prefix(9))) == 0)
    #expect(ChangeCorrelation.correlation([], []) == 0)
  }

  @Test func whatIsPositiveDefiniteStays() {
    let matrix = [[1, 0.5], [0.5, 1]]
    let answer = ChangeCorrelation.positiveDefinite(matrix)
    #expect(answer.matrix == matrix)
    #expect(answer.shrinkage == 0)
    #expect(ChangeCorrelation.positiveDefinite([]).shrinkage == 0)
    #expect(ChangeCorrelation.positiveDefinite([[1]]).matrix == [[1]])
  }

  @Test func whatIsNotIsShrunkByTheLeastThatDoes() {
    let matrix = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    let answer = ChangeCorrelation.positiveDefinite(matrix)
    // The smallest eigenvalue is 1 − 1.8; shrunk by λ it is 1 − 1.8 (1 − λ).
    let least = 1 - (1 - ChangeCorrelation.floor) / 1.8
    // λ is found to 2⁻⁵⁰, and pivots near zero round by 1e-16 over the floor of 1e-6.
    #expect(abs(answer.shrinkage - least) < 1e-9)
    #expect(ChangeCorrelation.isPositiveDefinite(answer.matrix))
    #expect(answer.matrix[0][2] < 0 && answer.matrix[0][1] > 0)
  }
}

import LinearAlgebra
import Regression
import TestSupport
import Testing

@Suite struct NormalEquationsTests {
  private func random(rows: Int, columns: Int, seed: UInt64) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<columns).map { _ in (0..<rows).map { _ in .random(in: -1...1, using: &random) } }
  }

  @Test(arguments: [1, 2, 7, 8, 9, 255, 256, 257, 1000, 20_000])
  func theFitIsThatOfLeastSquares(_ rows: Int) throws {
    let columns = random(rows: rows, columns: min(rows, 6) + 1, seed: 1)
    let regressors = columns.count - 1
    let equations = try #require(
      try NormalEquations(Matrix(rows: rows, columns: columns), regressors: regressors))
    let fit = equations.solution(forColumn: regressors)
    let design = Matrix(rows: rows, columns: Array(columns.dropLast()))
    let expected = try LeastSquares(design).coefficients(for: columns[regressors])
    for (found, expected) in zip(fit.coefficients, expected) {
      // The condition of the smallest samples is about 100; both are refined.
      #expect(abs(found - expected) <= 1e-13 * max(1, abs(expected)))
    }
    let residuals = design.residual(of: columns[regressors], coefficients: expected)
    for (found, expected) in zip(fit.residuals, residuals) {
      // Coefficients of size 10 at most move a residual by a few last digits.
      #expect(abs(found - expected) < 1e-13)
    }
    let diagonal = try LeastSquares(design).inverseGramDiagonal()
    for column in 0..<regressors {
      let expected = try #require(diagonal[column])
      // Not refined: the square of the condition number times rounding.
      #expect(abs(equations.inverseGram[column, column] - expected) <= 1e-10 * expected)
    }
  }

  @Test func aBadConditionIsRefinedAway() throws {
    // The second column differs from the first by a ten thousandth part.
    var columns = random(rows: 500, columns: 3, seed: 3)
    columns[1] = zip(columns[0], columns[1]).map { $0 + 1e-4 * $1 }
    let equations = try #require(
      try NormalEquations(Matrix(rows: 500, columns: columns), regressors: 2))
    #expect(equations.conditionNumber > 1e4)
    let fit = equations.solution(forColumn: 2)
    let expected = try LeastSquares(Matrix(rows: 500, columns: Array(columns.dropLast())))
      .coefficients(for: columns[2])
    for (found, expected) in zip(fit.coefficients, expected) {
      // The reference itself carries the condition times rounding, refined once.
      #expect(abs(found - expected) < 1e-11 * abs(expected))
    }
  }

  @Test func aWorseConditionIsLeftToOthers() throws {
    var columns = random(rows: 100, columns: 3, seed: 4)
    columns[1] = zip(columns[0], columns[1]).map { $0 + 1e-8 * $1 }
    for second in [columns[1], columns[0], columns[0].map { _ in 0 }] {
      let all = Matrix(rows: 100, columns: [columns[0], second, columns[2]])
      let equations = try NormalEquations(all, regressors: 2)
      #expect(equations == nil)
    }
  }

  @Test func weightsAreRowsRepeated() throws {
    let columns = random(rows: 20, columns: 4, seed: 5)
    let counts = (0..<20).map { $0 % 3 + 1 }
    let repeated = columns.map { column in
      zip(column, counts).flatMap { Array(repeating: $0, count: $1) }
    }
    let weighted = try #require(
      try NormalEquations(
        Matrix(rows: 20, columns: columns), regressors: 3, weights: counts.map(Double.init)))
    let plain = try #require(
      try NormalEquations(
        Matrix(rows: counts.reduce(0, +), columns: repeated), regressors: 3))
    let pairs = zip(
      weighted.solution(forColumn: 3).coefficients, plain.solution(forColumn: 3).coefficients)
    // Refined both, of size one.
    for (found, expected) in pairs { #expect(abs(found - expected) < 1e-15) }
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    let columns = Matrix(rows: 30_000, columns: random(rows: 30_000, columns: 5, seed: 6))
    let fits = try [1, 2].map { threads in
      try #require(try NormalEquations(columns, regressors: 4, threads: threads))
        .solution(forColumn: 4)
    }
    #expect(fits[0] == fits[1])
  }

  @Test func noRegressorsLeaveTheResponse() throws {
    let equations = try #require(
      try NormalEquations(Matrix(rows: 3, columns: [[1, 2, 3]]), regressors: 0))
    let fit = equations.solution(forColumn: 0)
    #expect(fit.coefficients.isEmpty)
    #expect(fit.residuals == [1, 2, 3])
  }

  @Test(arguments: [Double.nan, .infinity])
  func aNumberThatIsNoneIsRefused(_ number: Double) {
    #expect(throws: LinearAlgebraError.notFinite) {
      try NormalEquations(Matrix(rows: 2, columns: [[1, number]]))
    }
  }
}

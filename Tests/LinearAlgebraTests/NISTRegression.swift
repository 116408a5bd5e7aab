import LinearAlgebra
import Tables
import TestSupport
import Testing

/// One data set of NIST and what is demanded of it.
struct NISTRegression: Sendable, CustomTestStringConvertible {
  let name: String
  /// The regressors of one row; the intercept is a column of ones.
  let regressors: @Sendable (Record) throws -> [Double]
  /// The least number of correct digits of the worst coefficient.
  let coefficientDigits: Double
  /// The least number of correct digits of the worst standard error; of its ratio to the coefficient
  /// where the certified one is zero.
  let standardErrorDigits: Double

  var testDescription: String { name }

  // Against the certified answers, which are those of the decimals as printed; doubles hold them to 16
  // digits, of which log₁₀ κ are lost before a solver sees them. κ is the condition number of the columns
  // scaled to length one. In parentheses what is measured, which is also what the exact solution for the
  // numbers as stored gives; what is demanded lies just below.
  static let all = [
    // (14.0, 14.0), κ 3.
    NISTRegression(
      name: "Norris", regressors: { [1, try $0.number("x")] },
      coefficientDigits: 13.9, standardErrorDigits: 13.9),
    // (13.5, 13.8), κ 18.
    NISTRegression(
      name: "Pontius", regressors: powers(2), coefficientDigits: 13.4, standardErrorDigits: 13.7),
    // (16, 15.7) Whole numbers and one division.
    NISTRegression(
      name: "NoInt1", regressors: { [try $0.number("x")] },
      coefficientDigits: 15.5, standardErrorDigits: 15),
    // (16, 16)
    NISTRegression(
      name: "NoInt2", regressors: { [try $0.number("x")] },
      coefficientDigits: 15.5, standardErrorDigits: 15),
    // (7.9, 8.6), κ 5e9: the powers are rounded before anything is solved.
    NISTRegression(
      name: "Filip", regressors: powers(10), coefficientDigits: 7.8, standardErrorDigits: 8.5),
    // (14.7, 15.1), κ 4e4.
    NISTRegression(
      name: "Longley",
      regressors: { record in [1] + (try (1...6).map { try record.number("x\($0)") }) },
      coefficientDigits: 14.5, standardErrorDigits: 14.8),
    // (16, 16), κ 2e3, as for all five; whole numbers are stored exactly.
    NISTRegression(
      name: "Wampler1", regressors: powers(5), coefficientDigits: 15.5, standardErrorDigits: 15),
    // (13.2, 13.5) The response is in hundred-thousandths, which are not stored exactly.
    NISTRegression(
      name: "Wampler2", regressors: powers(5), coefficientDigits: 13.1, standardErrorDigits: 13.4),
    // (16, 16)
    NISTRegression(
      name: "Wampler3", regressors: powers(5), coefficientDigits: 15.5, standardErrorDigits: 15),
    // (16, 15.7)
    NISTRegression(
      name: "Wampler4", regressors: powers(5), coefficientDigits: 15.5, standardErrorDigits: 15),
    // (16, 15.7)
    NISTRegression(
      name: "Wampler5", regressors: powers(5), coefficientDigits: 15.5, standardErrorDigits: 15),
    // (9.7, 9.5), κ 6e8.
    NISTRegression(
      name: "Hilbert", regressors: { record in try (1...8).map { try record.number("x\($0)") } },
      coefficientDigits: 9.5, standardErrorDigits: 9.4),
    // (8.8, 9.8), κ 7e8.
    NISTRegression(
      name: "Degree12", regressors: powers(12), coefficientDigits: 8.7, standardErrorDigits: 9.7),
  ]

  /// The powers of x from 0 on, multiplied up as `reference.py` does.
  private static func powers(_ degree: Int) -> @Sendable (Record) throws -> [Double] {
    { record in
      let x = try record.number("x")
      return (0...degree).map { power in (0..<power).reduce(1.0) { product, _ in product * x } }
    }
  }

  struct Fit {
    let solver: LeastSquares
    let coefficients: [Double]
    let standardErrors: [Double?]
  }

  func fit() throws -> Fit {
    let records = try Records(CSVReader().table(contentsOf: reference("\(name).csv")))
    let rows = try records.map(regressors)
    let response = try records.map { try $0.number("y") }
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    let design = Matrix(rows: rows.count, columns: columns)
    let solver = try LeastSquares(design)
    let solution = try solver.solution(for: response)
    let squares = solution.residuals.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(design.rows - solver.rank)
    let errors = solver.inverseGramDiagonal().map { $0.map { ($0 * variance).squareRoot() } }
    return Fit(solver: solver, coefficients: solution.coefficients, standardErrors: errors)
  }

  /// The correct digits of the worst coefficient.
  func coefficientDigits(of fit: Fit, beside answers: String) throws -> Double {
    try zip(fit.coefficients, expected(answers)).map { found, answer in
      correctDigits(of: found, certified: answer.estimate)
    }.min() ?? 0
  }

  /// The correct digits of the worst standard error.
  func standardErrorDigits(of fit: Fit, beside answers: String) throws -> Double {
    try zip(fit.standardErrors, expected(answers)).map { found, answer in
      let size = answer.standardError == 0 ? answer.estimate : answer.standardError
      let error = try #require(found) - answer.standardError
      return correctDigits(of: 1 + error / size, certified: 1)
    }.min() ?? 0
  }

  private func expected(
    _ answers: String
  ) throws -> [(estimate: Double, standardError: Double)] {
    let records = try Records(CSVReader().table(contentsOf: reference(answers)))
    return try records.filter { try $0.text("dataset") == name }.map { record in
      (try record.number("estimate_exact20"), try record.number("se_exact20"))
    }
  }
}

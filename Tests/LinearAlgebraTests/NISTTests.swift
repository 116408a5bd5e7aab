import LinearAlgebra
import Tables
import TestSupport
import Testing

/// The certified regressions of NIST, with the digits demanded of each.
@Suite struct NISTTests {
  @Test(arguments: NISTRegression.all)
  func coefficientsHaveTheDigitsDemanded(_ regression: NISTRegression) throws {
    let fit = try regression.fit()
    #expect(fit.solver.droppedColumns.isEmpty)
    for (term, certified) in try regression.certified().enumerated() {
      let digits = correctDigits(of: fit.coefficients[term], certified: certified.estimate)
      #expect(digits >= regression.coefficientDigits, "\(regression.name), \(certified.term)")
    }
  }

  @Test(arguments: NISTRegression.all)
  func standardErrorsHaveTheDigitsDemanded(_ regression: NISTRegression) throws {
    let fit = try regression.fit()
    for (term, certified) in try regression.certified().enumerated() {
      let found = try #require(fit.standardErrors[term])
      let size = certified.standardError == 0 ? certified.estimate : certified.standardError
      let digits = correctDigits(of: 1 + (found - certified.standardError) / size, certified: 1)
      #expect(digits >= regression.standardErrorDigits, "\(regression.name), \(certified.term)")
    }
  }
}

/// One data set of NIST and what is demanded of it.
struct NISTRegression: Sendable, CustomTestStringConvertible {
  let name: String
  /// The regressors of one row; the intercept is a column of ones.
  let regressors: @Sendable (Record) throws -> [Double]
  /// The least number of correct digits of a coefficient.
  let coefficientDigits: Double
  /// The least number of correct digits of a standard error; of its ratio to the coefficient where
  /// the certified one is zero.
  let standardErrorDigits: Double

  var testDescription: String { name }

  // Digits measured with OpenBLAS 0.3.21 on x86-64 are in parentheses, coefficients first; what is
  // demanded lies just below. κ is the condition number of the columns scaled to length one, and
  // "as stored" means the exact solution for the decimals as doubles hold them, found in rational
  // arithmetic (Python 3.11, fractions).
  static let all = [
    // (14.0, 14.0) As stored 14.0: nothing is lost, κ being 3.
    NISTRegression(
      name: "Norris", regressors: { [1, try $0.number("x")] },
      coefficientDigits: 13.5, standardErrorDigits: 13.5),
    // (16, 15.7) Whole numbers and one division.
    NISTRegression(
      name: "NoInt1", regressors: { [try $0.number("x")] },
      coefficientDigits: 15, standardErrorDigits: 15),
    // (11.9, 12.7) κ is 4e4: of sixteen digits it costs four or five.
    NISTRegression(
      name: "Longley",
      regressors: { record in [1] + (try (1...6).map { try record.number("x\($0)") }) },
      coefficientDigits: 11, standardErrorDigits: 12),
    // (16, 16) κ is 2e3, but whole numbers are fitted exactly and the refinement finds it.
    NISTRegression(
      name: "Wampler1", regressors: powers, coefficientDigits: 15, standardErrorDigits: 15),
    // (13.2, 13.3) As stored 13.2: the response is in hundred-thousandths, which are not exact.
    NISTRegression(
      name: "Wampler2", regressors: powers, coefficientDigits: 13, standardErrorDigits: 13),
    // (10.5, 13.3) The residual is large, so that κ² counts, which is 5e6; no refinement of the
    // coefficients alone lessens that (Golub & Van Loan 2013, §5.3).
    NISTRegression(
      name: "Wampler3", regressors: powers, coefficientDigits: 10, standardErrorDigits: 13),
  ]

  /// The powers of x from 0 to 5, all of them whole numbers below 2⁵³.
  private static let powers: @Sendable (Record) throws -> [Double] = { record in
    let x = try record.number("x")
    return (0..<6).map { degree in (0..<degree).reduce(1.0) { power, _ in power * x } }
  }

  func fit() throws -> (solver: LeastSquares, coefficients: [Double], standardErrors: [Double?]) {
    let records = try Records(CSVReader().table(contentsOf: reference("\(name).csv")))
    let rows = try records.map(regressors)
    let response = try records.map { try $0.number("y") }
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    let design = Matrix(rows: rows.count, columns: columns)
    let solver = try LeastSquares(design)
    let coefficients = try solver.coefficients(for: response)
    let residual = design.residual(of: response, coefficients: coefficients)
    let squares = residual.reduce(0) { $0 + $1 * $1 }
    let variance = squares / Double(design.rows - solver.rank)
    let errors = solver.inverseGramDiagonal().map { $0.map { ($0 * variance).squareRoot() } }
    return (solver, coefficients, errors)
  }

  func certified() throws -> [(term: String, estimate: Double, standardError: Double)] {
    let table = try CSVReader().table(contentsOf: reference("expected_coefficients.csv"))
    return try Records(table).filter { try $0.text("dataset") == name }.map { record in
      (
        try record.text("parameter"), try record.number("estimate_exact20"),
        try record.number("se_exact20")
      )
    }
  }
}

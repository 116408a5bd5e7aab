import Foundation
import Sensitivity
import Statistics
import Tables
import Testing

@Suite struct TestFunctionTests {
  /// `Reference/test_functions.py`: quadrature of the functions, written a second time in NumPy.
  private static func expected() throws -> [String: [Record]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appending(path: "Reference/test_functions_expected.csv").path
    return try Dictionary(grouping: Records(CSVReader().table(contentsOf: path))) {
      try $0.text("function")
    }
  }

  @Test(arguments: TestFunction.all.map(\.name))
  func closedFormsAreThoseOfQuadrature(name: String) throws {
    let function = try #require(TestFunction.named(name))
    let exact = try #require(function.exact)
    let rows = try #require(try Self.expected()[name])
    // Sums of up to a million squares: thirteen digits stand.
    func expect(_ value: Double, _ row: Record, _ column: String) throws {
      let other = try row.number(column)
      #expect(abs(value - other) < 1e-13 * max(1, abs(other)), "\(row.row) \(column)")
    }
    try expect(exact.mean, rows[0], "mean")
    try expect(exact.variance, rows[0], "variance")
    let count = function.inputs.count
    #expect(rows.count == 1 + count + count * (count - 1) / 2)
    for (place, input) in function.inputs.enumerated() {
      #expect(try rows[place + 1].text("inputs") == input.name)
      try expect(exact.first[place], rows[place + 1], "first")
      try expect(exact.total[place], rows[place + 1], "total")
      try expect(exact.shapley[place], rows[place + 1], "shapley")
    }
    for (pair, row) in zip(exact.pairs, rows.dropFirst(count + 1)) {
      try expect(pair, row, "first")
    }
  }

  @Test(arguments: TestFunction.all.map(\.name))
  func theFunctionHasTheMeanAndVarianceOfItsClosedForm(name: String) throws {
    let function = try #require(TestFunction.named(name))
    let exact = try #require(function.exact)
    let count = 4000
    let points = DependentInputs(independent: function.inputs)
      .sample(count, replicates: Replicates(seed: 7))
    let outputs = function.model.outputs(at: points)
    let mean = outputs.reduce(0, +) / Double(count)
    let squares = outputs.map { ($0 - mean) * ($0 - mean) }
    let variance = squares.reduce(0, +) / Double(count)
    let spread = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / Double(count)
    // Five standard errors of each.
    #expect(abs(mean - exact.mean) < 5 * (variance / Double(count)).squareRoot())
    #expect(abs(variance - exact.variance) < 5 * (spread / Double(count)).squareRoot())
  }

  @Test(arguments: TestFunction.all.map(\.name))
  func sharesAddUpAndLieBetweenFirstOrderAndTotal(name: String) throws {
    let exact = try #require(TestFunction.named(name)?.exact)
    // Sums of a thousand parts at most.
    #expect(abs(exact.shapley.reduce(0, +) - 1) < 1e-12)
    for (shapley, ends) in zip(exact.shapley, zip(exact.first, exact.total)) {
      #expect(ends.0 - 1e-12 <= shapley && shapley <= ends.1 + 1e-12)
    }
  }

  @Test func everyNameIsOfOneFunction() {
    #expect(Set(TestFunction.all.map(\.name)).count == TestFunction.all.count)
    #expect(TestFunction.named("ishigami ") == nil)
  }
}

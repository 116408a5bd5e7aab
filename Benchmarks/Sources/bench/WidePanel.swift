import LinearAlgebra
import Regression
import Tables

/// A panel with a row for each unit and year and a column for each variable, as W3 to W6 have it.
struct WidePanel {
  let units: Grouping
  let years: Grouping
  /// x01 to x13, then y.
  let columns: Matrix

  /// The number of regressors.
  static let regressors = 13

  /// Reads a file.
  init(_ path: String, threads: Int?) throws {
    let variables = (1...Self.regressors).map { $0 < 10 ? "x0\($0)" : "x\($0)" } + ["y"]
    guard
      let table = try PlainTable(
        contentsOf: path, texts: ["unit", "year"], numbers: variables, threads: threads)
    else { throw Arguments.Mistake("\(path) is not a plain table") }
    units = Grouping(name: "unit", codes: table.texts[0].codes, labels: table.texts[0].labels)
    years = Grouping(name: "year", codes: table.texts[1].codes, labels: table.texts[1].labels)
    columns = Matrix(rows: table.rowCount, columns: variables.count, byColumns: table.numbers)
  }
}

import LinearAlgebra
import Regression
import Tables
import TestSupport

/// Rows whose shares are known from elsewhere.
struct ImportanceReference: Sendable {
  /// The file of the rows.
  let rows: String
  /// The file of the figures expected.
  let figures: String
  let regressors: [String]
  let response: String

  /// Five regressors of 47 districts, by relaimpo.
  static let swiss = ImportanceReference(
    rows: "swiss.csv", figures: "swiss_relaimpo.csv",
    regressors: ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"],
    response: "Fertility")

  /// Six regressors of 16 years that nearly say the same, in exact arithmetic.
  static let longley = ImportanceReference(
    rows: "Longley.csv", figures: "longley_shares.csv", regressors: (1...6).map { "x\($0)" },
    response: "y")

  /// The rows.
  func data() throws -> ImportanceData {
    let records = try Records(CSVReader().table(contentsOf: Self.path(rows)))
    let columns = try (regressors + [response]).map { name in
      try records.map { try $0.number(name) }
    }
    return try ImportanceData(
      regressors: Matrix(rows: records.count, columns: Array(columns.dropLast())),
      names: regressors, response: columns[regressors.count])
  }

  /// The figures expected by their names.
  func expected() throws -> [String: Double] {
    let table = try CSVReader().table(contentsOf: Self.path(figures))
    return try Dictionary(
      uniqueKeysWithValues: Records(table).map {
        (try $0.text("quantity"), try $0.number("value"))
      })
  }

  private static func path(_ name: String) -> String {
    // The references of all regressions are in one folder, beside the one this file is in.
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return reference(name, file: folder.joined(separator: "/"))
  }
}

import Regression
import Tables

extension Observations {
  /// Observations of a table typed in a test, as CSV.
  init(csv text: String, unit: String? = nil, time: String? = nil) throws {
    try self.init(
      TableSource(CSVReader().table(bytes: Array(text.utf8), file: "data.csv")), unit: unit,
      time: time)
  }

  /// The numbers of a term row by row, nil where a row has none.
  func numbers(of text: String) throws -> [Double?] {
    let sample = try sample(
      for: Specification(response: Term(parsing: text), regressors: []))
    var numbers = [Double?](repeating: nil, count: rowCount)
    for (row, value) in zip(sample.rows, sample.response) { numbers[row] = value }
    return numbers
  }

  /// The complete rows of a response and its regressors.
  func sample(
    _ response: String, _ regressors: String, effects: [String] = [], weights: String? = nil,
    clusters: [String] = [], dropsSingletons: Bool = false
  ) throws -> EstimationSample {
    try sample(
      for: Specification(
        response: Term(parsing: response), regressors: Term.list(parsing: regressors),
        effects: effects, weights: weights, clusters: clusters,
        isDroppingSingletons: dropsSingletons))
  }
}

import LinearAlgebra
import Tables

/// The data of a regression once rows are compared as its model says: what is left is least squares.
struct ModelData: Sendable {
  /// The names of the columns, the intercept first where there is one.
  let names: [String]
  /// Rows × columns.
  let design: Matrix
  let response: [Double]
  let weights: [Double]?
  /// The unit, the time and the clusters of each row.
  let unit: Grouping?
  let time: Grouping?
  let clusters: [Grouping]
  /// The fixed effects taken out, and the parameters they are worth.
  let effects: [Grouping]
  let absorbedCount: Int
  /// The length of each column before anything was taken out, by which what is left is judged.
  let lengths: [Double]
  /// The row of the sample that each row stands for; nil where it stands for several.
  let sampleRows: [Int]?
  /// What is worth knowing.
  let notes: [Phrase]

  /// The name of the column of ones.
  static let intercept = "(Intercept)"

  /// The length of each column of a matrix.
  static func lengths(of matrix: Matrix) -> [Double] {
    (0..<matrix.columns).map { column in
      matrix.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }
}

extension EstimationSample {
  /// The columns of the regressors, after one of ones where there is an intercept.
  func design(hasIntercept: Bool) -> (names: [String], matrix: Matrix) {
    let ones = [Double](repeating: 1, count: rowCount)
    return (
      (hasIntercept ? [ModelData.intercept] : []) + regressorNames,
      Matrix(rows: rowCount, columns: (hasIntercept ? [ones] : []) + regressors)
    )
  }

  /// Whether what effects leave of a regressor is the rounding of published figures.
  ///
  /// These carry single precision, seven digits: a regressor that is constant within the effects but for
  /// the eighth is constant.
  private static func isRounding(
    _ columns: Matrix, _ number: Int, of regressor: [Double]
  ) -> Bool {
    let mean = regressor.reduce(0, +) / Double(regressor.count)
    var (before, left) = (0.0, 0.0)
    for row in 0..<columns.rows {
      before = max(before, abs(regressor[row] - mean))
      left = max(left, abs(columns[row, number]))
    }
    return left > 0 && left <= 2e-7 * max(before, 0.1 * abs(mean))
  }

  /// All rows alike.
  func pooled(hasIntercept: Bool) -> ModelData {
    let (names, matrix) = design(hasIntercept: hasIntercept)
    return ModelData(
      names: names, design: matrix, response: response, weights: weights, unit: unit, time: time,
      clusters: clusters, effects: [], absorbedCount: 0, lengths: ModelData.lengths(of: matrix),
      sampleRows: Array(rows.indices), notes: [])
  }

  /// Rows less the fixed effects of some groupings.
  func within(_ effects: [Grouping], threads: Int?) throws -> ModelData {
    let transformation = WithinTransformation(
      groupings: effects, weights: weights, threads: threads)
    let absorbed = transformation.absorbedCount
    // Of a million rows every copy takes as long as an estimate.
    var columns = Matrix(rows: rowCount, columns: regressors + [response])
    let lengths = ModelData.lengths(of: columns)
    let convergence = try transformation.demean(&columns)
    for number in regressors.indices where Self.isRounding(columns, number, of: regressors[number])
    {
      for row in 0..<rowCount { columns[row, number] = 0 }
    }
    return ModelData(
      names: regressorNames, design: columns[columns: regressors.indices],
      response: columns.column(regressors.count), weights: weights, unit: unit, time: time,
      clusters: clusters, effects: effects, absorbedCount: absorbed.count,
      lengths: Array(lengths.dropLast()), sampleRows: Array(rows.indices),
      notes: convergence.notes + absorbed.notes)
  }
}

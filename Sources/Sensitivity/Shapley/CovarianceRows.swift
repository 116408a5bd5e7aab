/// The rows of a matrix that says how inputs vary together, checked to be finite and symmetric.
struct CovarianceRows: Sendable, Hashable {
  /// The rows.
  let rows: [[Double]]

  /// Checks a matrix.
  ///
  /// - Parameter rows: as many numbers in each as there are rows.
  /// - Throws: `DependenceError` naming the first number that is not finite, or that differs by more than
  ///   rounding from the other one of its pair.
  init(_ rows: [[Double]]) throws(DependenceError) {
    for row in rows.indices {
      for column in 0...row {
        guard rows[row][column].isFinite else { throw .notFinite(row: row, column: column) }
        guard rows[column][row].isFinite else { throw .notFinite(row: column, column: row) }
        let size = max(abs(rows[row][column]), abs(rows[column][row]))
        guard abs(rows[row][column] - rows[column][row]) <= 1e-12 * size else {
          throw .notSymmetric(row: row, column: column)
        }
      }
    }
    self.rows = rows
  }

  subscript(row: Int, column: Int) -> Double { rows[row][column] }
}

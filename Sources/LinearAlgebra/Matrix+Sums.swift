extension Matrix {
  /// The sum of two matrices of the same size.
  ///
  /// - Precondition: the sizes agree.
  public static func + (one: Matrix, other: Matrix) -> Matrix { one.combined(other, +) }

  /// The difference of two matrices of the same size.
  ///
  /// - Precondition: the sizes agree.
  public static func - (one: Matrix, other: Matrix) -> Matrix { one.combined(other, -) }

  private func combined(_ other: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
    precondition(
      rows == other.rows && columns == other.columns,
      "matrices of different sizes cannot be added")
    var result = self
    for cell in storage.indices {
      result.storage[cell] = operation(storage[cell], other.storage[cell])
    }
    return result
  }

  /// Two matrices of as many rows side by side.
  ///
  /// - Precondition: they have as many rows.
  public init(joining left: Matrix, _ right: Matrix) {
    precondition(left.rows == right.rows, "matrices side by side have as many rows")
    self.init(
      rows: left.rows, columns: left.columns + right.columns,
      byColumns: left.storage + right.storage)
  }
}

import COpenBLAS

extension Matrix {
  /// The product of this matrix and another: rows × other.columns.
  ///
  /// An inner size of zero gives zeros. Numbers that are not finite go through as arithmetic has it.
  ///
  /// - Parameter other: as many rows as this has columns.
  /// - Returns: the product, in the working precision (BLAS `dgemm`).
  /// - Complexity: 2 rows × columns × other.columns operations.
  public func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "\(columns) columns cannot meet \(other.rows) rows")
    return Self.product(
      of: self, transposed: false, other, transposed: false, rows: rows, inner: columns,
      columns: other.columns)
  }

  /// The product of this matrix, rows and columns exchanged, and another: columns × other.columns.
  ///
  /// - Parameter other: as many rows as this has.
  /// - Returns: XᵀY (BLAS `dgemm`).
  public func transposedTimes(_ other: Matrix) -> Matrix {
    precondition(rows == other.rows, "\(rows) rows cannot meet \(other.rows) rows")
    return Self.product(
      of: self, transposed: true, other, transposed: false, rows: columns, inner: rows,
      columns: other.columns)
  }

  /// The product of this matrix and another one whose rows and columns are exchanged.
  ///
  /// - Parameter other: as many columns as this has.
  /// - Returns: XYᵀ, rows × other.rows (BLAS `dgemm`).
  public func timesTransposed(_ other: Matrix) -> Matrix {
    precondition(columns == other.columns, "\(columns) columns cannot meet \(other.columns)")
    return Self.product(
      of: self, transposed: false, other, transposed: true, rows: rows, inner: columns,
      columns: other.rows)
  }

  /// The product of this matrix and a vector.
  ///
  /// - Parameter vector: `columns` numbers.
  /// - Returns: `rows` numbers (BLAS `dgemv`).
  /// - Complexity: 2 rows × columns operations.
  public func times(_ vector: [Double]) -> [Double] {
    precondition(vector.count == columns, "the vector must have \(columns) numbers")
    return product(with: vector, transposed: false)
  }

  /// The product of this matrix, rows and columns exchanged, and a vector.
  ///
  /// - Parameter vector: `rows` numbers.
  /// - Returns: `columns` numbers: Xᵀy (BLAS `dgemv`).
  public func transposedTimes(_ vector: [Double]) -> [Double] {
    precondition(vector.count == rows, "the vector must have \(rows) numbers")
    return product(with: vector, transposed: true)
  }

  /// The products of the columns with one another: XᵀX, or XᵀWX.
  ///
  /// - Parameter weights: a weight for each row, none negative; nil for ones.
  /// - Returns: columns × columns numbers, symmetric to the last bit (BLAS `dsyrk`).
  /// - Complexity: rows × columns² operations.
  public func gram(weights: [Double]? = nil) -> Matrix {
    var result = Matrix(rows: columns, columns: columns)
    guard rows > 0, columns > 0 else { return result }
    if let weights {
      precondition(weights.count == rows, "there must be \(rows) weights")
      precondition(weights.allSatisfy { !($0 < 0) }, "a weight cannot be negative")
    }
    let weighted = weights.map { scalingRows(by: $0.map { $0.squareRoot() }) } ?? self
    Backend.blas {
      unsafe cblas_dsyrk(
        CblasColMajor, CblasUpper, CblasTrans, columns.lapack, rows.lapack, 1, weighted.storage,
        rows.leadingDimension, 0, &result.storage, columns.leadingDimension)
    }
    for column in 0..<columns {
      for row in 0..<column {
        result.storage[row * columns + column] = result.storage[column * columns + row]
      }
    }
    return result
  }

  /// This matrix with each row multiplied by a number of its own.
  ///
  /// - Parameter factors: `rows` numbers.
  /// - Returns: a matrix of the same size.
  public func scalingRows(by factors: [Double]) -> Matrix {
    precondition(factors.count == rows, "there must be \(rows) factors")
    var result = self
    for column in 0..<columns {
      for row in 0..<rows { result.storage[column * rows + row] *= factors[row] }
    }
    return result
  }

  /// This matrix with each column multiplied by a number of its own.
  ///
  /// - Parameter factors: `columns` numbers.
  /// - Returns: a matrix of the same size.
  public func scalingColumns(by factors: [Double]) -> Matrix {
    precondition(factors.count == columns, "there must be \(columns) factors")
    var result = self
    for column in 0..<columns {
      for row in 0..<rows { result.storage[column * rows + row] *= factors[column] }
    }
    return result
  }

  private static func product(
    of one: Matrix, transposed isOneTransposed: Bool, _ other: Matrix,
    transposed isOtherTransposed: Bool, rows: Int, inner: Int, columns: Int
  ) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    guard rows > 0, columns > 0, inner > 0 else { return result }
    Backend.blas {
      unsafe cblas_dgemm(
        CblasColMajor, isOneTransposed ? CblasTrans : CblasNoTrans,
        isOtherTransposed ? CblasTrans : CblasNoTrans, rows.lapack, columns.lapack, inner.lapack, 1,
        one.storage, one.rows.leadingDimension, other.storage, other.rows.leadingDimension, 0,
        &result.storage, rows.leadingDimension)
    }
    return result
  }

  private func product(with vector: [Double], transposed: Bool) -> [Double] {
    var result = [Double](repeating: 0, count: transposed ? columns : rows)
    guard rows > 0, columns > 0 else { return result }
    Backend.blas {
      unsafe cblas_dgemv(
        CblasColMajor, transposed ? CblasTrans : CblasNoTrans, rows.lapack, columns.lapack, 1,
        storage, rows.leadingDimension, vector, 1, 0, &result, 1)
    }
    return result
  }
}

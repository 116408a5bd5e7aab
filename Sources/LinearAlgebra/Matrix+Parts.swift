extension Matrix {
  /// Makes a square matrix with ones on its diagonal.
  ///
  /// - Precondition: the size is not negative.
  public init(identity size: Int) {
    self.init(rows: size, columns: size)
    for index in 0..<size { storage[index * size + index] = 1 }
  }

  /// Makes a matrix of numbers given column by column, without copying them.
  ///
  /// - Precondition: there are rows × columns of them.
  @inlinable
  public init(rows: Int, columns: Int, byColumns numbers: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have a negative size")
    precondition(numbers.count == rows * columns, "there must be rows × columns numbers")
    self.rows = rows
    self.columns = columns
    storage = numbers
  }

  /// The numbers column by column, sharing the storage of this matrix.
  @inlinable
  public var byColumns: [Double] { storage }

  /// This matrix with rows and columns exchanged.
  ///
  /// - Complexity: O(rows × columns).
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns {
      for row in 0..<rows {
        result.storage[row * columns + column] = storage[column * rows + row]
      }
    }
    return result
  }

  /// Some columns, in the order asked for; one may be asked for more than once.
  ///
  /// - Complexity: O(rows × the number of columns asked for).
  public subscript(columns indices: some Sequence<Int>) -> Matrix {
    var numbers: [Double] = []
    numbers.reserveCapacity(indices.underestimatedCount * rows)
    var count = 0
    for index in indices {
      precondition((0..<columns).contains(index), "the column lies outside the matrix")
      numbers.append(contentsOf: storage[index * rows..<(index + 1) * rows])
      count += 1
    }
    return Matrix(rows: rows, columns: count, byColumns: numbers)
  }

  /// The numbers on the diagonal, from the first row on.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { storage[$0 * rows + $0] } }

  /// Lends the numbers, column by column.
  @inlinable
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBufferPointer { buffer throws(Failure) in try unsafe body(buffer) }
  }

  /// Lends the numbers, column by column, to be changed.
  @inlinable
  public mutating func withUnsafeMutableBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeMutableBufferPointer { buffer throws(Failure) in
      try unsafe body(buffer)
    }
  }
}

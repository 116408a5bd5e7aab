extension Matrix {
  /// Makes a matrix whose numbers a closure writes.
  ///
  /// For kernels: the memory is not cleared first, so that threads may touch it each in its part.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns.
  ///   - write: initialises all of the rows × columns numbers, column by column.
  /// - Throws: what the closure throws.
  /// - Precondition: neither size is negative.
  @unsafe
  public init(
    rows: Int, columns: Int, writing write: (UnsafeMutableBufferPointer<Double>) throws -> Void
  ) rethrows {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have a negative size")
    self.rows = rows
    self.columns = columns
    storage = try unsafe [Double](unsafeUninitializedCapacity: rows * columns) { memory, count in
      try unsafe write(UnsafeMutableBufferPointer(rebasing: memory[..<(rows * columns)]))
      count = rows * columns
    }
  }
}

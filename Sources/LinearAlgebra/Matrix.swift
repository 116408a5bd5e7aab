/// A dense matrix of real numbers, stored column by column.
///
/// A value: copies share their storage until one of them changes. Column-major because BLAS and
/// LAPACK read that order without a copy.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  @usableFromInline
  internal var storage: [Double]

  /// Makes a matrix of zeros.
  ///
  /// - Precondition: neither size is negative.
  public init(rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot have a negative size")
    self.rows = rows
    self.columns = columns
    storage = [Double](repeating: 0, count: rows * columns)
  }

  /// Makes a matrix from its columns.
  ///
  /// - Precondition: every column has `rows` numbers.
  public init(rows: Int, columns: [[Double]]) {
    precondition(
      columns.allSatisfy { $0.count == rows }, "every column must have \(rows) numbers")
    self.rows = rows
    self.columns = columns.count
    var numbers: [Double] = []
    numbers.reserveCapacity(rows * columns.count)
    for column in columns { numbers += column }
    storage = numbers
  }

  /// The number in one cell, both indices counted from zero.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(isInside(row, column), "the cell lies outside the matrix")
      return storage[column * rows + row]
    }
    set {
      precondition(isInside(row, column), "the cell lies outside the matrix")
      storage[column * rows + row] = newValue
    }
  }

  /// One column, copied.
  ///
  /// - Complexity: O(rows).
  public func column(_ index: Int) -> [Double] {
    precondition((0..<columns).contains(index), "the column lies outside the matrix")
    return Array(storage[index * rows..<(index + 1) * rows])
  }

  /// Whether no number is infinite or undefined.
  public var isFinite: Bool { Compensated.exponent(of: storage, in: storage.indices) != nil }

  @usableFromInline
  internal func isInside(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}

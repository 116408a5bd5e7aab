/// The upper triangle of a symmetric matrix, row by row, which grows smaller as columns are swept out.
///
/// Without its first row and column the matrix is the tail of its own numbers, so that sweeping and
/// dropping move nothing.
struct PackedMatrix: Sendable {
  /// The numbers, the first of which may be of columns that are gone.
  private(set) var storage: [Double]
  /// The number of rows and of columns.
  private(set) var order: Int
  /// Where the first row starts.
  private var start: Int

  /// Takes the numbers of an upper triangle, row by row.
  ///
  /// - Parameters:
  ///   - storage: the numbers; what follows them is not used.
  ///   - order: the number of rows.
  init(_ storage: [Double], order: Int) {
    precondition(storage.count >= Self.count(order: order), "a triangle has all its numbers")
    self.storage = storage
    self.order = order
    start = 0
  }

  /// How many numbers the triangle of an order has.
  static func count(order: Int) -> Int { order * (order + 1) / 2 }

  /// The numbers that are left.
  var entries: ArraySlice<Double> { storage[start..<start + Self.count(order: order)] }

  /// The number in a row and a column that is not left of it.
  subscript(row: Int, column: Int) -> Double {
    get { storage[place(row, column)] }
    set { storage[place(row, column)] = newValue }
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    start + row * order - row * (row - 1) / 2 + column - row
  }

  /// The diagonal.
  var diagonal: [Double] { (0..<order).map { self[$0, $0] } }

  /// Drops the first row and column.
  mutating func dropFirst() {
    start += order
    order -= 1
  }

  /// Takes the first column's part out of all others, and drops it.
  ///
  /// - Parameter bound: a pivot of no more than this is rounding, and its column is dropped as it is.
  /// - Returns: whether it was swept.
  @discardableResult
  mutating func sweepFirst(above bound: Double) -> Bool {
    let pivot = storage[start]
    defer { dropFirst() }
    guard pivot > bound else { return false }
    let order = order
    let row = start
    unsafe storage.withUnsafeMutableBufferPointer { storage in
      var place = row + order
      for first in 1..<max(order, 1) {
        let factor = unsafe storage[row + first] / pivot
        for second in first..<order {
          unsafe storage[place] -= factor * storage[row + second]
          place += 1
        }
      }
    }
    return true
  }

  /// Divides each row and column by the root of its number on the diagonal.
  ///
  /// A row whose number is no more than its bound becomes zero.
  ///
  /// - Parameter bounds: one for each row.
  mutating func standardise(above bounds: [Double]) {
    let scales = zip(diagonal, bounds).map { $0 > $1 ? 1 / $0.squareRoot() : 0 }
    var place = start
    for row in 0..<order {
      for column in row..<order {
        storage[place] *= scales[row] * scales[column]
        place += 1
      }
      if scales[row] > 0 { self[row, row] = 1 }
    }
  }
}

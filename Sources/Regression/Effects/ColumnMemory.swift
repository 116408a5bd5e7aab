/// The columns that come in and the memory of those that go out, which may be the same.
@safe
struct ColumnMemory: @unchecked Sendable {
  private let sources: UnsafePointer<Double>?
  private let targets: UnsafeMutablePointer<Double>?
  let rows: Int

  /// What a kernel reads and what it writes.
  @safe
  struct Work {
    let source: UnsafePointer<Double>?
    let target: UnsafeMutablePointer<Double>?
  }

  /// Takes memory that outlives this; each column is touched by one thread.
  init(source: UnsafePointer<Double>?, target: UnsafeMutablePointer<Double>?, rows: Int) {
    unsafe sources = source
    unsafe targets = target
    self.rows = rows
  }

  private func source(_ column: Int) -> UnsafeBufferPointer<Double> {
    unsafe UnsafeBufferPointer(start: sources.map { unsafe $0 + column * rows }, count: rows)
  }

  private func target(_ column: Int) -> UnsafeMutableBufferPointer<Double> {
    unsafe UnsafeMutableBufferPointer(start: targets.map { unsafe $0 + column * rows }, count: rows)
  }

  /// The memory of a column for a kernel.
  ///
  /// - Parameters:
  ///   - column: its number.
  ///   - isOrdered: whether the column that goes out already holds what is to be worked on.
  /// - Returns: where to read and where to write.
  func work(_ column: Int, isOrdered: Bool) -> Work {
    let target = unsafe target(column).baseAddress
    return unsafe Work(
      source: isOrdered ? UnsafePointer(target) : source(column).baseAddress, target: target)
  }

  /// Puts the rows of a column into another order.
  func gather(_ column: Int, _ order: [Int32]) {
    let values = unsafe Array(source(column))
    let target = unsafe target(column)
    for (place, row) in order.enumerated() { unsafe target[place] = values[Int(row)] }
  }

  /// Puts the rows of a column back from another order.
  func scatter(_ column: Int, _ order: [Int32]) {
    let target = unsafe target(column)
    let values = unsafe Array(target)
    for (place, row) in order.enumerated() { unsafe target[Int(row)] = values[place] }
  }

  /// Makes a column zero.
  func clear(_ column: Int) {
    unsafe target(column).update(repeating: 0)
  }

  /// Leaves a column as it is.
  ///
  /// - Returns: whether all of it are numbers.
  func copy(_ column: Int) -> DemeanedColumn {
    let (source, target) = unsafe (source(column), target(column))
    var found = DemeanedColumn()
    for row in 0..<rows {
      let value = unsafe source[row]
      found.isFinite = found.isFinite && value.isFinite
      unsafe target[row] = value
    }
    return found
  }
}

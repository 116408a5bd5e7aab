import Synchronization

/// The cells of an array that several threads fill.
@safe
struct SharedCells: @unchecked Sendable {
  /// The bits of a cell that no record has given.
  static let absent = Double.nan.bitPattern
  /// The bits of a cell whose record has no value.
  static let missing = Double(nan: 1, signaling: false).bitPattern

  private let cells: UnsafeMutablePointer<Atomic<UInt64>>
  let count: Int

  /// Takes memory that is not initialised, and must outlive this.
  init(_ memory: UnsafeMutableBufferPointer<Double>, count: Int) {
    precondition(count <= memory.count, "there is no room for the cells")
    guard let base = memory.baseAddress else { preconditionFailure("there is no memory") }
    unsafe cells = UnsafeMutableRawPointer(base)
      .bindMemory(to: Atomic<UInt64>.self, capacity: count)
    self.count = count
  }

  /// Ranges that together hold every cell.
  var parts: [Range<Int>] {
    stride(from: 0, to: count, by: 1 << 20).map { $0..<min($0 + 1 << 20, count) }
  }

  /// Marks the cells of a range as absent.
  func clear(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are no such cells")
    for index in range { unsafe (cells + index).initialize(to: Atomic(Self.absent)) }
  }

  /// Fills a cell, unless it is filled.
  ///
  /// Two threads that fill one cell at the same moment may both succeed: the number of cells that
  /// are filled in the end tells.
  @inline(__always)
  func put(_ bits: UInt64, at index: Int) -> Bool {
    precondition(index < count, "there is no such cell")
    let isFree = unsafe cells[index].load(ordering: .relaxed) == Self.absent
    if isFree { unsafe cells[index].store(bits, ordering: .relaxed) }
    return isFree
  }

  /// Counts the filled cells of a range, and makes the missing values of it plain NaN.
  func settle(_ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are no such cells")
    var filled = 0
    for index in range {
      let bits = unsafe cells[index].load(ordering: .relaxed)
      if bits != Self.absent { filled += 1 }
      if bits == Self.missing { unsafe cells[index].store(Self.absent, ordering: .relaxed) }
    }
    return filled
  }

  /// Gives the memory back as numbers.
  func finish() {
    _ = unsafe UnsafeMutableRawPointer(cells).bindMemory(to: Double.self, capacity: count)
  }
}

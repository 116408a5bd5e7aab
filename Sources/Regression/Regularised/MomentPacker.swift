import CKernels

/// Turns rows into blocks that the kernel of products reads in order, each fold's rows together.
internal struct MomentPacker: Sendable {
  private let variables: [[Double]]
  private let shifts: [Double]
  private let scales: [Double]?
  private let folds: FoldAssignment?
  private let panels: Int

  /// The rows that are packed at a time: a block of a hundred columns then fits the second-level cache.
  private static let blockRows = 1024
  private static let width = Int(MINHBACH_PANEL)

  internal init(
    variables: [[Double]], shifts: [Double], scales: [Double]?, folds: FoldAssignment?
  ) {
    self.variables = variables
    self.shifts = shifts
    self.scales = scales
    self.folds = folds
    // A column of ones comes last: its products are the sums of the others. Panels come in pairs.
    panels = (variables.count + 1 + 2 * Self.width - 1) / (2 * Self.width) * 2
  }

  /// The number of rows and columns of a matrix of products.
  internal var order: Int { panels * Self.width }

  /// The products of the columns over some rows, one matrix per fold; the upper panels hold them.
  internal func grams(of rows: Range<Int>) -> [[Double]] {
    let count = folds?.count ?? 1
    var grams = [[Double]](repeating: [Double](repeating: 0, count: order * order), count: count)
    let capacity = min(Self.blockRows, rows.count)
    var block = [Double](repeating: 0, count: panels * Self.width * capacity)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.blockRows) {
      let (numbers, starts) = sorted(start..<min(start + Self.blockRows, rows.upperBound))
      pack(numbers, into: &block, capacity: capacity)
      for fold in 0..<count {
        let (first, length) = (starts[fold], starts[fold + 1] - starts[fold])
        guard length > 0 else { continue }
        unsafe block.withUnsafeBufferPointer { block in
          guard let base = block.baseAddress else { return }
          unsafe minhbach_gram_add(
            base + first * Self.width, Self.width * capacity, panels, length, &grams[fold])
        }
      }
    }
    return grams
  }

  /// Rows in the order of their folds, and where each fold begins.
  private func sorted(_ rows: Range<Int>) -> (numbers: [Int32], starts: [Int]) {
    guard let folds else { return (rows.map(Int32.init), [0, rows.count]) }
    var starts = [Int](repeating: 0, count: folds.count + 1)
    for row in rows { starts[Int(folds.folds[row]) + 1] += 1 }
    for fold in 0..<folds.count { starts[fold + 1] += starts[fold] }
    var next = starts
    var numbers = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let fold = Int(folds.folds[row])
      numbers[next[fold]] = Int32(row)
      next[fold] += 1
    }
    return (numbers, starts)
  }

  private func pack(_ rows: [Int32], into block: inout [Double], capacity: Int) {
    let scales = scales.map { scales in rows.map { scales[Int($0)] } }
    for (place, variable) in variables.enumerated() {
      let start = self.start(of: place, capacity: capacity)
      unsafe block.withUnsafeMutableBufferPointer { block in
        guard let base = block.baseAddress else { return }
        unsafe minhbach_gram_pack(
          variable, rows, scales, rows.count, shifts[place], base + start)
      }
    }
    let ones = start(of: variables.count, capacity: capacity)
    for place in rows.indices { block[ones + Self.width * place] = scales?[place] ?? 1 }
  }

  /// Where the numbers of a column begin in a block.
  private func start(of column: Int, capacity: Int) -> Int {
    column / Self.width * Self.width * capacity + column % Self.width
  }
}

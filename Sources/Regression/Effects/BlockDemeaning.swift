internal import CKernels

/// The removal of effects from a few columns at once, and what the effects came to.
struct BlockDemeaning {
  /// The columns side by side where the equations are applied: a vector of AVX-512, two of AVX2.
  static let width = 8
  /// A group mean of this part of a column's root mean square is taken for rounding.
  private static let rounding = 2e-14
  /// Each solution leaves a part of 1e-4 or less where the equations are not hopeless.
  private static let mostSolutions = 12

  private let rows: UnitRows
  private let solver: LevelSolver
  private let keepsEffects: Bool
  /// The effects of the levels, column by column, where they are kept.
  private(set) var levelEffects: [[Double]] = []
  /// The effects of the units, column by column, where they are kept.
  private(set) var unitEffects: [[Double]] = []

  /// Prepares work on the rows.
  init(rows: UnitRows, solver: LevelSolver, keepsEffects: Bool = false) {
    self.rows = rows
    self.solver = solver
    self.keepsEffects = keepsEffects
  }

  /// Removes the effects from the columns of a block.
  ///
  /// - Precondition: there are no more than `width` columns.
  mutating func demean(_ memory: ColumnMemory, _ block: Range<Int>) -> [DemeanedColumn] {
    let levels = rows.levelWeights.count
    if keepsEffects {
      levelEffects = block.map { _ in [Double](repeating: 0, count: levels) }
      unitEffects = block.map { _ in [Double](repeating: 0, count: rows.units) }
    }
    var found = block.map { _ in DemeanedColumn() }
    var sums = block.map { _ in [Double](repeating: 0, count: levels) }
    var lengths = block.map { _ in 0.0 }
    for (lane, column) in block.enumerated() {
      if let order = rows.order { memory.gather(column, order) }
      lengths[lane] = collect(memory.work(column, isOrdered: rows.order != nil), &sums[lane])
      found[lane].isFinite = lengths[lane].isFinite
    }
    let original = lengths
    var waiting = found.indices.filter { found[$0].isFinite }
    for solution in 0..<Self.mostSolutions where !waiting.isEmpty {
      let (effects, steps) = solver.solve(
        rows, waiting.map { sums[$0] }, floors: waiting.map { Self.rounding * scale(lengths[$0]) })
      for (lane, effects) in zip(waiting, effects) {
        let work = memory.work(
          block.lowerBound + lane, isOrdered: rows.order != nil || solution > 0)
        let length = subtract(effects, work, lane, &sums[lane])
        found[lane].iterations += steps
        lengths[lane] = length
        if found[lane].settles(
          from: original[lane], to: length, change: change(sums[lane], length: length))
        {
          waiting.removeAll { $0 == lane }
        }
      }
    }
    for (lane, column) in block.enumerated() {
      if found[lane].isAbsorbed { memory.clear(column) }
      if let order = rows.order { memory.scatter(column, order) }
    }
    return found
  }

  /// Sums a column by level, less the means of the units.
  ///
  /// - Returns: its squared length.
  private func collect(_ work: ColumnMemory.Work, _ sums: inout [Double]) -> Double {
    unsafe rows.withKernelRows { unsafe minhbach_within_collect($0, work.source, &sums) }
  }

  /// Takes effects and means from a column, and sums up what is left by level.
  ///
  /// - Returns: the squared length of what is left.
  private mutating func subtract(
    _ effects: [Double], _ work: ColumnMemory.Work, _ lane: Int, _ sums: inout [Double]
  ) -> Double {
    for level in sums.indices { sums[level] = 0 }
    guard keepsEffects else {
      return unsafe rows.withKernelRows {
        unsafe minhbach_within_subtract($0, work.source, effects, work.target, nil, &sums)
      }
    }
    var means = [Double](repeating: 0, count: rows.units)
    let length = unsafe rows.withKernelRows {
      unsafe minhbach_within_subtract($0, work.source, effects, work.target, &means, &sums)
    }
    for level in effects.indices { levelEffects[lane][level] += effects[level] }
    for unit in means.indices { unitEffects[lane][unit] += means[unit] }
    return length
  }

  /// The root mean square of a column.
  private func scale(_ length: Double) -> Double { (length / rows.weight).squareRoot() }

  /// The largest mean of a level, in root mean squares of the column.
  private func change(_ sums: [Double], length: Double) -> Double {
    let scale = scale(length)
    guard scale > 0 else { return 0 }
    return zip(sums, rows.levelWeights).reduce(0) { max($0, abs($1.0 / $1.1)) } / scale
  }
}

extension DemeanedColumn {
  /// Another solution is sought while a group mean is above this, in root mean squares of the column.
  private static let goal = 1e-13
  /// A column of which less than this part is left, in length, is a combination of the effects.
  private static let absorbed = 1e-10

  /// Takes the outcome of one more solution, and tells whether it is the last.
  ///
  /// - Parameters:
  ///   - before: the squared length of the column as it came in.
  ///   - after: the squared length of what is left.
  ///   - change: the largest mean of a level that is left.
  /// - Returns: whether the column is done with.
  fileprivate mutating func settles(
    from before: Double, to after: Double, change: Double
  ) -> Bool {
    guard after > Self.absorbed * Self.absorbed * before else {
      (isAbsorbed, self.change) = (true, 0)
      return true
    }
    // Rounding is reached where a solution no longer halves what the one before it left.
    let isStuck = solutions > 0 && change > self.change / 2
    solutions += 1
    self.change = isStuck ? min(change, self.change) : change
    return isStuck || change <= Self.goal
  }
}

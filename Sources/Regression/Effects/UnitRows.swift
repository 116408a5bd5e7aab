internal import CKernels

/// The rows of a sample in the order of one grouping's groups, with their levels in the others.
///
/// The grouping with the most groups is taken out row by row as its rows come by; the levels of the
/// others are the unknowns of equations.
struct UnitRows: Sendable {
  /// Which grouping is taken out.
  let principal: Int
  /// Which groupings the levels are of, in their order.
  let others: [Int]
  /// The number of the first level of each of the others.
  let offsets: [Int]
  /// The weight of each level.
  let levelWeights: [Double]
  /// The rows in the order of the units, nil where they are in that order.
  let order: [Int32]?
  /// The first row of each unit, and the number of rows.
  let starts: [Int32]
  /// The levels of each row in that order.
  let levels: [Int32]
  /// The weight of each row in that order, nil where all weigh one.
  let weights: [Double]?
  /// The weight of all rows.
  let weight: Double
  private let reciprocals: [Double]

  /// The number of rows.
  var rows: Int { Int(starts.last ?? 0) }

  /// The number of units.
  var units: Int { starts.count - 1 }

  /// Orders rows.
  ///
  /// - Precondition: there is a grouping, and each has the same rows.
  init(_ groupings: [Grouping], weights: [Double]?) {
    let most = groupings.map(\.count).max() ?? 0
    guard let principal = groupings.firstIndex(where: { $0.count == most }) else {
      preconditionFailure("rows cannot be ordered by no grouping")
    }
    self.principal = principal
    let others = groupings.indices.filter { $0 != principal }
    self.others = others
    let units = groupings[principal]
    starts = Self.starts(of: units)
    let order = Self.order(units, starts: starts)
    self.order = order
    var offset = 0
    var offsets: [Int] = []
    for other in others {
      offsets.append(offset)
      offset += groupings[other].count
    }
    self.offsets = offsets
    let rows = units.codes.count
    let levels = Self.levels(
      of: others.map { groupings[$0] }, offsets: offsets, rows: rows, order: order)
    self.levels = levels
    let ordered = weights.map { weights in
      order.map { $0.map { weights[Int($0)] } } ?? weights
    }
    self.weights = ordered
    weight = ordered?.reduce(0, +) ?? Double(rows)
    reciprocals = (0..<most).map { [starts] unit in
      let rows = Int(starts[unit])..<Int(starts[unit + 1])
      return 1 / (ordered?[rows].reduce(0, +) ?? Double(rows.count))
    }
    levelWeights = Self.weights(
      of: levels, count: offset, each: others.count, rows: rows, weights: ordered)
  }

  /// The weight of the rows of each level.
  private static func weights(
    of levels: [Int32], count: Int, each: Int, rows: Int, weights: [Double]?
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for place in 0..<rows {
      let weight = weights?[place] ?? 1
      for level in levels[place * each..<(place + 1) * each] { sums[Int(level)] += weight }
    }
    return sums
  }

  /// The levels of each row in the order of the units, those of one row side by side.
  private static func levels(
    of groupings: [Grouping], offsets: [Int], rows: Int, order: [Int32]?
  ) -> [Int32] {
    var levels = [Int32](repeating: 0, count: rows * groupings.count)
    for (number, grouping) in groupings.enumerated() {
      let offset = Int32(offsets[number])
      for place in 0..<rows {
        let row = order.map { Int($0[place]) } ?? place
        levels[place * groupings.count + number] = grouping.codes[row] + offset
      }
    }
    return levels
  }

  private static func starts(of units: Grouping) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(units.count + 1)
    var last: Int32 = 0
    for size in units.sizes {
      last += Int32(size)
      starts.append(last)
    }
    return starts
  }

  /// Sorts rows by unit, those of one unit staying in their order; nil where they are sorted.
  private static func order(_ units: Grouping, starts: [Int32]) -> [Int32]? {
    var isSorted = true
    var last: Int32 = 0
    for code in units.codes {
      isSorted = isSorted && code >= last
      last = code
    }
    guard !isSorted else { return nil }
    var next = starts
    var order = [Int32](repeating: 0, count: units.codes.count)
    for (row, code) in units.codes.enumerated() {
      order[Int(next[Int(code)])] = Int32(row)
      next[Int(code)] += 1
    }
    return order
  }

  /// Whether each unit has each level once, all weighing one.
  var isBalanced: Bool {
    guard others.count == 1, weights == nil, rows == units * levelWeights.count else {
      return false
    }
    var lastUnit = [Int](repeating: -1, count: levelWeights.count)
    for unit in 0..<units {
      for place in Int(starts[unit])..<Int(starts[unit + 1]) {
        let level = Int(levels[place])
        guard lastUnit[level] != unit else { return false }
        lastUnit[level] = unit
      }
    }
    return true
  }

  /// Lends the rows to a kernel.
  func withKernelRows<Result>(
    _ body: (UnsafePointer<minhbach_unit_rows>) throws -> Result
  ) rethrows -> Result {
    try unsafe starts.withUnsafeBufferPointer { starts in
      try unsafe levels.withUnsafeBufferPointer { levels in
        try unsafe reciprocals.withUnsafeBufferPointer { reciprocals in
          func lend(_ weights: UnsafePointer<Double>?) throws -> Result {
            var rows = unsafe minhbach_unit_rows(
              units: units, starts: starts.baseAddress, others: others.count,
              levels: levels.baseAddress, weights: weights,
              reciprocals: reciprocals.baseAddress)
            return try unsafe body(&rows)
          }
          guard let weights else { return try lend(nil) }
          return try unsafe weights.withUnsafeBufferPointer { try unsafe lend($0.baseAddress) }
        }
      }
    }
  }
}

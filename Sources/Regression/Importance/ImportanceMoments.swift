import CKernels

/// Sums of squares and products of prepared rows, in one block or one for each cluster.
///
/// A block is the upper triangle, row by row, of the sums over [D Z]: D the indicators of the periods,
/// Z the columns of the data, a one for an intercept first among them. Unit effects are taken out of
/// both, which keeps blocks of whole units apart from one another: the sums of any draw of clusters are
/// a weighted sum of their blocks, and its period effects are found anew when D is swept out.
struct ImportanceMoments: Sendable {
  /// The order of a block: the periods and the columns.
  let order: Int
  /// The numbers of a block, filled up with zeros to a multiple of eight.
  let width: Int
  /// The number of blocks.
  let count: Int
  /// The blocks, one after another.
  private(set) var blocks: [Double]

  private let data: ImportanceData
  private let rows: Range<Int>
  private let periods: Int

  /// Sums up prepared rows.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - codes: the block of each row used; nil for one block.
  ///   - count: the number of blocks.
  /// - Precondition: where there are unit effects, a unit's rows are of one block.
  init(_ data: ImportanceData, codes: [Int32]? = nil, count: Int = 1) {
    self.init(data, rows: 0..<data.rowCount, codes: codes, count: count)
    if periods > 0, let units = data.common.units { takeUnits(units, codes: codes) }
  }

  /// Sums up prepared rows, each in a block of its own.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - rows: which of the rows used.
  /// - Precondition: there are no unit effects: they would hold the rows of a unit together.
  init(_ data: ImportanceData, rows: Range<Int>) {
    precondition(data.common.units == nil, "rows that share a unit effect are drawn together")
    self.init(
      data, rows: rows, codes: (0..<Int32(rows.count)).map { $0 }, count: rows.count)
  }

  private init(_ data: ImportanceData, rows: Range<Int>, codes: [Int32]?, count: Int) {
    self.data = data
    self.rows = rows
    periods = Self.periods(of: data.common)
    order = periods + data.columnCount
    width = Self.width(of: data)
    self.count = count
    blocks = [Double](repeating: 0, count: count * width)
    let start = PackedMatrix.count(order: order) - PackedMatrix.count(order: data.columnCount)
    unsafe data.values.withUnsafeBufferPointer { values in
      unsafe data.weights.withUnsafeBufferPointer { weights in
        guard let values = values.baseAddress, let weights = weights.baseAddress else { return }
        unsafe minhbach_add_products(
          values + rows.lowerBound * data.stride, rows.count, data.columnCount, data.stride,
          weights + rows.lowerBound, codes, &blocks, width, start)
      }
    }
    if periods > 0 { addPeriods(codes: codes) }
  }

  /// The numbers of a block of prepared rows.
  static func width(of data: ImportanceData) -> Int {
    (PackedMatrix.count(order: periods(of: data.common) + data.columnCount) + 7) & ~7
  }

  /// The rows of a block that are the periods' own.
  private static func periods(of common: CommonTerms) -> Int { common.periods?.count ?? 0 }

  /// Where the row of a period starts in a block.
  private func start(ofPeriod period: Int) -> Int {
    period * order - period * (period - 1) / 2
  }

  private func period(ofRow number: Int) -> Int {
    data.common.periods.map { Int($0.codes[data.rows[number]]) } ?? 0
  }

  /// Adds the products of the periods' indicators with themselves and with the columns.
  private mutating func addPeriods(codes: [Int32]?) {
    for (place, number) in rows.enumerated() {
      let period = period(ofRow: number)
      let diagonal = (codes.map { Int($0[place]) } ?? 0) * width + start(ofPeriod: period)
      let columns = diagonal + periods - period
      blocks[diagonal] += data.weights[number]
      for column in 0..<data.columnCount {
        // The columns are free of their units' means, and so the indicators' means add nothing here.
        blocks[columns + column] +=
          data.weights[number] * data.values[number * data.stride + column]
      }
    }
  }

  /// Takes the units' means out of the products of the indicators.
  ///
  /// A unit with weights w₁ … of its periods, W in all, takes wₜ wₛ / W from the product of t and s.
  private mutating func takeUnits(_ units: Grouping, codes: [Int32]?) {
    var weights = [[(period: Int, weight: Double)]](repeating: [], count: units.count)
    var block = [Int](repeating: 0, count: units.count)
    for number in 0..<data.rowCount {
      let unit = Int(units.codes[data.rows[number]])
      let period = period(ofRow: number)
      if let place = weights[unit].firstIndex(where: { $0.period == period }) {
        weights[unit][place].weight += data.weights[number]
      } else {
        weights[unit].append((period, data.weights[number]))
      }
      block[unit] = codes.map { Int($0[number]) } ?? 0
    }
    for (unit, weights) in weights.enumerated() {
      let total = weights.reduce(0) { $0 + $1.weight }
      for (place, first) in weights.enumerated() {
        for second in weights[place...] {
          let (low, high) = (min(first.period, second.period), max(first.period, second.period))
          blocks[block[unit] * width + start(ofPeriod: low) + high - low] -=
            first.weight * second.weight / total
        }
      }
    }
  }
}

public import LinearAlgebra

/// Complete rows of regressors and a response, ready for their R² to be shared out.
///
/// Checked, centred as the common terms allow (by unit, or as a whole), and scaled: so prepared, sums of
/// products lose no digits to large means. Rows of weight zero are left out.
public struct ImportanceData: Sendable {
  /// The name of each regressor.
  public let regressors: [String]
  /// What every model holds besides.
  public let common: CommonTerms
  /// The number of rows used.
  public let rowCount: Int
  let players: ImportancePlayers
  /// The rows used, as they were counted.
  let rows: [Int]
  /// The weight of each row used.
  let weights: [Double]
  /// A one for an intercept, the columns in the order of the players, and the response, row by row; each
  /// row has `stride` places.
  let values: [Double]
  /// The numbers from the start of a row to that of the next: a multiple of eight.
  let stride: Int
  /// The number of columns: the one, the players' and the response.
  let columnCount: Int

  /// Checks and prepares rows.
  ///
  /// - Parameters:
  ///   - regressors: n × p numbers.
  ///   - names: the name of each regressor.
  ///   - response: n numbers.
  ///   - weights: how much each row counts, such as the firms behind it; nil for all alike.
  ///   - common: what every model holds besides.
  ///   - groups: regressors that are one player together.
  /// - Throws: `ImportanceError` where figures are missing or infinite, weights negative, groups
  ///   wrong, or players too many.
  /// - Precondition: the sizes agree.
  public init(
    regressors: Matrix, names: [String], response: [Double], weights: [Double]? = nil,
    common: CommonTerms = .intercept, groups: [RegressorGroup] = []
  ) throws(ImportanceError) {
    let count = response.count
    precondition(names.count == regressors.columns, "every regressor needs a name")
    precondition(count == regressors.rows, "every row needs a response")
    precondition(weights.map { $0.count == count } ?? true, "every row needs a weight")
    for grouping in [common.units, common.periods] {
      precondition(grouping.map { $0.codes.count == count } ?? true, "every row needs its group")
    }
    players = try ImportancePlayers(regressors: names, groups: groups)
    self.regressors = names
    self.common = common
    if let bad = weights?.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .badWeight(row: bad)
    }
    let rows = response.indices.filter { row in weights.map { $0[row] > 0 } ?? true }
    self.rows = rows
    guard !rows.isEmpty else { throw .noRows }
    rowCount = rows.count
    self.weights = weights.map { weights in rows.map { weights[$0] } } ?? rows.map { _ in 1 }
    let columns =
      players.columns.map { (names[$0], regressors.column($0)) } + [("the response", response)]
    columnCount = columns.count + (common == .intercept ? 1 : 0)
    stride = (columnCount + 7) & ~7
    values = try Self.prepared(
      columns, firstPlace: columnCount - columns.count,
      centring: RowCentring(
        codes: common.units?.codes, groups: common.units?.count ?? 1, rows: rows,
        weights: self.weights, stride: stride),
      isCentred: common != .none)
  }

  /// Writes columns row by row, centred and scaled, behind as many ones as there are places before them.
  private static func prepared(
    _ columns: [(name: String, numbers: [Double])], firstPlace: Int, centring: RowCentring,
    isCentred: Bool
  ) throws(ImportanceError) -> [Double] {
    let (rows, stride) = (centring.rows, centring.stride)
    var values = [Double](repeating: 0, count: rows.count * stride)
    for (column, (name, numbers)) in columns.enumerated() {
      // Magnitudes are in the order of their bits, and those of infinity and beyond come last: one
      // comparison each, and none waits for a branch.
      let largest = rows.reduce(0) { max($0, numbers[$1].magnitude.bitPattern) }
      guard largest < Double.infinity.bitPattern else {
        throw .notFinite(column: name, row: rows.first { !numbers[$0].isFinite } ?? 0)
      }
      let factor = RowCentring.factor(for: Double(bitPattern: largest))
      var place = firstPlace + column
      for row in rows {
        values[place] = numbers[row] * factor
        place += stride
      }
    }
    if isCentred { centring.centre(&values) }
    centring.scale(&values)
    for place in 0..<firstPlace {
      for number in rows.indices { values[number * stride + place] = 1 }
    }
    return values
  }
}

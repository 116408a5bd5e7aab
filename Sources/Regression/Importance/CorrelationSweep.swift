/// The regression of a response on chosen columns, from their correlations.
///
/// The whole square is swept (Beaton's operator, by Goodnight 1979, doi:10.1080/00031305.1979.10482685):
/// after columns S the last column holds the standardised coefficients in the rows of S, and the
/// residual variance in its own.
struct CorrelationSweep {
  private var square: [Double]
  private let order: Int
  /// The columns swept, in their order.
  private(set) var swept: [Int] = []
  /// The columns that were combinations of those swept before, each with those it combines.
  private(set) var dependent: [(column: Int, on: [Int])] = []
  /// The columns that are zero.
  private(set) var zero: [Int] = []

  /// Regresses on columns.
  ///
  /// - Parameters:
  ///   - correlations: the regressors, the response last.
  ///   - columns: the regressors that take part.
  init(_ correlations: PackedMatrix, on columns: some Sequence<Int>) {
    let order = correlations.order
    self.order = order
    square = (0..<order * order).map { place in
      let (row, column) = (place / order, place % order)
      return correlations[min(row, column), max(row, column)]
    }
    for column in columns { sweep(column) }
  }

  /// The residual variance as a part of the response's.
  var residual: Double { max(0, square[order * order - 1]) }

  /// The standardised coefficient of a column swept.
  func coefficient(of column: Int) -> Double { square[column * order + order - 1] }

  /// By how much the residual variance would grow without a column swept: the square of its coefficient
  /// over its number on the diagonal of the inverse.
  func loss(of column: Int) -> Double {
    let coefficient = coefficient(of: column)
    return coefficient * coefficient / square[column * order + column]
  }

  private mutating func sweep(_ pivotColumn: Int) {
    let start = pivotColumn * order
    let pivot = square[start + pivotColumn]
    guard pivot > ShapleyTree.tolerance else {
      if correlationIsZero(pivotColumn) {
        zero.append(pivotColumn)
      } else {
        let others = swept.filter { square[$0 * order + pivotColumn].magnitude > Self.negligible }
        dependent.append((pivotColumn, others))
      }
      return
    }
    for column in 0..<order { square[start + column] /= pivot }
    for row in 0..<order where row != pivotColumn {
      let factor = square[row * order + pivotColumn]
      guard factor != 0 else { continue }
      for column in 0..<order { square[row * order + column] -= factor * square[start + column] }
      square[row * order + pivotColumn] = -factor / pivot
    }
    square[start + pivotColumn] = 1 / pivot
    swept.append(pivotColumn)
  }

  /// A coefficient of a combination below this is taken as none: the combination itself is known to
  /// the root of the tolerance.
  private static let negligible = 1e-5

  private func correlationIsZero(_ column: Int) -> Bool {
    (0..<order).allSatisfy { square[column * order + $0] == 0 && square[$0 * order + column] == 0 }
  }
}

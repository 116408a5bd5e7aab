import CKernels

/// A symmetric matrix that is inverted one row and column at a time, and back, by sweeping.
///
/// Where the rows A of G are swept, the entries A × A hold −(G_AA)⁻¹, those between A and the others
/// G_NA (G_AA)⁻¹, and those of the others what A leaves of them, G_NN − G_NA (G_AA)⁻¹ G_AN. Source:
/// Goodnight (1979), doi:10.1080/00031305.1979.10482685.
internal struct SweptMatrix {
  /// The number of rows and columns.
  let order: Int
  /// How far apart rows are; the numbers past the last column are zeros.
  let stride: Int
  private var entries: [Double]

  /// Takes a matrix in rows of `Moments.stride(of: order)` numbers.
  init(_ entries: [Double], order: Int) {
    self.order = order
    self.entries = entries
    stride = Moments.stride(of: order)
    precondition(entries.count == order * stride, "the matrix has the wrong size")
  }

  /// The entry on the diagonal: before a sweep, what the swept rows leave of this one.
  func diagonal(_ index: Int) -> Double { entries[index * stride + index] }

  /// An entry as the sweeps so far have left it.
  subscript(row: Int, column: Int) -> Double { entries[row * stride + column] }

  /// Adds to an entry on the diagonal of a matrix that is not swept.
  mutating func addToDiagonal(_ index: Int, _ number: Double) {
    entries[index * stride + index] += number
  }

  /// Sweeps a row that is not swept.
  mutating func sweep(_ pivot: Int) {
    precondition((0..<order).contains(pivot), "the pivot lies outside the matrix")
    unsafe minhbach_sweep_pivot(&entries, order, stride, pivot, 1)
  }

  /// Takes the sweep of a row back.
  mutating func unsweep(_ pivot: Int) {
    precondition((0..<order).contains(pivot), "the pivot lies outside the matrix")
    unsafe minhbach_sweep_pivot(&entries, order, stride, pivot, -1)
  }

  /// Multiplies by a vector.
  func times(_ vector: [Double], into result: inout [Double]) {
    Self.multiply(entries, order: order, vector, into: &result)
  }

  /// Multiplies a symmetric matrix, kept in the same way, by a vector; zeros of the vector cost nothing.
  static func multiply(
    _ entries: [Double], order: Int, _ vector: [Double], into result: inout [Double]
  ) {
    let stride = Moments.stride(of: order)
    precondition(
      vector.count == order && result.count == order && entries.count == order * stride,
      "the sizes do not match")
    unsafe minhbach_symmetric_times(entries, order, stride, vector, &result)
  }
}

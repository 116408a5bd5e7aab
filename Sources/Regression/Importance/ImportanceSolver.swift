/// From sums of products to shares of R²: takes out the common terms, standardises, grows the tree.
///
/// Holds the room it works in, so that one value serves many draws in turn.
struct ImportanceSolver: Sendable {
  /// What a matrix of sums of products gives.
  struct Solution: Sendable {
    /// The correlations of the players' columns and the response, the response last.
    let correlations: PackedMatrix
    /// R².
    let rSquared: Double
    /// The lowest number on a diagonal on the way to R²: below zero by more than rounding, the matrix is
    /// no matrix of sums of products.
    let lowest: Double
    /// The number of columns that are no combination of those before them.
    let rank: Int
    /// A share per player.
    let shares: [Double]
  }

  private let leading: Int
  private let order: Int
  private let smallest: Double
  private let sizes: [Int]
  private var tree: ShapleyTree

  /// Prepares for matrices of one shape.
  ///
  /// - Parameters:
  ///   - leading: the columns at the start that are the common terms' own.
  ///   - players: who shares.
  ///   - smallest: a column with a sum of squares up to this is rounding alone.
  init(leading: Int, players: ImportancePlayers, smallest: Double) {
    self.leading = leading
    self.smallest = smallest
    order = leading + players.columns.count + 1
    sizes = players.members.map(\.count)
    tree = ShapleyTree(sizes: sizes)
  }

  /// Prepares for sums of products of prepared rows.
  ///
  /// - Parameter data: the rows.
  init(_ data: ImportanceData) {
    // Columns are scaled to magnitudes from one to two.
    self.init(
      leading: data.common == .intercept ? 1 : data.common.periods?.count ?? 0,
      players: data.players,
      smallest: 1e-20 * data.weights.reduce(0, +))
  }

  /// Shares out R².
  ///
  /// - Parameter block: the upper triangle, row by row: the common terms, the columns of the players,
  ///   the response.
  /// - Returns: nil where the response does not vary beyond the common terms.
  mutating func solution(of block: [Double]) -> Solution? {
    var matrix = PackedMatrix(block, order: order)
    let bounds = matrix.diagonal.map { max(ShapleyTree.tolerance * $0, smallest) }
    for bound in bounds.prefix(leading) { matrix.sweepFirst(above: bound) }
    guard matrix[matrix.order - 1, matrix.order - 1] > bounds[order - 1] else { return nil }
    matrix.standardise(above: Array(bounds.dropFirst(leading)))
    var rest = matrix
    var (rank, lowest) = (0, rest[0, 0])
    while rest.order > 1 {
      rank += rest.sweepFirst(above: ShapleyTree.tolerance) ? 1 : 0
      lowest = min(lowest, rest[0, 0])
    }
    // A perfect fit leaves rounding of either sign.
    let residual = max(0, rest[0, 0])
    var shares = tree.shares(of: matrix, residual: residual)
    var next = 0
    for (player, size) in sizes.enumerated() {
      // Columns that are zero add nothing: not even rounding.
      if (next..<next + size).allSatisfy({ matrix[$0, $0] == 0 }) { shares[player] = 0 }
      next += size
    }
    return Solution(
      correlations: matrix, rSquared: 1 - residual, lowest: lowest, rank: rank,
      shares: shares)
  }
}

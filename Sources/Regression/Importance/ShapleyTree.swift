import CKernels
import Statistics

/// Shares R² among players by Shapley's rule, from all 2ᵖ regressions at once.
///
/// Regressions are the leaves of a binary tree: at each level the columns of one player are swept out
/// of the matrix of correlations or dropped from it, which makes it smaller; a leaf keeps the residual
/// variance alone. All leaves together cost about 4 · 2ᵖ multiplications. Holds the room it works in, so
/// that one value serves many matrices in turn. Sources: Grömping (2006), doi:10.18637/jss.v017.i01,
/// for the shares (Lindeman, Merenda & Gold 1980); Furnival (1971), doi:10.1080/00401706.1971.10488771,
/// for the tree.
struct ShapleyTree: Sendable {
  /// The most players there may be.
  static let mostPlayers = ShapleyValues.mostPlayers

  /// A column of which this part or less of its variance lies outside the span of others is taken as
  /// their combination.
  ///
  /// Sums of products know a residual variance to about 1e-15 of the variance; below 1e-10 fewer
  /// than five digits of it would be left.
  static let tolerance = 1e-10

  private let sizes: [Int32]
  private let weights: ShapleyWeights
  private let players: Int
  private var room: [Double]
  private var sums: [Double]

  /// Prepares for players with a number of columns each.
  ///
  /// - Parameter sizes: the number of columns of each player, one at least.
  /// - Precondition: there are at most 20 players.
  init(sizes: [Int]) {
    precondition(sizes.count <= Self.mostPlayers, "shares are for 20 players at most")
    precondition(sizes.allSatisfy { $0 > 0 }, "every player has a column")
    players = sizes.count
    // Players without columns fill the places of three lanes; they add nothing and take nothing.
    let places = max(players, Int(minhbach_shapley_lane_players))
    self.sizes = sizes.map(Int32.init) + Array(repeating: 0, count: places - players)
    weights = ShapleyWeights(players: places)
    let count = unsafe minhbach_shapley_room(sizes.reduce(1, +), self.sizes, Int32(places))
    room = [Double](repeating: 0, count: count)
    sums = [Double](repeating: 0, count: places)
  }

  /// The shares of the players in R².
  ///
  /// - Parameters:
  ///   - correlations: the columns of the players in their order, the response last; ones on the
  ///     diagonal, but for a column of zeros.
  ///   - residual: the residual variance with all players, 1 − R².
  /// - Returns: a share per player; they add up to R².
  mutating func shares(of correlations: PackedMatrix, residual: Double) -> [Double] {
    let order = sizes.reduce(1) { $0 + Int($1) }
    precondition(correlations.order == order, "a matrix has the columns of the players")
    unsafe correlations.entries.withUnsafeBufferPointer { packed in
      unsafe minhbach_shapley_tree(
        packed.baseAddress, order, sizes, Int32(sizes.count), weights.belonging, Self.tolerance,
        &room, &sums)
    }
    // The sums are of residual variances, 1 − R²: their signs are those of R² turned.
    return Array(weights.values(sums: sums.map { -$0 }, gain: 1 - residual).prefix(players))
  }
}

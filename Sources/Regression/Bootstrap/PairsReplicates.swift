internal import CKernels

/// Replicates of a pairs cluster bootstrap, solved eight side by side.
struct PairsReplicates: Sendable {
  private let products: ClusterProducts
  private let tiles: PairsTiles
  /// Fewer numbers for the same coefficients, where there are any.
  private let fewer: PairsTiles?

  static let lanes = Int(MINHBACH_PAIRS_LANES)
  /// Of a regressor that is a combination of others, rounding leaves this part of its square at most.
  private static let tolerance = 1e-12

  /// What a range of replicates gave; those that failed are left out.
  struct Solved: Sendable {
    var count = 0
    /// The coefficients, replicate by replicate.
    var coefficients: [Double] = []
    /// The cluster-robust errors, replicate by replicate, where they were asked for.
    var errors: [Double] = []
  }

  init(_ products: ClusterProducts) {
    self.products = products
    tiles = PairsTiles(products)
    fewer = PairsTiles(orthogonal: products)
  }

  /// Solves replicates.
  ///
  /// - Parameters:
  ///   - replicates: their numbers.
  ///   - errors: whether to find errors too.
  ///   - fill: sets the counts of eight replicates or fewer, those of a cluster side by side.
  /// - Returns: what they gave, in order.
  func solved(
    _ replicates: Range<Int>, errors: Bool, _ fill: (Range<Int>, inout [Double]) -> Void
  ) -> Solved {
    let lanes = Self.lanes
    let (clusters, regressors) = (products.clusters, products.regressors)
    let scales = (0..<regressors).map(products.scale)
    var solved = Solved()
    solved.coefficients.reserveCapacity(replicates.count * regressors)
    // Lanes that are not filled solve the sample itself.
    var counts = [Double](repeating: 1, count: clusters * lanes)
    var coefficients = [Double](repeating: 0, count: regressors * lanes)
    var variances = coefficients
    let tiles = errors ? tiles : fewer ?? tiles
    var room = [Double](repeating: 0, count: lanes * (tiles.count + 2 * tiles.columns))
    for start in stride(from: replicates.lowerBound, to: replicates.upperBound, by: lanes) {
      let end = min(start + lanes, replicates.upperBound)
      fill(start..<end, &counts)
      let failed = solve(tiles, counts, &coefficients, &variances, &room, errors: errors)
      for lane in 0..<end - start where failed >> UInt32(lane) & 1 == 0 {
        solved.count += 1
        for regressor in 0..<regressors {
          solved.coefficients.append(coefficients[regressor * lanes + lane] * scales[regressor])
        }
        guard errors else { continue }
        for regressor in 0..<regressors {
          solved.errors.append(
            variances[regressor * lanes + lane].squareRoot() * scales[regressor])
        }
      }
    }
    return solved
  }

  /// Solves eight replicates.
  ///
  /// - Returns: a bit for each that failed.
  private func solve(
    _ tiles: PairsTiles, _ counts: [Double], _ coefficients: inout [Double],
    _ variances: inout [Double],
    _ room: inout [Double], errors: Bool
  ) -> UInt32 {
    unsafe tiles.values.withUnsafeBufferPointer { values in
      unsafe products.values.withUnsafeBufferPointer { blocks in
        var products = unsafe minhbach_pairs_products(
          clusters: products.clusters, columns: tiles.columns, effects: tiles.effects,
          orthogonal: tiles.orthogonal, tiles: values.baseAddress, blocks: blocks.baseAddress,
          tolerance: Self.tolerance)
        return errors
          ? unsafe minhbach_pairs_solve(&products, counts, &coefficients, &variances, &room)
          : unsafe minhbach_pairs_solve(&products, counts, &coefficients, nil, &room)
      }
    }
  }
}

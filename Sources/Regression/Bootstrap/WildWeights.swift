internal import Statistics

/// What the residuals of a cluster are multiplied with in a wild bootstrap: mean zero, variance one.
public enum WildWeights: String, Sendable, CaseIterable {
  /// 1 or −1, each with probability ½: 2^G different replicates of G clusters.
  case rademacher
  /// ±√½, ±1 or ±√1.5, each with probability ⅙ (Webb 2014, Queen's Economics Department working paper
  /// 1315): for few clusters, 6^G different replicates.
  case webb

  /// Draws the weights of a replicate.
  ///
  /// - Parameters:
  ///   - count: the number of clusters.
  ///   - random: its random numbers.
  /// - Returns: a weight for each cluster.
  func draws(_ count: Int, using random: inout ReplicateGenerator) -> [Double] {
    var weights = [Double](repeating: 1, count: count)
    switch self {
    case .rademacher:
      var bits: UInt64 = 0
      for cluster in 0..<count {
        if cluster % 64 == 0 { bits = random.next() }
        if bits & 1 == 1 { weights[cluster] = -1 }
        bits >>= 1
      }
    case .webb:
      for cluster in 0..<count {
        let number = Int.random(in: 0..<6, using: &random)
        let size = (Double(number % 3 + 1) / 2).squareRoot()
        weights[cluster] = number < 3 ? size : -size
      }
    }
    return weights
  }
}

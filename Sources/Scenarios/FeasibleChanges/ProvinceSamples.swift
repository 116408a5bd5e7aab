import Statistics

/// Samples of provinces with replacement, the same for all that is asked of them.
///
/// A province's changes go together over years and indicators, so that provinces are drawn, not cases.
struct ProvinceSamples {
  /// How often each province is in each sample.
  let counts: [[Int]]
  private let replicates: Replicates

  /// Draws samples.
  ///
  /// - Parameters:
  ///   - provinces: the number of provinces.
  ///   - replicates: what the draws are repeated by.
  ///   - draws: the number of samples.
  init(of provinces: Int, replicates: Replicates, draws: Int) {
    self.replicates = replicates
    counts = replicates.map(0..<draws) { _, random in
      var counts = [Int](repeating: 0, count: provinces)
      for _ in 0..<provinces {
        counts[Int.random(in: 0..<provinces, using: &random)] += 1
      }
      return counts
    }
  }

  /// The quantiles of the cases in each sample, a case counting as often as its province.
  ///
  /// - Parameters:
  ///   - shares: from 0 to 1.
  ///   - sorted: the cases, ascending.
  ///   - provinces: the province of each case.
  /// - Returns: one number per share and sample; a sample without any case is left out.
  func quantiles(_ shares: [Double], of sorted: [Double], provinces: [Int]) -> [[Double]] {
    replicates.map(0..<counts.count) { draw, _ -> [Double]? in
      let weights = counts[draw]
      var sample: [Double] = []
      sample.reserveCapacity(2 * sorted.count)
      for (value, province) in zip(sorted, provinces) {
        for _ in 0..<weights[province] { sample.append(value) }
      }
      guard !sample.isEmpty else { return nil }
      return shares.map { share in
        // Definition 7 of Hyndman & Fan, as `quantile(_:)`, of numbers that are in order already.
        let position = Double(sample.count - 1) * share
        let below = Int(position)
        guard below + 1 < sample.count else { return sample[sample.count - 1] }
        return sample[below] + (position - Double(below)) * (sample[below + 1] - sample[below])
      }
    }.compactMap { $0 }
  }

  /// The standard deviations of the cases in each sample, a case counting as often as its province.
  ///
  /// - Parameters:
  ///   - values: the cases.
  ///   - provinces: the province of each case.
  /// - Returns: one number per sample, zero for a sample of one; a sample without any case is left out.
  func deviations(of values: [Double], provinces: [Int]) -> [Double] {
    replicates.map(0..<counts.count) { draw, _ -> Double? in
      let weights = provinces.map { Double(counts[draw][$0]) }
      let total = weights.reduce(0, +)
      guard total > 0 else { return nil }
      let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total
      let squares = zip(weights, values).reduce(0) {
        $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean)
      }
      return total > 1 ? (squares / (total - 1)).squareRoot() : 0
    }.compactMap { $0 }
  }
}

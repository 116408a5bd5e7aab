import CKernels

/// Draws of all units' errors, and the largest standardised differences in each.
///
/// Nothing is kept: the same draws are made anew for each question, from the same counters.
struct DrawnMaxima {
  /// The estimates whose errors are drawn.
  let estimates: ScoreEstimates
  /// Where the draws come from.
  let source: Source
  /// How many threads work at most.
  let threads: Int?
  /// Draws that were made before, in parts.
  var joined: JoinedMaxima?

  /// Where draws come from.
  enum Source {
    /// Drawn by a seed.
    case seed(UInt64)
    /// Given: draws × units deviations.
    case given([Double])
  }

  /// Draws made in one go; a multiple of the kernel's.
  static let chunk = 512
  /// Maxima held at once: 32 MB.
  private static let held = 1 << 22

  /// The critical value of each of some families of differences.
  ///
  /// - Parameters:
  ///   - families: the pairs of each, all of them with an error above zero.
  ///   - draws: the number of draws.
  ///   - level: the share of the draws in which no difference of the family exceeds it.
  /// - Returns: one value per family.
  func criticalValues(
    of families: [[ComparedPair]], draws: Int, level: Double
  ) -> [CriticalValue] {
    if let joined {
      // What the parts do not tell is drawn anew.
      return families.map { family in
        joined.criticalValue(of: family, level: level)
          ?? DrawnMaxima(estimates: estimates, source: source, threads: threads)
          .criticalValues(of: [family], draws: draws, level: level)[0]
      }
    }
    let standardised = families.map { StandardisedPairs($0, of: estimates) }
    let length = max(1, Self.held / draws)
    var found: [CriticalValue] = []
    for start in stride(from: 0, to: families.count, by: length) {
      let batch = Array(standardised[start..<min(start + length, families.count)])
      let maxima = maxima(of: batch, draws: draws)
      found += Replicates(seed: 0, threads: threads).chunks(of: batch.indices, length: 1) {
        CriticalValue(of: maxima[$0.lowerBound], level: level)
      }
    }
    return found
  }

  /// The largest difference of each family in each draw.
  private func maxima(of families: [StandardisedPairs], draws: Int) -> [[Double]] {
    let parts = Replicates(seed: 0, threads: threads).chunks(of: 0..<draws, length: Self.chunk) {
      range in
      let block = MINHBACH_PAIR_DRAWS
      var deviations = [Double](repeating: 0, count: estimates.count * block)
      var room = [Double](
        repeating: 0, count: estimates.count * MINHBACH_LANES)
      var maxima = [Double](repeating: 0, count: block)
      var results = families.map { _ in [Double]() }
      for first in stride(from: range.lowerBound, to: range.upperBound, by: block) {
        let used = min(block, range.upperBound - first)
        draw(first, used, &deviations, &room)
        for (family, pairs) in families.enumerated() {
          unsafe minhbach_pair_maxima(
            deviations, pairs.pairs, pairs.twoSided, pairs.pairs.count - pairs.twoSided, &maxima)
          results[family].append(contentsOf: maxima.prefix(used))
        }
      }
      return results
    }
    return families.indices.map { family in parts.flatMap { $0[family] } }
  }

  /// Fills in the deviations of a block of draws, those of a unit side by side.
  func draw(
    _ first: Int, _ used: Int, _ deviations: inout [Double], _ room: inout [Double]
  ) {
    let units = estimates.count
    switch (source, estimates.law) {
    case (.given(let given), _):
      let block = deviations.count / max(units, 1)
      for draw in 0..<used {
        for unit in 0..<units {
          deviations[unit * block + draw] = given[(first + draw) * units + unit]
        }
      }
    case (.seed(let seed), .independent(let errors)):
      unsafe minhbach_draw_deviations(
        seed, UInt64(first), units, errors, nil, &deviations, &room)
    case (.seed(let seed), .correlated(_, let factor)):
      unsafe minhbach_draw_deviations(
        seed, UInt64(first), units, nil, factor, &deviations, &room)
    }
  }
}

import CKernels

/// Ranks of scores whose errors are normal, by draws: of independent errors or of a known covariance.
///
/// A score that is a weighted sum of values with normal errors, scored by ranges that are held, has a normal
/// error itself: one number per unit and draw stands for those of all indicators. Independent errors need
/// no draws at all: see `RankProbabilities`.
public struct GaussianRanks: Sendable {
  /// The scores with their errors.
  public let estimates: ScoreEstimates
  /// Two scores no further apart than this share the better rank.
  public let tolerance: Double
  private let network: SortingNetwork

  /// Takes scores.
  ///
  /// - Parameters:
  ///   - estimates: the scores with their errors; a shock that all share is left out.
  ///   - tolerance: the largest difference of scores that is a tie.
  /// - Precondition: the tolerance is not negative.
  public init(of estimates: ScoreEstimates, tolerance: Double = 0) {
    precondition(tolerance >= 0, "a tolerance cannot be negative")
    self.estimates = estimates
    self.tolerance = tolerance
    network = SortingNetwork(places: estimates.count)
  }

  /// Draws errors and ranks.
  ///
  /// - Parameters:
  ///   - draws: how many.
  ///   - seed: what they are repeated by; the first of more draws are the same.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: how often each unit had each rank; the same on any number of threads.
  /// - Precondition: there is a draw.
  public func ranks(draws: Int, seed: UInt64, threads: Int? = nil) -> [RankDistribution] {
    precondition(draws > 0, "a distribution needs one draw at least")
    let chunks = Replicates(seed: seed, threads: threads).chunks(
      of: 0..<draws, length: RankTally.chunk(units: estimates.count)
    ) { counts(of: $0, seed: seed) }
    return RankTally.distributions(
      RankTally.totals(chunks, count: estimates.count * estimates.count), units: estimates.count)
  }

  /// Between what scores lie, but for one in 10¹⁸.
  private var reach: ClosedRange<Double> {
    let ends = zip(estimates.values, estimates.standardErrors).map {
      ($0 - 9 * $1, $0 + 9 * $1)
    }
    return (ends.map(\.0).min() ?? 0)...(ends.map(\.1).max() ?? 0)
  }

  private func counts(of draws: Range<Int>, seed: UInt64) -> [UInt32] {
    let units = estimates.count
    var counts = [UInt32](repeating: 0, count: units * units)
    let lanes = MINHBACH_LANES
    let reach = reach
    var room = [Double](repeating: 0, count: lanes * (4 * units + 8))
    unsafe network.comparators.withUnsafeBufferPointer { comparators in
      unsafe estimates.values.withUnsafeBufferPointer { centres in
        var ranked = unsafe minhbach_ranked(
          seed: seed, units: units, tolerance: tolerance, comparators: comparators.baseAddress,
          comparator_count: comparators.count / 2, centres: centres.baseAddress,
          lowest: reach.lowerBound, highest: reach.upperBound)
        let first = UInt64(draws.lowerBound)
        switch estimates.law {
        case .independent(let errors):
          unsafe minhbach_rank_gaussian(
            &ranked, errors, nil, first, draws.count, &counts, &room)
        case .correlated(_, let factor):
          unsafe minhbach_rank_gaussian(
            &ranked, nil, factor, first, draws.count, &counts, &room)
        }
      }
    }
    return counts
  }
}

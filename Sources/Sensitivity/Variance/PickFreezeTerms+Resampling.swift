import CKernels
import Statistics

extension PickFreezeTerms {
  /// The sums over points drawn again, as many as there are, with replacement.
  ///
  /// - Parameters:
  ///   - resamples: how often.
  ///   - replicates: what they are repeated by; resample k does not depend on how many there are.
  /// - Returns: the sums of each resample.
  internal func resampledSums(_ resamples: Int, _ replicates: Replicates) -> [[Double]] {
    let lanes = Int(MINHBACH_RESAMPLES)
    return replicates.chunks(of: 0..<(resamples + lanes - 1) / lanes, length: 1) { groups in
      var counts = [UInt8](repeating: 0, count: lanes * count)
      var weights = [Double](repeating: 0, count: lanes * Int(MINHBACH_RESAMPLED_ROWS))
      var sums = [Double](repeating: 0, count: lanes * layout.width)
      return groups.flatMap { group in
        unsafe minhbach_resampled_sums(
          replicates.seed, UInt64(group * lanes), count, layout.width, rows, &sums, &counts,
          &weights)
        return (0..<min(lanes, resamples - group * lanes)).map {
          Array(sums[$0 * layout.width..<($0 + 1) * layout.width])
        }
      }
    }.flatMap { $0 }
  }
}

import CKernels

extension Replicates {
  /// Standard normal numbers of a range of replicates, those of one replicate side by side.
  ///
  /// Number n of a replicate is made of the nth number of its generator by a ziggurat of 1024 layers, and
  /// does not depend on what else is asked for, on the number of threads or on the processor; what the
  /// layers reject (one in 600) takes numbers of its own. Source: Marsaglia & Tsang (2000),
  /// doi:10.18637/jss.v005.i08.
  ///
  /// - Parameters:
  ///   - replicates: the numbers of the replicates.
  ///   - count: how many numbers of each.
  /// - Returns: replicates × count numbers.
  /// - Precondition: no replicate is negative, and there are 2³² numbers of each at most.
  public func normals(_ replicates: Range<Int>, count: Int) -> [Double] {
    precondition(replicates.lowerBound >= 0, "replicates are counted from zero")
    precondition(count >= 0 && count <= 1 << 32, "a replicate has 2³² normal numbers at most")
    let lanes = MINHBACH_LANES
    let parts = chunks(of: replicates, length: max(lanes, 4096 / max(count, 1) / lanes * lanes)) {
      chunk in
      var numbers = [Double](repeating: 0, count: chunk.count * count)
      var group = [Double](repeating: 0, count: lanes * count)
      for first in stride(from: chunk.lowerBound, to: chunk.upperBound, by: lanes) {
        unsafe minhbach_normals(seed, UInt64(first), 0, count, &group)
        for replicate in first..<min(first + lanes, chunk.upperBound) {
          let start = (replicate - chunk.lowerBound) * count
          for place in 0..<count {
            numbers[start + place] = group[place * lanes + replicate - first]
          }
        }
      }
      return numbers
    }
    return parts.flatMap { $0 }
  }
}

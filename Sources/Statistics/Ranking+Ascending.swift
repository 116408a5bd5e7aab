extension Ranking {
  /// The rank of one score among others that are in ascending order.
  ///
  /// - Parameters:
  ///   - score: the score; it may be one of the others.
  ///   - others: scores in ascending order.
  /// - Returns: the same as `rank(of:among:)`.
  /// - Complexity: O(log n).
  public func rank(of score: Double, amongAscending others: [Double]) -> Int {
    let threshold = score + tolerance
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle] > threshold { high = middle } else { low = middle + 1 }
    }
    return 1 + others.count - low
  }
}

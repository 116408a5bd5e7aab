import Statistics

/// Which rows are left out together in a cross-validation.
public struct FoldAssignment: Sendable, Equatable {
  /// The fold of each row.
  public let folds: [Int32]
  /// The number of folds.
  public let count: Int

  /// Takes folds that are known.
  ///
  /// - Parameters:
  ///   - folds: the fold of each row, from zero.
  ///   - count: the number of folds.
  /// - Precondition: there are two folds at least, and every fold has a row.
  public init(folds: [Int32], count: Int) {
    precondition(count >= 2, "a cross-validation needs two folds at least")
    var isSeen = [Bool](repeating: false, count: count)
    for fold in folds {
      precondition(isSeen.indices.contains(Int(fold)), "a row is in a fold that there is not")
      isSeen[Int(fold)] = true
    }
    precondition(!isSeen.contains(false), "a fold has no row")
    self.folds = folds
    self.count = count
  }

  /// Deals whole groups to folds at random, so that no fold splits one.
  ///
  /// Rows of one province resemble each other: were some of them in the training rows, the error of
  /// the others would look smaller than that for a province not seen.
  ///
  /// - Parameters:
  ///   - groups: what is kept together.
  ///   - count: the number of folds.
  ///   - seed: what the deal is repeated by.
  /// - Precondition: there are two folds at least, and no more than groups.
  public init(dealing groups: Grouping, count: Int, seed: UInt64) {
    precondition(
      (2...max(2, groups.count)).contains(count), "folds number from two to the number of groups")
    var order = Array(0..<groups.count)
    var random = ReplicateGenerator(seed: seed, replicate: 0)
    // The shuffle of Fisher and Yates, written out: the library's may change with its version.
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      let other = Int(random.next().multipliedFullWidth(by: UInt64(last + 1)).high)
      order.swapAt(last, other)
    }
    var foldOfGroup = [Int32](repeating: 0, count: groups.count)
    for (place, group) in order.enumerated() { foldOfGroup[group] = Int32(place % count) }
    self.init(folds: groups.codes.map { foldOfGroup[Int($0)] }, count: count)
  }
}

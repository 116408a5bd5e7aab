extension Grouping {
  /// Whether each group lies within one group of another grouping, as provinces do in regions.
  ///
  /// - Parameter other: the coarser grouping.
  /// - Returns: true for the same grouping too.
  /// - Precondition: both group the same rows.
  public func isNested(in other: Grouping) -> Bool {
    precondition(codes.count == other.codes.count, "the groupings must have the same rows")
    var parents = [Int32](repeating: -1, count: count)
    for (code, parent) in zip(codes, other.codes) {
      if parents[Int(code)] < 0 { parents[Int(code)] = parent }
      guard parents[Int(code)] == parent else { return false }
    }
    return true
  }

  /// The parts into which rows fall that share no group of either grouping with one another.
  ///
  /// Two groups are connected where a row is in both. Within a part, effects of the one grouping can
  /// be told from those of the other but for one constant.
  ///
  /// - Parameter other: the other grouping.
  /// - Returns: the part of each group of this grouping and of the other, numbered from zero in the
  ///   order of this grouping's groups, and the number of parts.
  /// - Precondition: both group the same rows.
  /// - Complexity: O(rows) but for the inverse Ackermann function.
  func components(
    with other: Grouping
  ) -> (own: [Int32], others: [Int32], count: Int) {
    precondition(codes.count == other.codes.count, "the groupings must have the same rows")
    var sets = DisjointSets(count: count + other.count)
    for (code, partner) in zip(codes, other.codes) {
      sets.join(Int(code), count + Int(partner))
    }
    var numbers = [Int32](repeating: -1, count: count + other.count)
    var found: Int32 = 0
    let parts = (0..<(count + other.count)).map { group -> Int32 in
      let root = sets.root(of: group)
      if numbers[root] < 0 {
        numbers[root] = found
        found += 1
      }
      return numbers[root]
    }
    return (Array(parts[..<count]), Array(parts[count...]), Int(found))
  }
}

/// Sets without common elements, which can be joined.
struct DisjointSets {
  private var parents: [Int32]

  /// Makes sets of one element each.
  init(count: Int) {
    parents = (0..<Int32(count)).map { $0 }
  }

  /// The element that stands for the set of another: its least.
  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      // Halving the path keeps it short.
      parents[element] = parents[Int(parents[element])]
      element = Int(parents[element])
    }
    return element
  }

  /// Joins the sets of two elements.
  mutating func join(_ first: Int, _ second: Int) {
    let (first, second) = (root(of: first), root(of: second))
    guard first != second else { return }
    parents[max(first, second)] = Int32(min(first, second))
  }
}

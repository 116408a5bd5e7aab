/// How many pairs of points each set of inputs gets, and which points they start from.
struct SetAllocation: Sendable {
  /// The number of points that pairs start from.
  let points: Int
  private let pairs: [Int]
  private let first: [Int]
  private let inputs: Int

  /// Allots pairs: the same number for all sets of a size together, two at least for each set.
  ///
  /// The sets of a size start from different points as far as there are any, so that the chance of one
  /// sample of points is not in all of them.
  ///
  /// - Parameters:
  ///   - inputs: the number of inputs.
  ///   - perSize: the number of pairs for all sets of a size.
  init(inputs: Int, perSize: Int) {
    self.inputs = inputs
    points = perSize
    var choices = [1]
    for size in 0..<inputs { choices.append(choices[size] * (inputs - size) / (size + 1)) }
    pairs = choices.map { max(perSize / $0, 2) }
    var seen = [Int](repeating: 0, count: inputs + 1)
    first = (0..<1 << inputs).map { set in
      defer { seen[set.nonzeroBitCount] += 1 }
      return seen[set.nonzeroBitCount]
    }
  }

  /// The number of pairs of a set.
  func pairs(of set: Int) -> Int { pairs[set.nonzeroBitCount] }

  /// The point that a pair of a set starts from.
  func base(of set: Int, pair: Int) -> Int { (first[set] * pairs(of: set) + pair) % points }
}

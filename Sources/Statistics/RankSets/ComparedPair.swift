import CKernels

/// Two units whose difference is still to be judged.
struct ComparedPair: Sendable, Hashable {
  /// Which of two units may still be shown above the other.
  struct Directions: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// The first above the second.
    static let firstAbove = Directions(rawValue: 1)
    /// The second above the first.
    static let secondAbove = Directions(rawValue: 2)
    /// Either way.
    static let both: Directions = [.firstAbove, .secondAbove]
  }

  /// A unit.
  let first: Int
  /// The unit it is compared with.
  let second: Int
  /// What may still be shown: one direction at least.
  var directions: Directions
}

/// That one unit has been shown to stand above another.
struct ShownPair: Sendable, Hashable {
  /// The number of the unit above.
  let above: Int
  /// The number of the unit below.
  let below: Int
}

/// The differences whose standardised values the kernel takes the largest of.
struct StandardisedPairs: Sendable {
  /// Those whose size counts, then those that count as they are.
  let pairs: [minhbach_pair]
  /// How many are of the first kind.
  let twoSided: Int

  /// Standardises differences.
  ///
  /// - Parameters:
  ///   - compared: pairs of units whose differences have an error above zero.
  ///   - estimates: the estimates, by their numbers.
  init(_ compared: [ComparedPair], of estimates: ScoreEstimates) {
    func pair(_ first: Int, _ second: Int) -> minhbach_pair {
      minhbach_pair(
        first: Int32(first), second: Int32(second),
        factor: 1 / estimates.differenceError(first, second))
    }
    let both = compared.filter { $0.directions == .both }
    twoSided = both.count
    pairs =
      both.map { pair($0.first, $0.second) }
      + compared.lazy.filter { $0.directions != .both }.map {
        $0.directions == .firstAbove ? pair($0.first, $0.second) : pair($0.second, $0.first)
      }
  }
}

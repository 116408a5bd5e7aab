import CKernels
import Statistics

/// The rank as a function of the unit's values.
extension RankedIndex: Model {
  /// The ranks with other values.
  ///
  /// - Parameter points: the unit's values, one column per input.
  /// - Returns: whole numbers.
  public func outputs(at points: Points) -> [Double] {
    ranges == .held
      ? ranks(at: points) : widenedRanks(at: points, exchangingEachWith: nil).first ?? []
  }

  public func outputs(at points: Points, exchangingEachWith other: Points) -> [[Double]] {
    guard ranges == .held else {
      return Array(widenedRanks(at: points, exchangingEachWith: other).dropFirst())
    }
    return (0..<points.inputs).map { ranks(at: points.exchanging($0, with: other)) }
  }

  private func ranks(at points: Points) -> [Double] {
    var values = [Double](repeating: 0, count: points.inputs)
    return (0..<points.count).map { point in
      for input in values.indices { values[input] = points.columns[input][point] }
      return Double(rank(at: values.span))
    }
  }

  /// The ranks at points, and with one input at a time from others, where ranges move.
  ///
  /// What one input changes is added to the rivals' scores, by their differences from the unit's own: up to the last
  /// digits the sums of `rank(at:)`, and eight points at a time.
  private func widenedRanks(at points: Points, exchangingEachWith other: Points?) -> [[Double]] {
    precondition(points.inputs == inputs.count, "one value per input is needed")
    let terms = inputs.map(Term.init)
    let count = points.count
    var ranks = [Double](repeating: 0, count: count * (other == nil ? 1 : 1 + inputs.count))
    var room = [Double](repeating: 0, count: 8 * (rivalCount + 2 * inputs.count))
    unsafe minhbach_exchanged_ranks(
      inputs.count, rivalCount, inputs.flatMap(\.rivals),
      terms.map { $0.weight * $0.sign * $0.width },
      terms.flatMap { [$0.lower, $0.upper, $0.stays.lowerBound, $0.stays.upperBound] },
      ranking.tolerance, count, Array(points.columns.joined()),
      other.map { Array($0.columns.joined()) }, &ranks, &room)
    return (0...(other == nil ? 0 : inputs.count)).map {
      Array(ranks[$0 * count..<($0 + 1) * count])
    }
  }
}

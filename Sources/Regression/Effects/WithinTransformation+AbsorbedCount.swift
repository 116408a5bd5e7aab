public import Tables

extension WithinTransformation {
  /// The degrees of freedom that the effects take.
  public struct AbsorbedCount: Sendable, Equatable {
    /// The number of free effects, the constant among them.
    public let count: Int
    /// Whether that is their number exactly, or the number at most.
    public let isExact: Bool
    /// The redundant effects of each grouping, in the order given: those that a constant shared with
    /// earlier groupings makes superfluous.
    public let redundant: [Int]

    /// How the number was found, as sentences.
    public var notes: [Phrase] {
      guard !isExact else { return [] }
      return [
        Phrase(
          """
          The effects take \(count) degrees of freedom at most: from the third grouping on, one is \
          saved for each part of the sample that is connected through it and one earlier grouping \
          (the pairwise rule of reghdfe, after Abowd, Creecy & Kramarz 2002).
          """)
      ]
    }
  }

  /// The degrees of freedom that the effects take: the rank of the indicators of all groups.
  ///
  /// Exact for one grouping (its groups) and for two (their groups less the parts of the sample that
  /// share no group: Abowd, Creecy & Kramarz 2002, LEHD technical paper 2002-06). For more it is exact
  /// where the equations were factored; else each later grouping saves as many as it has parts with
  /// the earlier grouping with which it has the most, and the number is an upper bound.
  public var absorbedCount: AbsorbedCount {
    var redundant = groupings.map { _ in 0 }
    for later in groupings.indices {
      for earlier in 0..<later {
        redundant[later] = max(
          redundant[later], groupings[later].components(with: groupings[earlier]).count)
      }
    }
    let sum = groupings.reduce(0) { $0 + $1.count }
    let bound = sum - redundant.reduce(0, +)
    guard groupings.count > 2 else {
      return AbsorbedCount(count: bound, isExact: true, redundant: redundant)
    }
    guard case .direct(let equations) = solver, let rows else {
      return AbsorbedCount(count: bound, isExact: false, redundant: redundant)
    }
    let count = rows.units + equations.rank
    redundant[redundant.count - 1] += bound - count
    return AbsorbedCount(count: count, isExact: true, redundant: redundant)
  }
}

extension RankConfidenceSets {
  /// The units that may be among the first: all that are, are in it with the confidence asked for.
  ///
  /// The units whose best possible rank is `count` or better by simultaneous sets. Source: Mogstad, Romano,
  /// Shaikh & Wilhelm (2024), section 3.4: the "τ-best".
  ///
  /// - Parameter count: how many the first are.
  /// - Returns: the numbers of the units, ascending: at least as many as `count`, where there are so many.
  /// - Precondition: the sets are simultaneous and bound ranks from below.
  public func mayBeAmongFirst(_ count: Int) -> [Int] {
    precondition(
      settings.kind == .simultaneous && settings.side != .upper,
      "the first are found by simultaneous sets that bound ranks from below")
    return bounds.indices.filter { bounds[$0].lowerBound <= count }
  }

  /// The units that may be among the last: all that are, are in it with the confidence asked for.
  ///
  /// - Parameter count: how many the last are.
  /// - Returns: the numbers of the units, ascending.
  /// - Precondition: the sets are simultaneous and bound ranks from above.
  public func mayBeAmongLast(_ count: Int) -> [Int] {
    precondition(
      settings.kind == .simultaneous && settings.side != .lower,
      "the last are found by simultaneous sets that bound ranks from above")
    return bounds.indices.filter { bounds[$0].upperBound > bounds.count - count }
  }

  /// The tier of each unit, from one: groups in the order of the estimates, each led by its highest.
  ///
  /// From the top down a unit begins a new tier where it has been shown to be below the leader of the
  /// current one. So with the confidence asked for, every leader is truly below all leaders before it that
  /// it was shown below, and of no tier is more claimed than that: two units of one tier may well have
  /// been shown to differ from one another, neither being the leader, and two of neighbouring tiers may
  /// not. A tie is a lack of proof, not equality. Units of equal estimates may be in different tiers
  /// where their errors differ; they follow in the order of their numbers.
  ///
  /// - Returns: a number per unit.
  /// - Precondition: the sets are simultaneous.
  public func tiers() -> [Int] {
    precondition(settings.kind == .simultaneous, "tiers are found by simultaneous sets")
    let places = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var tiers = [Int](repeating: 1, count: ranks.count)
    var (tier, leader) = (1, places.first ?? 0)
    for unit in places {
      if isAbove(leader, unit) {
        tier += 1
        leader = unit
      }
      tiers[unit] = tier
    }
    return tiers
  }
}

import Tables

/// What is worth knowing of a regression of ranks.
struct RankNotes {
  let fit: RankFit
  let sample: RankSample
  let ranking: RankTransformation
  /// The number of independent rows or clusters.
  let units: Int
  /// Whether the covariance has the factor for few units.
  let isCorrected: Bool

  var lines: [Phrase] {
    [dropped, ties, soleRows, fewUnits].compactMap(\.self)
  }

  private var dropped: Phrase? {
    let names = fit.droppedNames(sample: sample)
    return names.isEmpty ? nil : Phrase("Left out as combinations of those before: \(names).")
  }

  private var ties: Phrase? {
    let place: Phrase
    switch (ranking.ofResponse?.hasTies ?? false, ranking.ofRegressor?.hasTies ?? false) {
    case (false, false): return nil
    case (true, false): place = Phrase("the response")
    case (false, true): place = Phrase("the regressor")
    case (true, true): place = Phrase("the response and the regressor")
    }
    return Phrase(
      """
      There are ties in \(place): what ties counts as below by \
      \(ranking.tieWeight, .upTo(decimals: 9)), and other choices give other coefficients.
      """)
  }

  private var soleRows: Phrase? {
    let count = (ranking.ofResponse ?? ranking.ofRegressor)?.soleRows ?? 0
    guard count > 0 else { return nil }
    return count == 1
      ? Phrase("One row is ranked by itself: its rank is the same whatever its value.")
      : Phrase(
        "\(count) rows are ranked by themselves: their rank is the same whatever their value.")
  }

  /// Fewer units than this, and normal intervals of 95% held 91% or less of known slopes.
  private static let enoughUnits = 20

  private var fewUnits: Phrase? {
    guard units < Self.enoughUnits else { return nil }
    return isCorrected
      ? Phrase(
        """
        Errors rest on \(units) independent units: with so few, intervals hold less often than \
        they say.
        """)
      : Phrase(
        """
        Errors rest on \(units) independent units and come out small: use the factor m / (m − 1) \
        and Student's t with \(units - 1) degrees of freedom.
        """)
  }
}

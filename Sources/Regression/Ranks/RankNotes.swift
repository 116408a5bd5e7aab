/// What is worth knowing of a regression of ranks.
struct RankNotes {
  let fit: RankFit
  let sample: RankSample
  let ranking: RankTransformation
  /// The number of independent rows or clusters.
  let units: Int
  /// Whether the covariance has the factor for few units.
  let isCorrected: Bool

  var lines: [String] {
    [dropped, ties, soleRows, fewUnits].compactMap { $0 }
  }

  private var dropped: String? {
    let names = fit.droppedNames(sample: sample)
    return names.isEmpty
      ? nil : "Left out as combinations of those before: \(names.joined(separator: ", "))."
  }

  private var ties: String? {
    let named = [("response", ranking.ofResponse), ("regressor", ranking.ofRegressor)]
      .filter { $0.1?.hasTies ?? false }.map(\.0)
    guard !named.isEmpty else { return nil }
    return
      "There are ties in the \(named.joined(separator: " and the ")): what ties counts as below by "
      + "\(ranking.tieWeight), and other choices give other coefficients."
  }

  private var soleRows: String? {
    let count = (ranking.ofResponse ?? ranking.ofRegressor)?.soleRows ?? 0
    guard count > 0 else { return nil }
    return count == 1
      ? "One row is ranked by itself: its rank is the same whatever its value."
      : "\(count) rows are ranked by themselves: their rank is the same whatever their value."
  }

  /// Fewer units than this, and normal intervals of 95% held 91% or less of known slopes.
  private static let enoughUnits = 20

  private var fewUnits: String? {
    guard units < Self.enoughUnits else { return nil }
    return isCorrected
      ? "Errors rest on \(units) independent units: with so few, intervals hold less often than they say."
      : "Errors rest on \(units) independent units and come out small: use the factor m / (m − 1) and "
        + "Student's t with \(units - 1) degrees of freedom."
  }
}

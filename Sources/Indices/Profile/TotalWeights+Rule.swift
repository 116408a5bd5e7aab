import Panels

extension TotalWeights {
  /// The rule by which a year's sub-indices make a tenth of the total.
  ///
  /// A sub-index runs from 1 to 10 already, so that its score by the rule is itself.
  ///
  /// - Parameter year: the year.
  /// - Returns: nil for a year whose weights are not known.
  /// - Throws: `IndexError.badRule` where the weights do not add up to 100.
  public func rule(for year: Int) throws(IndexError) -> ScoringRule? {
    guard let vintage = vintages.first(where: { $0.years.contains(year) }) else { return nil }
    return try ScoringRule(
      year: year, subindex: ProfileSubject.wholeIndexName,
      components: vintage.weights.sorted { $0.key < $1.key }.map { subindex, weight in
        ScoringRule.Component(
          indicator: subindex, dimension: subindex, weight: weight / 100, minimum: 1, maximum: 10,
          direction: .positive)
      })
  }
}

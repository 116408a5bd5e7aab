import Indices
public import Tables
import Panels

extension CountryDrivers {
  /// One row per group and indicator: what a good year gains, and the shares of the variance.
  ///
  /// `places_mean` is the mean of the places that a good year of the indicator alone gains, with an interval from bootstrap
  /// samples of provinces' histories; `places_p10` and `places_p90` are percentiles over the provinces. `first`
  /// and `first_three` count the provinces in which it comes so early. `order` is by `places_mean`.
  ///
  /// - Parameters:
  ///   - grouping: how provinces are grouped; nil for all as one.
  ///   - level: how sure the intervals are.
  /// - Returns: the indicators of each group in their order.
  public func table(by grouping: ProvinceGroup.Grouping?, level: Double = 0.95) -> Table {
    Table(
      title: "country",
      columns: [
        "group", "indicator", "provinces", "places_mean", "places_mean_low", "places_mean_high",
        "places_median", "places_p10", "places_p90", "first", "first_three", "variance_share",
        "variance_share_low", "variance_share_high", "order", "order_low", "order_high",
      ],
      rows: groups(by: grouping).flatMap { group in
        summaries(of: group, level: level).map { row in
          [
            .text(group.name), .text(row.indicator), Cell(row.provinces),
            .number(row.meanPlaces), .number(row.meanPlacesInterval.lowerBound),
            .number(row.meanPlacesInterval.upperBound), .number(row.medianPlaces),
            .number(row.spread.lowerBound), .number(row.spread.upperBound), Cell(row.first),
            Cell(row.firstThree), .number(row.share), .number(row.shareInterval.lowerBound),
            .number(row.shareInterval.upperBound), Cell(row.order),
            Cell(row.orderInterval.lowerBound), Cell(row.orderInterval.upperBound),
          ]
        }
      }, notes: notes())
  }

  /// What the figures rest on.
  ///
  /// - Parameter name: how an indicator is called.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    let laws = provinces.first?.feasible.laws ?? []
    let borrowed = laws.filter(\.isBorrowed).map { name($0.indicator) }
    return [
      Phrase(
        """
        A good year is the improvement that one case in ten exceeded, net of the median change of all \
        provinces in that year, among the past yearly changes of provinces that stood nearest. Each \
        indicator alone, rivals held still: gains of several provinces at once would take places from \
        one another.
        """),
      Phrase(
        """
        Intervals are from \(draws.count) bootstrap samples of provinces' histories, one sample for \
        all provinces: they tell how sure good years are. The spread among provinces is another thing, \
        and no more history makes it less.
        """),
      Phrase(
        """
        The share of the variance is the exact Shapley effect on the score, which is linear in the \
        values, of normal changes with the deviations of each province's cases and the correlations of \
        the past.
        """),
      borrowed.isEmpty
        ? nil
        : Phrase(
          """
          * No two years to \(rule.year) for \(borrowed): the changes are those of the other indicators \
          near the same place, in spreads among provinces.
          """),
    ].compactMap(\.self) + boardNotes
  }
}

extension ProvinceGroup {
  /// What the group is called in tables for programs.
  public var name: String {
    switch basis {
    case .country: "country"
    case .region(let region): region.nameEn
    case .elsewhere: "no region"
    case .tier(let tier): tier.rawValue
    }
  }
}

public import Panels

extension Profile {
  /// Where a value stands among those of some provinces.
  public struct Place: Sendable, Hashable {
    /// The median of their values, the province's own among them; nil where nobody has one.
    public let median: Double?
    /// The number of provinces with a value.
    public let count: Int
    /// The rank, 1 being the best, and the better one where values are equal; nil without a value.
    public let rank: Int?
    /// How many others share the rank.
    public let ties: Int?
  }

  /// What an indicator is worth to the score, by the rule of the year.
  ///
  /// In points of the whole: a sub-index runs from 1 to 10, the total to 100. Contributions add up to
  /// the score, and what is lost to the distance from the most there can be.
  public struct Worth: Sendable, Hashable {
    /// The indicator's share of the whole.
    public let weight: Double
    /// Its own score, 1 to 10 inside the range of the rule.
    public let score: Double
    /// The points it gives: weight × score.
    public let contribution: Double
    /// The points short of a score of 10: weight × (10 − score).
    public let lost: Double
    /// The points that the value of the best province would add.
    public let gainAtBest: Double
  }

  /// One indicator, or the whole itself.
  public struct Line: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The value; nil where it is missing.
    public let value: Double?
    /// Where it stands in the country.
    public let country: Place
    /// The best value; nil where nobody has one.
    public let best: Double?
    /// The provinces that have the best value, in the order of the panel.
    public let leaders: [Province]
    /// The tenth best value; nil among fewer than ten provinces.
    public let tenthBest: Double?
    /// Where it stands in the region; nil where no one region is told.
    public let region: Place?
    /// Where it stands among the peers.
    public let peers: Place?
    /// What it is worth to the score; nil without a rule or a value, and for the whole.
    public let worth: Worth?
    /// How it came to be over the last years.
    public let trend: Trend

    /// The value less the median, with the sign that makes + better.
    public var gapToMedian: Double? { gap(to: country.median) }

    /// The value less the tenth best, with the sign that makes + better: not below zero in the first ten.
    public var gapToTopTen: Double? { gap(to: tenthBest) }

    private func gap(to other: Double?) -> Double? {
      guard let value, let other else { return nil }
      return indicator.direction.sign * (value - other)
    }
  }
}

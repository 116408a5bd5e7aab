import Indices
import Statistics

/// What an indicator does to the ranks of a group of provinces.
///
/// Intervals tell how sure the good years and the variances are, from bootstrap samples of provinces' histories; the
/// spread is among the provinces of the group as they are, and does not shrink with more history.
public struct IndicatorSummary: Sendable, Hashable {
  /// The code of the indicator.
  public let indicator: String
  /// The number of provinces.
  public let provinces: Int
  /// The mean of the places that a good year gains.
  public let meanPlaces: Double
  /// An interval for the mean.
  public let meanPlacesInterval: ClosedRange<Double>
  /// The median over the provinces.
  public let medianPlaces: Double
  /// From the 10th to the 90th percentile over the provinces.
  public let spread: ClosedRange<Double>
  /// In how many provinces it comes first.
  public let first: Int
  /// In how many it is among the first three.
  public let firstThree: Int
  /// The mean of its shares of the variance of the score.
  public let share: Double
  /// An interval for the share.
  public let shareInterval: ClosedRange<Double>
  /// Its place in the group, by the mean of places, then by that of the score.
  public let order: Int
  /// From which to which place it comes in the draws.
  public let orderInterval: ClosedRange<Int>
}

extension CountryDrivers {
  /// Sums up a group.
  ///
  /// - Parameters:
  ///   - group: some of the provinces.
  ///   - level: how sure the intervals are.
  /// - Returns: one summary per indicator, in their order.
  /// - Precondition: the group is not empty and has a level between 0 and 1.
  public func summaries(of group: ProvinceGroup, level: Double = 0.95) -> [IndicatorSummary] {
    precondition(!group.members.isEmpty, "a group has a province")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let members = group.members
    let inputs = Array(rule.indicators.indices)
    let drawn = draws.map { draw in
      (
        means: Self.means(draw.gains, of: members, over: inputs),
        shares: inputs.map { input in members.map { draw.shares[$0][input] }.mean ?? 0 }
      )
    }
    let means = Self.means(provinces.map(\.gains), of: members, over: inputs)
    let order = Self.order(of: means)
    let orders = drawn.map { Self.order(of: $0.means) }
    return order.enumerated().map { place, input in
      let places = members.map { Double(provinces[$0].gains[input].places) }
      let share = members.map { shares[$0][input] }.mean ?? 0
      let found = orders.compactMap { $0.firstIndex(of: input) }.sorted()
      return IndicatorSummary(
        indicator: rule.indicators[input], provinces: members.count,
        meanPlaces: means[input].places,
        meanPlacesInterval: drawn.map { $0.means[input].places }
          .interval(level, around: means[input].places),
        medianPlaces: places.median ?? 0,
        spread: (places.quantile(0.1) ?? 0)...(places.quantile(0.9) ?? 0),
        first: members.count { provinces[$0].order.first == input },
        firstThree: members.count { provinces[$0].order.prefix(3).contains(input) },
        share: share,
        shareInterval: drawn.map { $0.shares[input] }.interval(level, around: share),
        order: place + 1, orderInterval: Self.places(found, level, around: place))
    }
  }

  /// The means of places and scores over a group, by indicator.
  private static func means(
    _ gains: [[ProvinceGains.Gain]], of members: [Int], over inputs: [Int]
  ) -> [(places: Double, score: Double)] {
    inputs.map { input in
      (
        members.map { Double(gains[$0][input].places) }.mean ?? 0,
        members.map { gains[$0][input].score }.mean ?? 0
      )
    }
  }

  private static func order(of means: [(places: Double, score: Double)]) -> [Int] {
    means.indices.sorted { first, second in
      (means[second].places, means[second].score, first)
        < (means[first].places, means[first].score, second)
    }
  }

  private static func places(_ found: [Int], _ level: Double, around place: Int)
    -> ClosedRange<Int>
  {
    guard let last = found.indices.last else { return place + 1...place + 1 }
    let tail = Int((1 - level) / 2 * Double(last))
    return found[tail] + 1...found[last - tail] + 1
  }
}

extension [Double] {
  /// The percentiles between which a share of draws lies; the number itself without draws.
  internal func interval(_ level: Double, around value: Double) -> ClosedRange<Double> {
    let tail = (1 - level) / 2
    let (low, high) = (quantile(tail) ?? value, quantile(1 - tail) ?? value)
    return low...Swift.max(low, high)
  }
}

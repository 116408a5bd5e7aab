import Panels
import Statistics

/// A province's values of one indicator over the years that compare with the last.
public struct Trend: Sendable, Hashable {
  /// The value of one year.
  public struct Point: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The value, in the indicator's unit.
    public let value: Double
  }

  /// The values that compare, by ascending year; years without a value are left out.
  public let points: [Point]
  /// The year of a break: it and what follows do not compare with figures that there are of before.
  public let brokenIn: Int?
  /// The change since the year before, where that compares and has a value.
  public let change: Double?
  /// The median of the same change over all provinces for which it is known.
  public let medianChange: Double?

  /// How many years back a trend goes.
  public static let horizon = 5

  /// Collects the values of a province.
  ///
  /// Years are followed one by one, from the last back to the first that does not compare with the year
  /// before it or lies `horizon` years back.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - row: the position of the province in the panel.
  ///   - year: the last year.
  ///   - panel: the figures.
  ///   - columns: the values of every province in a year; nil where there are none.
  init(
    of indicator: Indicator, row: Int, until year: Int, in panel: Panel,
    columns: (Int) -> [Double?]?
  ) {
    let first = year - Self.horizon
    let years = (first...year).map { (year: $0, values: columns($0)) }
    func compares(_ year: Int, _ row: Int) -> Bool {
      panel.isComparable(indicator, of: panel.provinces[row], withYearBefore: year)
    }
    func hasFigures(before year: Int) -> Bool {
      years.contains { $0.year < year && $0.values?.contains { $0 != nil } == true }
    }
    let start = (first + 1...year).last { !compares($0, row) } ?? first
    points = years.filter { $0.year >= start }.compactMap { entry in
      entry.values?[row].map { Point(year: entry.year, value: $0) }
    }
    brokenIn = start > first && hasFigures(before: start) ? start : nil
    let (before, now) = (years[years.count - 2].values, years[years.count - 1].values)
    let changes = panel.provinces.indices.map { other -> Double? in
      guard let before = before?[other], let now = now?[other], compares(year, other) else {
        return nil
      }
      return now - before
    }
    change = changes[row]
    medianChange = changes.compactMap(\.self).median
  }

  /// The change per year by least squares over the values; nil for fewer than two.
  public var slope: Double? {
    let years = points.map { Double($0.year) }
    guard points.count > 1, let middle = years.mean, let level = points.map(\.value).mean else {
      return nil
    }
    let covariance = zip(years, points).reduce(0) { $0 + ($1.0 - middle) * ($1.1.value - level) }
    return covariance / years.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
  }

  /// The value of a year; nil where it is missing or does not compare.
  public subscript(year: Int) -> Double? { points.first { $0.year == year }?.value }
}

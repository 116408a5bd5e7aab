public import Panels
import Tables
import Statistics

/// How far an indicator moves in a year, apart from what the whole country shares.
///
/// A province's change less the median change of all provinces in that year: what all share moves no
/// rank. The figures are pooled over provinces and pairs of consecutive years.
public struct YearlyVariation: Sendable, Hashable {
  /// The code of the indicator.
  public let indicator: String
  /// The standard deviation of the net yearly changes, in the indicator's unit.
  public let standardDeviation: Double
  /// The net yearly improvement that one province in ten exceeds.
  public let fastImprovement: Double
  /// The number of changes the figures rest on; zero where they are borrowed.
  public let changes: Int

  /// Whether the indicator has no past changes of its own.
  ///
  /// Its figures are then its spread among provinces, times the median ratio that variation and spread
  /// have in the other indicators.
  public var isBorrowed: Bool { changes == 0 }
}

extension Panel {
  /// The yearly variation of each indicator of a sub-index in a year, from the years up to it.
  ///
  /// Nothing later than the year is used: an analyst of that year could not have known it.
  ///
  /// - Returns: the variation of every indicator published in that year, by code.
  /// - Throws: `PanelError.noFigures`, or `ScenarioError.noHistory` where no indicator at all has two
  ///   consecutive years.
  public func yearlyVariation(
    of subindex: String, through year: Int
  ) throws -> [String: YearlyVariation] {
    try requireYear(year)
    let indicators = indicators(of: subindex, in: year)
    var known: [String: YearlyVariation] = [:]
    for indicator in indicators {
      let changes = netImprovements(of: indicator, through: year)
      guard let deviation = changes.standardDeviation, deviation > 0,
        let fast = changes.quantile(Self.fastShare)
      else { continue }
      known[indicator.code] = YearlyVariation(
        indicator: indicator.code, standardDeviation: deviation, fastImprovement: max(0, fast),
        changes: changes.count)
    }
    let ratios = indicators.compactMap { indicator -> (deviation: Double, fast: Double)? in
      guard let variation = known[indicator.code], let spread = spread(of: indicator, in: year)
      else { return nil }
      return (variation.standardDeviation / spread, variation.fastImprovement / spread)
    }
    guard let deviationRatio = ratios.map(\.deviation).median,
      let fastRatio = ratios.map(\.fast).median
    else { throw ScenarioError.noHistory(subindex: subindex, year: year) }
    for indicator in indicators where known[indicator.code] == nil {
      let spread = spread(of: indicator, in: year) ?? 0
      known[indicator.code] = YearlyVariation(
        indicator: indicator.code, standardDeviation: deviationRatio * spread,
        fastImprovement: fastRatio * spread, changes: 0)
    }
    return known
  }

  /// A pace of improvement is fast when only one province-year in ten exceeds it.
  private static var fastShare: Double { 0.9 }

  /// The past yearly changes for the better, each less the median of its year.
  private func netImprovements(of indicator: Indicator, through year: Int) -> [Double] {
    let years = years(of: indicator.code, through: year)
    return zip(years, years.dropFirst()).filter { $0 + 1 == $1 }.flatMap { before, after in
      let pairs = zip(
        column(indicator.code, in: before) ?? [], column(indicator.code, in: after) ?? [])
      let changes = pairs.compactMap { pair in
        pair.0.flatMap { old in pair.1.map { indicator.direction.sign * ($0 - old) } }
      }
      let national = changes.median ?? 0
      return changes.map { $0 - national }
    }
  }

  /// The standard deviation among provinces in one year; nil where all are alike.
  private func spread(of indicator: Indicator, in year: Int) -> Double? {
    let deviation = column(indicator.code, in: year)?.compactMap { $0 }.standardDeviation ?? 0
    return deviation > 0 ? deviation : nil
  }
}

extension YearlyVariation {
  /// A sentence on indicators whose variation is borrowed; nil where there are none.
  internal static func borrowedNote(on codes: [String], through year: Int) -> Phrase? {
    codes.isEmpty
      ? nil
      : Phrase(
        """
        * No two years to \(year) for \(codes): the yearly variation is the spread among provinces \
        times the ratio usual in the other indicators.
        """)
  }
}

import Indices
import Panels
import Statistics

/// The past yearly changes of one indicator in all provinces.
///
/// Of pairs of consecutive years that both have the figure, where the question and the province stayed the
/// same (`Panel.isComparable`).
struct IndicatorChanges {
  /// One province from one year to the next.
  struct Case {
    /// The number of the province in the panel.
    let province: Int
    /// The earlier year.
    let year: Int
    /// The share of the other provinces it was better than in the earlier year, ties counting half.
    let position: Double
    /// The change for the better.
    let raw: Double
    /// The same less the median change of all provinces in that year.
    let net: Double
    /// The standard deviation among provinces in the earlier year; nil where all are alike.
    let spread: Double?
  }

  /// The changes, by year and province.
  let cases: [Case]

  /// Collects the changes up to a year.
  ///
  /// Nothing later than the year is used: an analyst of that year could not have known it.
  init(of indicator: Indicator, in panel: Panel, through year: Int) {
    let years = panel.years(of: indicator.code, through: year)
    cases = zip(years, years.dropFirst()).filter { $0 + 1 == $1 }.flatMap { before, after in
      Self.cases(of: indicator, in: panel, from: before, to: after)
    }
  }

  private static func cases(
    of indicator: Indicator, in panel: Panel, from before: Int, to after: Int
  ) -> [Case] {
    let old = panel.column(indicator.code, in: before) ?? []
    let new = panel.column(indicator.code, in: after) ?? []
    let positions = positions(in: old, indicator.direction)
    let deviation = old.compactMap { $0 }.standardDeviation ?? 0
    let changes = panel.provinces.indices.compactMap { row -> (row: Int, change: Double)? in
      guard let first = old[row], let last = new[row],
        panel.isComparable(indicator, of: panel.provinces[row], withYearBefore: after)
      else { return nil }
      return (row, indicator.direction.sign * (last - first))
    }
    let national = changes.map(\.change).median ?? 0
    return changes.map { row, change in
      Case(
        province: row, year: before, position: positions[row] ?? 0.5, raw: change,
        net: change - national, spread: deviation > 0 ? deviation : nil)
    }
  }

  /// The share of the others that each value is better than, ties counting half; one half for one alone.
  static func positions(in column: [Double?], _ direction: Direction) -> [Double?] {
    let known = column.compactMap { $0.map { direction.sign * $0 } }
    let ranks = Ranking(tolerance: 0).ranks(of: known, ties: .average)
    var positions = ranks.makeIterator()
    let others = Double(known.count - 1)
    return column.map { value in
      guard value != nil, let rank = positions.next() else { return nil }
      return others > 0 ? (others + 1 - rank) / others : 0.5
    }
  }

  /// The cases that stood nearest a position.
  ///
  /// A third of all, but 60 at the least where there are so many; those as far away as the last are in too.
  func nearest(to position: Double) -> [Case] {
    let wanted = min(cases.count, max(Self.fewest, (cases.count + 2) / 3))
    guard wanted > 0 else { return [] }
    let distances = cases.map { abs($0.position - position) }
    // Equal positions may differ by what a division rounds.
    let farthest = distances.sorted()[wanted - 1] + 1e-12
    return zip(cases, distances).filter { $0.1 <= farthest }.map(\.0)
  }

  /// The fewest cases that a percentile in ten is told from.
  static let fewest = 60
}

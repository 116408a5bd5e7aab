import Indices
import Panels
import Statistics

/// The figures of one indicator over consecutive years that compare, in all provinces.
struct IndicatorSeries: Sendable {
  /// One year of it.
  struct Year: Sendable {
    let year: Int
    /// The mean of the provinces that have the figure.
    let mean: Double
    /// The standard deviation among them; above zero.
    let spread: Double
    /// Each province's figure less the mean, in spreads; nil where there is none.
    let positions: [Double?]
    /// The sampling variance of each figure in the square of its unit; zero where none is known.
    let noise: [Double]

    /// The share of the differences among provinces that is not sampling error, by a province's own error.
    func reliability(of province: Int) -> Double {
      min(max(1 - noise[province] / (spread * spread), 0), 1)
    }
  }

  let indicator: Indicator
  /// Consecutive years, ascending.
  let years: [Year]

  /// A province's years up to one of them, as far back as they are without a gap.
  func positions(of province: Int, through last: Int) -> [Double] {
    var found: [Double] = []
    for place in stride(from: last, through: 0, by: -1) {
      guard let position = years[place].positions[province] else { break }
      found.append(position)
    }
    return found.reversed()
  }

  /// The runs of comparable years of an indicator up to a year.
  ///
  /// A province that was another territory before starts anew: its earlier figures are left out of the run.
  static func runs(
    of indicator: Indicator, in panel: Panel, through last: Int, errors: FigureErrors?
  ) -> [IndicatorSeries] {
    var runs: [[Year]] = []
    for year in panel.years(of: indicator.code, through: last) {
      guard let found = self.year(year, of: indicator, in: panel, errors: errors) else { continue }
      if let before = runs.last?.last, before.year + 1 == year,
        indicator.isComparable(withYearBefore: year)
      {
        let place = runs.count - 1
        let broken = panel.provinces.indices.filter {
          panel.provinces[$0].breaks.contains(year)
        }
        runs[place] = runs[place].map { $0.without(broken) } + [found]
      } else {
        runs.append([found])
      }
    }
    return runs.map { IndicatorSeries(indicator: indicator, years: $0) }
  }

  private static func year(
    _ year: Int, of indicator: Indicator, in panel: Panel, errors: FigureErrors?
  ) -> Year? {
    let column = panel.column(indicator.code, in: year) ?? []
    let known = column.compactMap { $0 }
    guard let spread = known.standardDeviation, spread > 0 else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    return Year(
      year: year, mean: mean, spread: spread,
      positions: column.map { $0.map { ($0 - mean) / spread } },
      noise: column.indices.map { row in
        column[row].flatMap {
          errors?.variance(of: $0, indicator, panel.provinces[row], year)
        } ?? 0
      })
  }
}

extension IndicatorSeries.Year {
  /// The same without the figures of some provinces.
  fileprivate func without(_ provinces: [Int]) -> Self {
    guard !provinces.isEmpty else { return self }
    var positions = positions
    for province in provinces { positions[province] = nil }
    return Self(year: year, mean: mean, spread: spread, positions: positions, noise: noise)
  }
}

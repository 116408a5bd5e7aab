public import Panels

/// Observations in a panel of provinces: a row for each province and year with a figure.
///
/// Columns: province, year, region, and one for each indicator, by its code.
public struct PanelSource: ObservationSource {
  private let panel: Panel
  private let rows: [(province: Province, year: Int)]
  private let indicators: [String]
  /// The rows of the years that count: they stand together, since rows are in the order of years.
  private let chosen: Range<Int>

  /// The names of the columns that are not indicators.
  public static let unit = "province"
  public static let time = "year"
  public static let region = "region"

  /// Takes a panel.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - years: the years that count; nil for all. Rows of other years serve lags and changes alone.
  public init(_ panel: Panel, years: ClosedRange<Int>? = nil) {
    self.panel = panel
    rows = panel.years.sorted().flatMap { year in
      panel.provinces(in: year).map { ($0, year) }
    }
    let (all, span) = (rows, years)
    let first = all.firstIndex { span?.contains($0.year) ?? true } ?? all.count
    chosen = first..<(all.lastIndex { span?.contains($0.year) ?? true }.map { $0 + 1 } ?? first)
    indicators = panel.indicators.map(\.code)
  }

  public var columnNames: [String] { [Self.unit, Self.time, Self.region] + indicators }

  public var rowCount: Int { rows.count }

  /// The number of a row among those that count.
  public func rowNumber(_ row: Int) -> Int { row - chosen.lowerBound + 1 }

  public func isChosen(_ row: Int) -> Bool { chosen.contains(row) }

  public func numbers(of column: String) -> [Double] {
    switch column {
    case Self.time: rows.map { Double($0.year) }
    case Self.unit, Self.region: rows.map { _ in .nan }
    default: rows.map { panel[$0.province.key, column, $0.year] ?? .nan }
    }
  }

  public func labels(of column: String) -> [String?] {
    switch column {
    case Self.unit: rows.map(\.province.nameVi)
    case Self.time: rows.map { String($0.year) }
    case Self.region: rows.map { $0.province.region?.nameVi }
    default: rows.map { row in panel[row.province.key, column, row.year].map { "\($0)" } }
    }
  }

  public func isComparable(_ column: String, _ earlier: Int, with later: Int) -> Bool {
    guard let indicator = panel.indicator(column) else { return true }
    let (from, to) = (
      min(rows[earlier].year, rows[later].year), max(rows[earlier].year, rows[later].year)
    )
    return (from + 1..<to + 1).allSatisfy { year in
      panel.isComparable(indicator, of: rows[later].province, withYearBefore: year)
    }
  }
}

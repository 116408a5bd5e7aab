/// Checked figures of all provinces, by indicator and year.
///
/// The only gate for data: every province and indicator in it is known, every value is finite and
/// given once. Cells may be missing.
public struct Panel: Sendable {
  /// The provinces there were in any of the years, in the order of the gazetteer.
  public let provinces: [Province]
  /// The indicators of the codebook, in its order, published scores among them.
  public let indicators: [Indicator]
  /// The years with figures, ascending.
  public let years: [Int]
  private let provincePositions: [String: Int]
  private let indicatorPositions: [String: Int]
  private let yearPositions: [Int: Int]
  // Province runs fastest, then indicator, then year; undefined where missing.
  private let values: [Double]
  private let sources: [String]

  /// Collects figures.
  ///
  /// - Throws: `PanelError` for an unknown province or indicator, a figure given twice, or a value
  ///   that its unit does not allow.
  public init(_ figures: [Figure], gazetteer: Gazetteer, codebook: Codebook) throws {
    let years = Set(figures.map(\.year)).sorted()
    self.years = years
    provinces = gazetteer.provinces.filter { $0.exists(inAnyOf: years) }
    indicators = codebook.indicators
    provincePositions = Self.positions(provinces.map(\.key))
    indicatorPositions = Self.positions(indicators.map(\.code))
    yearPositions = Self.positions(years)
    let count = provinces.count * indicators.count * years.count
    var values = [Double](repeating: .nan, count: count)
    var sources = [String](repeating: "", count: count)
    for figure in figures {
      guard let province = provincePositions[figure.province] else {
        throw gazetteer.objection(to: figure.province)
      }
      guard let indicator = indicatorPositions[figure.indicator],
        let year = yearPositions[figure.year]
      else {
        throw PanelError.unknownIndicator(
          figure.indicator, nearest: codebook.nearest(to: figure.indicator))
      }
      let place = (year * indicators.count + indicator) * provinces.count + province
      guard values[place].isNaN else {
        throw PanelError.repeatedFigure("\(figure.province), \(figure.year), \(figure.indicator)")
      }
      if let expected = indicators[indicator].objection(to: figure.value) {
        throw PanelError.impossibleFigure(
          "\(figure.province), \(figure.year), \(figure.indicator)", figure.value, expected)
      }
      values[place] = figure.value
      sources[place] = figure.source
    }
    self.values = values
    self.sources = sources
  }

  /// One figure, or nil where it is missing or nothing is known by these names.
  public subscript(_ province: String, _ indicator: String, _ year: Int) -> Double? {
    guard let province = provincePositions[province], let start = start(indicator, year) else {
      return nil
    }
    let value = values[start + province]
    return value.isNaN ? nil : value
  }

  /// One indicator of one year for every province, in the order of `provinces`.
  ///
  /// - Returns: nil where the year has no figures at all or nothing is known by the code.
  public func column(_ indicator: String, in year: Int) -> [Double?]? {
    guard let start = start(indicator, year) else { return nil }
    return (start..<start + provinces.count).map { values[$0].isNaN ? nil : values[$0] }
  }

  /// The indicators of a sub-index that have figures in a year, without composites and scores.
  public func indicators(of subindex: String, in year: Int) -> [Indicator] {
    indicators.filter { indicator in
      indicator.subindex == subindex && indicator.kind == .indicator
        && column(indicator.code, in: year)?.contains { $0 != nil } == true
    }
  }

  /// The provinces there were in a year, in the order of `provinces`.
  public func provinces(in year: Int) -> [Province] {
    provinces.filter { $0.years.contains(year) }
  }

  /// The indicator of a given code.
  public func indicator(_ code: String) -> Indicator? {
    indicatorPositions[code].map { indicators[$0] }
  }

  /// The years up to a given one in which an indicator has figures, ascending.
  public func years(of indicator: String, through last: Int = .max) -> [Int] {
    years.filter { $0 <= last && column(indicator, in: $0)?.contains { $0 != nil } == true }
  }

  /// Checks that there are figures for a year.
  ///
  /// - Throws: `PanelError.noFigures` with the years there are.
  public func requireYear(_ year: Int) throws {
    guard yearPositions[year] != nil else { throw PanelError.noFigures(year: year, known: years) }
  }

  /// Every figure, ordered by year, indicator and province.
  public var figures: [Figure] {
    var figures: [Figure] = []
    for year in years {
      for indicator in indicators {
        guard let start = start(indicator.code, year) else { continue }
        for (offset, province) in provinces.enumerated() where !values[start + offset].isNaN {
          figures.append(
            Figure(
              province: province.key, year: year, indicator: indicator.code,
              value: values[start + offset], source: sources[start + offset]))
        }
      }
    }
    return figures
  }

  private func start(_ indicator: String, _ year: Int) -> Int? {
    guard let indicator = indicatorPositions[indicator], let year = yearPositions[year] else {
      return nil
    }
    return (year * indicators.count + indicator) * provinces.count
  }

  private static func positions<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
    Dictionary(uniqueKeysWithValues: zip(names, 0...))
  }
}

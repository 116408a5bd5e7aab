import Tables

/// One number for each unit, year and indicator: a balanced panel of any size.
///
/// Unlike a `Panel` it knows no provinces and no codebook, and checks no value: units and
/// indicators are what a table calls them. A number may be missing.
public struct PanelArray: Sendable {
  /// The units, ordered by the bytes of their UTF-8.
  public let units: [String]
  /// The years, ascending.
  public let years: [Int]
  /// The indicators, ordered by the bytes of their UTF-8.
  public let indicators: [String]
  /// The numbers, NaN where missing.
  ///
  /// Indicators run fastest, then years, then units: the number at the places u, t and j stands at
  /// `(u * years.count + t) * indicators.count + j`.
  public let values: [Double]
  private let unitPlaces: [String: Int]
  private let indicatorPlaces: [String: Int]

  /// Makes an array from its keys and numbers.
  ///
  /// - Precondition: keys are in order, none twice, and there is a number for all of them together.
  public init(units: [String], years: [Int], indicators: [String], values: [Double]) {
    precondition(Self.isInOrder(units), "the units must be in order, none twice")
    precondition(zip(years, years.dropFirst()).allSatisfy(<), "the years must be in order")
    precondition(Self.isInOrder(indicators), "the indicators must be in order, none twice")
    precondition(
      values.count == units.count * years.count * indicators.count,
      "there must be a number for each unit, year and indicator")
    self.units = units
    self.years = years
    self.indicators = indicators
    self.values = values
    unitPlaces = Self.places(units)
    indicatorPlaces = Self.places(indicators)
  }

  init(_ table: LongTable) {
    units = table.units
    years = table.years
    indicators = table.indicators
    values = table.values
    unitPlaces = table.unitPlaces
    indicatorPlaces = table.indicatorPlaces
  }

  /// The number at given places in `units`, `years` and `indicators`; nil where it is missing.
  ///
  /// - Precondition: the places exist.
  public subscript(unit unit: Int, year year: Int, indicator indicator: Int) -> Double? {
    precondition(
      units.indices.contains(unit) && years.indices.contains(year)
        && indicators.indices.contains(indicator), "the place lies outside the array")
    let value = values[(unit * years.count + year) * indicators.count + indicator]
    return value.isNaN ? nil : value
  }

  /// The number of a unit, an indicator and a year, or nil where it is missing or unknown.
  ///
  /// Names are equal however their letters are composed.
  public subscript(_ unit: String, _ indicator: String, _ year: Int) -> Double? {
    guard let unit = unitPlaces[unit], let indicator = indicatorPlaces[indicator],
      let year = years.firstIndex(of: year)
    else { return nil }
    return self[unit: unit, year: year, indicator: indicator]
  }

  /// How many numbers are missing.
  ///
  /// - Complexity: O(numbers).
  public var missingCount: Int { values.count { $0.isNaN } }

  private static func places(_ names: [String]) -> [String: Int] {
    let places = Dictionary(zip(names, 0...)) { first, _ in first }
    precondition(places.count == names.count, "two names differ only in how they are composed")
    return places
  }

  private static func isInOrder(_ names: [String]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

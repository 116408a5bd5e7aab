import Panels
import Tables

/// The rows in which things were first told, to refuse a second time.
struct FirstRows {
  private var rows: [String: Int] = [:]

  /// Remembers a thing.
  ///
  /// - Throws: `PlanError.repeated` where it was told before.
  mutating func note(_ key: String, as what: String, at place: Location) throws(PlanError) {
    if let first = rows[key] { throw .repeated(place, what, firstRow: first) }
    rows[key] = place.row
  }
}

extension Record {
  /// The indicator that the column indicator names, by code or name.
  ///
  /// - Parameters:
  ///   - codebook: the indicators there are.
  ///   - year: the year of its figures; nil where the name must tell by itself.
  /// - Returns: the indicator.
  /// - Throws: `PanelError.unknownIndicatorAt` with the nearest codes.
  func indicator(in codebook: Codebook, year: Int? = nil) throws -> Indicator {
    let name = try text("indicator").withSingleSpaces
    if let indicator = codebook.indicator(named: name, year: year) { return indicator }
    do {
      return try codebook.indicator(name)
    } catch PanelError.unknownIndicator(let name, let nearest) {
      throw PanelError.unknownIndicatorAt(location("indicator"), name, nearest: nearest)
    }
  }

  /// A value of an indicator, in the codebook's unit; nil where the cell is empty.
  ///
  /// A share is written as 0.95 or 95%: a bare 95 is refused, since 0.9 beside it could be either.
  ///
  /// - Throws: `PlanError` for what is no number, or none that the indicator can have.
  func value(
    _ column: String, of indicator: Indicator, by grammar: NumberGrammar
  ) throws(PlanError) -> Double? {
    let place = location(column)
    let found = optionalText(column) ?? ""
    let value: Double
    switch number(column, by: grammar) {
    case .missing: return nil
    case .notANumber: throw .badEntry(place, found: found, expected: "a number")
    case .number(let percent, isPercentage: true):
      guard indicator.unit == .share else {
        throw .badEntry(
          place, found: found,
          expected: "in \(indicator.unit.rawValue), the unit of \(indicator.code)")
      }
      value = percent / 100
    case .number(let bare, isPercentage: false):
      if indicator.unit == .share, bare > 1, bare <= 100 { throw .shareAboveOne(place, bare) }
      value = bare
    }
    guard indicator.limits.contains(value) else {
      throw .beyondScale(place, value, indicator: indicator.code, scale: indicator.limits)
    }
    return value
  }

  /// The day, or the days of the period, in a column; nil where the cell tells none.
  func period(_ column: String) -> ClosedRange<CalendarDate>? {
    if case .number(let number, isPercentage: false) = number(column, by: NumberGrammar()) {
      return CalendarDate.period(.number(number))
    }
    return optionalText(column).flatMap { CalendarDate.period($0) }
  }
}

public import Tables

extension EffortTerms {
  /// Reads what is said of single indicators.
  ///
  /// Columns: indicator, and any of cost (of one unit of change), fixed (the cost of any change at all), least
  /// and most (the values the indicator may have in the final year), step (the distance between changes) and
  /// locked (yes or no). An empty cell says nothing.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - ranges: the values that each indicator can have at all, by code; others are refused.
  /// - Returns: the entries by code.
  /// - Throws: `EffortTableError`, `TableError`.
  public static func entries(
    reading table: Table, ranges: [String: ClosedRange<Double>]
  ) throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    var places: [String: Location] = [:]
    for record in try Records(table, required: ["indicator"]) {
      let code = try record.indicator(among: ranges)
      let place = record.location("indicator")
      if let first = places.updateValue(place, forKey: code) {
        throw EffortTableError.repeated(place, code, first: first)
      }
      let cost = try record.number("cost", "a number above zero") { $0 > 0 }
      let fixed = try record.number("fixed", "a number not below zero") { $0 >= 0 }
      let step = try record.number("step", "a number above zero") { $0 > 0 }
      let range = ranges[code] ?? -.infinity ... .infinity
      let allowed = "a value in its range of \(range.lowerBound) to \(range.upperBound)"
      let least = try record.number("least", allowed, range.contains)
      let most = try record.number("most", allowed, range.contains)
      if let least, let most, least > most {
        throw EffortTableError.unreachable(
          record.location("least"), code,
          reason: "would have to be \(least) or more and \(most) or less; exchange the two")
      }
      entries[code] = Entry(
        cost: cost, fixed: fixed ?? 0, least: least, most: most, step: step,
        isLocked: try record.isYes("locked"))
    }
    return entries
  }

  /// Reads what changes of several indicators may sum up to.
  ///
  /// Columns: condition (its name), indicator, coefficient (1 where empty) and limit (in one row of each
  /// condition at least).
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - codes: the indicators there are; others are refused.
  /// - Returns: the conditions in the order in which the table comes to them.
  /// - Throws: `EffortTableError`, `TableError`.
  public static func conditions(
    reading table: Table, codes: [String]
  ) throws -> [Condition] {
    var order: [String] = []
    var firsts: [String: Location] = [:]
    var coefficients: [String: [String: Double]] = [:]
    var places: [String: Location] = [:]
    var limits: [String: (value: Double, place: Location)] = [:]
    let ranges = Dictionary(uniqueKeysWithValues: codes.map { ($0, 0.0...0) })
    for record in try Records(table, required: ["condition", "indicator", "limit"]) {
      let name = try record.text("condition")
      if firsts[name] == nil {
        order.append(name)
        firsts[name] = record.location("condition")
      }
      let code = try record.indicator(among: ranges, order: codes)
      let place = record.location("indicator")
      if let first = places.updateValue(place, forKey: "\(name)\u{0}\(code)") {
        throw EffortTableError.repeated(place, "\(code) of \(name)", first: first)
      }
      coefficients[name, default: [:]][code] =
        try record.number("coefficient", "any number") { _ in true } ?? 1
      if let limit = try record.number("limit", "a number not below zero", { $0 >= 0 }) {
        let place = record.location("limit")
        if let known = limits[name], known.value != limit {
          throw EffortTableError.otherLimit(place, condition: name, first: known.place)
        }
        limits[name] = limits[name] ?? (limit, place)
      }
    }
    return try order.map { name in
      guard let limit = limits[name] else {
        throw EffortTableError.noLimit(
          firsts[name] ?? table.location(row: 1, column: 1), condition: name)
      }
      return Condition(name: name, coefficients: coefficients[name] ?? [:], limit: limit.value)
    }
  }
}

extension Record {
  /// The code of an indicator that there is.
  fileprivate func indicator(
    among ranges: [String: ClosedRange<Double>], order: [String]? = nil
  ) throws -> String {
    let code = try text("indicator")
    guard ranges[code] != nil else {
      throw EffortTableError.unknownIndicator(
        location("indicator"), code, known: order ?? ranges.keys.sorted())
    }
    return code
  }

  /// A finite number that is what it has to be; nil where nothing is said.
  fileprivate func number(
    _ column: String, _ expected: String, _ isAllowed: (Double) -> Bool
  ) throws -> Double? {
    guard let number = try optionalNumber(column) else { return nil }
    guard number.isFinite, isAllowed(number) else {
      throw EffortTableError.badNumber(
        location(column), column: column, text: optionalText(column) ?? "", expected: expected)
    }
    return number
  }

  /// Whether a cell says yes.
  fileprivate func isYes(_ column: String) throws -> Bool {
    guard let text = optionalText(column)?.lowercased() else { return false }
    if ["yes", "true", "1", "x", "có"].contains(text) { return true }
    if ["no", "false", "0", "không"].contains(text) { return false }
    throw EffortTableError.badNumber(
      location(column), column: column, text: text, expected: "yes or no")
  }
}

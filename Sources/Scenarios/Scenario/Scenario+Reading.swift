public import Indices
public import Panels
public import Tables

extension Scenario {
  /// What the columns of a scenario are called.
  public enum Column {
    static let province = "province"
    static let rule = "rule"
    static let year = "year"
    static let indicator = "indicator"
    static let value = "value"
    static let change = "change"
    static let atLeast = "at_least"
    static let beyond = "beyond"
    /// The columns one of which a row fills in.
    static let amounts = [value, change, atLeast, beyond]
  }

  /// The year whose rule the rows of a scenario name; nil where there is no such column.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - years: the years that have a rule.
  /// - Returns: the year of the first row that names one.
  /// - Throws: `TableError` where it is no year; `ScenarioFault.noRule` where that year has none.
  public static func rule(of table: Table, among years: [Int]) throws -> Int? {
    let records = try Records(vietnameseOrEnglish: table)
    guard let record = records.first(where: { $0.optionalText(Column.rule) != nil }) else {
      return nil
    }
    let year = try record.integer(Column.rule)
    guard years.contains(year) else {
      throw ScenarioFault.noRule(record.location(Column.rule), year: year, years: years)
    }
    return year
  }

  /// Reads a scenario: columns province, year, indicator, and value (what is reached), change (since the rule's year),
  /// at_least (what is reached or bettered) or beyond (what comes on top of what would come by itself).
  ///
  /// A column `rule` names the year of the rule it runs under, the same in every row. Rows with none of
  /// them set nothing, so that a template may be left unfilled. Numbers may have decimal commas; a percentage
  /// is a share. Other columns are passed over.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - rule: the rule it runs under.
  ///   - panel: the figures of the rule's year.
  ///   - gazetteer: the provinces.
  ///   - codebook: the indicators.
  /// - Throws: `ScenarioFault`, `PanelError` or `TableError`, naming the place.
  public init(
    reading table: Table, rule: ScoringRule, panel: Panel, gazetteer: Gazetteer, codebook: Codebook
  ) throws {
    let records = try Records(
      vietnameseOrEnglish: table, required: [Column.province, Column.year, Column.indicator])
    guard !records.knownNames.isDisjoint(with: Column.amounts) else {
      throw TableError.missingColumn(
        Column.value, in: table.location(row: 1, column: 1), columns: records.columnNames)
    }
    let reader = Reader(
      rule: rule, panel: panel, gazetteer: gazetteer, codebook: codebook,
      // What a template says beside the amounts is written by its own rules.
      grammar: try NumberGrammar(
        of: table, in: Set(Column.amounts.compactMap(records.columnNumber))))
    var seen: Set<[String]> = []
    var kinds: [[String]: Kind] = [:]
    var entries: [Entry] = []
    for record in records {
      guard let entry = try reader.entry(of: record) else { continue }
      guard seen.insert([entry.province, entry.indicator, "\(entry.year)"]).inserted else {
        throw ScenarioFault.repeated(
          record.location(Column.indicator), "\(entry.indicator) of \(entry.year)")
      }
      if let kind = kinds.updateValue(entry.kind, forKey: entry.figure), kind != entry.kind {
        throw ScenarioFault.mixed(record.location(Column.indicator), entry.indicator)
      }
      entries.append(entry)
    }
    guard !entries.isEmpty else {
      throw ScenarioFault.empty(file: table.location(row: 1, column: 1).file)
    }
    self.init(entries)
  }

  /// Reads rows.
  private struct Reader {
    let rule: ScoringRule
    let panel: Panel
    let gazetteer: Gazetteer
    let codebook: Codebook
    let grammar: NumberGrammar

    /// The entry of a row; nil where the row sets nothing.
    func entry(of record: Record) throws -> Entry? {
      let given = try Column.amounts.compactMap { column in
        try number(record, column).map { (column: column, number: $0) }
      }
      guard let (column, written) = given.first else { return nil }
      guard given.count == 1 else {
        throw ScenarioFault.valueOrChange(record.location(given[1].column))
      }
      if let named = try record.optionalNumber(Column.rule), named != Double(rule.year) {
        throw ScenarioFault.otherRule(
          record.location(Column.rule), try record.integer(Column.rule), expected: rule.year)
      }
      let province = try province(record)
      let indicator = try indicator(record)
      let year = try year(record)
      guard let current = panel[province.key, indicator.code, rule.year] else {
        throw ScenarioFault.notScored(
          record.location(Column.province), province.nameVi, year: rule.year)
      }
      let amount = try share(written, of: indicator, at: record, column)
      let isChange = column == Column.change || column == Column.beyond
      let reached = isChange ? current + amount : amount
      guard indicator.limits.contains(reached) else {
        throw refusal(of: reached, written: amount, indicator, at: record.location(column))
      }
      return Entry(
        province: province.key, indicator: indicator.code, year: year,
        value: column == Column.beyond ? amount : reached,
        kind: column == Column.atLeast ? .atLeast : column == Column.beyond ? .beyond : .exactly)
    }

    private typealias Number = (value: Double, isPercentage: Bool)

    private func number(_ record: Record, _ column: String) throws -> Number? {
      switch record.number(column, by: grammar) {
      case .number(let value, let isPercentage): return (value, isPercentage)
      case .missing: return nil
      case .notANumber:
        throw ScenarioFault.notANumber(
          record.location(column), record.optionalText(column) ?? "")
      }
    }

    /// The number in the unit of the codebook: of percentages the share.
    private func share(
      _ number: Number, of indicator: Indicator, at record: Record, _ column: String
    ) throws -> Double {
      if number.isPercentage {
        guard indicator.unit == .share else {
          throw ScenarioFault.beyond(
            record.location(column), number.value,
            "\(indicator.code) is no share; it is given in \(indicator.unit.rawValue)")
        }
        return number.value / 100
      }
      guard number.value.isFinite else {
        throw ScenarioFault.notANumber(
          record.location(column), record.optionalText(column) ?? "")
      }
      return number.value
    }

    private func refusal(
      of value: Double, written: Double, _ indicator: Indicator, at place: Location
    ) -> ScenarioFault {
      if indicator.unit == .share, abs(written) > 1, abs(written) <= 100 {
        return .share(place, written)
      }
      let limits = indicator.limits
      return .beyond(
        place, value,
        limits.upperBound < .greatestFiniteMagnitude
          ? "\(indicator.code) runs from \(Cell.number(limits.lowerBound)) to \(Cell.number(limits.upperBound))"
          : "\(indicator.code) is \(Cell.number(limits.lowerBound)) or more")
    }

    private func province(_ record: Record) throws -> Province {
      let name = try record.text(Column.province)
      guard let province = gazetteer.match(name) else {
        throw PanelError.unknownProvinceAt(
          record.location(Column.province), name, nearest: gazetteer.nearest(to: name))
      }
      return province
    }

    private func indicator(_ record: Record) throws -> Indicator {
      let name = try record.text(Column.indicator)
      let place = record.location(Column.indicator)
      guard let indicator = codebook.indicator(named: name, year: rule.year) else {
        throw PanelError.unknownIndicatorAt(place, name, nearest: codebook.nearest(to: name))
      }
      guard rule.indicators.contains(indicator.code) else {
        throw ScenarioFault.notInRule(
          place, indicator.code, year: rule.year, indicators: rule.indicators)
      }
      return indicator
    }

    private func year(_ record: Record) throws -> Int {
      let year = try record.integer(Column.year)
      let place = record.location(Column.year)
      guard year > rule.year else {
        throw ScenarioFault.past(place, year: year, after: rule.year)
      }
      guard year <= rule.year + Scenario.longest else {
        throw ScenarioFault.tooFar(place, year: year, last: rule.year + Scenario.longest)
      }
      return year
    }
  }
}

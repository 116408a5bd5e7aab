public import Panels
public import Tables
import Scenarios

/// Reads plans from tables.
///
/// A row per indicator with the columns indicator (code or name), current and target_<year>, one for each year
/// with targets; those on the way may be blank. Optional: unit (checked), lead and support (names separated by
/// `|`), deadline (a day; the end of the last year where blank), province (where a file holds several),
/// current_year (the year before the first target where blank) and goal (`Goal.text`; or a rank under goal_rank). Shares are written as 0.95 or
/// 95%.
public struct PlanFile: Sendable {
  /// The provinces.
  public let gazetteer: Gazetteer
  /// The indicators.
  public let codebook: Codebook

  /// Prepares to read.
  public init(gazetteer: Gazetteer, codebook: Codebook) {
    self.gazetteer = gazetteer
    self.codebook = codebook
  }

  /// The plan of a province.
  ///
  /// Rows of other provinces are passed over.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - table: the file.
  /// - Returns: the plan, its lines in the order of the file.
  /// - Throws: `TableError`, `PanelError` or `PlanError`, naming file, line and column.
  public func plan(of province: Province, in table: Table) throws -> Plan {
    let records = try Records(vietnameseOrEnglish: table, required: ["indicator", "current"])
    let file = table.location(row: 1, column: 1).file
    let columns = try Self.targetColumns(records, in: table)
    guard !columns.isEmpty else { throw PlanError.noTargets(file: file) }
    guard !records.isEmpty else { throw PlanError.empty(file: file, of: "indicator") }
    let own = try rows(of: province, among: records, file: file)
    let years = columns.map(\.year)
    let current =
      try common("current_year", of: own, in: CalendarDate.years, "a year such as 2017")
      ?? years[0] - 1
    guard current < years[0] else {
      throw PlanError.noTime(
        table.placeOfColumn(records.heading(of: columns[0].name)), year: years[0],
        current: current)
    }
    let grammar = try NumberGrammar(of: table)
    var seen = FirstRows()
    let lines = try own.map { record in
      let line = try line(record, from: current, columns, grammar)
      try seen.note(
        line.indicator.code, as: line.indicator.code, at: record.location("indicator"))
      return line
    }
    return Plan(
      of: province, from: current, years: years, lines: lines,
      goal: try goal(of: own))
  }

  /// The columns of targets, in the order of their years.
  private static func targetColumns(
    _ records: Records, in table: Table
  ) throws(PlanError) -> [(name: String, year: Int)] {
    var columns: [(name: String, year: Int)] = []
    for name in records.knownNames.sorted() where name.hasPrefix("target") {
      let text = name.dropFirst("target_".count)
      guard name.hasPrefix("target_"), text.utf8.count == 4, let year = Int(text),
        CalendarDate.years.contains(year), year > CalendarDate.years.lowerBound
      else {
        throw .badEntry(
          table.placeOfColumn(records.heading(of: name)), found: records.heading(of: name),
          expected: "a column of targets: head it as target_2020")
      }
      columns.append((name, year))
    }
    return columns.sorted { $0.year < $1.year }
  }

  /// The rows about a province: all of them, where the file names none.
  private func rows(of province: Province, among records: Records, file: String) throws
    -> [Record]
  {
    var found: [String] = []
    let own = try records.filter { record in
      guard let name = record.optionalText("province") else { return true }
      guard let named = gazetteer.match(name) else {
        throw PanelError.unknownProvinceAt(
          record.location("province"), name, nearest: gazetteer.nearest(to: name))
      }
      if named.key != province.key, !found.contains(named.nameVi) { found.append(named.nameVi) }
      return named.key == province.key
    }
    guard !own.isEmpty else {
      throw PlanError.otherProvince(file: file, province.nameVi, found: Array(found.prefix(3)))
    }
    return own
  }

  /// A whole number that all rows of a plan share; nil where none has one.
  private func common(
    _ column: String, of records: [Record], in range: ClosedRange<Int>, _ expected: String
  ) throws -> Int? {
    var known: (value: Int, row: Int)?
    for record in records where record.optionalText(column) != nil {
      let number = try record.integer(column)
      guard range.contains(number) else {
        throw PlanError.badEntry(record.location(column), found: "\(number)", expected: expected)
      }
      try agree(record, column, number, known)
      known = known ?? (number, record.location(column).row)
    }
    return known?.value
  }

  /// The goal that all rows of a plan share, as `Goal.text` or as a rank under goal_rank.
  private func goal(of records: [Record]) throws -> Goal? {
    let ranks = 1...10_000
    if let rank = try common("goal_rank", of: records, in: ranks, "a rank") { return .rank(rank) }
    var known: (value: String, row: Int)?
    var goal: Goal?
    for record in records {
      guard let text = record.optionalText("goal")?.withSingleSpaces else { continue }
      try agree(record, "goal", text, known)
      goal = Goal(text) ?? Int(text).flatMap { ranks.contains($0) ? .rank($0) : nil }
      guard goal != nil else {
        throw PlanError.badEntry(
          record.location("goal"), found: text,
          expected:
            "a goal such as rank 40, ranks 30-40, top 10, region 3, tier top, median or score 6.5")
      }
      known = known ?? (text, record.location("goal").row)
    }
    return goal
  }

  /// Checks that a row of a plan says what the first of them did.
  private func agree<Value: Equatable>(
    _ record: Record, _ column: String, _ value: Value, _ known: (value: Value, row: Int)?
  ) throws(PlanError) {
    guard let known, known.value != value else { return }
    throw .inconsistent(
      record.location(column),
      "\(column) is \(value), but \(known.value) in line \(known.row); all rows of a plan share it")
  }

  private func line(
    _ record: Record, from current: Int, _ columns: [(name: String, year: Int)],
    _ grammar: NumberGrammar
  ) throws -> Plan.Line {
    let years = columns.map(\.year)
    let indicator = try record.indicator(in: codebook, year: years.last)
    if let unit = record.optionalText("unit"), unit != indicator.unit.rawValue {
      throw PlanError.badEntry(
        record.location("unit"), found: unit,
        expected: "\(indicator.unit.rawValue), the unit of \(indicator.code)")
    }
    guard let value = try record.value("current", of: indicator, by: grammar) else {
      throw TableError.emptyCell(record.location("current"), column: "current")
    }
    let targets = try columns.map { try record.value($0.name, of: indicator, by: grammar) }
    if let last = columns.last, targets.last == .some(nil) {
      throw TableError.emptyCell(record.location(last.name), column: last.name)
    }
    return Plan.Line(
      indicator: indicator, current: value, targets: targets, assignment: Assignment(record),
      deadline: try deadline(record, in: Plan.deadlines(from: current, years: years)))
  }

  private func deadline(
    _ record: Record, in span: ClosedRange<CalendarDate>
  ) throws(PlanError) -> CalendarDate {
    guard let text = record.optionalText("deadline") else { return span.upperBound }
    let place = record.location("deadline")
    guard let date = record.period("deadline")?.upperBound else {
      throw .badEntry(place, found: text, expected: "a day such as 2020-06-30")
    }
    guard span.contains(date) else { throw .deadlineOutside(place, date, span) }
    return date
  }
}

extension Table {
  /// Where the heading of a column stands.
  fileprivate func placeOfColumn(_ name: String) -> Location {
    let column = header.firstIndex { $0.description.withoutOuterSpaces == name } ?? 0
    return location(row: 1, column: column + 1)
  }
}

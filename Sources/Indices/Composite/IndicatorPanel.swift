public import Tables

/// Tables of indicators, one for each time.
public struct IndicatorPanel: Sendable, Hashable {
  /// The tables by ascending time; without times there is one.
  public let tables: [IndicatorTable]

  /// What the columns of a file hold beside figures.
  public struct Layout: Sendable, Hashable {
    /// The heading of the units; nil for uCode if there is such a column, else for the first.
    public let unit: String?
    /// The heading of the times; nil where all figures are of one.
    public let time: String?
    /// The heading of the groups; nil where there are none.
    public let group: String?

    /// Describes a layout.
    public init(unit: String? = nil, time: String? = nil, group: String? = nil) {
      self.unit = unit
      self.time = time
      self.group = group
    }
  }

  /// Puts tables together that have the same columns.
  ///
  /// - Precondition: the tables have the same columns.
  public init(_ tables: [IndicatorTable]) {
    precondition(
      tables.allSatisfy { $0.codes == tables[0].codes }, "all tables must have the same columns")
    self.tables = tables
  }

  /// Reads the columns that an index needs: one unit a row, or one unit at one time.
  ///
  /// Cells that are empty or hold a mark such as `NA`, `-` or `..` are missing. A percentage is read
  /// as a share. Times go by number where all are numbers, else as text.
  ///
  /// - Parameters:
  ///   - table: a table whose first row holds the headings.
  ///   - columns: the columns that must be there.
  ///   - layout: what other columns hold.
  /// - Throws: `TableError` naming the place of a cell that is no number, or a column that is not
  ///   there; `CompositeError.badCell` for a unit that stands twice at one time.
  public init(reading table: Table, columns: [String], layout: Layout = Layout()) throws {
    let records = try Records(table)
    guard !records.isEmpty else {
      throw CompositeError.badCell(
        table.location(row: 1, column: 1), "there is no unit below the headings")
    }
    let names = records.columnNames
    let unit =
      layout.unit ?? names.first { $0 == "uCode" }
      ?? table.header.first.map(\.description.withoutOuterSpaces) ?? ""
    for name in [unit, layout.time, layout.group].compactMap(\.self) + columns
    where !names.contains(name) {
      throw TableError.missingColumn(
        name, in: table.location(row: 1, column: 1), columns: names)
    }
    let grammar = try NumberGrammar(of: table)
    var drafts: [String?: Draft] = [:]
    for record in records {
      let time = try layout.time.map { try record.text($0) }
      let name = try record.text(unit)
      let place = record.location(unit)
      try drafts[time, default: Draft(columns: columns.count)].add(name, at: place, time: time)
      if let group = layout.group {
        drafts[time]?.groups.append(record.optionalText(group) ?? "")
      }
      for (number, column) in columns.enumerated() {
        let value = try Self.figure(record, column, by: grammar)
        drafts[time]?.columns[number].append(value)
      }
    }
    let times: [String?] =
      layout.time == nil ? [nil] : drafts.keys.compactMap(\.self).sorted(by: Self.precedes)
    self.init(
      times.map { time in
        let draft = drafts[time] ?? Draft(columns: columns.count)
        return IndicatorTable(
          units: draft.units, codes: columns, columns: draft.columns, time: time,
          groups: layout.group == nil ? nil : draft.groups)
      })
  }

  /// The figure of a cell, NaN where it is missing.
  private static func figure(
    _ record: Record, _ column: String, by grammar: NumberGrammar
  ) throws -> Double {
    switch record.number(column, by: grammar) {
    case .number(let value, let isPercentage): return isPercentage ? value / 100 : value
    case .missing: return .nan
    case .notANumber:
      throw TableError.notANumber(
        record.location(column), column: column, text: record.optionalText(column) ?? "")
    }
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    switch (Double(decimal: one), Double(decimal: other)) {
    case (let one?, let other?) where one != other: one < other
    case (_?, nil): true
    case (nil, _?): false
    default: one < other
    }
  }

  /// The rows of one time, as they come in.
  private struct Draft {
    var units: [String] = []
    var columns: [[Double]]
    var groups: [String] = []
    private var places: [String: Location] = [:]

    init(columns count: Int) { columns = [[Double]](repeating: [], count: count) }

    mutating func add(_ unit: String, at place: Location, time: String?) throws {
      if let first = places.updateValue(place, forKey: unit) {
        let when = time.map { " in \($0)" } ?? ""
        throw CompositeError.badCell(
          place,
          "\(Quotation.of(unit)) stands a second time\(when), after line \(first.row)"
            + (time == nil ? "; where figures are of several years, name their column" : ""))
      }
      units.append(unit)
    }
  }
}

public import Tables

/// Reads figures from a table such as an analyst keeps, long or wide.
///
/// Long: the columns province, year, indicator and value, one figure a row; a unit column is checked
/// and a source column kept where there are any. Wide: province, year, and one column per indicator,
/// headed by its code. Provinces go by any spelling. Numbers are written with a point or a comma, a
/// share also with a percent sign; blank cells and the usual signs for a missing value are passed over.
public struct TidyReader: Sendable {
  /// The provinces.
  public let gazetteer: Gazetteer
  /// The indicators.
  public let codebook: Codebook

  /// Prepares to read.
  public init(gazetteer: Gazetteer, codebook: Codebook) {
    self.gazetteer = gazetteer
    self.codebook = codebook
  }

  /// Whether a table's first row names a province and a year.
  public static func canRead(_ table: Table) -> Bool {
    Set(table.header.map(\.description)).isSuperset(of: ["province", "year"])
  }

  /// The figures of a table.
  ///
  /// - Throws: `TableError` or `PanelError`, naming file, line and column; also for a figure given
  ///   twice.
  public func panel(of table: Table) throws -> Panel {
    let entries = try entries(of: table)
    do {
      return try Panel(entries.map(\.figure), gazetteer: gazetteer, codebook: codebook)
    } catch let error as PanelError {
      guard case .repeatedFigure = error else { throw error }
      // Only now is its place worth looking for.
      var seen: Set<String> = []
      let again = entries.first { entry in
        let figure = entry.figure
        return !seen.insert("\(figure.province) \(figure.year) \(figure.indicator)").inserted
      }
      throw again.map { entry in
        PanelError.repeatedFigure("\(table.location(row: entry.row, column: entry.column))")
      } ?? error
    }
  }

  /// The figures of a table, by sub-index and year, ready for a store.
  ///
  /// - Throws: as `panel(of:)`.
  public func readings(of table: Table) throws -> [Reading] {
    let panel = try panel(of: table)
    let place = table.location(row: 1, column: 1)
    // What is worth knowing of the whole table is said once.
    var notes = table.notes.map { Remark(.note, place: place.file, $0) }
    return panel.years.flatMap { year in
      let figures = Dictionary(grouping: panel.figures.filter { $0.year == year }) { figure in
        panel.indicator(figure.indicator)?.subindex ?? ""
      }
      return figures.sorted { $0.key < $1.key }.map { subindex, figures in
        defer { notes = [] }
        let codes = Set(figures.map(\.indicator))
        return Reading(
          file: place.file, sheet: place.sheet ?? "", year: year, subindex: subindex,
          indicators: panel.indicators.filter { codes.contains($0.code) }, figures: figures,
          isWhole: false, remarks: notes)
      }
    }
  }

  /// The columns of a wide table that hold no indicator.
  private static let otherColumns: Set<String> = ["province", "year", "source", ""]

  /// A figure with the row and column it was read from.
  private struct Entry {
    let figure: Figure
    let row: Int
    let column: Int
  }

  private func entries(of table: Table) throws -> [Entry] {
    let grammar = try NumberGrammar(of: table)
    let names = table.header.map(\.description.withoutOuterSpaces)
    let isLong = names.contains("indicator")
    let hasSource = names.contains("source")
    let records = try Records(
      table, required: ["province", "year"] + (isLong ? ["indicator", "value"] : []))
    var keys: [String: String] = [:]
    var entries: [Entry] = []
    for record in records {
      let province = try key(of: record, in: &keys)
      let year = try record.integer("year")
      let columns = isLong ? ["value"] : names.filter { !Self.otherColumns.contains($0) }
      for column in columns {
        let indicator = try indicator(of: record, isLong: isLong, column: column)
        guard let value = try value(of: record, column, indicator, by: grammar) else { continue }
        try indicator.check(value, at: record.location(column))
        entries.append(
          Entry(
            figure: Figure(
              province: province, year: year, indicator: indicator.code, value: value,
              source: hasSource
                ? record.optionalText("source") ?? "" : "\(record.location(column))"),
            row: record.row, column: record.columnNumber(column) ?? 1))
      }
    }
    return entries
  }

  /// A name stands in hundreds of rows: each is looked up once.
  private func key(of record: Record, in keys: inout [String: String]) throws -> String {
    let name = try record.text("province")
    if let key = keys[name] { return key }
    guard let province = gazetteer.match(name) else {
      throw PanelError.unknownProvinceAt(
        record.location("province"), name, nearest: gazetteer.nearest(to: name))
    }
    keys[name] = province.key
    return province.key
  }

  private func indicator(of record: Record, isLong: Bool, column: String) throws -> Indicator {
    let code = isLong ? try record.text("indicator") : column
    guard let indicator = codebook[code] else {
      let codes = codebook.indicators.map(\.code).joined(separator: ", ")
      throw PanelError.badEntry(
        record.location(isLong ? "indicator" : column), "one of \(codes), not \(code)")
    }
    if isLong, let unit = record.optionalText("unit"), unit != indicator.unit.rawValue {
      throw PanelError.badEntry(
        record.location("unit"), "\(indicator.unit.rawValue), the unit of \(indicator.code)")
    }
    return indicator
  }

  /// The value of a cell in the indicator's unit; nil where it is missing.
  private func value(
    of record: Record, _ column: String, _ indicator: Indicator, by grammar: NumberGrammar
  ) throws -> Double? {
    switch record.number(column, by: grammar) {
    case .missing: return nil
    case .number(let value, isPercentage: false): return value
    case .number(let value, isPercentage: true):
      guard indicator.unit == .share else {
        throw PanelError.badEntry(
          record.location(column),
          "no percentage: \(indicator.code) is in \(indicator.unit.rawValue)")
      }
      return value / 100
    case .notANumber:
      throw PanelError.notANumber(
        record.location(column), record.optionalText(column) ?? "")
    }
  }
}

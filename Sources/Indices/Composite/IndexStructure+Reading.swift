import Panels
public import Tables

extension IndexStructure {
  /// Reads a structure: one indicator or aggregate a row.
  ///
  /// Columns are code, direction, weight, parent and level, and where they are needed denominator,
  /// target, lower and upper; in any order and in small letters or capitals. `indicator` and `iCode`
  /// stand for code, `minimum` and `maximum` for lower and upper. A direction is 1 or `positive`, −1
  /// or `reversed`. A column `type` tells Indicator and Aggregate from rows of other types, which
  /// are passed over. Without parents all indicators are children of one index.
  ///
  /// - Throws: `TableError` naming the place of a cell that cannot be read, or
  ///   `CompositeError.badStructure` naming that of an element which does not fit.
  public init(reading table: Table) throws {
    let records = try Records(table)
    guard !records.isEmpty else {
      throw CompositeError.badStructure(
        table.location(row: 1, column: 1), "an index needs at least one indicator, one a row")
    }
    let columns = StructureColumns(records)
    let rows = records.filter { record in
      guard let type = columns.optionalText(.type, record)?.lowercased() else { return true }
      return ["indicator", "aggregate"].contains(type)
    }
    let namesParents = rows.contains { columns.optionalText(.parent, $0) != nil }
    let elements = try rows.map { record in
      let parent = columns.optionalText(.parent, record)
      // The index itself weighs nothing.
      let isIndex = namesParents && parent == nil
      return Element(
        code: try columns.text(.code, record), parent: parent,
        weight: try isIndex
          ? columns.optionalNumber(.weight, record) ?? 1 : columns.number(.weight, record),
        level: try columns.level(record),
        direction: try columns.direction(record),
        denominator: columns.optionalText(.denominator, record),
        target: try columns.optionalNumber(.target, record),
        lower: try columns.optionalNumber(.lower, record),
        upper: try columns.optionalNumber(.upper, record))
    }
    try self.init(elements, at: rows.map { columns.location(.code, $0) })
  }
}

/// The columns of a table of elements, by what they are called in it.
private struct StructureColumns {
  /// What a column tells of an element.
  enum Meaning: String, CaseIterable {
    case code, direction, weight, parent, level, type, denominator, target, lower, upper

    /// What the column may be called, in small letters.
    var names: [String] {
      switch self {
      case .code: ["code", "icode", "indicator"]
      case .lower: ["lower", "minimum"]
      case .upper: ["upper", "maximum"]
      default: [rawValue]
      }
    }
  }

  private let headings: [Meaning: String]

  init(_ records: Records) {
    var headings: [Meaning: String] = [:]
    for meaning in Meaning.allCases {
      for name in meaning.names where headings[meaning] == nil {
        headings[meaning] = records.columnNames.first { $0.lowercased() == name }
      }
    }
    self.headings = headings
  }

  /// The heading, or where there is none the name it should have.
  private func heading(_ meaning: Meaning) -> String { headings[meaning] ?? meaning.rawValue }

  func location(_ meaning: Meaning, _ record: Record) -> Location {
    record.location(heading(meaning))
  }

  func text(_ meaning: Meaning, _ record: Record) throws -> String {
    try record.text(heading(meaning))
  }

  func optionalText(_ meaning: Meaning, _ record: Record) -> String? {
    record.optionalText(heading(meaning)).flatMap { $0 == "NA" ? nil : $0 }
  }

  func number(_ meaning: Meaning, _ record: Record) throws -> Double {
    try record.number(heading(meaning))
  }

  func optionalNumber(_ meaning: Meaning, _ record: Record) throws -> Double? {
    try optionalText(meaning, record) == nil ? nil : record.number(heading(meaning))
  }

  func level(_ record: Record) throws -> Int? {
    guard optionalText(.level, record) != nil else { return nil }
    let level = try record.integer(heading(.level))
    guard level >= 1 else {
      throw CompositeError.badCell(location(.level, record), "levels count from 1")
    }
    return level
  }

  func direction(_ record: Record) throws -> Direction {
    switch optionalText(.direction, record)?.lowercased() {
    case "1", "+1", "+", "positive", nil: return .positive
    case "-1", "\u{2212}1", "-", "reversed", "negative": return .reversed
    case let word?:
      throw CompositeError.badCell(
        location(.direction, record),
        "\(Quotation.of(word)) is no direction; write 1 where more is better, else -1")
    }
  }
}

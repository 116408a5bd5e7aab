import Tables

/// A table of a plan read by the names of its columns, in English or Vietnamese.
///
/// Letter case does not matter in Vietnamese; where a table has both headings of a column, the English one counts.
struct PlanRecords {
  private let records: Records
  private let headings: [String: String]

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - required: the columns that must be there, by their English names.
  /// - Throws: `TableError` for one that is not, and as `Records` does.
  init(_ table: Table, required: [String] = []) throws {
    let names = try Records(table).columnNames
    var headings: [String: String] = [:]
    for name in names {
      let word = name.withSingleSpaces.lowercased()
      if let english = Self.english[word] ?? Self.target(word), headings[english] == nil {
        headings[english] = name
      }
    }
    for name in names { headings[name] = name }
    self.headings = headings
    records = try Records(table, required: required.map { headings[$0] ?? $0 })
  }

  /// The names of the columns, those known in English.
  var columnNames: Set<String> { Set(headings.keys) }

  /// The heading of a column as it stands in the file.
  func heading(_ name: String) -> String { headings[name] ?? name }

  /// The rows.
  var rows: [PlanRecord] { records.map { PlanRecord(record: $0, headings: headings) } }

  /// A Vietnamese heading of targets: mục tiêu 2020, or mục tiêu năm 2020.
  private static func target(_ word: String) -> String? {
    guard word.hasPrefix("mục tiêu "), let year = word.split(separator: " ").last else {
      return nil
    }
    return "target_\(year)"
  }

  private static let english: [String: String] = [
    "chỉ tiêu": "indicator", "tiêu chí": "indicator", "chỉ số": "indicator", "hiện tại": "current",
    "đơn vị": "unit", "đơn vị tính": "unit", "cơ quan chủ trì": "lead", "chủ trì": "lead",
    "cơ quan phối hợp": "support", "phối hợp": "support", "thời hạn": "deadline",
    "tỉnh": "province", "năm hiện tại": "current_year", "thứ hạng mục tiêu": "goal_rank",
    "ngày": "date", "kỳ": "period", "kỳ báo cáo": "period", "giá trị": "value",
    "thực hiện": "value", "nguồn": "source", "số doanh nghiệp": "firms",
    "sai số chuẩn": "standard_error", "mã": "code", "nhóm": "group", "nội dung": "item",
    "đã làm": "done", "hoàn thành": "done", "đường dẫn": "link",
  ]
}

/// One row of a table of a plan, asked by the English names of its columns.
struct PlanRecord {
  fileprivate let record: Record
  fileprivate let headings: [String: String]

  /// The text of a column; as `Record.text(_:)`.
  func text(_ column: String) throws -> String { try record.text(heading(column)) }

  /// The text of a column, or nil where the cell is empty or the column missing.
  func optionalText(_ column: String) -> String? { record.optionalText(heading(column)) }

  /// The number of a column, or nil where the cell is empty; as `Record.optionalNumber(_:)`.
  func optionalNumber(_ column: String) throws -> Double? {
    try record.optionalNumber(heading(column))
  }

  /// The whole number of a column; as `Record.integer(_:)`.
  func integer(_ column: String) throws -> Int { try record.integer(heading(column)) }

  /// What a cell says by a grammar of numbers.
  func number(_ column: String, by grammar: NumberGrammar) -> CellNumber {
    record.number(heading(column), by: grammar)
  }

  /// The place of a column's cell.
  func location(_ column: String) -> Location { record.location(heading(column)) }

  private func heading(_ column: String) -> String { headings[column] ?? column }
}

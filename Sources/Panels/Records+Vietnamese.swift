public import Tables

extension Records {
  /// Reads a header whose names may be English or Vietnamese, as analysts write their plans and scenarios.
  ///
  /// Letter case does not matter in Vietnamese; where a table has both headings of a column, the English one counts.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - required: the columns that must be there, by their English names.
  /// - Throws: `TableError` for one that is not, and as `init(_:required:synonym:)` does.
  public init(vietnameseOrEnglish table: Table, required: [String] = []) throws {
    try self.init(table, required: required) { heading in
      let word = heading.withSingleSpaces.lowercased()
      return Self.english[word] ?? Self.target(word)
    }
  }

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
    "tỉnh": "province", "năm": "year", "năm hiện tại": "current_year",
    "thứ hạng mục tiêu": "goal_rank", "mục tiêu": "goal", "ngày": "date", "kỳ": "period",
    "kỳ báo cáo": "period", "giá trị": "value", "thực hiện": "value", "thay đổi": "change",
    "ít nhất": "at_least", "tối thiểu": "at_least", "tăng thêm": "beyond", "quy tắc": "rule",
    "năm quy tắc": "rule", "nguồn": "source", "số doanh nghiệp": "firms",
    "sai số chuẩn": "standard_error", "mã": "code", "nhóm": "group", "nội dung": "item",
    "đã làm": "done", "hoàn thành": "done", "đường dẫn": "link",
  ]
}

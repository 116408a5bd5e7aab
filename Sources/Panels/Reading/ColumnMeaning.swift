internal import Tables

/// What a column of a table of one's own holds.
public enum ColumnMeaning: Sendable, Hashable {
  /// The names of provinces.
  case province
  /// The years.
  case year
  /// The codes or names of indicators.
  case indicator
  /// Figures, each of the indicator that its row names.
  case value
  /// Units, to be checked.
  case unit
  /// Where each figure comes from.
  case source
  /// Figures of one indicator, by its code.
  case figures(String)
  /// Figures of one year, each of the indicator that its row names.
  case figuresOf(year: Int)
  /// Nothing to be read.
  case ignored

  /// The meaning that a word of ours gives to a column: one of `province`, `year`, `indicator`, `value`,
  /// `unit`, `source` and `-`, a year, or the code of an indicator.
  public init(_ word: String) {
    if let known = Self.words[word] {
      self = known
    } else if let year = Self.year(in: word) {
      self = .figuresOf(year: year)
    } else {
      self = .figures(word)
    }
  }

  /// The meaning of a heading that people write, or nil where it is not one of these.
  init?(heading: String) {
    let text = heading.withSingleSpaces.lowercased()
    if let known = Self.words[text] ?? Self.headings[text] {
      self = known
    } else if let year = Self.year(in: text.hasPrefix("năm ") ? String(text.dropFirst(4)) : text) {
      self = .figuresOf(year: year)
    } else {
      return nil
    }
  }

  private static func year(in text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1990...2099).contains(year) else {
      return nil
    }
    return year
  }

  private static let words: [String: Self] = [
    "province": .province, "year": .year, "indicator": .indicator, "value": .value, "unit": .unit,
    "source": .source, "-": .ignored,
  ]

  /// Headings seen in tables and plans of provinces.
  private static let headings: [String: Self] = [
    "tỉnh": .province, "tỉnh, thành phố": .province, "tỉnh/thành phố": .province,
    "tỉnh thành": .province, "tên tỉnh": .province, "tỉnh thành phố": .province,
    "địa phương": .province, "năm": .year, "chỉ tiêu": .indicator, "các chỉ tiêu": .indicator,
    "tiêu chí": .indicator, "các tiêu chí": .indicator, "chỉ số": .indicator,
    "giá trị": .value, "đơn vị": .unit, "đơn vị tính": .unit, "nguồn": .source, "stt": .ignored,
    "tt": .ignored, "no": .ignored, "ghi chú": .ignored, "note": .ignored, "notes": .ignored,
    "comparable": .ignored, "": .ignored,
  ]
}

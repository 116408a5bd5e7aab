internal import Tables

/// The columns of a table of one's own, each with its meaning.
struct TableColumns {
  private(set) var province: Int?
  private(set) var year: Int?
  private(set) var indicator: Int?
  private(set) var unit: Int?
  private(set) var source: Int?
  /// The columns of figures, from left to right.
  private(set) var figures: [(column: Int, meaning: ColumnMeaning)] = []
  let headings: [String]

  /// Finds the meaning of every column: as told, by its heading, or by the name of an indicator.
  ///
  /// - Throws: `TableError` or `PanelError` where a column means nothing, or two mean the same.
  init(of table: Table, told: [String: ColumnMeaning], codebook: Codebook) throws {
    headings = table.header.map(\.description.withSingleSpaces)
    for name in told.keys.sorted() where !headings.contains(name.withSingleSpaces) {
      throw TableError.missingColumn(
        name, in: table.location(row: 1, column: 1), columns: headings.filter { !$0.isEmpty })
    }
    let told = Dictionary(
      told.map { ($0.key.withSingleSpaces, $0.value) }, uniquingKeysWith: { first, _ in first })
    var first: [ColumnMeaning: Int] = [:]
    for (position, heading) in headings.enumerated() {
      let column = position + 1
      let location = table.location(row: 1, column: column)
      guard
        let meaning = told[heading] ?? ColumnMeaning(heading: heading)
          ?? codebook.indicator(named: heading, year: nil).map({ .figures($0.code) })
      else {
        throw PanelError.unknownColumn(location, heading, nearest: codebook.nearest(to: heading))
      }
      if meaning != .ignored, let earlier = first.updateValue(column, forKey: meaning) {
        throw TableError.duplicateColumn(
          heading, location, first: table.location(row: 1, column: earlier))
      }
      take(meaning, column)
    }
  }

  /// The columns without a heading, as a heading merged over several leaves all but the first.
  var unnamed: [Int] {
    headings.indices.filter { headings[$0].isEmpty }.map { $0 + 1 }
  }

  private mutating func take(_ meaning: ColumnMeaning, _ column: Int) {
    switch meaning {
    case .province: province = column
    case .year: year = column
    case .indicator: indicator = column
    case .unit: unit = column
    case .source: source = column
    case .value, .figures, .figuresOf: figures.append((column, meaning))
    case .ignored: break
    }
  }

  /// The first thing that would be missing to read figures, in the words of `--columns`; else nil.
  func missing(apartFrom assumptions: TidyReader.Assumptions) -> String? {
    let byRow = figures.contains { $0.meaning == .value }
    let yearly = figures.count { if case .figuresOf = $0.meaning { true } else { false } }
    let byYear = yearly > 0
    if province == nil, assumptions.province == nil { return "province" }
    if indicator == nil, byRow || byYear { return "indicator" }
    if indicator != nil, !byRow, !byYear { return "value" }
    // A column of one year tells nothing of the others.
    if year == nil, assumptions.year == nil, !byYear || yearly < figures.count { return "year" }
    return nil
  }
}

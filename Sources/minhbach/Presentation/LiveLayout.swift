import Tables

/// Where things stand in a live workbook, and how formulas refer to them.
struct LiveLayout {
  /// The sheets by name; names are the same in every language, since formulas have them.
  enum SheetID: String, CaseIterable {
    case values, rule, scores, published
    case whatIf = "what_if"
    case whatIfScores = "what_if_scores"
    case original = "as_published"
    case readMe = "read_me"
  }

  /// The columns of the rule.
  enum RuleColumn: Int, CaseIterable {
    case code = 1, name, weight, direction, typedMinimum, typedMaximum, lowestThen, highestThen
    case lowestNow, highestNow, minimum, maximum
  }

  /// The columns of the what-if.
  enum WhatIfColumn: Int, CaseIterable {
    case label = 1, today, tried, change, scoreToday, score, weight, gain, minimum, maximum, code
  }

  /// The lines of the what-if's standing.
  enum WhatIfLine: Int, CaseIterable {
    case score = 4, rank, placesGained, nextAbove, itsRank, missing
  }

  /// A sheet of scores: the same formulas once on the values as they are, and once with those that are tried.
  struct Scores {
    let sheet: SheetID
    /// The row, counted from 0, whose values are those that are tried.
    let tried: Int?
    let scores: DefinedName
    let ranks: DefinedName
    let provinces: DefinedName
    let weights: DefinedName
  }

  /// The first row of provinces, on all sheets that have a row for each.
  static let firstRow = 3
  /// The column of the first indicator of values, and of the figures as published.
  static let firstValue = 2
  /// The column of the first indicator of scores, behind province, rank and score.
  static let firstScore = 4
  /// The first row of the rule's indicators, below the cells that hold for all.
  static let firstPart = 7
  /// The first row of the what-if's indicators, below the standing.
  static let firstTried = 12

  private let provinceCount: Int
  private let partCount: Int
  let scores: Scores
  let whatIfScores: Scores
  let rangesSwitch: DefinedName
  let tolerance: DefinedName
  let scaleMinimum: DefinedName
  let scaleMaximum: DefinedName
  /// All names, those of the what-if only where there is one.
  let names: [DefinedName]

  init(_ workbook: LiveWorkbook) {
    let cells = NamedCells(rows: workbook.provinces.count, parts: workbook.parts.count)
    let hasWhatIf = workbook.subject != nil
    (provinceCount, partCount) = (cells.rows, cells.parts)
    scores = cells.scores(on: .scores, prefix: "", tried: nil)
    whatIfScores = cells.scores(on: .whatIfScores, prefix: "what_if_", tried: workbook.subject)
    rangesSwitch = cells.name("ranges", .rule, 1, 2)
    tolerance = cells.name("tolerance", .rule, 2, 2)
    scaleMinimum = cells.name("scale_minimum", .rule, 3, 2)
    scaleMaximum = cells.name("scale_maximum", .rule, 4, 2)
    names =
      cells.figures + [rangesSwitch, tolerance, scaleMinimum, scaleMaximum]
      + (hasWhatIf ? cells.whatIf : [])
      + (hasWhatIf ? [scores, whatIfScores] : [scores]).flatMap {
        [$0.scores, $0.ranks, $0.provinces, $0.weights]
      }
  }

  /// A value of a province, both counted from 0.
  func value(_ row: Int, _ part: Int) -> CellPlace {
    CellPlace(row: Self.firstRow + row, column: Self.firstValue + part)
  }

  /// The values of an indicator, counted from 0.
  func column(_ part: Int) -> CellRange {
    CellRange(value(0, part), to: value(provinceCount - 1, part))
  }

  /// A cell of the rule, of an indicator counted from 0.
  func rule(_ part: Int, _ column: RuleColumn) -> CellPlace {
    CellPlace(row: Self.firstPart + part, column: column.rawValue)
  }

  /// A cell of the what-if, of an indicator counted from 0.
  func tried(_ part: Int, _ column: WhatIfColumn) -> CellPlace {
    CellPlace(row: Self.firstTried + part, column: column.rawValue)
  }

  /// The name of the province whose changes are tried.
  var subject: Formula { Formula(CellPlace(row: 1, column: 1), on: .whatIf) }

  /// A cell of the what-if's standing.
  func standing(_ line: WhatIfLine, _ column: WhatIfColumn) -> CellPlace {
    CellPlace(row: line.rawValue, column: column.rawValue)
  }

  /// The score of an indicator, by row and indicator counted from 0.
  func score(_ row: Int, _ part: Int) -> CellPlace {
    CellPlace(row: Self.firstRow + row, column: Self.firstScore + part)
  }

  /// All rows and columns of a sheet with a row for each province, headings among them.
  func grid(columns: Int) -> CellRange {
    CellRange(
      CellPlace(row: Self.firstRow - 1, column: 1),
      to: CellPlace(row: Self.firstRow + provinceCount - 1, column: columns))
  }
}

extension Formula {
  /// A cell of a sheet of a live workbook.
  init(_ place: CellPlace, on sheet: LiveLayout.SheetID) { self.init(place, on: sheet.rawValue) }

  /// What stands beside a province: the entry of one column in the row where another column has the name.
  static func lookup(
    _ key: Formula, in keys: DefinedName, entryOf column: DefinedName
  ) -> Formula { .entry(.place(of: key, in: Formula(keys)), of: Formula(column)) }
}

extension Worksheet {
  /// An empty sheet of a live workbook.
  init(_ sheet: LiveLayout.SheetID) { self.init(name: sheet.rawValue) }

  /// Sets a figure or a text.
  mutating func set(_ cell: Cell, at place: CellPlace, _ style: CellStyle = CellStyle()) {
    set(cell, at: place.row, place.column, style)
  }

  /// Sets a formula with what it came to.
  mutating func set(
    _ formula: Formula, result: Cell, at place: CellPlace, _ style: CellStyle = CellStyle()
  ) {
    set(formula, result: result, at: place.row, place.column, style)
  }

  /// Sets headings from the first column on.
  mutating func setHeadings(_ headings: [String], inRow row: Int) {
    for (column, heading) in headings.enumerated() {
      set(.text(heading), at: row, column + 1, CellStyle(.header, isWrapped: true))
    }
  }
}

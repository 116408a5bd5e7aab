import Indices
import Panels
import Sensitivity
import Statistics
import Tables

/// The index of a year as sheets that compute: values, rule, scores and ranks, and a province's what-if.
///
/// Every formula stands with what it comes to, so that programs that do not compute show the same. References to
/// other sheets stay where they are and those within a row move with it: sheets may be filtered and sorted.
struct LiveWorkbook {
  /// Scores and ranks as the program knows them.
  let board: Scoreboard
  /// The provinces, a row each: also those that cannot be scored, for their figures to be filled in.
  let provinces: [Province]
  /// Their values, one per component of the rule; nil where a figure is missing.
  let values: [[Double?]]
  /// What the rule is made of.
  let parts: [Part]
  /// The row, counted from 0, of the province whose changes are tried; nil for none.
  let subject: Int?
  /// What ranges do at first.
  let ranges: RankedIndex.Ranges
  /// Names in the language of headings.
  let names: Names
  /// The words of Vietnamese, for what stands in both languages.
  let vietnamese: Words
  /// Whether the figures are those of the program, not of a store.
  let isBundled: Bool
  /// What is worth knowing of the figures and the rule.
  let notes: [Phrase]

  /// An indicator with its part in the rule.
  struct Part {
    /// Its part in the rule.
    let component: ScoringRule.Component
    /// What it is.
    let indicator: Indicator
    /// The lowest and highest value of the year.
    let extremes: ClosedRange<Double>

    /// Whether its range stays whatever is seen.
    var isFixed: Bool { indicator.scale != nil }
  }

  /// Collects what the sheets show.
  ///
  /// - Parameters:
  ///   - board: the scores of the year.
  ///   - panel: the figures they are made of.
  ///   - province: whose changes are tried; nil for none.
  ///   - ranges: what ranges do at first.
  ///   - words: the language of headings.
  ///   - vietnamese: the words of Vietnamese.
  ///   - isBundled: whether the figures are those of the program.
  ///   - notes: what is worth knowing of the figures.
  /// - Throws: `IndexError` where the province has no score.
  init(
    board: Scoreboard, panel: Panel, province: Province?, ranges: RankedIndex.Ranges,
    words: Words, vietnamese: Words, isBundled: Bool, notes: [Phrase]
  ) throws {
    let rule = board.rule
    if let province { _ = try rule.values(of: province, in: panel) }
    // Hà Tây of 2009 has no figures that could ever be filled in; a province of the year has some.
    let provinces = panel.provinces(in: rule.year).filter { province in
      rule.indicators.contains { panel[province.key, $0, rule.year] != nil }
    }
    self.provinces = provinces
    values = provinces.map { province in
      rule.indicators.map { panel[province.key, $0, rule.year] }
    }
    parts = rule.components.compactMap { component in
      let seen = panel.column(component.indicator, in: rule.year)?.compactMap(\.self) ?? []
      guard let indicator = panel.indicator(component.indicator), let low = seen.min(),
        let high = seen.max()
      else { return nil }
      return Part(component: component, indicator: indicator, extremes: low...high)
    }
    precondition(
      parts.count == rule.components.count, "what is scored has an indicator and figures")
    subject = province.flatMap { one in provinces.firstIndex { $0.key == one.key } }
    self.board = board
    self.ranges = ranges
    names = Names(words: words, panel: panel)
    self.vietnamese = vietnamese
    self.isBundled = isBundled
    self.notes = board.notes + notes
  }

  /// The language of headings.
  var words: Words { names.words }

  /// The year and the sub-index.
  var title: String { "\(names.subindex(board.rule.subindex)) \(board.rule.year)" }

  /// The workbook.
  var spreadsheet: Spreadsheet {
    let layout = LiveLayout(self)
    var sheets = [
      valuesSheet(layout), ruleSheet(layout), scoresSheet(layout, layout.scores),
      publishedSheet(layout),
    ]
    if let subject {
      sheets.append(whatIfSheet(layout, of: subject))
      sheets.append(scoresSheet(layout, layout.whatIfScores))
    }
    sheets += [originalSheet(layout), readMeSheet(layout)]
    return Spreadsheet(title: title, sheets: sheets, names: layout.names)
  }

  /// The score and the rank of a row; nil where a figure is missing.
  func standing(_ row: Int) -> Scoreboard.Row? { board[provinces[row]] }
}

import Indices
import Panels
import Tables

extension LiveWorkbook {
  /// Scores of indicators, the sub-index and the rank, by formulas.
  func scoresSheet(_ layout: LiveLayout, _ scores: LiveLayout.Scores) -> Worksheet {
    var sheet = Worksheet(scores.sheet)
    sheet.setHeadings(
      words.columns("province", "rank", "score")
        + parts.map { names.indicator($0.indicator.code) }, inRow: 1)
    sheet.set(.text(words("weight")), at: 2, 1, CellStyle(.remark))
    for part in parts.indices {
      sheet.set(
        Formula(layout.rule(part, .weight), on: .rule),
        result: .number(parts[part].component.weight), at: 2, LiveLayout.firstScore + part,
        CellStyle(.remark, .decimals(4)))
    }
    for row in provinces.indices { setScores(row, on: &sheet, layout, scores) }
    sheet.columnWidths = [22, 7, 9] + [Double](repeating: 16, count: parts.count)
    sheet.frozen = (LiveLayout.firstRow - 1, 3)
    sheet.filter = layout.grid(columns: LiveLayout.firstScore + parts.count - 1)
    return sheet
  }

  private func setScores(
    _ row: Int, on sheet: inout Worksheet, _ layout: LiveLayout, _ scores: LiveLayout.Scores
  ) {
    let line = LiveLayout.firstRow + row
    let standing = standing(row)
    sheet.set(
      Formula(CellPlace(row: line, column: 1), on: .values),
      result: .text(names.province(provinces[row])), at: line, 1)
    for part in parts.indices {
      let component = parts[part].component
      sheet.set(
        score(of: part, row, layout, scores),
        result: values[row][part].map { .number(component.score($0)) } ?? .text(""),
        at: layout.score(row, part), CellStyle(.plain, .decimals(2)))
    }
    let own = Formula(
      CellRange(layout.score(row, 0), to: layout.score(row, parts.count - 1)))
    sheet.set(
      .when(
        Formula.count(own).equals(Formula(Double(parts.count))),
        then: .sumOfProducts(Formula(scores.weights), own), else: Formula("")),
      result: standing.map { .number($0.score) } ?? .text(""), at: line, 3,
      CellStyle(.result, .decimals(4)))
    let score = Formula(CellPlace(row: line, column: 3))
    // Not by COUNTIF, which compares with a number written out in the digits of a language.
    let above =
      Formula.isNumber(Formula(scores.scores))
      * (Formula(scores.scores) > score + Formula(layout.tolerance))
    sheet.set(
      .when(
        .isNumber(score), then: Formula(1.0) + .sumOfProducts(above), else: Formula("")),
      result: standing.map { Cell($0.rank) } ?? .text(""), at: line, 2,
      CellStyle(.result, .decimals(0)))
  }

  /// The score of an indicator: by the range in force, on the values as they are or as they are tried.
  private func score(
    of part: Int, _ row: Int, _ layout: LiveLayout, _ scores: LiveLayout.Scores
  ) -> Formula {
    let isWhatIf = scores.sheet == .whatIfScores
    let value =
      scores.tried == row
      ? layout.triedValue(part, on: LiveLayout.SheetID.whatIf.rawValue)
      : Formula(layout.value(row, part), on: .values)
    let low =
      isWhatIf
      ? Formula(layout.tried(part, .minimum), on: .whatIf)
      : Formula(layout.rule(part, .minimum), on: .rule)
    let high =
      isWhatIf
      ? Formula(layout.tried(part, .maximum), on: .whatIf)
      : Formula(layout.rule(part, .maximum), on: .rule)
    let (worst, best) = (Formula(layout.scaleMinimum), Formula(layout.scaleMaximum))
    let rising = (best - worst) * (value - low) / (high - low) + worst
    let direction = Formula(layout.rule(part, .direction), on: .rule)
    let score = Formula.when(
      direction.equals(Formula(Direction.positive.rawValue)), then: rising,
      else: worst + best - rising)
    return .when(.isNumber(value), then: score, else: Formula(""))
  }

  /// What was published beside what the formulas give.
  func publishedSheet(_ layout: LiveLayout) -> Worksheet {
    var sheet = Worksheet(.published)
    sheet.setHeadings(
      words.columns(
        "province", "score", "published score", "difference", "rank", "published rank",
        "places better"), inRow: LiveLayout.firstRow - 1)
    sheet.set(
      .text(words("Computed here beside what was published.")), at: 1, 1, CellStyle(.remark))
    for row in provinces.indices { setPublished(row, on: &sheet, layout) }
    sheet.columnWidths = [22, 12, 12, 14, 9, 12, 12]
    sheet.frozen = (LiveLayout.firstRow - 1, 1)
    sheet.filter = layout.grid(columns: 7)
    return sheet
  }

  private func setPublished(_ row: Int, on sheet: inout Worksheet, _ layout: LiveLayout) {
    let line = LiveLayout.firstRow + row
    let standing = standing(row)
    func place(_ column: Int) -> CellPlace { CellPlace(row: line, column: column) }
    let key = Formula(place(1))
    sheet.set(.text(names.province(provinces[row])), at: place(1))
    sheet.set(
      .lookup(key, in: layout.scores.provinces, entryOf: layout.scores.scores),
      result: standing.map { .number($0.score) } ?? .text(""), at: place(2),
      CellStyle(.plain, .decimals(4)))
    sheet.set(Cell(standing?.publishedScore), at: place(3), CellStyle(.plain, .decimals(4)))
    sheet.set(
      .lookup(key, in: layout.scores.provinces, entryOf: layout.scores.ranks),
      result: standing.map { Cell($0.rank) } ?? .text(""), at: place(5),
      CellStyle(.plain, .decimals(0)))
    sheet.set(
      Cell(standing?.publishedRank.map(Double.init)), at: place(6), CellStyle(.plain, .decimals(0)))
    func difference(_ left: Int, _ right: Int) -> Formula {
      .when(
        .isNumber(Formula(place(left))) * .isNumber(Formula(place(right))),
        then: Formula(place(left)) - Formula(place(right)), else: Formula(""))
    }
    sheet.set(
      difference(2, 3), result: standing?.difference.map { .number($0) } ?? .text(""), at: place(4),
      CellStyle(.plain, .scientific))
    let gained = standing.flatMap { row in row.publishedRank.map { Cell($0 - row.rank) } }
    sheet.set(
      difference(6, 5), result: gained ?? .text(""), at: place(7), CellStyle(.plain, .signed(0)))
  }
}

extension LiveLayout {
  /// The value that is tried, or today's where none is typed.
  func triedValue(_ part: Int, on sheet: String) -> Formula {
    let (typed, today) = (
      Formula(tried(part, .tried), on: sheet), Formula(tried(part, .today), on: sheet)
    )
    return .when(.isNumber(typed), then: typed, else: today)
  }
}

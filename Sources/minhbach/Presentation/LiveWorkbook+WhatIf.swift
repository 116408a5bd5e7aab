import Indices
import Panels
import Statistics
import Tables

extension LiveWorkbook {
  /// A province's own values, to be changed, with where they put it.
  func whatIfSheet(_ layout: LiveLayout, of row: Int) -> Worksheet {
    var sheet = Worksheet(.whatIf)
    let name = names.province(provinces[row])
    sheet.set(.text(name), at: 1, 1, CellStyle(.title))
    sheet.set(.text(title), at: 2, 1, CellStyle(.remark))
    sheet.setHeadings(
      ["", words("today"), words("what if"), words("change")], inRow: 3)
    setStanding(on: &sheet, layout, of: row)
    sheet.setHeadings(
      words.columns(
        "indicator", "today", "what if", "change", "score today", "score", "weight",
        "points gained", "minimum", "maximum", "code"), inRow: LiveLayout.firstTried - 1)
    for part in parts.indices { setTried(part, on: &sheet, layout, of: row) }
    sheet.comment(
      words("Type values here; without one today's counts."),
      at: CellPlace(
        row: LiveLayout.firstTried - 1, column: LiveLayout.WhatIfColumn.tried.rawValue))
    sheet.columnWidths = [46, 22, 22, 12, 12, 12, 10, 14, 12, 12, 24]
    return sheet
  }

  /// The standing today and with the values that are tried, and who stands next above.
  private func setStanding(on sheet: inout Worksheet, _ layout: LiveLayout, of row: Int) {
    let labels = [
      words("score"), words("rank"), words("places gained"), words("next above"),
      words("its rank"), words("score still needed"),
    ]
    for (line, label) in zip(LiveLayout.WhatIfLine.allCases, labels) {
      sheet.set(.text(label), at: layout.standing(line, .label))
    }
    for (column, scores) in [
      (LiveLayout.WhatIfColumn.today, layout.scores), (.tried, layout.whatIfScores),
    ] {
      setStanding(on: &sheet, layout, of: row, in: column, by: scores)
      setNext(on: &sheet, layout, above: row, in: column, by: scores)
    }
    func cell(_ line: LiveLayout.WhatIfLine, _ column: LiveLayout.WhatIfColumn) -> Formula {
      Formula(layout.standing(line, column))
    }
    sheet.set(
      cell(.score, .tried) - cell(.score, .today), result: .number(0),
      at: layout.standing(.score, .change), CellStyle(.plain, .signed(4)))
    sheet.set(
      cell(.rank, .today) - cell(.rank, .tried), result: .number(0),
      at: layout.standing(.placesGained, .tried), CellStyle(.result, .signed(0)))
  }

  private func setStanding(
    on sheet: inout Worksheet, _ layout: LiveLayout, of row: Int,
    in column: LiveLayout.WhatIfColumn, by scores: LiveLayout.Scores
  ) {
    sheet.set(
      .lookup(layout.subject, in: scores.provinces, entryOf: scores.scores),
      result: Cell(standing(row)?.score), at: layout.standing(.score, column),
      CellStyle(.result, .decimals(4)))
    sheet.set(
      .lookup(layout.subject, in: scores.provinces, entryOf: scores.ranks),
      result: Cell(standing(row).map { Double($0.rank) }), at: layout.standing(.rank, column),
      CellStyle(.result, .decimals(0)))
  }

  private func setNext(
    on sheet: inout Worksheet, _ layout: LiveLayout, above row: Int,
    in column: LiveLayout.WhatIfColumn, by scores: LiveLayout.Scores
  ) {
    func cell(_ line: LiveLayout.WhatIfLine) -> Formula { Formula(layout.standing(line, column)) }
    func whereNotFirst(_ formula: Formula) -> Formula {
      .when(cell(.rank) > Formula(1.0), then: formula, else: Formula(""))
    }
    // Counted from the top the least score above one's own comes just before one's rank.
    let above = Formula.greatest(cell(.rank) - Formula(1.0), of: Formula(scores.scores))
    let line = Formula.place(of: above, in: Formula(scores.scores))
    let next = nextAbove(row)
    let missing = next.flatMap { next in standing(row).map { next.score - $0.score } }
    sheet.set(
      whereNotFirst(.entry(line, of: Formula(scores.provinces))),
      result: .text(next.map { names.province($0.province) } ?? ""),
      at: layout.standing(.nextAbove, column))
    sheet.set(
      whereNotFirst(.entry(line, of: Formula(scores.ranks))),
      result: next.map { Cell($0.rank) } ?? .text(""), at: layout.standing(.itsRank, column),
      CellStyle(.plain, .decimals(0)))
    sheet.set(
      whereNotFirst(above - cell(.score)), result: missing.map { .number($0) } ?? .text(""),
      at: layout.standing(.missing, column), CellStyle(.plain, .decimals(4)))
  }

  /// The province whose score is the least above that of a row.
  private func nextAbove(_ row: Int) -> Scoreboard.Row? {
    guard let own = standing(row) else { return nil }
    let bar = own.score + Ranking.ofScores.tolerance
    return board.rows.filter { $0.score > bar }.min { $0.score < $1.score }
  }

  private func setTried(
    _ part: Int, on sheet: inout Worksheet, _ layout: LiveLayout, of row: Int
  ) {
    let (component, indicator) = (parts[part].component, parts[part].indicator)
    let digits = indicator.unit.digits
    func place(_ column: LiveLayout.WhatIfColumn) -> CellPlace { layout.tried(part, column) }
    func cell(_ column: LiveLayout.WhatIfColumn) -> Formula { Formula(place(column)) }
    guard let value = values[row][part] else { return }
    sheet.set(.text(names.indicator(indicator.code)), at: place(.label))
    sheet.set(
      Formula(layout.value(row, part), on: .values), result: .number(value), at: place(.today),
      CellStyle(.plain, digits))
    sheet.set(.number(value), at: place(.tried), CellStyle(.input, digits))
    sheet.allow(
      .number(indicator.limits), in: CellRange(place(.tried)), otherwise: objection(indicator))
    let used = Formula.when(.isNumber(cell(.tried)), then: cell(.tried), else: cell(.today))
    sheet.set(
      used - cell(.today), result: .number(0), at: place(.change), CellStyle(.plain, digits.signed))
    let own = CellPlace(row: LiveLayout.firstRow + row, column: LiveLayout.firstScore + part)
    let score = Cell.number(component.score(value))
    let two = CellStyle(.plain, .decimals(2))
    sheet.set(
      scoreEntry(part, layout.scores, layout), result: score, at: place(.scoreToday), two)
    sheet.set(Formula(own, on: .whatIfScores), result: score, at: place(.score), two)
    sheet.set(
      Formula(layout.rule(part, .weight), on: .rule), result: .number(component.weight),
      at: place(.weight), CellStyle(.plain, .decimals(4)))
    sheet.set(
      cell(.weight) * (cell(.score) - cell(.scoreToday)), result: .number(0), at: place(.gain),
      CellStyle(.plain, .signed(4)))
    setRange(part, used, on: &sheet, layout)
    sheet.set(.text(indicator.code), at: place(.code), CellStyle(.remark))
  }

  /// The score of an indicator of the province, wherever its row has been sorted to.
  private func scoreEntry(
    _ part: Int, _ scores: LiveLayout.Scores, _ layout: LiveLayout
  ) -> Formula {
    let column = LiveLayout.firstScore + part
    let range = CellRange(
      CellPlace(row: LiveLayout.firstRow, column: column),
      to: CellPlace(row: LiveLayout.firstRow + provinces.count - 1, column: column))
    return .entry(
      .place(of: layout.subject, in: Formula(scores.provinces)),
      of: Formula(range, on: scores.sheet.rawValue))
  }

  /// The range in force, widened by the value that is tried.
  private func setRange(
    _ part: Int, _ used: Formula, on sheet: inout Worksheet, _ layout: LiveLayout
  ) {
    let component = parts[part].component
    let today = Formula(layout.tried(part, .today))
    let (low, high) = (
      Formula(layout.rule(part, .minimum), on: .rule),
      Formula(layout.rule(part, .maximum), on: .rule)
    )
    let style = CellStyle(.plain, .decimals(4))
    sheet.set(
      parts[part].isFixed ? low : layout.widened(below: low, from: .minimum(low, today), to: used),
      result: .number(component.minimum), at: layout.tried(part, .minimum), style)
    sheet.set(
      parts[part].isFixed
        ? high : layout.widened(above: high, from: .maximum(high, today), to: used),
      result: .number(component.maximum), at: layout.tried(part, .maximum), style)
  }
}

extension CellStyle.Digits {
  /// The same with a sign: changes of shares are percentages, too.
  fileprivate var signed: CellStyle.Digits {
    switch self {
    case .decimals(let count): .signed(count)
    case .percentage: self
    case .general, .signed, .scientific: .signed(4)
    }
  }
}

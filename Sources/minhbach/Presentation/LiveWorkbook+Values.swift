import Indices
import Panels
import Sensitivity
import Statistics
import Tables

extension LiveWorkbook {
  /// The values, to be changed.
  func valuesSheet(_ layout: LiveLayout) -> Worksheet {
    var sheet = grid(.values, layout, .input)
    for (part, indicator) in parts.map(\.indicator).enumerated() {
      sheet.allow(
        .number(indicator.limits), in: layout.column(part), otherwise: objection(indicator))
    }
    sheet.mark(
      CellRange(layout.value(0, 0), to: layout.value(provinces.count - 1, parts.count - 1)),
      whereOtherThanOn: LiveLayout.SheetID.original.rawValue)
    sheet.comment(
      words("Yellow cells may be changed; what was changed turns orange."),
      at: CellPlace(row: 1, column: 1))
    return sheet
  }

  /// The values as they were written.
  func originalSheet(_ layout: LiveLayout) -> Worksheet { grid(.original, layout, .plain) }

  private func grid(
    _ id: LiveLayout.SheetID, _ layout: LiveLayout, _ role: CellStyle.Role
  ) -> Worksheet {
    var sheet = Worksheet(id)
    sheet.setHeadings(
      [words("province")] + parts.map { names.indicator($0.indicator.code) }, inRow: 1)
    for (part, indicator) in parts.map(\.indicator).enumerated() {
      sheet.set(
        .text(indicator.code), at: LiveLayout.firstRow - 1, LiveLayout.firstValue + part,
        CellStyle(.remark))
    }
    for (row, province) in provinces.enumerated() {
      sheet.set(.text(names.province(province)), at: LiveLayout.firstRow + row, 1)
      for part in parts.indices {
        sheet.set(
          Cell(values[row][part]), at: layout.value(row, part),
          CellStyle(role, parts[part].indicator.unit.digits))
      }
    }
    sheet.columnWidths = [22] + parts.map { max(14, Double($0.indicator.code.count) + 3) }
    sheet.frozen = (LiveLayout.firstRow - 1, 1)
    sheet.filter = layout.grid(columns: LiveLayout.firstValue + parts.count - 1)
    return sheet
  }

  /// What is said of a value that cannot be.
  func objection(_ indicator: Indicator) -> String {
    let limits = indicator.limits
    let format = NumberFormat.upTo(decimals: 4)
    return switch (abs(limits.lowerBound) < 1e15, limits.upperBound < 1e15) {
    case (true, true):
      words("A number from \(limits.lowerBound, format) to \(limits.upperBound, format).")
    case (true, false): words("A number of \(limits.lowerBound, format) or more.")
    case (false, _): words("A number.")
    }
  }

  /// The rule, with the ranges in force.
  func ruleSheet(_ layout: LiveLayout) -> Worksheet {
    var sheet = Worksheet(.rule)
    let scale = parts.first?.component.scale ?? Goalposts.ofPCI
    let settings: [(String, Cell)] = [
      (words("ranges"), .text(ranges.rawValue)),
      (words("scores no further apart are equal"), .number(Ranking.ofScores.tolerance)),
      (words("score of the worse end"), .number(scale.lowerBound)),
      (words("score of the better end"), .number(scale.upperBound)),
    ]
    for (row, setting) in settings.enumerated() {
      sheet.set(.text(setting.0), at: row + 1, 1)
      sheet.set(setting.1, at: row + 1, 2, CellStyle(.input))
    }
    let choice = layout.rangesSwitch.range
    sheet.allow(
      .choice(["held", "moving"]), in: choice, otherwise: words("One of: \(["held", "moving"])."))
    sheet.comment(
      words("moving: a value beyond any seen widens its range; held: ranges stay."),
      at: choice.first)
    sheet.setHeadings(
      words.columns(
        "indicator", "name", "weight", "direction", "minimum of the rule", "maximum of the rule",
        "lowest as published", "highest as published", "lowest now", "highest now", "minimum",
        "maximum"), inRow: LiveLayout.firstPart - 1)
    for part in parts.indices { setRule(part, on: &sheet, layout) }
    sheet.columnWidths = [44, 44] + [Double](repeating: 13, count: 10)
    sheet.frozen = (LiveLayout.firstPart - 1, 1)
    return sheet
  }

  private func setRule(_ part: Int, on sheet: inout Worksheet, _ layout: LiveLayout) {
    let (component, indicator) = (parts[part].component, parts[part].indicator)
    let (low, high) = (parts[part].extremes.lowerBound, parts[part].extremes.upperBound)
    func place(_ column: LiveLayout.RuleColumn) -> CellPlace { layout.rule(part, column) }
    let (plain, input) = (CellStyle(.plain, .decimals(4)), CellStyle(.input, .decimals(4)))
    let column = Formula(layout.column(part), on: LiveLayout.SheetID.values.rawValue)
    sheet.set(.text(indicator.code), at: place(.code), CellStyle(.remark))
    sheet.set(.text(names.indicator(indicator.code)), at: place(.name))
    sheet.set(.number(component.weight), at: place(.weight), input)
    sheet.set(.text(component.direction.rawValue), at: place(.direction), CellStyle(.input))
    sheet.allow(
      .choice(Direction.allCases.map(\.rawValue)), in: CellRange(place(.direction)),
      otherwise: words("One of: \(Direction.allCases.map(\.rawValue))."))
    sheet.set(.number(component.minimum), at: place(.typedMinimum), input)
    sheet.set(.number(component.maximum), at: place(.typedMaximum), input)
    sheet.set(.number(low), at: place(.lowestThen), plain)
    sheet.set(.number(high), at: place(.highestThen), plain)
    sheet.set(.minimum(column), result: .number(low), at: place(.lowestNow), plain)
    sheet.set(.maximum(column), result: .number(high), at: place(.highestNow), plain)
    let style = CellStyle(.result, .decimals(4))
    let (typedLow, typedHigh) = (Formula(place(.typedMinimum)), Formula(place(.typedMaximum)))
    sheet.set(
      parts[part].isFixed
        ? typedLow
        : layout.widened(
          below: typedLow, from: .minimum(typedLow, Formula(place(.lowestThen))),
          to: Formula(place(.lowestNow))),
      result: .number(component.minimum), at: place(.minimum), style)
    sheet.set(
      parts[part].isFixed
        ? typedHigh
        : layout.widened(
          above: typedHigh, from: .maximum(typedHigh, Formula(place(.highestThen))),
          to: Formula(place(.highestNow))),
      result: .number(component.maximum), at: place(.maximum), style)
  }
}

extension LiveLayout {
  private var isMoving: Formula { Formula(rangesSwitch).equals(Formula("moving")) }

  /// The lower end of a range where a value goes below the lowest known.
  ///
  /// An end typed rounded, beyond which a province stands already, keeps its distance, so that nothing jumps.
  func widened(below end: Formula, from known: Formula, to lowest: Formula) -> Formula {
    .when(isMoving, then: end - .maximum(Formula(0.0), known - lowest), else: end)
  }

  /// The upper end of a range where a value goes above the highest known.
  func widened(above end: Formula, from known: Formula, to highest: Formula) -> Formula {
    .when(isMoving, then: end + .maximum(Formula(0.0), highest - known), else: end)
  }
}

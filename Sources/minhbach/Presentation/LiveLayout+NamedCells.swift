import Tables

extension LiveLayout {
  /// Makes the names of cells of a live workbook.
  struct NamedCells {
    /// The number of provinces, a row each.
    let rows: Int
    /// The number of indicators.
    let parts: Int

    /// A name for one cell, or for as many rows and columns from it on.
    func name(
      _ name: String, _ sheet: SheetID, _ row: Int, _ column: Int, height: Int = 1, width: Int = 1
    ) -> DefinedName {
      DefinedName(
        name,
        for: CellRange(
          CellPlace(row: row, column: column),
          to: CellPlace(row: row + height - 1, column: column + width - 1)), on: sheet.rawValue)
    }

    /// The names of a sheet of scores.
    func scores(on sheet: SheetID, prefix: String, tried: Int?) -> Scores {
      func column(_ title: String, _ column: Int) -> DefinedName {
        name(prefix + title, sheet, LiveLayout.firstRow, column, height: rows)
      }
      return Scores(
        sheet: sheet, tried: tried, scores: column("scores", 3), ranks: column("ranks", 2),
        provinces: column("provinces", 1),
        weights: name("\(prefix)weights_across", sheet, 2, LiveLayout.firstScore, width: parts))
    }

    /// The names of figures, of the rule's columns and of what was published.
    var figures: [DefinedName] {
      func rule(_ title: String, _ column: RuleColumn) -> DefinedName {
        name(title, .rule, LiveLayout.firstPart, column.rawValue, height: parts)
      }
      func published(_ title: String, _ column: Int) -> DefinedName {
        name(title, .published, LiveLayout.firstRow, column, height: rows)
      }
      return [
        name(
          "values", .values, LiveLayout.firstRow, LiveLayout.firstValue, height: rows, width: parts),
        rule("weights", .weight), rule("directions", .direction),
        rule("range_minimum", .minimum), rule("range_maximum", .maximum),
        published("published_scores", 3), published("published_ranks", 6),
      ]
    }

    /// The names of the what-if.
    var whatIf: [DefinedName] {
      func line(_ title: String, _ row: Int, height: Int = 1) -> DefinedName {
        name(title, .whatIf, row, WhatIfColumn.tried.rawValue, height: height)
      }
      return [
        line("what_if_values", LiveLayout.firstTried, height: parts),
        line("what_if_score", WhatIfLine.score.rawValue),
        line("what_if_rank", WhatIfLine.rank.rawValue),
        line("places_gained", WhatIfLine.placesGained.rawValue),
      ]
    }
  }
}

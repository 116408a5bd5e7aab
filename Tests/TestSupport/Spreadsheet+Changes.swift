public import Tables

extension Spreadsheet {
  /// The workbook with a sheet changed.
  ///
  /// - Parameters:
  ///   - name: the name of the sheet; others stay.
  ///   - change: what becomes of it.
  /// - Returns: the workbook.
  public func changing(_ name: String, by change: (Worksheet) -> Worksheet) -> Spreadsheet {
    Spreadsheet(
      title: title, sheets: sheets.map { $0.name == name ? change($0) : $0 }, names: names)
  }

  /// The workbook with 0 as the result of every formula: what is another number then was computed anew.
  public var withoutResults: Spreadsheet {
    Spreadsheet(title: title, sheets: sheets.map(\.withoutResults), names: names)
  }
}

extension Worksheet {
  /// The sheet with another value in a cell, which must have one.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - place: the cell.
  /// - Returns: the sheet; results of formulas are those of before.
  public func replacing(_ value: Cell, at place: CellPlace) -> Worksheet {
    precondition(entries.contains { $0.place == place }, "the cell has a value to be replaced")
    return changed { $0.place == place ? .value(value) : $0.content }
  }

  /// The sheet with 0 as the result of every formula.
  public var withoutResults: Worksheet {
    changed { entry in
      guard case .formula(let formula, _) = entry.content else { return entry.content }
      return .formula(formula, result: .number(0))
    }
  }

  /// The sheet with other contents of its cells, all else as it is.
  private func changed(_ content: (Entry) -> Content) -> Worksheet {
    var copy = Worksheet(name: name)
    for entry in entries {
      let (row, column) = (entry.place.row, entry.place.column)
      switch content(entry) {
      case .value(let cell): copy.set(cell, at: row, column, entry.style)
      case .formula(let formula, let result):
        copy.set(formula, result: result, at: row, column, entry.style)
      }
    }
    copy.columnWidths = columnWidths
    copy.frozen = frozen
    copy.filter = filter
    for validation in validations {
      copy.allow(validation.rule, in: validation.range, otherwise: validation.message)
    }
    for comment in comments { copy.comment(comment.text, at: comment.place) }
    for drawing in charts { copy.draw(drawing.chart, at: drawing.place) }
    for comparison in comparisons {
      copy.mark(comparison.range, whereOtherThanOn: comparison.sheet)
    }
    return copy
  }
}

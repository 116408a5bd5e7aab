import Panels

/// A figure in a store, with the number of its file there.
internal struct StoredFigure: Sendable {
  internal let figure: Figure
  internal let file: Int
}

extension PanelStore {
  /// The figures that meet a condition, ordered by year, indicator and province.
  internal borrowing func storedFigures(
    where condition: String, binding bind: (borrowing Statement) -> Void
  ) throws -> [StoredFigure] {
    try connection.rows(
      "SELECT year, indicator, province, value, \(Self.source), file_id "
        + "FROM figures JOIN files ON files.id = file_id WHERE \(condition) "
        + "ORDER BY year, indicator, province", binding: bind
    ) { row in
      StoredFigure(figure: Self.figure(row), file: row.integer(5))
    }
  }

  /// The source of a figure, put together where it is kept in parts.
  internal static let source = "coalesce(source, files.name || '#' || sheet || '!' || cell)"

  /// A figure of which year, indicator, province, value and source stand in the first columns.
  internal static func figure(_ row: borrowing Statement) -> Figure {
    Figure(
      province: row.text(2), year: row.integer(0), indicator: row.text(1), value: row.number(3),
      source: row.text(4))
  }

  /// Names a figure by the first three parameters of a statement.
  internal static func bind(_ key: FigureKey, to statement: borrowing Statement) {
    statement.bind(key.year, at: 1)
    statement.bind(key.indicator, at: 2)
    statement.bind(key.province, at: 3)
  }
}

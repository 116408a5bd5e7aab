/// A cell of a sheet by its row and column, both counted from 1.
public struct CellPlace: Sendable, Hashable {
  /// The row.
  public let row: Int
  /// The column.
  public let column: Int

  /// Names a cell.
  ///
  /// - Precondition: row and column are those of a sheet: up to 1,048,576 and to 16,384.
  public init(row: Int, column: Int) {
    precondition(
      (1...SheetLimits.rows).contains(row) && (1...SheetLimits.columns).contains(column),
      "a sheet ends at row 1,048,576 and column XFD")
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells, or one cell.
public struct CellRange: Sendable, Hashable {
  /// The cell at the upper left.
  public let first: CellPlace
  /// The cell at the lower right.
  public let last: CellPlace

  /// Spans a rectangle.
  ///
  /// - Precondition: the last cell is neither above nor left of the first.
  public init(_ first: CellPlace, to last: CellPlace) {
    precondition(
      first.row <= last.row && first.column <= last.column,
      "a range goes from the upper left to the lower right")
    self.first = first
    self.last = last
  }

  /// One cell.
  public init(_ place: CellPlace) { self.init(place, to: place) }
}

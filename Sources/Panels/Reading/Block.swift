internal import Tables

/// What one block of a sheet holds.
struct Block {
  let layout: WorkbookLayout
  /// The place of its first heading.
  let place: Location
  let columns: [Column]
  let remarks: [Remark]

  /// The indicator in whose figures, or in whose provinces where they are its own, some cells lie.
  func indicator(in cells: CellRange) -> Indicator? {
    columns.first { column in
      let own =
        layout.arrangement == .rows
        ? [column.place.column]
        : [column.place.column, layout.provinceColumn(for: column.place.column)]
      return own.contains(where: cells.columns.contains)
    }?.indicator
  }
}

/// The figures of one indicator, read from one column.
struct Column {
  let indicator: Indicator
  let place: Location
  let figures: [Figure]

  /// A warning where the figures are not those of an earlier column; nil where they agree.
  ///
  /// Scores are stored with seven digits or as 32-bit numbers, so that copies agree to 1e-6 of their size.
  func difference(from first: Self, year: Int, gazetteer: Gazetteer) -> Remark? {
    let values = Dictionary(uniqueKeysWithValues: first.figures.map { ($0.province, $0.value) })
    let differences = figures.compactMap { figure in
      values[figure.province].map { (figure, other: $0, size: abs($0 - figure.value)) }
    }.filter { $0.size > Self.tolerance * max(1, abs($0.other)) }
    guard let largest = differences.max(by: { $0.size < $1.size }) else { return nil }
    let name = gazetteer.match(largest.0.province)?.nameVi ?? largest.0.province
    return Remark(
      .warning, year: year, indicator: indicator.code, place: "\(place)",
      "\(indicator.code) differs here from \(first.place) for \(differences.count) provinces, most for "
        + "\(name): \(Cell(largest.0.value)) against \(Cell(largest.other)); the latter is used")
  }

  private static let tolerance = 1e-5
}

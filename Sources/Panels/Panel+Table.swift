public import Tables

extension Panel {
  /// The panel as a tidy table, one figure a row.
  ///
  /// Columns: province, year, indicator, value, unit, source and comparable: whether the figure compares
  /// with that of the year before. Reading it again gives the same panel.
  public func table() -> Table {
    let names = Dictionary(uniqueKeysWithValues: provinces.map { ($0.key, $0.nameVi) })
    return Table(
      title: "figures", columns: Self.columnNames,
      rows: figures.map { figure in
        [
          .text(names[figure.province] ?? figure.province), Cell(figure.year),
          .text(figure.indicator), .number(figure.value),
          .text(indicator(figure.indicator)?.unit.rawValue ?? ""), .text(figure.source),
          .text(isComparable(figure) ? "yes" : "no"),
        ]
      })
  }

  /// Whether there is a figure of the year before, of the same question and the same territory.
  private func isComparable(_ figure: Figure) -> Bool {
    guard let indicator = indicator(figure.indicator),
      self[figure.province, figure.indicator, figure.year - 1] != nil,
      let province = provinces.first(where: { $0.key == figure.province })
    else { return false }
    return isComparable(indicator, of: province, withYearBefore: figure.year)
  }

  /// The panel as a table with one row per province and year, and one column per indicator.
  public func wideTable() -> Table {
    let codes = indicators.map(\.code).filter { !years(of: $0).isEmpty }
    return Table(
      title: "figures", columns: ["province", "year"] + codes,
      rows: years.flatMap { year in
        provinces.filter { $0.years.contains(year) }.map { province in
          [.text(province.nameVi), Cell(year)] + codes.map { Cell(self[province.key, $0, year]) }
        }
      })
  }

  /// Reads a tidy table, long or wide.
  ///
  /// - Throws: `TableError` or `PanelError`, naming file, line and column.
  public init(reading table: Table, gazetteer: Gazetteer, codebook: Codebook) throws {
    self = try TidyReader(gazetteer: gazetteer, codebook: codebook).panel(of: table)
  }

  private static let columnNames = [
    "province", "year", "indicator", "value", "unit", "source", "comparable",
  ]
}

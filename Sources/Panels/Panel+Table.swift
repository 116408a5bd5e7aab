public import Tables

extension Panel {
  /// The panel as a tidy table, one figure a row.
  ///
  /// Columns: province, year, indicator, value, unit, source. Reading it again gives the same panel.
  public func table() -> Table {
    let names = Dictionary(uniqueKeysWithValues: provinces.map { ($0.key, $0.nameVi) })
    return Table(
      title: "figures", columns: Self.columnNames,
      rows: figures.map { figure in
        [
          .text(names[figure.province] ?? figure.province), Cell(figure.year),
          .text(figure.indicator), .number(figure.value),
          .text(indicator(figure.indicator)?.unit.rawValue ?? ""), .text(figure.source),
        ]
      })
  }

  /// The panel as a table with one row per province and year, and one column per indicator.
  public func wideTable() -> Table {
    let codes = indicators.map(\.code).filter { !years(of: $0).isEmpty }
    return Table(
      title: "figures", columns: ["province", "year"] + codes,
      rows: years.flatMap { year in
        provinces.map { province in
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

  private static let columnNames = ["province", "year", "indicator", "value", "unit", "source"]
}

extension Indicator {
  /// Checks that a value is one the indicator can have.
  ///
  /// - Throws: `PanelError.outOfRange`.
  internal func check(_ value: Double, at location: @autoclosure () -> Location) throws {
    if let expected = objection(to: value) {
      throw PanelError.outOfRange(location(), value, expected)
    }
  }

  /// What the indicator's values must be, where a value is not so; else nil.
  internal func objection(to value: Double) -> String? {
    allowedValues.contains(value) ? nil : allowedInWords
  }

  private var allowedValues: ClosedRange<Double> {
    switch unit {
    case .share: 0...1
    case .mean: 1...5
    case .score: 1...10
    case .days: 0...(.greatestFiniteMagnitude)
    case .points: scale ?? 0...(.greatestFiniteMagnitude)
    }
  }

  private var allowedInWords: String {
    switch unit {
    case .share: "a share of firms lies between 0 and 1"
    case .mean: "a mean of answers lies between 1 and 5"
    case .score: "a score lies between 1 and 10"
    case .days: "a number of days is not negative"
    case .points:
      scale.map { "\(code) runs from \($0.lowerBound) to \($0.upperBound)" }
        ?? "points are not negative"
    }
  }
}

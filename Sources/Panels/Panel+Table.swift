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

  /// Reads a tidy table, one figure a row.
  ///
  /// - Throws: `TableError` or `PanelError`, naming file, line and column.
  public init(reading table: Table, gazetteer: Gazetteer, codebook: Codebook) throws {
    let records = try Records(table, required: Self.columnNames)
    // A name stands in hundreds of rows: each is looked up once.
    var keys: [String: String] = [:]
    let figures = try records.map { record -> Figure in
      let name = try record.text("province")
      if keys[name] == nil {
        guard let province = gazetteer.match(name) else {
          throw PanelError.unknownProvinceAt(
            record.location("province"), name, nearest: gazetteer.nearest(to: name))
        }
        keys[name] = province.key
      }
      guard let indicator = codebook[try record.text("indicator")] else {
        let codes = codebook.indicators.map(\.code).joined(separator: ", ")
        throw PanelError.badEntry(record.location("indicator"), "one of \(codes)")
      }
      let value = try record.number("value")
      try indicator.check(value, at: record.location("value"))
      guard try record.text("unit") == indicator.unit.rawValue else {
        throw PanelError.badEntry(
          record.location("unit"), "\(indicator.unit.rawValue), the unit of \(indicator.code)")
      }
      return Figure(
        province: keys[name] ?? name, year: try record.integer("year"), indicator: indicator.code,
        value: value, source: record.optionalText("source") ?? "")
    }
    do {
      try self.init(figures, gazetteer: gazetteer, codebook: codebook)
    } catch let error as PanelError {
      guard case .repeatedFigure = error else { throw error }
      // Only now is its line worth looking for.
      var seen: Set<String> = []
      let line = figures.firstIndex {
        !seen.insert("\($0.province) \($0.year) \($0.indicator)").inserted
      }
      throw line.map { PanelError.repeatedFigure("\(records[$0].location("value"))") } ?? error
    }
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

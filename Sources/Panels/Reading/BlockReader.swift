internal import Tables

/// Reads one block of a sheet.
struct BlockReader {
  let sheet: CorrectedSheet
  let layout: WorkbookLayout
  let year: Int
  let gazetteer: Gazetteer
  let codebook: Codebook

  private var table: Table { sheet.table }

  /// The columns of the block.
  ///
  /// - Throws: `PanelError`, naming file, sheet and cell.
  func block() throws -> Block {
    var columns: [Column] = []
    var remarks: [Remark] = []
    var provinces: [Int: [Province]] = [:]
    for column in layout.valueColumns(width: table.columnCount) {
      guard let heading = heading(of: column) else {
        if hasNumbers(column) {
          remarks.append(
            Remark(
              .warning, year: year, place: "\(location(layout.headingRow, column))",
              "a column of figures without a heading is left out"))
        }
        continue
      }
      let indicator = try indicator(headed: heading.text, at: heading.location)
      if let first = columns.first(where: { $0.indicator.code == indicator.code }) {
        throw PanelError.repeatedIndicator(
          heading.location, indicator.code, first: "\(first.place.reference)")
      }
      remarks += contradictions(above: column, to: indicator)
      let names = layout.provinceColumn(for: column)
      let known = try provinces[names] ?? self.provinces(in: names)
      provinces[names] = known
      columns.append(
        Column(
          indicator: indicator, place: heading.location,
          figures: try figures(of: indicator, in: column, provinces: known, remarks: &remarks)))
    }
    return Block(
      layout: layout, place: location(layout.headingRow, layout.firstValueColumn),
      columns: columns, remarks: remarks)
  }

  private var rows: Range<Int> { layout.firstRow..<layout.firstRow + layout.provinces }

  private func location(_ row: Int, _ column: Int) -> Location {
    table.location(row: row, column: column)
  }

  /// The heading of a column: in the row of headings or, where there is none, in the nearest row above.
  private func heading(of column: Int) -> (text: String, location: Location)? {
    for row in stride(from: layout.headingRow, through: 1, by: -1) {
      let cell = table[row, column]
      if !cell.isEmpty { return (cell.description, location(row, column)) }
    }
    return nil
  }

  private func hasNumbers(_ column: Int) -> Bool {
    rows.contains { table[$0, column].number != nil }
  }

  private func indicator(headed heading: String, at location: Location) throws -> Indicator {
    guard
      let indicator = codebook.indicator(
        heading: heading, subindex: layout.subindex, year: year)
    else { throw PanelError.unknownHeading(location, heading) }
    return indicator
  }

  /// Warnings on headings that have a scale the wrong way round.
  private func contradictions(above column: Int, to indicator: Indicator) -> [Remark] {
    (1...layout.headingRow).compactMap { row in
      if sheet.isWarned(row: row, column: column) { return nil }
      return indicator.contradiction(
        in: table[row, column].description, year: year, place: "\(location(row, column))")
    }
  }

  /// The provinces of a column of names, one a row; none twice, none missing.
  private func provinces(in column: Int) throws -> [Province] {
    var found: [Province] = []
    for row in rows {
      let cell = table[row, column]
      if cell.isEmpty { break }
      let province = try province(cell, at: location(row, column))
      guard !found.contains(province) else {
        throw PanelError.repeatedProvince(location(row, column), province.nameVi)
      }
      found.append(province)
    }
    let next = location(layout.firstRow + found.count, column)
    guard found.count == layout.provinces else {
      let all = gazetteer.provinces(in: year)
      let missing = all.filter { !found.contains($0) }.map(\.nameVi)
      throw layout.provinces == all.count
        ? PanelError.missingProvinces(place: "\(next)", missing)
        : PanelError.tooFewProvinces(place: "\(next)", found: found.count, of: layout.provinces)
    }
    if let surplus = gazetteer.match(table[next.row, column].description) {
      throw found.contains(surplus)
        ? PanelError.repeatedProvince(next, surplus.nameVi)
        : PanelError.surplusProvince(next, surplus.nameVi, expected: layout.provinces)
    }
    return found
  }

  private func province(_ cell: Cell, at location: Location) throws -> Province {
    let name = cell.description
    guard let province = gazetteer.match(name) else {
      throw PanelError.unknownProvinceAt(location, name, nearest: gazetteer.nearest(to: name))
    }
    guard province.years.contains(year) else {
      throw PanelError.provinceOfOtherYears(location, province.nameVi, year: year)
    }
    return province
  }

  private func figures(
    of indicator: Indicator, in column: Int, provinces: [Province], remarks: inout [Remark]
  ) throws -> [Figure] {
    var entries: [(row: Int, province: Province, value: Double)] = []
    for (row, province) in zip(rows, provinces) {
      let cell = table[row, column]
      let place = location(row, column)
      func remark(_ severity: Remark.Severity, _ message: String) -> Remark {
        Remark(
          severity, year: year, province: province.key, indicator: indicator.code,
          place: "\(place)", message)
      }
      guard let value = try number(in: cell, at: place) else {
        remarks.append(remark(.warning, "\(indicator.code) of \(province.nameVi) is empty"))
        continue
      }
      if cell.number == nil {
        remarks.append(remark(.note, "the number \(Quotation.of("\(cell)")) is stored as text"))
      }
      entries.append((row, province, value))
    }
    let divisor = divisor(for: entries.map(\.value), of: indicator)
    if divisor != 1 {
      remarks.append(
        Remark(
          .note, year: year, indicator: indicator.code,
          place: "\(location(layout.headingRow, column))",
          "percentages of 0 to 100 are read as shares of 0 to 1"))
    }
    return try entries.map { entry in
      let place = location(entry.row, column)
      let value = entry.value / divisor
      try indicator.check(value, at: place)
      return Figure(
        province: entry.province.key, year: year, indicator: indicator.code, value: value,
        source: "\(place.file)#\(place.sheet ?? "")!\(place.reference)"
          + (sheet.isCorrected(row: entry.row, column: column) ? " (corrected)" : ""))
    }
  }

  /// 100 for a column of shares written as percentages, else 1.
  ///
  /// A column is in per cent where most of what is not zero exceeds 1; one share above 1 among others below
  /// stays, and is refused.
  private func divisor(for values: [Double], of indicator: Indicator) -> Double {
    guard indicator.unit == .share else { return 1 }
    let counted = values.filter { $0 != 0 }
    return counted.count { $0 > 1 } * 2 > counted.count ? 100 : 1
  }

  /// The number in a cell, also one stored as text; nil where the cell is empty.
  private func number(in cell: Cell, at location: Location) throws(PanelError) -> Double? {
    guard !cell.isEmpty else { return nil }
    guard cell != .uncalculated else { throw .uncalculated(location) }
    guard let number = cell.number ?? Double(decimal: cell.description) else {
      throw .notANumber(location, cell.description)
    }
    return number
  }
}

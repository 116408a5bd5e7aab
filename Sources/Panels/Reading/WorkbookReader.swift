public import Tables

/// Reads the figures of published workbooks, by layout and codebook.
public struct WorkbookReader: Sendable {
  /// The provinces to look for; every one of them must be in a sheet.
  public let gazetteer: Gazetteer
  /// The indicators to look for.
  public let codebook: Codebook
  /// The layouts known.
  public let layouts: [WorkbookLayout]

  /// Prepares to read.
  public init(gazetteer: Gazetteer, codebook: Codebook, layouts: [WorkbookLayout]) {
    self.gazetteer = gazetteer
    self.codebook = codebook
    self.layouts = layouts
  }

  /// The year that a file's name tells: its only group of four digits from 1990 to 2099.
  ///
  /// - Throws: `PanelError.noYear`.
  public static func year(ofFile file: String) throws -> Int {
    let groups = file.split { !("0"..."9").contains($0) }.filter { $0.count == 4 }.compactMap {
      Int($0)
    }.filter { (1990...2099).contains($0) }
    guard groups.count == 1, let year = groups.first else {
      throw PanelError.noYear(file: file)
    }
    return year
  }

  /// Reads every sub-index that the layouts of a year describe.
  ///
  /// - Throws: `TableError` or `PanelError`, naming file, sheet and cell; then nothing was read.
  public func readings(of workbook: Workbook, year: Int) throws -> [Reading] {
    let known = layouts.filter { $0.years.contains(year) }
    guard !known.isEmpty else {
      let years = Set(layouts.map(\.years)).sorted { $0.lowerBound < $1.lowerBound }
      throw PanelError.noLayout(
        file: workbook.file, year: year,
        known: years.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", "))
    }
    return try known.map { layout in
      // A hidden sheet is a stale copy, whatever its name.
      let names = workbook.sheets.filter { $0.state == .visible }.map(\.name)
      guard let sheet = layout.sheets.first(where: { names.contains($0) }) else {
        let hidden = workbook.sheets.map(\.name).filter { !names.contains($0) }
        throw PanelError.noSheet(
          file: workbook.file, wanted: layout.sheets, found: names, hidden: hidden)
      }
      return try reading(of: try workbook.table(sheet: sheet), layout: layout, year: year)
    }
  }

  /// Reads one sheet.
  ///
  /// - Throws: `PanelError`, naming file, sheet and cell.
  public func reading(of table: Table, layout: WorkbookLayout, year: Int) throws -> Reading {
    let columns = try indicators(of: table, layout: layout, year: year)
    var figures: [Figure] = []
    var remarks: [Remark] = []
    var seen: Set<String> = []
    var row = layout.firstRow
    while case let name = table[row, layout.provinceColumn], !name.isEmpty {
      let province = try province(name, at: table.location(row: row, column: layout.provinceColumn))
      guard seen.insert(province.key).inserted else {
        throw PanelError.repeatedProvince(
          table.location(row: row, column: layout.provinceColumn), province.nameVi)
      }
      for (column, indicator) in columns {
        let location = table.location(row: row, column: column)
        let cell = table[row, column]
        guard let value = try number(in: cell, at: location) else {
          remarks.append(
            Remark(
              .warning, year: year, province: province.key, indicator: indicator.code,
              place: "\(location)", "\(indicator.code) of \(province.nameVi) is empty"))
          continue
        }
        if cell.number == nil {
          remarks.append(
            Remark(
              .note, year: year, province: province.key, indicator: indicator.code,
              place: "\(location)", "the number \"\(cell)\" is stored as text"))
        }
        try indicator.check(value, at: location)
        figures.append(
          Figure(
            province: province.key, year: year, indicator: indicator.code, value: value,
            source: "\(location.file)#\(location.sheet ?? "")!\(location.reference)"))
      }
      row += 1
    }
    let place = table.location(row: row, column: layout.provinceColumn)
    let missing = gazetteer.provinces.filter { !seen.contains($0.key) }
    guard missing.isEmpty else {
      throw PanelError.missingProvinces(place: "\(place)", missing.map(\.nameVi))
    }
    return Reading(
      file: place.file, sheet: place.sheet ?? "", year: year, subindex: layout.subindex,
      indicators: columns.map(\.indicator), figures: figures, isWhole: true,
      remarks: remarks)
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

  /// The columns of a sheet with the indicators they hold.
  private func indicators(
    of table: Table, layout: WorkbookLayout, year: Int
  ) throws -> [(column: Int, indicator: Indicator)] {
    var found: [(column: Int, indicator: Indicator)] = []
    for column in stride(from: layout.firstValueColumn, through: table.columnCount, by: 1) {
      let cell = table[layout.headingRow, column]
      if cell.isEmpty { continue }
      let location = table.location(row: layout.headingRow, column: column)
      let heading = cell.description
      guard
        let indicator = codebook.indicator(
          heading: heading, subindex: layout.subindex, year: year)
      else { throw PanelError.unknownHeading(location, heading) }
      guard !found.contains(where: { $0.indicator.code == indicator.code }) else {
        throw PanelError.repeatedIndicator(location, indicator.code)
      }
      found.append((column, indicator))
    }
    let missing = codebook.indicators(of: layout.subindex, in: year).map(\.code).filter { code in
      !found.contains { $0.indicator.code == code }
    }
    guard missing.isEmpty else {
      let place = table.location(row: layout.headingRow, column: layout.firstValueColumn)
      throw PanelError.missingIndicators(place: "\(place)", missing)
    }
    return found
  }

  private func province(_ cell: Cell, at location: Location) throws -> Province {
    let name = cell.description
    guard let province = gazetteer.match(name) else {
      throw PanelError.unknownProvinceAt(location, name, nearest: gazetteer.nearest(to: name))
    }
    return province
  }
}

public import Tables

/// Reads the figures of published workbooks, by layout, codebook and corrections.
public struct WorkbookReader: Sendable {
  /// The provinces to look for; every one of a year must be in a sheet.
  public let gazetteer: Gazetteer
  /// The indicators to look for.
  public let codebook: Codebook
  /// The layouts known.
  public let layouts: [WorkbookLayout]
  /// The faults of published files, and how to read them.
  public let corrections: [Correction]

  /// Prepares to read.
  public init(
    gazetteer: Gazetteer, codebook: Codebook, layouts: [WorkbookLayout],
    corrections: [Correction] = []
  ) {
    self.gazetteer = gazetteer
    self.codebook = codebook
    self.layouts = layouts
    self.corrections = corrections
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

  /// Reads every sub-index that the layouts of a year describe and the workbook has a sheet of.
  ///
  /// Sheets that are not there, hidden or not known are named by remarks.
  ///
  /// - Returns: one reading per sub-index, in the order of the layouts.
  /// - Throws: `TableError` or `PanelError`, naming file, sheet and cell; then nothing was read.
  public func readings(of workbook: Workbook, year: Int) throws -> [Reading] {
    let known = layouts.filter { $0.years.contains(year) }
    guard !known.isEmpty else {
      throw PanelError.noLayout(
        file: workbook.file, year: year, known: Set(layouts.flatMap(\.years)).sorted())
    }
    // A hidden sheet is a stale copy, whatever its name.
    let visible = workbook.sheets.filter { $0.state == .visible }.map(\.name)
    var sheets: [String: CorrectedSheet] = [:]
    var blocks: [Block] = []
    var missing: [WorkbookLayout] = []
    for layout in known {
      guard
        let name = layout.sheets.lazy.compactMap({ wanted in
          visible.first { $0.withSingleSpaces == wanted }
        }).first
      else {
        missing.append(layout)
        continue
      }
      let sheet =
        try sheets[name]
        ?? CorrectedSheet(workbook.table(sheet: name), year: year, corrections: corrections)
      sheets[name] = sheet
      blocks.append(try block(of: sheet, layout: layout, year: year))
    }
    guard !blocks.isEmpty else {
      throw PanelError.noSheet(
        file: workbook.file, wanted: missing.flatMap(\.sheets), found: visible,
        hidden: workbook.sheets.map(\.name).filter { !visible.contains($0) })
    }
    var remarks = missing.map { ($0.subindex, Self.warning(ofNoSheet: $0, workbook.file, year)) }
    for name in visible {
      guard let sheet = sheets[name] else { continue }
      remarks += self.remarks(on: sheet, of: blocks.filter { $0.place.sheet == name })
    }
    let first = blocks[0].layout.subindex
    remarks += try unread(of: workbook, apartFrom: Set(sheets.keys), year: year).map { (first, $0) }
    return try readings(of: blocks, year: year, file: workbook.file, remarks: remarks)
  }

  private static func warning(
    ofNoSheet layout: WorkbookLayout, _ file: String, _ year: Int
  ) -> Remark {
    let names = Quotation.list(layout.sheets, separator: " or ")
    return Remark(
      .warning, year: year, place: file, "no sheet \(names); \(layout.subindex) is not read")
  }

  /// Reads one sheet that holds a sub-index in a single block.
  ///
  /// - Throws: `PanelError`, naming file, sheet and cell.
  public func reading(of table: Table, layout: WorkbookLayout, year: Int) throws -> Reading {
    let sheet = CorrectedSheet(table, year: year, corrections: corrections)
    let block = try block(of: sheet, layout: layout, year: year)
    let file = table.location(row: 1, column: 1).file
    let readings = try readings(
      of: [block], year: year, file: file, remarks: remarks(on: sheet, of: [block]))
    return readings[0]
  }

  /// What was put right in a sheet, each with the indicator in whose column it lies, if in one.
  private func remarks(
    on sheet: CorrectedSheet, of blocks: [Block]
  ) -> [(subindex: String, remark: Remark)] {
    sheet.remarks.map { cells, remark in
      guard let indicator = blocks.lazy.compactMap({ $0.indicator(in: cells) }).first else {
        return (blocks[0].layout.subindex, remark)
      }
      return (blocks[0].layout.subindex, remark.about(indicator))
    }
  }

  private func block(of sheet: CorrectedSheet, layout: WorkbookLayout, year: Int) throws -> Block {
    try BlockReader(
      sheet: sheet, layout: layout, year: year, gazetteer: gazetteer, codebook: codebook
    ).block()
  }

  /// Puts blocks together, one reading per sub-index; what is there twice must agree.
  private func readings(
    of blocks: [Block], year: Int, file: String, remarks: [(subindex: String, remark: Remark)]
  ) throws -> [Reading] {
    var columns: [String: Column] = [:]
    var remarks =
      remarks + blocks.flatMap { block in block.remarks.map { (block.layout.subindex, $0) } }
    for (subindex, column) in blocks.flatMap({ block in
      block.columns.map { (block.layout.subindex, $0) }
    }) {
      if let first = columns[column.indicator.code] {
        if let difference = column.difference(from: first, year: year, gazetteer: gazetteer) {
          remarks.append((subindex, difference))
        }
      } else {
        columns[column.indicator.code] = column
      }
    }
    var seen: Set<String> = []
    let subindices = blocks.map(\.layout.subindex).filter { seen.insert($0).inserted }
    return try subindices.map { subindex in
      // What has no part in the index is not printed every year.
      let expected = codebook.indicators(of: subindex, in: year).filter {
        $0.kind != .context || columns[$0.code] != nil
      }
      let missing = expected.map(\.code).filter { columns[$0] == nil }
      let block = blocks.first { $0.layout.subindex == subindex }
      guard missing.isEmpty else {
        throw PanelError.missingIndicators(place: block.map { "\($0.place)" } ?? file, missing)
      }
      return Reading(
        file: file, sheet: block?.place.sheet ?? "", year: year, subindex: subindex,
        indicators: expected, figures: expected.flatMap { columns[$0.code]?.figures ?? [] },
        isWhole: true,
        remarks: remarks.filter { owner, remark in
          // A score in a summary belongs to its sub-index, where that is read; what is not read has
          // no reading of its own.
          let own = remark.indicator.flatMap { codebook[$0]?.subindex } ?? owner
          return ([own, owner].first(where: seen.contains) ?? subindices[0]) == subindex
        }.map(\.remark))
    }
  }

  /// Notes on the sheets that no layout of the year knows, or that are hidden.
  private func unread(
    of workbook: Workbook, apartFrom read: Set<String>, year: Int
  ) throws -> [Remark] {
    try workbook.sheets.compactMap { sheet in
      if read.contains(sheet.name) { return nil }
      let place = "\(workbook.file), sheet \(Quotation.of(sheet.name))"
      guard sheet.state == .visible else {
        return Remark(.note, year: year, place: place, "hidden, and not read")
      }
      let isBlank = try workbook.table(sheet: sheet.name).rows.allSatisfy {
        $0.allSatisfy(\.isEmpty)
      }
      return isBlank
        ? nil : Remark(.note, year: year, place: place, "in no layout of \(year), and not read")
    }
  }
}

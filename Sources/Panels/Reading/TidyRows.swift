internal import Tables

/// The rows of a table of one's own, read one by one.
struct TidyRows {
  private let table: Table
  private let reader: TidyReader
  private let columns: TableColumns
  private let grammar: NumberGrammar
  private let records: Records
  // A name stands in hundreds of rows: each is looked up once.
  private var provinces: [String: Province] = [:]
  private var indicators: [IndicatorName: Indicator] = [:]
  private(set) var remarks: [Remark] = []
  /// Where shares stand without a percent sign: of each indicator the first above 1, and all others.
  private var percentages: [String: Location] = [:]
  private var bareShares: [(indicator: String, location: Location, value: Double)] = []

  private struct IndicatorName: Hashable {
    let text: String
    let year: Int
  }

  init(_ table: Table, reader: TidyReader) throws {
    self.table = table
    self.reader = reader
    // Rows longer than the header and repeated names are refused here.
    records = try Records(table)
    columns = try TableColumns(
      of: table, told: reader.assumptions.columns, codebook: reader.codebook)
    if let missing = columns.missing(apartFrom: reader.assumptions) {
      throw PanelError.untold(
        table.location(row: 1, column: 1), missing,
        columns: columns.headings.filter { !$0.isEmpty })
    }
    grammar = try NumberGrammar(of: table)
  }

  /// Every figure, row by row.
  mutating func figures() throws -> [TypedFigure] {
    for (column, meaning) in columns.figures {
      if case .figures(let code) = meaning, let indicator = reader.codebook[code] {
        warn(of: columns.headings[column - 1], indicator, at: 1, column)
      }
    }
    let unnamed = columns.unnamed
    var figures: [TypedFigure] = []
    for record in records {
      let row = record.row
      // What stands there may be figures, which must not get lost without a word.
      if let column = unnamed.first(where: { !table[row, $0].isEmpty }) {
        throw PanelError.badEntry(
          location(row, column), "nothing here, since the column has no heading")
      }
      if let only = reader.assumptions.only, let year = try year(in: row), !only.contains(year) {
        continue
      }
      let province = try province(in: row)
      let year = try year(in: row)
      for (column, meaning) in columns.figures {
        let figure = try figure(of: province, year, as: meaning, row: row, column: column)
        if let figure { figures.append(figure) }
      }
    }
    try refuseMixedShares()
    return figures
  }

  /// The figure in a cell; nil where it is missing.
  private mutating func figure(
    of province: Province, _ rowYear: Int?, as meaning: ColumnMeaning, row: Int, column: Int
  ) throws -> TypedFigure? {
    let cell = table[row, column]
    let number = grammar.number(in: cell)
    if number == .missing { return nil }
    let year: Int
    if case .figuresOf(let own) = meaning { year = own } else { year = rowYear ?? 0 }
    let indicator = try indicator(of: meaning, year: year, row: row, column: column)
    guard province.years.contains(year) else {
      throw PanelError.provinceOfOtherYears(
        location(row, columns.province ?? column), province.nameVi, year: year)
    }
    try refuseDerived(in: row)
    let (value, scale) = try value(number, of: indicator, row: row, column: column)
    let location = location(row, column)
    try indicator.check(value, at: location)
    return TypedFigure(
      figure: Figure(
        province: province.key, year: year, indicator: indicator.code, value: value,
        source: columns.source.map { table[row, $0].description } ?? "\(location)"),
      // Points and counts are whole answers, quoted as they are: 30 is not 29.5 in fewer digits.
      resolution: indicator.unit.isExact ? 0 : cell.lastDigit / 2 / scale, location: location)
  }

  /// Refuses shares of 1 or less among others of their indicator that are percentages: 0.9 may then be 0.9 %
  /// or 90 %.
  private func refuseMixedShares() throws {
    for share in bareShares where share.value > 0 {
      guard let percentage = percentages[share.indicator] else { continue }
      throw PanelError.mixedShares(
        share.location, "\(Cell(share.value))", percentage: "\(percentage.reference)")
    }
  }

  /// Refuses what was exported on the units of 2025: those are nobody's published figures.
  private func refuseDerived(in row: Int) throws {
    guard let column = columns.source, table[row, column].description.hasPrefix("derived:") else {
      return
    }
    throw PanelError.badEntry(
      location(row, column), "a published figure, not one that --units 34 derived")
  }

  private func location(_ row: Int, _ column: Int?) -> Location {
    table.location(row: row, column: column ?? 1)
  }

  private mutating func province(in row: Int) throws -> Province {
    guard let column = columns.province else {
      // The reader was asked for with one, or there is a column.
      guard let province = reader.assumptions.province else {
        preconditionFailure("a table without provinces needs to be told of one")
      }
      return province
    }
    let name = table[row, column].description.withoutOuterSpaces
    guard !name.isEmpty else {
      throw TableError.emptyCell(location(row, column), column: columns.headings[column - 1])
    }
    if let province = provinces[name] { return province }
    guard let province = reader.gazetteer.match(name) else {
      throw PanelError.unknownProvinceAt(
        location(row, column), name, nearest: reader.gazetteer.nearest(to: name))
    }
    provinces[name] = province
    return province
  }

  private func year(in row: Int) throws -> Int? {
    guard let column = columns.year else { return reader.assumptions.year }
    let cell = table[row, column]
    let heading = columns.headings[column - 1]
    guard !cell.isEmpty else { throw TableError.emptyCell(location(row, column), column: heading) }
    guard let number = cell.number ?? Double(decimal: cell.description) else {
      throw TableError.notANumber(location(row, column), column: heading, text: cell.description)
    }
    guard let year = Int(exactly: number) else {
      throw TableError.notAnInteger(location(row, column), column: heading, text: cell.description)
    }
    guard (1900...2200).contains(year) else {
      throw PanelError.badEntry(location(row, column), "a year such as 2017, not \(cell)")
    }
    return year
  }

  private mutating func indicator(
    of meaning: ColumnMeaning, year: Int, row: Int, column: Int
  ) throws -> Indicator {
    if case .figures(let code) = meaning {
      guard let indicator = reader.codebook[code] else {
        throw PanelError.unknownIndicatorAt(
          location(1, column), code, nearest: reader.codebook.nearest(to: code))
      }
      return indicator
    }
    let written = columns.indicator.map { table[row, $0].description } ?? ""
    let key = IndicatorName(text: written, year: year)
    let indicator: Indicator
    if let known = indicators[key] {
      indicator = known
    } else {
      let name = written.withSingleSpaces
      guard let found = reader.codebook.indicator(named: name, year: year) else {
        throw PanelError.unknownIndicatorAt(
          location(row, columns.indicator), name, nearest: reader.codebook.nearest(to: name))
      }
      indicators[key] = found
      indicator = found
      warn(of: name, found, at: row, columns.indicator ?? column)
      if !found.years.contains(year) {
        remarks.append(
          Remark(
            .warning, year: year, indicator: found.code,
            place: "\(location(row, columns.indicator ?? column))",
            "\(found.code) is known of other years only (\(found.years.inWords))"))
      }
    }
    if let unit = columns.unit, let text = unitText(in: row),
      !indicator.unit.names.contains(text.lowercased())
    {
      throw PanelError.badEntry(
        location(row, unit), "\(indicator.unit.rawValue), the unit of \(indicator.code)")
    }
    return indicator
  }

  /// What the column of units says of a row.
  private func unitText(in row: Int) -> String? {
    guard let unit = columns.unit, !table[row, unit].isEmpty else { return nil }
    return table[row, unit].description.withSingleSpaces
  }

  /// Warns where a name has the scale the wrong way round, once.
  private mutating func warn(of name: String, _ indicator: Indicator, at row: Int, _ column: Int) {
    if let remark = indicator.contradiction(
      in: name, year: nil, place: "\(location(row, column))"), !remarks.contains(remark)
    {
      remarks.append(remark)
    }
  }

  /// The value of a cell in the indicator's unit, and what it was divided by.
  private mutating func value(
    _ number: CellNumber, of indicator: Indicator, row: Int, column: Int
  ) throws -> (Double, Double) {
    let location = location(row, column)
    var number = number
    if case .number(let value, isPercentage: false) = number, unitText(in: row) == "%" {
      number = .number(value, isPercentage: true)
    }
    switch number {
    case .missing, .notANumber:
      throw PanelError.notANumber(location, table[row, column].description.withoutOuterSpaces)
    case .number(let value, isPercentage: true):
      guard indicator.unit == .share else {
        throw PanelError.badEntry(
          location, "no percentage: \(indicator.code) is in \(indicator.unit.rawValue)")
      }
      return (value / 100, 100)
    case .number(let value, isPercentage: false):
      guard indicator.unit == .share, value > 1, value <= 100 else {
        if indicator.unit == .share {
          bareShares.append((indicator.code, location, value))
        }
        return (value, 1)
      }
      if percentages[indicator.code] == nil { percentages[indicator.code] = location }
      remarks.append(
        Remark(
          .note, indicator: indicator.code, place: "\(location)",
          "\(Cell(value)) is read as \(Cell(value)) %, since shares lie between 0 and 1"))
      return (value / 100, 100)
    }
  }
}

extension Cell {
  /// One unit of the last digit that a number is written with; of the shortest digits for a number cell.
  ///
  /// A number with an exponent is taken to be exact.
  fileprivate var lastDigit: Double {
    let digits = description.utf8
    guard !digits.contains(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) else {
      return 0
    }
    guard
      let mark = digits.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    else { return 1 }
    let decimals = digits[digits.index(after: mark)...].prefix { (0x30...0x39).contains($0) }.count
    return (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  }
}

/// A table with how it is shown in a workbook.
public struct TableSheet: Sendable {
  /// A chart of some columns of the table.
  public struct Chart: Sendable, Hashable {
    /// What is drawn.
    public let kind: SheetChart.Kind
    /// What stands above.
    public let title: String
    /// The column of the names along the axis.
    public let category: String
    /// The columns of what is drawn.
    public let values: [String]
    /// What each of them is called in the legend.
    public let labels: [String]
    /// How many rows, from the first below the header on, are drawn; nil for all.
    public let rows: Int?

    /// Describes a chart by the names of columns.
    ///
    /// Columns that the table does not have are left out, and without any, or without rows, there is no chart.
    /// Without labels columns are called by their names.
    ///
    /// - Precondition: there are as many labels as columns, or none.
    public init(
      _ kind: SheetChart.Kind, title: String, category: String, values: [String],
      labels: [String] = [], rows: Int? = nil
    ) {
      precondition(labels.isEmpty || labels.count == values.count, "every column has a label")
      self.kind = kind
      self.title = title
      self.category = category
      self.values = values
      self.labels = labels.isEmpty ? values : labels
      self.rows = rows
    }
  }

  /// The table.
  public let table: Table
  /// How the number of a cell is shown, by row and column counted from 1.
  public let digits: @Sendable (Int, Int) -> CellStyle.Digits
  /// What is drawn of it.
  public let charts: [Chart]

  /// Describes how a table is shown.
  ///
  /// - Parameters:
  ///   - table: the table, whose first row is the header.
  ///   - charts: what is drawn of it.
  ///   - digits: how the number of a cell is shown, by row and column counted from 1.
  public init(
    _ table: Table, charts: [Chart] = [],
    digits: @escaping @Sendable (Int, Int) -> CellStyle.Digits = { _, _ in .general }
  ) {
    self.table = table
    self.charts = charts
    self.digits = digits
  }
}

extension Spreadsheet {
  /// A workbook of tables: a sheet for each, then one of charts, one of notes and one of settings, as there are.
  ///
  /// - Throws: `TableError.unwritableCell` for a cell outside a sheet's limits.
  init(
    of tables: [TableSheet], settings: [(String, Cell)], words: SheetWords, path: String
  ) throws(TableError) {
    var names = SheetName()
    var sheets: [Worksheet] = []
    var charts: [SheetChart] = []
    for table in tables {
      let name = names.next(table.table.title ?? table.table.sheet ?? table.table.file)
      sheets.append(try Worksheet(of: table, name: name, path: path))
      charts += table.charts.compactMap { SheetChart($0, of: table.table, on: name) }
    }
    if !charts.isEmpty { sheets.append(Worksheet(of: charts, name: names.next(words.charts))) }
    let notes = tables.flatMap(\.table.notes).map { [Cell.text($0.text)] }
    if !notes.isEmpty {
      sheets.append(Worksheet(list: notes, name: names.next(words.notes), widths: [100]))
    }
    if !settings.isEmpty {
      sheets.append(
        Worksheet(
          list: [[.text(words.setting), .text(words.value)]]
            + settings.map { [.text($0.0), $0.1] },
          name: names.next(words.settings), widths: [24, 40], hasHeader: true))
    }
    self.init(title: tables.first?.table.title, sheets: sheets)
  }
}

extension Worksheet {
  /// Numbers of characters: a column narrower is hard to point at, one wider leaves no place for others.
  private static let widths = 6.0...60.0

  fileprivate init(of sheet: TableSheet, name: String, path: String) throws(TableError) {
    self.init(name: name)
    let rows = sheet.table.rows
    var widths: [Double?] = []
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell != .empty {
        guard row < SheetLimits.rows, column < SheetLimits.columns else {
          throw .unwritableCell(
            Location(file: path, sheet: name, row: row + 1, column: column + 1),
            reason: "a sheet ends at row 1,048,576 and column XFD")
        }
        let digits = row == 0 ? .general : sheet.digits(row + 1, column + 1)
        let style =
          row == 0 ? CellStyle(.header) : CellStyle(.plain, cell.number == nil ? .general : digits)
        set(cell, at: row + 1, column + 1, style)
        while widths.count <= column { widths.append(nil) }
        // The mark of the filter stands beside a heading.
        let width = digits.width(of: cell) + (row == 0 ? 4 : 2)
        widths[column] = min(
          max(widths[column] ?? 0, width, Self.widths.lowerBound), Self.widths.upperBound)
      }
    }
    columnWidths = widths
    guard let header = rows.first, !header.isEmpty else { return }
    frozen = (1, 0)
    let last = CellPlace(
      row: rows.count, column: min(max(sheet.table.columnCount, 1), SheetLimits.columns))
    filter = CellRange(CellPlace(row: 1, column: 1), to: last)
  }

  fileprivate init(list: [[Cell]], name: String, widths: [Double], hasHeader: Bool = false) {
    self.init(name: name)
    columnWidths = widths
    for (row, cells) in list.prefix(SheetLimits.rows).enumerated() {
      for (column, cell) in cells.enumerated() {
        set(
          cell, at: row + 1, column + 1,
          hasHeader && row == 0 ? CellStyle(.header) : CellStyle(.plain, isWrapped: true))
      }
    }
    if hasHeader { frozen = (1, 0) }
  }

  fileprivate init(of charts: [SheetChart], name: String) {
    self.init(name: name)
    var row = 1
    for chart in charts {
      draw(chart, at: CellPlace(row: row, column: 1))
      row += chart.rowsTaken + 2
    }
  }
}

extension SheetChart {
  fileprivate init?(_ chart: TableSheet.Chart, of table: Table, on sheet: String) {
    let header = table.header.map(\.description)
    let last = min(table.rowCount, 1 + (chart.rows ?? table.rowCount))
    guard let category = header.firstIndex(of: chart.category), last > 1 else { return nil }
    func column(_ index: Int) -> CellRange {
      CellRange(
        CellPlace(row: 2, column: index + 1), to: CellPlace(row: last, column: index + 1))
    }
    let series = zip(chart.values, chart.labels).compactMap { name, label in
      header.firstIndex(of: name).map { Series(name: label, values: column($0)) }
    }
    guard !series.isEmpty else { return nil }
    let numbers = series.flatMap { series in
      (2...last).compactMap { table[$0, series.values.first.column].number }
    }
    self.init(
      chart.kind, title: chart.title, sheet: sheet, categories: column(category), series: series,
      floor: chart.kind == .line ? Self.floor(of: numbers) : nil)
  }

  /// Where lines begin: at the whole number below them where zero is far, so that changes are seen.
  private static func floor(of numbers: [Double]) -> Double? {
    guard let least = numbers.min(), let most = numbers.max(), least > most / 2 else { return nil }
    return least.rounded(.down)
  }
}

extension CellStyle.Digits {
  /// How many characters a cell takes as it is shown.
  fileprivate func width(of cell: Cell) -> Double {
    guard case .number(let number) = cell, number.isFinite else {
      return Double(
        cell.description.split(separator: "\n").map(\.count).max() ?? 0)
    }
    let text =
      switch self {
      // A program shows eleven characters of a number where it may.
      case .general: String(cell.description.prefix(11))
      case .decimals(let count): NumberFormat.decimals(count).string(number)
      case .percentage(let count): NumberFormat.percentage(decimals: count).string(number)
      case .signed(let count): NumberFormat.decimals(count).string(number, isSigned: true)
      case .scientific: "-0.0E+00"
      }
    return Double(text.count)
  }
}

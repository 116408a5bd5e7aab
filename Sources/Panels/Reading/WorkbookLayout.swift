public import Tables

/// Where the workbooks of some years hold one sub-index.
public struct WorkbookLayout: Sendable, Hashable {
  /// The years of the workbooks described.
  public let years: ClosedRange<Int>
  /// The sub-index.
  public let subindex: String
  /// The names the sheet goes by.
  public let sheets: [String]
  /// The row of headings, or of variable codes where these are the steadier names.
  public let headingRow: Int
  /// The first row of provinces; the provinces end at the first row without a name.
  public let firstRow: Int
  /// The column of provinces.
  public let provinceColumn: Int
  /// The first column of figures.
  public let firstValueColumn: Int

  /// Reads the layouts of one generation of workbooks: a row per sub-index.
  ///
  /// Columns: subindex, sheets (separated by `|`), heading_row, first_row, province_column and
  /// first_value_column (letters, as in a spreadsheet). The file is named after its years.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public static func layouts(years: ClosedRange<Int>, reading table: Table) throws -> [Self] {
    try Records(
      table,
      required: [
        "subindex", "sheets", "heading_row", "first_row", "province_column", "first_value_column",
      ]
    ).map { record in
      Self(
        years: years, subindex: try record.text("subindex"),
        sheets: try record.text("sheets").split(separator: "|").map(String.init),
        headingRow: try record.row("heading_row"), firstRow: try record.row("first_row"),
        provinceColumn: try record.spreadsheetColumn("province_column"),
        firstValueColumn: try record.spreadsheetColumn("first_value_column"))
    }
  }
}

extension Record {
  fileprivate func row(_ column: String) throws -> Int {
    let row = try integer(column)
    guard row >= 1 else { throw PanelError.badEntry(location(column), "a row from 1 on") }
    return row
  }

  fileprivate func spreadsheetColumn(_ column: String) throws -> Int {
    guard let number = Location.column(named: try text(column)) else {
      throw PanelError.badEntry(location(column), "the letters of a column, such as B")
    }
    return number
  }
}

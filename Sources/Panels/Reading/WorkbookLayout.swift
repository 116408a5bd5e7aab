public import Tables

/// Where the workbooks of some years hold figures: one block of one sheet.
///
/// A sub-index may lie in several blocks, of several sheets. Where two blocks hold the same figures the
/// first one counts, and the other is held against it.
public struct WorkbookLayout: Sendable, Hashable {
  /// How a block is laid out.
  public enum Arrangement: String, Sendable, Hashable, CaseIterable {
    /// One column of provinces, and a column of figures for each indicator.
    case rows
    /// A column of provinces before every column of figures, each such pair sorted on its own.
    case pairs
  }

  /// The years of the workbooks described.
  public let years: ClosedRange<Int>
  /// The sub-index, or `pci` for a summary of all.
  public let subindex: String
  /// The names the sheet goes by.
  public let sheets: [String]
  /// The row of headings, or of variable codes where these are the steadier names.
  ///
  /// Where a column has nothing there, the nearest row above that has something counts.
  public let headingRow: Int
  /// The first row of provinces.
  public let firstRow: Int
  /// The number of provinces, one a row.
  public let provinces: Int
  /// How the block is laid out.
  public let arrangement: Arrangement
  /// The column of provinces; in pairs, the first one.
  public let provinceColumn: Int
  /// The first column of figures.
  public let firstValueColumn: Int
  /// The last column of figures; nil where they go to the edge of the sheet.
  public let lastValueColumn: Int?

  /// Reads the layouts of one generation of workbooks: a row per block.
  ///
  /// Columns: subindex, years (such as 2005 or 2013-2016; empty for all of the file's), sheets (separated
  /// by `|`), heading_row, first_row, provinces, arrangement, province_column, first_value_column and
  /// last_value_column (letters, as in a spreadsheet; the last may be empty). The file is named after
  /// its years.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public static func layouts(years: ClosedRange<Int>, reading table: Table) throws -> [Self] {
    try Records(
      table,
      required: [
        "subindex", "years", "sheets", "heading_row", "first_row", "provinces", "arrangement",
        "province_column", "first_value_column", "last_value_column",
      ]
    ).map { record in
      let layout = Self(
        years: try record.yearRange("years", within: years), subindex: try record.text("subindex"),
        sheets: try record.text("sheets").split(separator: "|").map {
          String($0).withSingleSpaces
        },
        headingRow: try record.positive("heading_row", "a row from 1 on"),
        firstRow: try record.positive("first_row", "a row from 1 on"),
        provinces: try record.positive("provinces", "the number of provinces"),
        arrangement: try record.choice("arrangement"),
        provinceColumn: try record.spreadsheetColumn("province_column"),
        firstValueColumn: try record.spreadsheetColumn("first_value_column"),
        lastValueColumn: record.optionalText("last_value_column") == nil
          ? nil : try record.spreadsheetColumn("last_value_column"))
      guard layout.headingRow < layout.firstRow else {
        throw PanelError.badEntry(record.location("first_row"), "a row below the headings")
      }
      guard layout.arrangement == .rows || layout.firstValueColumn == layout.provinceColumn + 1
      else {
        throw PanelError.badEntry(
          record.location("first_value_column"), "the column after the provinces, in pairs")
      }
      return layout
    }
  }

  /// The columns of figures in a sheet of a given width.
  func valueColumns(width: Int) -> StrideThrough<Int> {
    stride(
      from: firstValueColumn, through: min(lastValueColumn ?? width, width),
      by: arrangement == .rows ? 1 : 2)
  }

  /// The column of provinces that belongs to a column of figures.
  func provinceColumn(for column: Int) -> Int {
    arrangement == .rows ? provinceColumn : column - 1
  }
}

extension Record {
  fileprivate func positive(_ column: String, _ expected: String) throws -> Int {
    let number = try integer(column)
    guard number >= 1 else { throw PanelError.badEntry(location(column), expected) }
    return number
  }

  fileprivate func spreadsheetColumn(_ column: String) throws -> Int {
    guard let number = Location.column(named: try text(column)) else {
      throw PanelError.badEntry(location(column), "the letters of a column, such as B")
    }
    return number
  }

  fileprivate func yearRange(
    _ column: String, within all: ClosedRange<Int>
  ) throws -> ClosedRange<Int> {
    guard let text = optionalText(column) else { return all }
    let years = text.split(separator: "-").compactMap { Int($0) }
    guard let first = years.first, let last = years.last, first <= last,
      all.contains(first), all.contains(last)
    else {
      throw PanelError.badEntry(
        location(column), "a year or two from \(all.lowerBound) to \(all.upperBound), as 2013-2016")
    }
    return first...last
  }
}

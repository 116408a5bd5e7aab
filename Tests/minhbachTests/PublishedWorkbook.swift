import Panels
import Tables
import TestSupport

/// Workbooks such as the publisher makes them.
enum PublishedWorkbook {
  /// Writes the bundled figures of a year as a workbook of 2017–2019 has them, but for one cell.
  static func write(
    _ year: Int, to path: String, replacing cell: String = "", by content: Cell = .text("3..5")
  ) throws {
    let panel = try Bundled.panel()
    let codebook = try Bundled.codebook()
    let indicators = codebook.indicators(of: Bundled.subindex, in: year)
    var rows: [[Cell]] = [["Province"] + indicators.map { $0.headings.last ?? "" }].map {
      $0.map(Cell.text)
    }
    for province in panel.provinces {
      rows.append(
        [.text(province.nameEn)] + indicators.map { Cell(panel[province.key, $0.code, year]) })
    }
    // The picker and the summary rows below must be left out.
    rows.append(rows[0].map { _ in .empty })
    rows.append([.text("Hà Nội")] + indicators.map { _ in .number(1) })
    rows.append([.text("Median")] + indicators.map { _ in .number(1) })
    if let column = Location.column(named: String(cell.prefix { $0.isLetter })),
      let row = Int(cell.drop { $0.isLetter })
    {
      rows[row - 1][column - 1] = content
    }
    let header = rows[0].map(\.description)
    try XLSXWriter().write(
      [Table(title: "Transparency", columns: header, rows: Array(rows.dropFirst()))], to: path)
  }
}

import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite(
  .enabled(
    if: Bundled.hasWorkbooks,
    "the published workbooks are not here; name their folder in WORKBOOKS"))
struct PublishedXLSTests {
  /// Reference/published_xls.py says how the figures were got from xlrd, whose version they name.
  @Test func everyCellIsTheOneXlrdReads() throws {
    let known = try CSVReader().table(contentsOf: referenceFile("published_xls.csv"))
    #expect(known.rowCount == 8)
    for row in known.rows.dropFirst() {
      let file = try #require(row[0].text)
      let workbook = try Workbook(contentsOf: "\(Bundled.workbooks)/\(file)")
      var cells = 0
      var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
      for sheet in workbook.sheets {
        for (index, row) in try workbook.table(sheet: sheet.name).rows.enumerated() {
          for (column, cell) in row.enumerated() where cell != .empty {
            cells += 1
            let line = "\(sheet.name)\t\(index + 1)\t\(column + 1)\t\(written(cell))\n"
            for byte in line.utf8 { checksum = (checksum ^ UInt64(byte)) &* 0x0100_0000_01B3 }
          }
        }
      }
      let digits = String(checksum, radix: 16)
      #expect(
        [
          "\(workbook.sheets.count)", "\(cells)",
          String(repeating: "0", count: 16 - digits.count) + digits,
        ] == row[1...3].map(\.description), "\(file)")
      #expect(workbook.sheets.allSatisfy { $0.state == .visible })
    }
  }

  private func written(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): "t" + text
    case .number(let number): "n" + String(number.bitPattern, radix: 16)
    case .boolean(let value): value ? "b1" : "b0"
    case .error(let code): "e" + code
    }
  }
}

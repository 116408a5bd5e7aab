import Testing

@testable import Tables

@Suite struct TableTests {
  @Test func resultsHaveTheirColumnNamesInTheFirstRow() {
    let table = Table(
      title: "Scores", columns: ["province", "score"],
      rows: [[.text("Huế"), .number(61.5)], [.text("Cà Mau"), .empty]],
      notes: [Phrase(verbatim: "Two provinces.")])
    #expect(table.header == [.text("province"), .text("score")])
    #expect(table.rowCount == 3)
    #expect(table.columnCount == 2)
    #expect(table[2, 1] == .text("Huế"))
    #expect(table.notes.texts == ["Two provinces."])
    #expect(table.file == nil)
    #expect(table.location(row: 2, column: 2).description == "Scores, line 2, column 2")
  }

  @Test func cellsOutsideAreEmpty() {
    let table = Table(file: "a/x.csv", rows: [[.number(1)], [], [.number(2), .number(3)]])
    for (row, column) in [(0, 1), (1, 0), (1, 2), (2, 1), (4, 1), (-1, -1), (.max, .max)] {
      #expect(table[row, column] == .empty)
    }
    #expect(table[3, 2] == .number(3))
    #expect(table.columnCount == 2)
    #expect(table.file == "x.csv")
  }

  @Test func aTableWithoutRowsHasNoHeader() {
    let table = Table(file: nil, rows: [])
    #expect(table.header == [])
    #expect(table.rowCount == 0)
    #expect(table.columnCount == 0)
  }

  @Test func aSheetsPlaceIsItsCell() {
    let table = Table(file: "x.xlsx", sheet: "S", rows: [])
    #expect(table.location(row: 3, column: 2).description == "x.xlsx, sheet \"S\", cell B3")
  }

  @Test func aShortRowOfResultsTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(title: nil, columns: ["a", "b"], rows: [[.number(1)]])
    }
  }
}

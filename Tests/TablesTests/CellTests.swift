import Testing

@testable import Tables

@Suite struct CellTests {
  @Test func emptyIsNoContentOrWhiteSpaceOnly() {
    let empty: [Cell] = [.empty, .text(""), .text(" \t\n"), .text("\u{A0}")]
    let full: [Cell] = [.text("a"), .number(0), .boolean(false), .error("#N/A")]
    for cell in empty { #expect(cell.isEmpty) }
    for cell in full { #expect(!cell.isEmpty) }
  }

  @Test func onlyANumberIsANumber() {
    #expect(Cell.number(1.5).number == 1.5)
    #expect(Cell.text("1.5").number == nil)
    #expect(Cell.boolean(true).number == nil)
    #expect(Cell.text("x").text == "x")
    #expect(Cell.number(1).text == nil)
  }

  @Test func aMissingNumberIsEmpty() {
    #expect(Cell(nil as Double?) == .empty)
    #expect(Cell(Double.nan) == .empty)
    #expect(Cell(2.5) == .number(2.5))
    #expect(Cell(3) == .number(3))
    #expect(Cell("x") == .text("x"))
  }

  @Test(arguments: [
    (Cell.empty, ""), (.text("a, b"), "a, b"), (.number(3), "3"), (.number(-0.5), "-0.5"),
    (.number(.nan), ""), (.number(.infinity), "inf"), (.boolean(true), "TRUE"),
    (.boolean(false), "FALSE"), (.error("#N/A"), "#N/A"),
  ])
  func aCellIsDescribedAsInCSV(cell: Cell, text: String) {
    #expect(cell.description == text)
  }
}

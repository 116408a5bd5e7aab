import Indices
import Tables
import TestSupport
import Testing

@Suite struct IndicatorPanelTests {
  private func panel(
    _ text: String, columns: [String] = ["a"], _ layout: IndicatorPanel.Layout = .init()
  ) throws -> IndicatorPanel {
    try IndicatorPanel(
      reading: SmallIndex.table(csv: text, file: "data.csv"), columns: columns, layout: layout)
  }

  @Test func theFirstColumnNamesTheUnitAndOthersArePassedOver() throws {
    let panel = try panel("name,note,b,a\nX,odd,1,2.5\nY,,3,NA\n", columns: ["a", "b"])
    let table = try #require(panel.tables.first)
    #expect(panel.tables.count == 1)
    #expect(table.units == ["X", "Y"])
    #expect(table.codes == ["a", "b"])
    #expect(table[0, "a"] == 2.5 && table[1, "a"] == nil && table[1, "b"] == 3)
  }

  @Test func theUnitOfCOINrAndAColumnOfOnesOwnAreFound() throws {
    let text = "uName,uCode,a\nAustria,AUT,1\nBelgium,BEL,2\n"
    #expect(try panel(text).tables[0].units == ["AUT", "BEL"])
    #expect(try panel(text, .init(unit: "uName")).tables[0].units == ["Austria", "Belgium"])
  }

  @Test func timesGoByNumberAndEachHasItsTable() throws {
    let panel = try panel(
      "u,year,a,g\nX,2010,1,p\nX,999,2,q\nY,2010,3,\n", .init(time: "year", group: "g"))
    #expect(panel.tables.map(\.time) == ["999", "2010"])
    #expect(panel.tables.map(\.units) == [["X"], ["X", "Y"]])
    #expect(panel.tables.map(\.groups) == [["q"], ["p", ""]])
  }

  @Test func decimalCommasAndPercentagesAreRead() throws {
    let table = try panel("u;a\nX;2,5\nY;12,5%\n").tables[0]
    #expect(table[0, "a"] == 2.5 && table[1, "a"] == 0.125)
  }

  @Test func aHeadingAloneIsRefused() throws {
    let told = "data.csv, line 1, column 1: there is no unit below the headings"
    #expect(message { try panel("u,a\n") } == told)
    #expect(message { try panel("u,t,a\n", .init(time: "t")) } == told)
  }

  @Test(arguments: [
    ("u,a\nX,1\nY,much\n", #"data.csv, line 3, column "a": "much" is not a number"#),
    (
      "u,a\nX,1\nX,2\n",
      #"data.csv, line 3, column 1: "X" stands a second time, after line 2; "#
        + "where figures are of several years, name their column"
    ),
    ("u,b\nX,1\n", #"data.csv: there is no column "a"; the columns are "u", "b""#),
    ("u,a\n,1\n", #"data.csv, line 2, column "u": the cell is empty"#),
    ("u,a\nX,nan\n", #"data.csv, line 2, column "a": "nan" is not a number"#),
  ])
  func whatCannotBeReadIsTold(_ text: String, _ expected: String) {
    #expect(message { try panel(text) } == expected)
  }

  @Test func aUnitTwiceInOneYearIsTold() {
    let text = "u,y,a\nX,1,1\nX,2,1\nX,1,5\n"
    #expect(
      message { try panel(text, .init(time: "y")) }
        == #"data.csv, line 4, column 1: "X" stands a second time in 1, after line 2"#)
    #expect(
      message { try panel(text, .init(time: "z")) }
        == #"data.csv: there is no column "z"; the columns are "u", "y", "a""#)
  }

  @Test func aTableThatDoesNotFitTogetherTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = IndicatorTable(units: ["A"], codes: ["a"], columns: [[1, 2]])
    }
    await #expect(processExitsWith: .failure) {
      _ = IndicatorTable(units: ["A"], codes: ["a", "a"], columns: [[1], [2]])
    }
    await #expect(processExitsWith: .failure) {
      _ = IndicatorTable(units: ["A"], codes: ["a"], columns: [[.infinity]])
    }
  }
}

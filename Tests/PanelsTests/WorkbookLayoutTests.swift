import Panels
import TestSupport
import Testing

@Suite struct WorkbookLayoutTests {
  private static let header =
    "subindex,sheets,heading_row,first_row,province_column,first_value_column\n"

  private func layouts(_ rows: String) throws -> [WorkbookLayout] {
    try WorkbookLayout.layouts(
      years: 2013...2016, reading: table(csv: Self.header + rows, file: "2013-2016.csv"))
  }

  @Test func everyColumnIsRead() throws {
    let layouts = try layouts(
      "transparency,Transparency|Tính minh bạch,3,4,B,AA\nentry,Entry,1,2,a,b\n")
    #expect(layouts.map(\.subindex) == ["transparency", "entry"])
    #expect(layouts.map(\.years) == [2013...2016, 2013...2016])
    #expect(layouts[0].sheets == ["Transparency", "Tính minh bạch"])
    #expect(layouts[0].headingRow == 3 && layouts[0].firstRow == 4)
    #expect(layouts[0].provinceColumn == 2 && layouts[0].firstValueColumn == 27)
    #expect(layouts[1].provinceColumn == 1 && layouts[1].firstValueColumn == 2)
  }

  @Test func aTableWithoutRowsHasNoLayouts() throws {
    #expect(try layouts("").isEmpty)
  }

  @Test(arguments: [
    ("t,T,0,4,B,C\n", "2013-2016.csv, line 2, column 3: expected a row from 1 on"),
    ("t,T,3,-1,B,C\n", "2013-2016.csv, line 2, column 4: expected a row from 1 on"),
    (
      "t,T,three,4,B,C\n",
      "2013-2016.csv, line 2, column \"heading_row\": \"three\" is not a number"
    ),
    (
      "t,T,3,4,2,C\n",
      "2013-2016.csv, line 2, column 5: expected the letters of a column, such as B"
    ),
    (
      "t,T,3,4,B,C3\n",
      "2013-2016.csv, line 2, column 6: expected the letters of a column, such as B"
    ),
    ("t,,3,4,B,C\n", "2013-2016.csv, line 2, column \"sheets\": the cell is empty"),
  ])
  func mistakesAreNamedWithTheirPlace(_ rows: String, _ expected: String) {
    #expect(message { try layouts(rows) } == expected)
  }
}

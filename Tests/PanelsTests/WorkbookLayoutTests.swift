import Panels
import TestSupport
import Testing

@Suite struct WorkbookLayoutTests {
  private static let header =
    "subindex,years,sheets,heading_row,first_row,provinces,arrangement,province_column,"
    + "first_value_column,last_value_column\n"

  private func layouts(_ rows: String) throws -> [WorkbookLayout] {
    try WorkbookLayout.layouts(
      years: 2013...2016, reading: table(csv: Self.header + rows, file: "2013-2016.csv"))
  }

  @Test func everyColumnIsRead() throws {
    let layouts = try layouts(
      "transparency,,Transparency| Tính  minh bạch,3,4,63,rows,B,AA,\n"
        + "entry,2014-2015,Entry,1,2,64,pairs,a,b,z\nland,2016,Land,1,3,1,rows,A,B,B\n")
    #expect(layouts.map(\.subindex) == ["transparency", "entry", "land"])
    #expect(layouts.map(\.years) == [2013...2016, 2014...2015, 2016...2016])
    #expect(layouts[0].sheets == ["Transparency", "Tính minh bạch"])
    #expect(layouts[0].headingRow == 3 && layouts[0].firstRow == 4)
    #expect(layouts[0].provinceColumn == 2 && layouts[0].firstValueColumn == 27)
    #expect(layouts[0].arrangement == .rows && layouts[0].lastValueColumn == nil)
    #expect(layouts[1].provinceColumn == 1 && layouts[1].firstValueColumn == 2)
    #expect(layouts[1].arrangement == .pairs && layouts[1].lastValueColumn == 26)
    #expect(layouts.map(\.provinces) == [63, 64, 1])
  }

  @Test func aTableWithoutRowsHasNoLayouts() throws {
    #expect(try layouts("").isEmpty)
  }

  @Test(arguments: [
    ("t,,T,0,4,1,rows,B,C,\n", "column 4: expected a row from 1 on"),
    ("t,,T,3,-1,1,rows,B,C,\n", "column 5: expected a row from 1 on"),
    ("t,,T,3,3,1,rows,B,C,\n", "column 5: expected a row below the headings"),
    ("t,,T,three,4,1,rows,B,C,\n", "column \"heading_row\": \"three\" is not a number"),
    ("t,,T,3,4,0,rows,B,C,\n", "column 6: expected the number of provinces"),
    ("t,,T,3,4,1,columns,B,C,\n", "column 7: expected one of rows, pairs"),
    ("t,,T,3,4,1,rows,2,C,\n", "column 8: expected the letters of a column, such as B"),
    ("t,,T,3,4,1,rows,B,C3,\n", "column 9: expected the letters of a column, such as B"),
    ("t,,T,3,4,1,pairs,B,D,\n", "column 9: expected the column after the provinces, in pairs"),
    ("t,,T,3,4,1,rows,B,C,1\n", "column 10: expected the letters of a column, such as B"),
    ("t,,,3,4,1,rows,B,C,\n", "column \"sheets\": the cell is empty"),
    (
      "t,2017,T,3,4,1,rows,B,C,\n",
      "column 2: expected a year or two from 2013 to 2016, as 2013-2016"
    ),
    (
      "t,2015-2014,T,3,4,1,rows,B,C,\n",
      "column 2: expected a year or two from 2013 to 2016, as 2013-2016"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(_ rows: String, _ expected: String) {
    #expect(message { try layouts(rows) } == "2013-2016.csv, line 2, " + expected)
  }
}

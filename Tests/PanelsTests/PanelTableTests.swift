import Foundation
import Panels
import Tables
import TestSupport
import Testing

@Suite struct PanelTableTests {
  private func panel(_ text: String) throws -> Panel {
    try Panel(
      reading: table(csv: text, file: "data.csv"), gazetteer: Small.gazetteer(),
      codebook: Small.codebook())
  }

  @Test func aTidyTableReadAgainIsTheSamePanel() throws {
    for figures in [Small.figures, Array(Small.figures.prefix(1)), []] {
      let before = try Small.panel(figures)
      let table = before.table()
      let after = try Panel(
        reading: table, gazetteer: Small.gazetteer(), codebook: Small.codebook())
      #expect(after.figures == before.figures)
      #expect(after.years == before.years)
      #expect(after.table() == table)
    }
  }

  @Test func aTidyTableSurvivesCSVBitForBit() throws {
    let before = try Bundled.panel()
    let text = CSVWriter().string(before.table())
    let after = try Panel(
      reading: table(csv: text, file: "data.csv"), gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
    #expect(after.figures == before.figures)
  }

  @Test func aTidyTableHasOneRowPerFigure() throws {
    let table = try Small.panel().table()
    #expect(
      CSVWriter().string(table).split(separator: "\n").prefix(3) == [
        "province,year,indicator,value,unit,source,comparable",
        "Đắk Nông,2017,score,5.94,score,PCI_2017.xlsx#Transparency!B58,no",
        "Kon Tum,2017,score,6.33,score,PCI_2017.xlsx#Transparency!B40,no",
      ])
    #expect(table.rowCount == Small.figures.count + 1)
    // One definition, but Đắk Nông alone has figures of two years.
    let comparable = table.rows.filter { $0.last == .text("yes") }
    #expect(
      comparable.map { $0.prefix(3) } == [[.text("Đắk Nông"), .number(2018), .text("score")]])
  }

  @Test func aWideTableHasOneRowPerProvinceAndYear() throws {
    let table = try Small.panel().wideTable()
    #expect(
      CSVWriter().string(table) == """
        province,year,score,use,ease
        Đắk Nông,2017,5.94,0.1,
        Kon Tum,2017,6.33,,
        Thừa Thiên Huế,2017,6.5,0.3,
        Đắk Nông,2018,6.31,,
        Kon Tum,2018,,,
        Thừa Thiên Huế,2018,,,2.5

        """)
    #expect(CSVWriter().string(try Small.panel([]).wideTable()) == "province,year\n")
  }

  @Test func provincesAreReadInAnySpelling() throws {
    let decomposed = "Đắk Nông".decomposedStringWithCanonicalMapping
    let panel = try panel(
      """
      province,year,indicator,value,unit,source
      Tỉnh Đăk Nông,2017,use,0.25,share,
      \(decomposed),2018,use,0.5,share,x
      DAK NONG,2019,use,0.75,share,

      """)
    #expect([2017, 2018, 2019].map { panel["daknong", "use", $0] } == [0.25, 0.5, 0.75])
    #expect(panel.figures.map(\.source) == ["", "x", ""])
  }

  @Test(arguments: [
    (
      "Đắk Nôn,2017,use,0.5,share,",
      "data.csv, line 3, column 1: no province is called \"Đắk Nôn\" (nearest: Đắk Nông); a new "
        + "spelling goes into the column \"spellings\" of provinces.csv"
    ),
    (
      "Huế,2017,usage,0.5,share,",
      "data.csv, line 3, column 3: no indicator is called \"usage\"; did you mean use?"
    ),
    (
      "Huế,2017,use,101,share,",
      "data.csv, line 3, column 4: 101 cannot be: a share lies between 0 and 1"
    ),
    ("Huế,2017,use,\"0,5\",share,", "data.csv, line 3, column 4: \"0,5\" is not a number"),
    ("Huế,2017,use,nan,share,", "data.csv, line 3, column 4: \"nan\" is not a number"),
    ("Huế,year,use,0.5,share,", "data.csv, line 3, column \"year\": \"year\" is not a number"),
    ("Huế,2017,use,0.5,points,", "data.csv, line 3, column 5: expected share, the unit of use"),
    ("Kon tum,2017,use,0.25,share,b", "data.csv, line 3, column 4: the figure is given twice"),
    (",2017,use,0.5,share,", "data.csv, line 3, column \"province\": the cell is empty"),
  ])
  func mistakesAreNamedWithTheirLine(_ row: String, _ expected: String) {
    let text = "province,year,indicator,value,unit,source\nKon Tum,2017,use,0.5,share,a\n"
    #expect(message { try panel(text + row + "\n") } == expected)
  }

  @Test func aMissingColumnIsNamed() {
    #expect(
      message { try panel("province,year,indicator,unit\n") }
        == "data.csv: there is no column \"value\"; the columns are \"province\", \"year\", "
        + "\"indicator\", \"unit\"; head the figures \"value\", or each of their columns by its year"
    )
  }
}

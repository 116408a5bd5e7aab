import Panels
import Tables
import TestSupport
import Testing

@Suite struct TidyReaderTests {
  private func reader() throws -> TidyReader {
    TidyReader(gazetteer: try Bundled.gazetteer(), codebook: try Bundled.codebook())
  }

  private func panel(_ text: String) throws -> Panel {
    try reader().panel(of: table(csv: text, file: "mine.csv"))
  }

  @Test func longAndWideGiveTheSameFigures() throws {
    let long = try panel(
      """
      province,year,indicator,value
      Đắk Nông,2017,website_score,35
      Dak Nong,2017,website_use,0.765
      kontum,2018,website_score,31.5

      """)
    let wide = try panel(
      """
      year,province,website_score,website_use
      2017,ĐẮK NÔNG,35,76.5%
      2018,Kon Tum,31.5,..

      """)
    func values(_ panel: Panel) -> [String] {
      panel.figures.map { "\($0.province) \($0.year) \($0.indicator) \($0.value)" }
    }
    #expect(values(long) == values(wide))
    #expect(values(long).count == 3)
  }

  @Test func anExportReadsBackInEitherShape() throws {
    let bundled = try Bundled.panel()
    let long = try reader().panel(of: bundled.table())
    #expect(long.figures == bundled.figures)
    let wide = try reader().panel(of: bundled.wideTable())
    #expect(wide.figures.map(\.value) == bundled.figures.map(\.value))
  }

  @Test func decimalCommasAndPercentSignsAreRead() throws {
    let panel = try panel(
      """
      province;year;indicator;value
      Đắk Nông;2017;website_use;76,5 %
      Đắk Nông;2017;planning_documents;2,44
      Đắk Nông;2017;website_score;-
      Đắk Nông;2017;information_days;N/A

      """)
    // A hundredth of 76.5 is the nearest double to 0.765.
    #expect(panel["daknong", "website_use", 2017] == 0.765)
    #expect(panel["daknong", "planning_documents", 2017] == 2.44)
    #expect(panel.figures.count == 2)
  }

  @Test(arguments: [
    (
      "province,year,indicator,value\nĐắk Nôn,2017,bidding,0.5\n",
      "mine.csv, line 2, column 1: no province is called \"Đắk Nôn\" (nearest: Đắk Nông); a new "
        + "spelling goes into the column \"spellings\" of provinces.csv"
    ),
    (
      "province,year,indicator,value\nĐắk Nông,2017,bidding,176.5\n",
      "mine.csv, line 2, column 4: 176.5 cannot be: a share lies between 0 and 1"
    ),
    (
      "province,year,indicator,value\nĐắk Nông,2017,website_score,70%\n",
      "mine.csv, line 2, column 4: expected no percentage: website_score is in points"
    ),
    (
      "province,year,bidding\nĐắk Nông,2017,3..5\n",
      "mine.csv, line 2, column 3: \"3..5\" is not a number"
    ),
    (
      "province,year,bidding\nĐắk Nông,2017,0.5\nDak Nong,2017,0.6\n",
      "mine.csv, line 3, column 3: the figure is given twice"
    ),
    (
      "province,year\nĐắk Nông,17.5\n",
      "mine.csv, line 2, column \"year\": \"17.5\" is not a whole number"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, expected: String) {
    #expect(message { try panel(text) } == expected)
  }

  @Test func anUnknownColumnIsRefusedWithTheNearestCodesAndTheRemedy() {
    #expect(
      message { try panel("province,year,biding\nĐắk Nông,2017,0.5\n") }
        == "mine.csv, line 1, column 3: the column \"biding\" means nothing here "
        + "(nearest: bidding); tell it with --columns \"biding=MEANING\", or leave it out with --columns "
        + "\"biding=-\"")
  }

  @Test func readingsAreGroupedByYearAndNotWhole() throws {
    let readings = try reader().readings(
      of: table(
        csv: "province,year,bidding,website_score\nĐắk Nông,2018,0.5,30\nKon Tum,2017,,31\n",
        file: "mine.csv"))
    #expect(readings.map(\.year) == [2017, 2018])
    #expect(
      readings.map { $0.indicators.map(\.code) } == [
        ["website_score"], ["bidding", "website_score"],
      ])
    #expect(readings.allSatisfy { !$0.isWhole && $0.subindex == "transparency" })
    #expect(readings[0].figures[0].source == "mine.csv, line 3, column 4")
  }
}

import Panels
import Tables
import TestSupport
import Testing

/// Percentages without a sign, units in words, and provinces that became others.
@Suite struct SharesAndTerritoriesTests {
  private func figures(_ text: String) throws -> (figures: [TypedFigure], remarks: [Remark]) {
    try TidyReader(gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
      .figures(of: table(csv: text, file: "own.csv"))
  }

  @Test func aShareAmongPercentagesMustSayWhichItIs() {
    #expect(
      message {
        try figures("province,year,predictability\nHa Noi,2019,5.1\nHue,2019,0.9\n")
      }
        == "own.csv, line 3, column 3: 0.9 may be 0.9 % or a share, since C2 of the same indicator is a "
        + "percentage; write it with a percent sign")
    // The order does not matter.
    #expect(
      message { try figures("province,year,predictability\nHue,2019,1\nHa Noi,2019,5.1\n") }?
        .hasPrefix("own.csv, line 2, column 3: 1 may be 1 %") == true)
  }

  @Test func signsZerosAndOtherIndicatorsSettleIt() throws {
    let read = try figures(
      "province,year,predictability,website_use\nHa Noi,2019,5.1,0.9\nHue,2019,0.9%,1\n"
        + "Da Nang,2019,0,0.5\n")
    let values = read.figures.filter { $0.figure.indicator == "predictability" }.map(\.figure.value)
    // Hundredths of the numbers typed.
    #expect(values == [5.1 / 100, 0.9 / 100, 0])
  }

  @Test func aColumnOfUnitsMaySayPercent() throws {
    let read = try figures(
      "Tỉnh,Năm,Chỉ tiêu,Giá trị,Đơn vị\nHuế,2019,website_use,0.9,%\n"
        + "Huế,2019,website_score,30,Điểm\nHuế,2019,information_days,4,ngày\n")
    #expect(read.figures.map(\.figure.value) == [0.9 / 100, 30, 4])
    #expect(
      message {
        try figures("Tỉnh,Năm,Chỉ tiêu,Giá trị,Đơn vị\nHuế,2019,website_score,30,%\n")
      } == "own.csv, line 2, column 5: expected points, the unit of website_score")
  }

  @Test func aYearTheCodebookDoesNotKnowOfAnIndicatorIsRemarked() throws {
    let read = try figures(
      "province,year,indicator,value\nHuế,2019,budget_published,0.5\nHuế,2016,budget_published,0.4\n"
    )
    #expect(
      read.remarks.map(\.description) == [
        "own.csv, line 2, column 3: budget_published is known of other years only (2013–2016)"
      ])
  }

  @Test func aProvinceOf2024ThatIsNoMoreHasNoFiguresOf2025() {
    #expect(
      message { try figures("province,year,website_use\nHải Dương,2025,0.6\n") }
        == "own.csv, line 2, column 1: Hải Dương was not ranked in 2025")
    #expect(throws: Never.self) { try figures("province,year,website_use\nHải Phòng,2025,0.6\n") }
  }

  @Test func whatChangedItsTerritoryDoesNotCompare() throws {
    func comparable(_ province: String, _ indicator: String, _ year: Int) throws -> Cell? {
      try Bundled.history().table().rows.first {
        $0.prefix(3) == [.text(province), .number(Double(year)), .text(indicator)]
      }?.last
    }
    // Hà Nội took in Hà Tây in 2008; Bắc Kạn was first surveyed in 2006; questions of 2010 were new.
    #expect(try comparable("Hà Nội", "tax_negotiation", 2009) == .text("no"))
    #expect(try comparable("Đà Nẵng", "tax_negotiation", 2009) == .text("yes"))
    #expect(try comparable("Hà Nội", "tax_negotiation", 2010) == .text("yes"))
    #expect(try comparable("Đà Nẵng", "planning_documents", 2010) == .text("no"))
    #expect(try comparable("Bắc Kạn", "transparency", 2007) == .text("yes"))
    #expect(try comparable("Bắc Kạn", "transparency", 2006) == .text("no"))
  }
}

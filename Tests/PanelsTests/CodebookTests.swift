import Foundation
import Panels
import TestSupport
import Testing

@Suite struct CodebookTests {
  private static let header =
    "code,subindex,kind,name_vi,name_en,unit,direction,scale_minimum,scale_maximum,first_year,"
    + "last_year,breaks,headings\n"

  private func codebook(_ rows: String) throws -> Codebook {
    try Codebook(reading: table(csv: Self.header + rows, file: "codebook.csv"))
  }

  @Test func everyColumnIsRead() throws {
    let codebook = try codebook(
      "web,transparency,indicator,Trang web,Website,points,positive,0,50,2013,,2017 | 2021,"
        + " web_13 | Website  (0-50) \n"
        + "tax,transparency,subindex,Thuế,Tax,share,reversed,,,2007,2016,,g94\n")
    #expect(codebook.indicators.map(\.code) == ["web", "tax"])
    let web = try codebook.indicator("web")
    #expect(web.subindex == "transparency")
    #expect(web.nameVi == "Trang web" && web.nameEn == "Website")
    #expect(web.unit == .points && web.direction == .positive && !web.isScore)
    #expect(web.scale == 0...50)
    #expect(web.years == 2013...Int.max && web.breaks == [2017, 2021])
    #expect(web.isComparable(withYearBefore: 2014) && !web.isComparable(withYearBefore: 2017))
    #expect(!web.isComparable(withYearBefore: 2013))
    #expect(web.headings == ["web_13", "Website (0-50)"])
    let tax = try codebook.indicator("tax")
    #expect(tax.direction == .reversed && tax.direction.sign == -1)
    #expect(tax.scale == nil && tax.breaks.isEmpty && tax.isScore)
    #expect(tax.isComparable(withYearBefore: 2016) && !tax.isComparable(withYearBefore: 2017))
    #expect(tax.years == 2007...2016)
  }

  @Test func theBundledCodebookNamesAsManyIndicatorsAsEachYearHas() throws {
    let codebook = try Bundled.codebook()
    for (years, count) in [(2005...2005, 8), (2006...2008, 9), (2009...2012, 7)] {
      for year in years {
        let indicators = codebook.indicators(of: "transparency", in: year)
        #expect(indicators.count { $0.kind == .indicator } == count)
      }
    }
    for year in 2013...2016 {
      #expect(
        codebook.indicators(of: "transparency", in: year).count { $0.kind == .indicator } == 10)
    }
    for year in 2017...2019 {
      #expect(
        codebook.indicators(of: "transparency", in: year).count { $0.kind == .indicator } == 12)
    }
    #expect(codebook.indicators(of: "entry", in: 2017).isEmpty)
  }

  @Test func directionsAreThoseOfTheFiguresNotOfTheHeaders() throws {
    let codebook = try Bundled.codebook()
    #expect(try codebook.indicator("planning_documents").direction == .positive)
    #expect(try codebook.indicator("legal_documents").direction == .positive)
    let reversed = codebook.indicators(of: "transparency", in: 2017).filter {
      $0.direction == .reversed
    }
    #expect(
      reversed.map(\.code) == ["information_days", "relationship_needed", "tax_negotiation"])
  }

  @Test func headingsMatchWithoutOuterSpacesInEitherNormalForm() throws {
    let codebook = try codebook("a,s,indicator,a,a,share,positive,,,2017,2018,,Tính minh bạch\n")
    let heading = "Tính minh bạch"
    for form in [
      heading.precomposedStringWithCanonicalMapping, heading.decomposedStringWithCanonicalMapping,
      " \(heading)\n",
    ] {
      #expect(codebook.indicator(heading: form, subindex: "s", year: 2018)?.code == "a")
    }
    #expect(codebook.indicator(heading: "tính minh bạch", subindex: "s", year: 2018) == nil)
    #expect(codebook.indicator(heading: heading, subindex: "t", year: 2018) == nil)
    #expect(codebook.indicator(heading: heading, subindex: "s", year: 2019) == nil)
  }

  @Test func anUnknownCodeIsRefusedWithTheNearestCodes() throws {
    let codebook = try Small.codebook()
    #expect(codebook["usage"] == nil)
    #expect(
      message { try codebook.indicator("usage") }
        == "no indicator has the code \"usage\"; did you mean use?")
  }

  @Test(arguments: [
    (
      "a,s,indicator,a,a,share,positive,,,2017,,,h\na,s,indicator,b,b,share,positive,,,2017,,,i\n",
      "codebook.csv: two rows have the code \"a\""
    ),
    (
      "a,s,indicator,a,a,percent,positive,,,2017,,,h\n",
      "codebook.csv, line 2, column 6: expected one of share, mean, points, days, hours, "
        + "count, rate, ratio, money, factor, score, rank"
    ),
    (
      "a,s,indicator,a,a,share,up,,,2017,,,h\n",
      "codebook.csv, line 2, column 7: expected one of positive, reversed"
    ),
    (
      "a,s,indicator,a,a,points,positive,0,,2017,,,h\n",
      "codebook.csv, line 2, column 9: expected both ends of the scale, the lower one first, or none"
    ),
    (
      "a,s,indicator,a,a,points,positive,50,0,2017,,,h\n",
      "codebook.csv, line 2, column 9: expected both ends of the scale, the lower one first, or none"
    ),
    (
      "a,s,indicator,a,a,points,positive,0,fifty,2017,,,h\n",
      "codebook.csv, line 2, column \"scale_maximum\": \"fifty\" is not a number"
    ),
    (
      "a,s,indicator,a,a,share,positive,,,2017,2016,,h\n",
      "codebook.csv, line 2, column 11: expected a year from 2017 on"
    ),
    (
      "a,s,indicator,a,a,share,positive,,,,,,h\n",
      "codebook.csv, line 2, column \"first_year\": the cell is empty"
    ),
    (
      "a,s,indicator,a,a,share,positive,,,2017.5,,,h\n",
      "codebook.csv, line 2, column \"first_year\": \"2017.5\" is not a whole number"
    ),
    (
      "a,s,indicator,a,a,share,positive,,,2017,,soon,\n",
      "codebook.csv, line 2, column 12: expected years separated by |"
    ),
    (
      "a,s,question,a,a,share,positive,,,2017,,,\n",
      "codebook.csv, line 2, column 3: expected one of indicator, dimension, subindex, total, rank, "
        + "context"
    ),
    (
      "a,s,indicator,a,a,share,positive,,,2017,,,h,i\n",
      "codebook.csv, line 2: 14 cells for 13 columns; quote a cell that contains the separator"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(_ rows: String, _ expected: String) {
    #expect(message { try codebook(rows) } == expected)
  }

  @Test func aMissingColumnIsNamed() {
    #expect(
      message { try Codebook(reading: table(csv: "code,unit\n", file: "codebook.csv")) }
        == "codebook.csv: there is no column \"subindex\"; the columns are \"code\", \"unit\"")
  }

  @Test func anIndicatorWithoutACodeTraps() async {
    await #expect(processExitsWith: .failure) { _ = Small.indicator("", unit: .share) }
  }
}

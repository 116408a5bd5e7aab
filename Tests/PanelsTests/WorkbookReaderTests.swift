import Foundation
import Panels
import Tables
import TestSupport
import Testing

@Suite struct WorkbookReaderTests {
  @Test(arguments: 2013...2019)
  func everyFigureOfASheetIsReadWithItsPlace(_ year: Int) throws {
    let sheet = try PublishedSheet(year: year)
    let reading = try sheet.reading()
    #expect(reading.file == "PCI_\(year).xlsx" && reading.sheet == "Transparency")
    #expect(reading.year == year && reading.subindex == "transparency")
    #expect(reading.indicators == sheet.indicators)
    #expect(reading.remarks.isEmpty)
    let provinces = try Bundled.gazetteer().provinces(in: year)
    try #require(reading.figures.count == provinces.count * sheet.indicators.count)
    var figures = reading.figures.makeIterator()
    for (column, indicator) in sheet.indicators.enumerated() {
      for (row, province) in provinces.enumerated() {
        let letters = Location.columnName(sheet.layout.firstValueColumn + column)
        let expected = Figure(
          province: province.key, year: year, indicator: indicator.code,
          value: PublishedSheet.value(of: indicator, row: row, column: column),
          source: "PCI_\(year).xlsx#Transparency!\(letters)\(sheet.layout.firstRow + row)")
        #expect(figures.next() == expected)
      }
    }
    #expect(sheet.indicators.allSatisfy { reading.cells(of: $0) == 63 })
    #expect(sheet.indicators.allSatisfy { reading.problems(of: $0) == 0 })
  }

  @Test func everyHeadingOfTheCodebookIsRecognised() throws {
    for indicator in try Bundled.codebook().indicators
    where indicator.subindex == Bundled.subindex && indicator.years.overlaps(2013...2019) {
      for heading in indicator.headings {
        let year = max(indicator.years.lowerBound, 2013)
        var sheet = try PublishedSheet(year: year)
        let column = try #require(sheet.indicators.firstIndex(of: indicator))
        let row = sheet.layout.headingRow - 1
        sheet.rows[row][sheet.layout.firstValueColumn - 1 + column] = .text(" \(heading) ")
        #expect(try sheet.reading().indicators == sheet.indicators)
      }
    }
  }

  @Test func rowsAndColumnsMayStandInAnyOrder() throws {
    var random = SplitMix64(seed: 5)
    let sheet = try PublishedSheet(year: 2018)
    var shuffled = sheet
    let order = Array(sheet.rows[0].indices.dropFirst()).shuffled(using: &random)
    shuffled.rows = sheet.rows.map { row in [row[0]] + order.map { row[$0] } }
    shuffled.rows = [shuffled.rows[0]] + shuffled.rows.dropFirst().shuffled(using: &random)
    func values(_ sheet: PublishedSheet) throws -> [String: Double] {
      try sheet.reading().figures.reduce(into: [:]) {
        $0["\($1.province) \($1.indicator)"] = $1.value
      }
    }
    #expect(try values(shuffled) == values(sheet))
  }

  @Test func namesAreMatchedInDecomposedUnicode() throws {
    var sheet = try PublishedSheet(year: 2013)
    for row in sheet.layout.firstRow - 1..<sheet.rows.count {
      let name = sheet.rows[row][1].description
      sheet.rows[row][1] = .text(name.decomposedStringWithCanonicalMapping)
    }
    #expect(try sheet.reading().figures == PublishedSheet(year: 2013).reading().figures)
  }

  @Test func emptyCellsBecomeNotes() throws {
    var sheet = try PublishedSheet(year: 2017)
    sheet["C2"] = .empty
    sheet["C64"] = .text(" \u{A0}")
    sheet["E3"] = .text("")
    let reading = try sheet.reading()
    #expect(reading.figures.count == 63 * 13 - 3)
    #expect(
      reading.remarks.map(\.description) == [
        "PCI_2017.xlsx, sheet \"Transparency\", cell C2: planning_documents of Hà Nội is empty",
        "PCI_2017.xlsx, sheet \"Transparency\", cell C64: planning_documents of Cà Mau is empty",
        "PCI_2017.xlsx, sheet \"Transparency\", cell E3: budget_detail of Hà Giang is empty",
      ])
    let codebook = try Bundled.codebook()
    #expect(reading.problems(of: try codebook.indicator("planning_documents")) == 2)
    #expect(reading.cells(of: try codebook.indicator("planning_documents")) == 61)
    #expect(reading.problems(of: try codebook.indicator("budget_detail")) == 1)
    #expect(reading.problems(of: try codebook.indicator("bidding")) == 0)
  }

  @Test func numbersStoredAsTextAreReadWithANote() throws {
    var sheet = try PublishedSheet(year: 2017)
    sheet["F12"] = .text(" 0.25\u{A0}")
    sheet["H3"] = .text("1e1")
    let reading = try sheet.reading()
    #expect(reading.figures.count == 63 * 13)
    #expect(
      reading.remarks.map(\.description) == [
        "PCI_2017.xlsx, sheet \"Transparency\", cell F12: the number \" 0.25\u{A0}\" is stored as "
          + "text",
        "PCI_2017.xlsx, sheet \"Transparency\", cell H3: the number \"1e1\" is stored as text",
      ])
    let bidding = try Bundled.codebook().indicator("bidding")
    #expect(reading.problems(of: bidding) == 1 && reading.cells(of: bidding) == 63)
    let value = reading.figures.first { $0.source == "PCI_2017.xlsx#Transparency!F12" }?.value
    #expect(value == 0.25)
  }

  @Test func rowsAfterTheFirstBlankOneAreLeftOut() throws {
    var sheet = try PublishedSheet(year: 2019)
    let expected = try sheet.reading().figures
    sheet.rows.append([])
    sheet.rows.append([.text("Đắk Nông"), .number(99), .text("picker")])
    for name in ["Min", "Median", "Max"] { sheet.rows.append([.text(name), .error("#DIV/0!")]) }
    #expect(try sheet.reading().figures == expected)
    sheet.rows[64] = [.text("  "), .number(1)]
    #expect(try sheet.reading().figures == expected)
  }

  @Test func columnsWithoutAHeadingAreLeftOut() throws {
    var sheet = try PublishedSheet(year: 2017)
    let expected = try sheet.reading().figures
    for row in sheet.rows.indices { sheet.rows[row].append(row == 0 ? .text(" ") : .text("note")) }
    #expect(try sheet.reading().figures == expected)
  }

  @Test func aWorkbookIsReadSheetBySheet() throws {
    let folder = try TemporaryDirectory()
    let sheet = try PublishedSheet(year: 2014)
    let path = folder.file("PCI_2014.xlsx")
    try XLSXWriter().write(
      [
        Table(file: nil, sheet: "Summary", rows: [[.text("nothing")]]),
        Table(file: nil, sheet: "Tính minh bạch", rows: sheet.rows),
      ], to: path)
    let readings = try Bundled.reader().readings(of: Workbook(contentsOf: path), year: 2014)
    try #require(readings.count == 1)
    #expect(readings[0].sheet == "Tính minh bạch")
    let expected = try sheet.reading().figures
    #expect(readings[0].figures.map(\.value) == expected.map(\.value))
    #expect(readings[0].figures[0].source == "PCI_2014.xlsx#Tính minh bạch!C4")
  }

  @Test(arguments: [
    ("PCI_2017.xlsx", 2017), ("2018.xlsx", 2018), ("PCI2019_final_v2.xlsx", 2019),
    ("PCI-1234-2013.xlsx", 2013), ("pci 1990", 1990), ("2099", 2099),
  ])
  func aFileNameTellsItsYear(_ file: String, _ year: Int) throws {
    #expect(try WorkbookReader.year(ofFile: file) == year)
  }
}

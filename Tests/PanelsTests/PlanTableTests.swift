import Panels
import Tables
import TestSupport
import Testing

/// Tables as plans of provinces have them: a row per indicator, a column per year.
@Suite struct PlanTableTests {
  /// Read once: the codebook has hundreds of rows.
  private static let tables = Result { (try Bundled.gazetteer(), try Bundled.codebook()) }

  private func read(
    _ text: String, columns: [String: ColumnMeaning] = [:], province: String? = "Đắk Nông",
    year: Int? = nil
  ) throws -> (figures: [TypedFigure], remarks: [Remark]) {
    let (gazetteer, codebook) = try Self.tables.get()
    let reader = TidyReader(
      gazetteer: gazetteer, codebook: codebook,
      assumptions: TidyReader.Assumptions(
        columns: columns, province: try province.map(gazetteer.province(named:)), year: year))
    return try reader.figures(of: table(csv: text, file: "plan.csv"))
  }

  private func values(_ read: (figures: [TypedFigure], remarks: [Remark])) -> [String] {
    read.figures.map(\.figure).map { "\($0.province) \($0.indicator) \($0.year) \($0.value)" }
  }

  @Test func yearsAreHeadedWithOrWithoutTheWord() throws {
    for heading in ["Năm 2016,Năm 2017", "2016,2017", "năm  2016,NĂM 2017", "\"Năm\n2016\",2017"] {
      let read = try read("Chỉ tiêu,\(heading)\nwebsite_score,29.5,35\nwebsite_use,,76%\n")
      #expect(
        values(read) == [
          "daknong website_score 2016 29.5", "daknong website_score 2017 35.0",
          "daknong website_use 2017 0.76",
        ])
      #expect(read.remarks.isEmpty)
    }
  }

  @Test(arguments: [
    "Dự liệu được việc thực thi của tỉnh đối với QĐPL của TW (% chắc chắn)",
    "dự liệu được việc thực thi của tỉnh đối với QĐPL của TW", "predictability",
    "Implementation of law predictable", "Implementation  of law\npredictable (%) (2017)",
    "Implementation of central laws at prov. level is predictable (% Usually or Always)",
  ])
  func namesAreFoundWithoutWhatStandsInBrackets(name: String) throws {
    let read = try read("Chỉ tiêu,2017\n\"\(name)\",6%\n")
    #expect(values(read) == ["daknong predictability 2017 0.06"])
  }

  @Test(arguments: [
    "'Thỏa thuận'", "‘Thỏa thuận’", "“Thỏa thuận”", "\"\"Thỏa thuận\"\"", "´Thỏa thuận`",
  ])
  func quotationMarksOfANameDoNotMatter(word: String) throws {
    let read = try read(
      "Chỉ tiêu,2017\n\"\(word) khoản thuế phải nộp với CB thuế là công việc quan trọng\",60%\n")
    #expect(values(read) == ["daknong tax_negotiation 2017 0.6"])
  }

  @Test(arguments: [
    "Tỉnh", "Tỉnh, thành phố", "Tỉnh/Thành phố", "tỉnh thành", "province", "Province",
  ])
  func aColumnOfProvincesGoesByItsUsualHeadings(heading: String) throws {
    let read = try read(
      "\"\(heading)\",Năm,Các tiêu chí,Giá trị,Đơn vị tính,Nguồn,STT\n"
        + "Kon Tum,2017,website_score,33,points,a letter,1\n", province: nil)
    #expect(values(read) == ["kontum website_score 2017 33.0"])
    #expect(read.figures[0].figure.source == "a letter")
    #expect(read.figures[0].place == "plan.csv, line 2, column 4")
  }

  @Test func whatTheTableDoesNotSayMayBeTold() throws {
    let told: [String: ColumnMeaning] = [
      "Kết quả": ColumnMeaning("2017"), "Tên": ColumnMeaning("indicator"),
      "Mục  tiêu": ColumnMeaning("-"),
    ]
    let read = try read("Tên,Kết quả,Mục tiêu\nwebsite_score,33,high\n", columns: told)
    #expect(values(read) == ["daknong website_score 2017 33.0"])
    let wide = try self.read(
      "Trang web,Ghi chú\n33,none\n", columns: ["Trang web": ColumnMeaning("website_score")],
      year: 2018)
    #expect(values(wide) == ["daknong website_score 2018 33.0"])
  }

  @Test(arguments: [
    ("province", ColumnMeaning.province), ("year", .year), ("indicator", .indicator),
    ("value", .value), ("unit", .unit), ("source", .source), ("-", .ignored),
    ("2017", .figuresOf(year: 2017)), ("1990", .figuresOf(year: 1990)),
    ("2099", .figuresOf(year: 2099)), ("1989", .figures("1989")), ("2100", .figures("2100")),
    ("+201", .figures("+201")), ("website_score", .figures("website_score")),
  ])
  func aWordOfOursTellsTheMeaningOfAColumn(word: String, meaning: ColumnMeaning) {
    #expect(ColumnMeaning(word) == meaning)
  }

  @Test func whatIsToldGoesBeforeWhatAHeadingSays() throws {
    let read = try read(
      "Chỉ tiêu,2017,2018\nwebsite_score,33,34\n",
      columns: ["2017": ColumnMeaning("-"), "2018": ColumnMeaning("2019")])
    #expect(values(read) == ["daknong website_score 2019 34.0"])
  }

  @Test func percentagesAreReadInWhateverWayTheyAreTyped() throws {
    let read = try read("Chỉ tiêu,2016,2017\nwebsite_use,79.25,76%\nbidding,,0.33\n")
    #expect(
      values(read) == [
        "daknong website_use 2016 0.7925", "daknong website_use 2017 0.76",
        "daknong bidding 2017 0.33",
      ])
    #expect(
      read.remarks.map { "\($0.severity.rawValue): \($0)" } == [
        "note: plan.csv, line 2, column 2: 79.25 is read as 79.25 %, since shares lie between 0 and 1"
      ])
    #expect(read.remarks.map(\.indicator) == ["website_use"])
  }

  @Test func aLabelThatTurnsTheScaleRoundIsWarnedOfOnce() throws {
    let label = "Tiếp cận tài liệu quy hoạch (1=Rất dễ; 5=Không thể)"
    let read = try read("Chỉ tiêu,2016,2017\n\(label),2.38,2.44\n")
    #expect(values(read).count == 2)
    #expect(
      read.remarks.map { "\($0.severity.rawValue): \($0)" } == [
        "warning: plan.csv, line 2, column 1: \"\(label)\" contradicts the codebook: higher is better, "
          + "as the published scores show"
      ])
    let heading = try self.read(
      "STT,\"\(label)\"\n1,2.38\n", columns: [label: ColumnMeaning("planning_documents")],
      year: 2016)
    #expect(
      heading.remarks.map(\.description) == [
        "plan.csv, line 1, column 2: \"\(label)\" contradicts the codebook: higher is better, as the "
          + "published scores show"
      ])
  }

  // MARK: How exactly a figure was typed

  @Test(arguments: [
    // 77 % stands for 76.5 % to 77.5 %, the edges counted; 77.0 % for a tenth of that.
    ("77%", 0.765, true), ("77%", 0.775, true), ("77%", 0.7649, false), ("77%", 0.7751, false),
    ("77.0%", 0.7705, true), ("77.0%", 0.7706, false), ("77.0 %", 0.7695, true),
    ("0.77", 0.775, true), ("0.77", 0.7751, false), ("79.25", 0.79255, true),
    ("79.25", 0.7926, false),
    // A number with an exponent was not typed.
    ("7.7e-1", 0.77, true), ("7.7e-1", 0.771, false),
    // Published figures are 32-bit numbers.
    ("7.7e-1", 0.7700005, true), ("7.7e-1", 0.770001, false),
  ])
  func aFigureAgreesWithAnyThatRoundsToIt(typed: String, value: Double, agrees: Bool) throws {
    let figure = try #require(try read("Chỉ tiêu,2017\nwebsite_use,\(typed)\n").figures.first)
    #expect(figure.agrees(with: value) == agrees)
  }

  @Test(arguments: [("2,44", 2.435, true), ("2,44", 2.4451, false), ("2,4", 2.449, true)])
  func decimalCommasTellTheirDigitsToo(typed: String, value: Double, agrees: Bool) throws {
    let figure = try #require(
      try read("Chỉ tiêu;2017\nplanning_documents;\(typed)\n").figures.first)
    #expect(figure.agrees(with: value) == agrees)
  }

  @Test(arguments: [("30", 30.0, true), ("30", 29.5, false), ("29.5", 29.5, true)])
  func pointsAreQuotedExactly(typed: String, value: Double, agrees: Bool) throws {
    let figure = try #require(try read("Chỉ tiêu,2016\nwebsite_score,\(typed)\n").figures.first)
    #expect(figure.agrees(with: value) == agrees && figure.resolution == 0)
  }

  @Test func aDayIsTypedRounded() throws {
    let figure = try #require(try read("Chỉ tiêu,2017\ninformation_days,4\n").figures.first)
    #expect(figure.agrees(with: 4.5) && figure.agrees(with: 3.5) && !figure.agrees(with: 4.51))
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      "Chỉ tiêu,2017\nwebsite_usage,0.5\n",
      "line 2, column 1: no indicator is called \"website_usage\"; did you mean website_use or website_score?"
    ),
    (
      "Chỉ tiêu,2017\nTiếp cận tài liệu quy hoch,0.5\n",
      "line 2, column 1: no indicator is called \"Tiếp cận tài liệu quy hoch\"; did you mean "
        + "planning_documents or planning_documents_2009?"
    ),
    (
      // Too far from any.
      "Chỉ tiêu,2017\nWeather,0.5\n",
      "line 2, column 1: no indicator is called \"Weather\"; codes and names are those "
        + "of codebook.csv"
    ),
    (
      "Chỉ tiêu,2017\n,0.5\n",
      "line 2, column 1: no indicator is called \"\"; codes and names are those of "
        + "codebook.csv"
    ),
    (
      // Of 2017 on: the plan's year decides.
      "Chỉ tiêu,2016\nTransparency in bidding,0.5\n",
      "line 2, column 1: no indicator is called \"Transparency in bidding\"; did you mean bidding?"
    ),
    (
      "Chỉ tiêu,Năm 2017,2017\nwebsite_use,0.5,0.6\n",
      "line 1, column 3: the column \"2017\" occurs a second time, after column 2; give every column its "
        + "own name"
    ),
    (
      "Chỉ tiêu\nwebsite_use\n",
      "there is no column \"value\"; the columns are \"Chỉ tiêu\"; head the figures \"value\", "
        + "or each of their columns by its year"
    ),
    (
      "Chỉ tiêu,Giá trị\nwebsite_use,0.5\n",
      "there is no column \"year\"; the columns are \"Chỉ tiêu\", \"Giá trị\"; head it \"year\" or \"Năm\", "
        + "or tell the year with --year"
    ),
    (
      "Năm,Giá trị\n2017,0.5\n",
      "there is no column \"indicator\"; the columns are \"Năm\", \"Giá trị\"; head it \"indicator\" "
        + "or \"Chỉ tiêu\", or head each column of figures by an indicator's code"
    ),
    (
      "2017,STT\n0.5,1\n",
      "there is no column \"indicator\"; the columns are \"2017\", \"STT\"; head it \"indicator\" "
        + "or \"Chỉ tiêu\", or head each column of figures by an indicator's code"
    ),
    (
      // One column has its year, the other none.
      "Chỉ tiêu,2017,Giá trị\nwebsite_use,0.5,0.6\n",
      "there is no column \"year\"; the columns are \"Chỉ tiêu\", \"2017\", \"Giá trị\"; head it \"year\" or \"Năm\", "
        + "or tell the year with --year"
    ),
    (
      "Chỉ tiêu,2017,website_score\nwebsite_use,0.5,33\n",
      "there is no column \"year\"; the columns are \"Chỉ tiêu\", \"2017\", \"website_score\"; head it \"year\" or \"Năm\", "
        + "or tell the year with --year"
    ),
    (
      "Chỉ tiêu,Năm,Giá trị,Đơn vị\nwebsite_use,2017,0.5,points\n",
      "line 2, column 4: expected share, the unit of website_use"
    ),
    (
      "Chỉ tiêu,Năm,Giá trị\nwebsite_use,17,0.5\n",
      "line 2, column 2: expected a year such as 2017, not 17"
    ),
    ("Chỉ tiêu,2017\nwebsite_use,about half\n", "line 2, column 2: \"about half\" is not a number"),
    (
      "Chỉ tiêu,2017\nwebsite_use,101\n",
      "line 2, column 2: 101 cannot be: a share lies between 0 and 1"
    ),
    (
      "Chỉ tiêu,2017\nwebsite_use,101%\n",
      "line 2, column 2: 1.01 cannot be: a share lies between 0 and 1"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, expected: String) {
    let complaint = message { try read(text) } ?? "none"
    #expect(
      complaint.hasPrefix("plan.csv") && complaint.hasSuffix(expected), "\(complaint)")
  }

  @Test func aColumnThatMeansNothingNamesTheRemedy() {
    #expect(
      message { try read("Chỉ tiêu,Kết quả\nwebsite_use,0.5\n") }
        == "plan.csv, line 1, column 2: the column \"Kết quả\" means nothing here; tell it with --columns "
        + "\"Kết quả=MEANING\", or leave it out with --columns \"Kết quả=-\"")
  }

  /// Indicators of two generations go by these words: without a year none is meant.
  @Test func aNameOfTwoIndicatorsIsTakenOnlyWithItsYear() throws {
    let name = "Tiếp cận tài liệu kế hoạch"
    #expect(
      try values(read("Chỉ tiêu,2010\n\(name),2.5\n")) == ["daknong planning_documents 2010 2.5"])
    #expect(
      try values(read("Chỉ tiêu,2009\n\(name),2.5\n")) == [
        "daknong planning_documents_2009 2009 2.5"
      ])
    #expect(
      message { try read("\(name)\n2.5\n", year: 2010) }?
        .hasPrefix(
          "plan.csv, line 1, column 1: the column \"\(name)\" means nothing here (nearest: ")
        == true)
  }

  @Test func withoutAProvinceThereIsNone() {
    #expect(
      message { try read("Chỉ tiêu,2017\nwebsite_use,0.5\n", province: nil) }
        == "plan.csv: there is no column \"province\"; the columns are \"Chỉ tiêu\", \"2017\"; head it \"province\" or \"Tỉnh\", or name the "
        + "province with --province")
  }

  @Test func aToldColumnMustBeThere() {
    #expect(
      message { try read("Chỉ tiêu,2017\nbidding,0.5\n", columns: ["Kết quả": ColumnMeaning("-")]) }
        == "plan.csv: there is no column \"Kết quả\"; the columns are \"Chỉ tiêu\", \"2017\"")
  }

  @Test func aProvinceThatWasNotRankedInTheYearIsRefused() {
    #expect(
      message { try read("Chỉ tiêu,2017\nbidding,0.5\n", province: "Hà Tây") }
        == "plan.csv, line 2, column 2: Hà Tây was not ranked in 2017")
    #expect(
      message { try read("Tỉnh,Chỉ tiêu,2017\nHà Tây,bidding,0.5\n", province: nil) }
        == "plan.csv, line 2, column 1: Hà Tây was not ranked in 2017")
  }

  @Test(arguments: [
    ("Chỉ tiêu,Năm 2017\n", true), ("province,year,bidding\n", true),
    ("Tỉnh,2017\n", true), ("province,bidding\n", false), ("year,bidding\n", false),
    ("Province,Transparency\n", false), ("\n", false),
  ])
  func aTableOfOnesOwnIsKnownByItsHeader(text: String, isKnown: Bool) throws {
    #expect(try TidyReader.canRead(table(csv: text, file: "plan.csv")) == isKnown)
  }
}

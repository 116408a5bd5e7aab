import Panels
import TestSupport
import Testing

/// What a panel says of itself: gaps, copies, breaks, and differences from what somebody typed.
@Suite struct PanelChecksTests {
  private static let provinces =
    (1...20).map {
      Province(key: "p\($0)", nameVi: "Tỉnh \($0)", nameEn: "P\($0)")
    } + [Province(key: "old", nameVi: "Hà Tây", nameEn: "Ha Tay", years: 2005...2016)]

  private static func codebook() throws -> Codebook {
    func indicator(
      _ code: String, kind: Indicator.Kind = .indicator, of subindex: String = "openness",
      unit: IndicatorUnit = .share, years: ClosedRange<Int> = 2016...2019, breaks: [Int] = []
    ) -> Indicator {
      Indicator(
        code: code, subindex: subindex, kind: kind, nameVi: code, nameEn: code, unit: unit,
        direction: .positive, years: years, breaks: breaks)
    }
    return try Codebook([
      indicator("use"), indicator("trust", breaks: [2018]), indicator("new", years: 2018...2019),
      indicator("remeasured", unit: .factor, breaks: [2018]),
      indicator("openness", kind: .subindex, unit: .score, breaks: [2018]),
      indicator("part", kind: .dimension, unit: .score), indicator("rent", of: "land"),
    ])
  }

  /// A panel in which every province has a figure of its own wherever a rule gives one.
  private func panel(
    _ codes: [String], _ years: [Int],
    value: (_ province: Int, _ code: String, _ year: Int) -> Double? = Self.value
  ) throws -> Panel {
    var figures: [Figure] = []
    for (number, province) in Self.provinces.enumerated() {
      for code in codes {
        for year in years where province.years.contains(year) {
          guard let value = value(number + 1, code, year) else { continue }
          figures.append(
            Figure(province: province.key, year: year, indicator: code, value: value, source: ""))
        }
      }
    }
    return try Panel(figures, gazetteer: Gazetteer(Self.provinces), codebook: Self.codebook())
  }

  private static func value(_ province: Int, _ code: String, _ year: Int) -> Double? {
    Double(province * (code.utf8.count + year - 2000)) / 1024
  }

  private func texts(_ remarks: [Remark]) -> [String] {
    remarks.map { remark in
      "\(remark.severity.rawValue) \(remark.year.map(String.init) ?? "") \(remark.province ?? "") "
        + "\(remark.indicator ?? ""): \(remark)"
    }
  }

  // MARK: Gaps

  @Test func aWholePanelHasNoGaps() throws {
    let panel = try panel(["use", "trust", "remeasured", "new"], [2018, 2019])
    #expect(panel.gaps() == [])
    #expect(try self.panel([], []).gaps() == [])
  }

  @Test func oneMissingFigureIsNamed() throws {
    let panel = try panel(["use", "trust", "remeasured"], [2016, 2017]) { province, code, year in
      province == 7 && code == "trust" && year == 2017 ? nil : Self.value(province, code, year)
    }
    #expect(texts(panel.gaps()) == ["warning 2017 p7 trust: Tỉnh 7 has no figure"])
  }

  @Test func aProvinceWithoutAnyFigureOfAYearIsOneNote() throws {
    let panel = try panel(["use", "trust", "remeasured"], [2016, 2017]) { province, code, year in
      [3, 7].contains(province) && year == 2017 ? nil : Self.value(province, code, year)
    }
    #expect(texts(panel.gaps()) == ["note 2017  : 2 provinces have no figures: Tỉnh 3, Tỉnh 7"])
    let one = try self.panel(["use", "trust", "remeasured"], [2016]) { province, code, year in
      province == 21 ? nil : Self.value(province, code, year)
    }
    #expect(texts(one.gaps()) == ["note 2016  : 1 province has no figures: Hà Tây"])
  }

  @Test func aProvinceThatWasNotRankedIsNotMissed() throws {
    let panel = try panel(["use", "trust", "remeasured"], [2016, 2017])
    #expect(panel.provinces.count == 21)
    #expect(panel.gaps() == [])
  }

  @Test func whereMostProvincesHaveNoneOneNoteTellsHowManyDo() throws {
    func panel(_ missing: Int) throws -> Panel {
      try self.panel(["use", "trust", "remeasured"], [2017]) { province, code, year in
        province <= missing && code == "trust" ? nil : Self.value(province, code, year)
      }
    }
    #expect(
      texts(try panel(11).gaps()) == ["note 2017  trust: only 9 of 20 provinces have a figure"])
    #expect(
      try panel(10).gaps().map(\.severity) == [Remark.Severity](repeating: .warning, count: 10))
  }

  @Test func anIndicatorOfTheCodebookWithoutAnyFigureIsNamed() throws {
    let panel = try panel(["use", "remeasured", "openness"], [2017, 2018])
    #expect(
      texts(panel.gaps()) == [
        "warning 2017  trust: there is no figure at all, though other indicators of openness have theirs",
        "warning 2018  trust: there is no figure at all, though other indicators of openness have theirs",
        "warning 2018  new: there is no figure at all, though other indicators of openness have theirs",
      ])
    // Later scores are published without the indicators.
    #expect(try self.panel(["openness"], [2018]).gaps() == [])
  }

  // MARK: Copies

  @Test func aColumnEqualToTheYearBeforeWasNotRenewed() throws {
    let panel = try panel(["use", "trust"], [2016, 2017, 2018]) { province, code, year in
      Self.value(province, code, code == "trust" ? min(year, 2017) : year)
    }
    #expect(
      texts(panel.copies()) == [
        "warning 2018  trust: every figure is that of 2017: the data were not renewed"
      ])
    let almost = try self.panel(["use", "trust"], [2017, 2018]) { province, code, year in
      Self.value(province, code, code == "trust" && province != 20 ? 2017 : year)
    }
    #expect(almost.copies() == [])
  }

  @Test func aGapOfAYearIsNoRepetition() throws {
    #expect(
      try panel(["use", "trust"], [2016, 2018]) { p, c, _ in Self.value(p, c, 2016) }.copies() == []
    )
  }

  @Test func fewValuesMayRepeatByChance() throws {
    func panel(_ values: Int) throws -> Panel {
      try self.panel(["use"], [2017, 2018]) { province, _, _ in
        Double(province % values) / 16
      }
    }
    #expect(try panel(10).copies() == [])
    #expect(try panel(11).copies().count == 1)
  }

  @Test func aCompositeThatRepeatsIsNoCopy() throws {
    #expect(
      try panel(["part"], [2017, 2018]) { province, _, _ in Double(province) }.copies() == [])
  }

  @Test func aProvinceWithAllTheFiguresOfAnotherIsAnError() throws {
    let panel = try panel(["use", "trust", "remeasured"], [2017]) { province, code, year in
      Self.value(province == 9 ? 4 : province, code, year)
    }
    #expect(
      texts(panel.copies()) == ["error 2017 p9 : Tỉnh 9 has all the figures of Tỉnh 4 in openness"])
    let almost = try self.panel(["use", "trust", "remeasured"], [2017]) { province, code, year in
      Self.value(province == 9 && code != "trust" ? 4 : province, code, year)
    }
    #expect(almost.copies() == [])
    // One indicator alone may well agree.
    #expect(try self.panel(["use"], [2017]) { _, _, _ in 0.5 }.copies() == [])
  }

  // MARK: Breaks

  @Test func breaksAreToldWhereBothYearsHaveFigures() throws {
    let panel = try panel(["use", "trust", "remeasured", "openness"], [2017, 2018])
    #expect(
      texts(panel.breaks()) == [
        "note 2018  trust: figures of 2018 do not compare with those of 2017: the question, the coding "
          + "of its answers or who was asked changed",
        "note 2018  remeasured: figures of 2018 do not compare with those of 2017: it is measured anew "
          + "each year",
        "note 2018  openness: figures of 2018 do not compare with those of 2017: the method changed",
      ])
    #expect(try self.panel(["use", "remeasured", "openness"], [2016, 2018]).breaks() == [])
    #expect(try self.panel(["use", "remeasured", "openness"], [2018, 2019]).breaks() == [])
  }

  // MARK: Differences

  private func differences(_ text: String) throws -> [Remark] {
    let panel = try Bundled.panel()
    let reader = TidyReader(gazetteer: try Bundled.gazetteer(), codebook: try Bundled.codebook())
    let typed = try reader.figures(of: table(csv: text, file: "plan.csv")).figures
    return panel.differences(of: typed, from: "the published figures")
  }

  @Test func aFigureThatDiffersBeyondItsDigitsIsAWarning() throws {
    let remarks = try differences(
      "province,indicator,2016,2017\nĐắk Nông,budget_published,90.95%,\n"
        + "Đắk Nông,website_score,30,35\nĐắk Nông,predictability,15.31%,6%\n")
    #expect(
      texts(remarks) == [
        "warning 2016 daknong budget_published: plan.csv, line 2, column 3: 90.95 % here, 80.9524 % in "
          + "the published figures",
        "warning 2016 daknong website_score: plan.csv, line 3, column 3: 30 here, 29.5 in the published "
          + "figures",
      ])
  }

  @Test func aFigureThatThePanelDoesNotHaveIsANote() throws {
    #expect(
      texts(try differences("province,year,website_score\nĐắk Nông,2020,30\n")) == [
        "note 2020 daknong website_score: plan.csv, line 2, column 3: the published figures have no such "
          + "figure to compare with"
      ])
  }
}

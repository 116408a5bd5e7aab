import Panels
import Regression
import Tables
import TestSupport
import Testing

@Suite struct PanelSourceTests {
  private static let provinces = [
    Province(key: "a", nameVi: "Tỉnh A", nameEn: "A", regionVi: "Bắc", regionEn: "North"),
    // Another territory from 2019.
    Province(
      key: "b", nameVi: "Tỉnh B", nameEn: "B", regionVi: "Nam", regionEn: "South", breaks: [2019]),
    // Ranked to 2017, and of no region.
    Province(key: "c", nameVi: "Tỉnh C", nameEn: "C", years: 2005...2017),
  ]

  /// Figures of 2016 to 2019: those of `use` compare throughout, those of `trust` not from 2018 on with
  /// those before.
  private static func panel() throws -> Panel {
    func indicator(_ code: String, breaks: [Int] = []) -> Indicator {
      Indicator(
        code: code, subindex: "openness", nameVi: code, nameEn: code, unit: .share,
        direction: .positive, years: 2016...2019, breaks: breaks)
    }
    var figures: [Figure] = []
    for (number, province) in provinces.enumerated() {
      for year in 2016...2019 where province.years.contains(year) {
        for (place, code) in ["use", "trust"].enumerated() {
          figures.append(
            Figure(
              province: province.key, year: year, indicator: code,
              value: value(number, place, year), source: ""))
        }
      }
    }
    return try Panel(
      figures, gazetteer: Gazetteer(provinces),
      codebook: Codebook([indicator("use"), indicator("trust", breaks: [2018])]))
  }

  private static func value(_ province: Int, _ code: Int, _ year: Int) -> Double {
    let number = (year - 2015) * (year - 2015) + 20 * province + 100 * code
    return Double(number) / 1024
  }

  private func observations(years: ClosedRange<Int>? = nil) throws -> Observations {
    try Observations(
      PanelSource(Self.panel(), years: years), unit: PanelSource.unit, time: PanelSource.time)
  }

  /// The years in which a province has a value of a term.
  private func years(of term: String, _ province: String) throws -> [Int] {
    let sample = try observations().sample(term, "year")
    let unit = try #require(sample.unit)
    return sample.rows.indices.filter { unit.labels[Int(unit.codes[$0])] == province }
      .map { Int(sample.regressors[0][$0]) }
  }

  @Test func thereIsARowForEachProvinceAndYear() throws {
    let observations = try observations()
    #expect(observations.columnNames == ["province", "year", "region", "use", "trust"])
    // Two provinces of four years, one of two.
    #expect(observations.rowCount == 10)
    #expect(try self.observations(years: 2017...2018).sample("use", "year").rowCount == 5)
    #expect(
      message { try self.observations(years: 2030...2031).numbers(of: "use") }
        == "no row can be used: there are none")
    let sample = try observations.sample("use", "year")
    #expect(sample.unit?.labels == ["Tỉnh A", "Tỉnh B", "Tỉnh C"])
    #expect(sample.time?.labels == ["2016", "2017", "2018", "2019"])
  }

  @Test(arguments: [
    ("lag(use)", "Tỉnh A", [2017, 2018, 2019]), ("lag(use)", "Tỉnh B", [2017, 2018]),
    ("lag(use)", "Tỉnh C", [2017]), ("lag(trust)", "Tỉnh A", [2017, 2019]),
    ("diff(trust)", "Tỉnh A", [2017, 2019]), ("diff(trust)", "Tỉnh B", [2017]),
    ("lead(trust)", "Tỉnh A", [2016, 2018]), ("lead(use)", "Tỉnh B", [2016, 2017]),
    ("lag(use, 2)", "Tỉnh A", [2018, 2019]), ("lag(use, 2)", "Tỉnh B", [2018]),
    ("lag(use:trust)", "Tỉnh A", [2017, 2019]), ("lag(use):trust", "Tỉnh A", [2017, 2018, 2019]),
    ("diff(rank(trust))", "Tỉnh A", [2017, 2019]),
  ])
  func lagsNeverCrossABreak(_ term: String, _ province: String, _ expected: [Int]) throws {
    #expect(try years(of: term, province) == expected)
  }

  @Test func rowsOfOtherYearsServeLagsAlone() throws {
    let all = try observations()
    let some = try observations(years: 2017...2018)
    for term in ["lag(use)", "lead(use)", "diff(trust)", "lag(rank(use))", "rank(use)"] {
      let (expected, found) = (try all.numbers(of: term), try some.numbers(of: term))
      // Three provinces in 2016 and 2017, two in 2018 and 2019.
      #expect(found.indices.allSatisfy { found[$0] == (3..<8 ~= $0 ? expected[$0] : nil) })
    }
    let sample = try some.sample("use", "factor(year)")
    #expect(sample.regressorNames == ["factor(year)=2018"])
    #expect(sample.time?.labels == ["2017", "2018"] && sample.notes.isEmpty)
    // Rows are counted among those that were asked for.
    #expect(some.rowNumber(sample.rows[0]) == 1)
  }

  @Test func twoYearsBackIsNotThereIfEitherYearBetweenIsABreak() throws {
    // From 2018 to 2016 and from 2019 to 2017 there is the break of 2018.
    #expect(
      message { try observations().numbers(of: "lag(trust, 2)") }
        == #"no row can be used: 10 rows are left out for want of "lag(trust, 2)"."#)
  }

  @Test func aLagIsTheFigureOfTheYearBefore() throws {
    let sample = try observations().sample("lag(use)", "year")
    for row in sample.rows.indices {
      let province = try #require(sample.unit).codes[row]
      let year = Int(sample.regressors[0][row])
      #expect(sample.response[row] == Self.value(Int(province), 0, year - 1))
    }
  }

  @Test func theRegionIsAColumnOfLabels() throws {
    let observations = try observations()
    let sample = try observations.sample("use", "factor(region)", clusters: ["region"])
    #expect(sample.regressorNames == ["factor(region)=Nam"])
    // The third province has none: its two years are left out.
    #expect(sample.rowCount == 8)
    #expect(sample.notes.texts == [#"2 rows are left out for want of "factor(region)=Nam"."#])
    #expect(sample.clusters.map(\.labels) == [["Bắc", "Nam"]])
    #expect(
      message { try observations.numbers(of: "region") }
        == #"no row can be used: 10 rows are left out for want of "region"."#)
  }
}

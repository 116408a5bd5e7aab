import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct TotalWeightsTests {
  private func weights(_ rows: String) throws -> TotalWeights {
    try TotalWeights(
      reading: CSVReader().table(
        bytes: Array(("first_year,last_year,subindex,weight\n" + rows).utf8), file: "weights.csv"))
  }

  private func codebook() throws -> Codebook {
    func indicator(_ code: String, _ kind: Indicator.Kind, _ unit: IndicatorUnit) -> Indicator {
      Indicator(
        code: code, subindex: kind == .subindex ? code : "pci", kind: kind, nameVi: code,
        nameEn: code, unit: unit, direction: .positive, years: 2010...2019)
    }
    return try Codebook([
      indicator("a", .subindex, .score), indicator("b", .subindex, .score),
      indicator("pci", .total, .score), indicator("pci_rank", .rank, .rank),
    ])
  }

  /// A panel of 2017 with a row per province: the scores of a and b, the total and the rank.
  private func panel(_ rows: [(a: Double?, b: Double?, pci: Double?, rank: Double?)]) throws
    -> Panel
  {
    let provinces = rows.indices.map {
      Province(key: "p\($0 + 1)", nameVi: "Tỉnh \($0 + 1)", nameEn: "P\($0 + 1)")
    }
    let figures = zip(provinces, rows).flatMap { province, row in
      [("a", row.a), ("b", row.b), ("pci", row.pci), ("pci_rank", row.rank)].compactMap {
        code, value in
        value.map {
          Figure(province: province.key, year: 2017, indicator: code, value: $0, source: "")
        }
      }
    }
    return try Panel(figures, gazetteer: Gazetteer(provinces), codebook: codebook())
  }

  private static let whole = "2013,2020,a,40\n2013,2020,b,60\n"

  // MARK: Totals

  @Test func theTotalIsTheWeightedSumOfTheScores() throws {
    let panel = try panel([
      (5, 6, nil, nil), (2.5, 10, nil, nil), (nil, 6, nil, nil), (1, nil, nil, nil),
    ])
    #expect(try weights(Self.whole).totals(of: panel, in: 2017) == [56, 70, nil, nil])
  }

  @Test func aYearWithoutWeightsHasNoTotals() throws {
    let panel = try panel([(5, 6, 1, 1)])
    let weights = try weights("2018,2020,a,40\n2018,2020,b,60\n2010,2016,a,100\n")
    #expect(weights.totals(of: panel, in: 2017) == [])
    #expect(weights.doubts(on: panel) == [])
    #expect(weights.vintages.map(\.years) == [2010...2016, 2018...2020])
    #expect(weights.vintages[1].weights == ["a": 40, "b": 60])
  }

  @Test func aSubIndexThatNobodyHasLeavesNoTotal() throws {
    let panel = try panel([(5, 6, 56, 1), (6, 7, 1, 2)])
    let weights = try weights(Self.whole + "2013,2020,c,0\n")
    #expect(weights.totals(of: panel, in: 2017).allSatisfy { $0 == nil })
    #expect(weights.doubts(on: panel) == [])
  }

  @Test func totalsThatTheirPartsMakeAreNoDoubt() throws {
    // 1e-3 is what the digits of scores leave.
    let panel = try panel([(5, 6, 56.0009, 2), (2.5, 10, 69.9991, 1)])
    #expect(try weights(Self.whole).doubts(on: panel) == [])
  }

  @Test func theWorstTotalIsNamed() throws {
    let panel = try panel([
      (5, 6, 56.002, 3), (2.5, 10, 70.5, 1), (4, 4, 40, 4), (6, 6, 60, 2), (nil, 1, 1, 5),
    ])
    let doubts = try weights(Self.whole).doubts(on: panel)
    #expect(
      doubts.map(\.message) == [
        "2 published totals are not what their sub-indices make, by up to 0.5 (Tỉnh 2: 70.5, not 70)"
      ])
    #expect(doubts.map(\.severity) == [.warning])
    #expect(doubts.map(\.indicator) == ["pci"] && doubts.map(\.year) == [2017])
  }

  /// Two weights known to half a hundredth, times a score of ten over ten: 0.01.
  @Test(arguments: [(56.009, 0), (55.991, 0), (56.011, 1)])
  func weightsOfTwoDecimalsLeaveATotalUncertain(total: Double, doubts: Int) throws {
    let panel = try panel([(5, 6, total, 1)])
    let weights = try weights("2013,2020,a,39.5\n2013,2020,b,60.4166666667\n")
    #expect(weights.doubts(on: panel).count == doubts)
  }

  // MARK: Ranks

  @Test func ranksByTheTotalAreNoDoubt() throws {
    let panel = try panel([(nil, nil, 50, 3), (nil, nil, 70, 1), (nil, nil, 60, 2)])
    #expect(try weights("").doubts(on: panel) == [])
  }

  @Test func aRankThatIsNotThatOfTheTotalIsNamed() throws {
    let panel = try panel([
      (nil, nil, 50, 3), (nil, nil, 70, 2), (nil, nil, 60, 1), (nil, nil, nil, 1),
      (nil, nil, 40, nil),
    ])
    let doubts = try weights("").doubts(on: panel)
    #expect(
      doubts.map(\.message) == [
        "2 published ranks are not those of the totals (Tỉnh 2: rank 2 with 70)"
      ])
    #expect(doubts.map(\.severity) == [.warning])
    #expect(doubts.map(\.indicator) == ["pci_rank"] && doubts.map(\.year) == [2017])
  }

  /// Totals that differ by less than half of the second decimal are printed alike.
  @Test(arguments: [
    ([1, 2, 3], 0), ([2, 1, 3], 0), ([1, 1, 3], 0), ([2, 2, 3], 0), ([3, 2, 1], 2), ([1, 3, 3], 1),
  ])
  func totalsThatTieMayStandInEitherOrder(ranks: [Double], wrong: Int) throws {
    let panel = try panel([
      (nil, nil, 60.004, ranks[0]), (nil, nil, 60.001, ranks[1]), (nil, nil, 50, ranks[2]),
    ])
    let message = try weights("").doubts(on: panel).first?.message
    #expect(message?.hasPrefix("\(wrong) ") ?? (wrong == 0))
  }

  // MARK: The table

  @Test(arguments: [
    ("2013,2012,a,40\n", "column 2: expected a year from 2013 on"),
    ("2013,9000000000000000,a,4\n", "column 2: expected a year such as 2017, not 9000000000000000"),
    ("-9000000000,2013,a,4\n", "column 1: expected a year such as 2017, not -9000000000"),
    ("2013,2020,a,much\n", "column \"weight\": \"much\" is not a number"),
    ("2013,2020,,40\n", "column \"subindex\": the cell is empty"),
    ("soon,2020,a,40\n", "column \"first_year\": \"soon\" is not a number"),
  ])
  func mistakesAreNamedWithTheirPlace(rows: String, expected: String) {
    #expect(message { try weights(rows) } == "weights.csv, line 2, " + expected)
  }

  @Test func aSubIndexIsWeighedOnce() {
    #expect(
      message { try weights("2013,2020,a,40\n2013,2020,b,20\n2013,2020,a,40\n") }
        == "weights.csv, line 4, column 3: expected each sub-index once")
  }

  // MARK: The bundled figures

  private static let published = Result {
    try Panel(
      reading: Bundled.table("scores/data.csv"), gazetteer: Bundled.gazetteer(),
      codebook: Bundled.codebook())
  }

  /// 1e-3 is far above the 32-bit rounding of totals, and far below any other weights' doing.
  @Test(arguments: [2006...2010, 2012...2021])
  func publishedTotalsAreWhatTheirSubIndicesMake(years: ClosedRange<Int>) throws {
    let panel = try Self.published.get()
    let weights = try TotalWeights(reading: Bundled.table("weights/data.csv"))
    for year in years {
      let published = try #require(panel.column("pci", in: year)).compactMap(\.self)
      let rebuilt = weights.totals(of: panel, in: year).compactMap(\.self)
      #expect(published.count == (year < 2009 ? 64 : 63))
      #expect(rebuilt.count == published.count)
      #expect(zip(rebuilt, published).allSatisfy { abs($0 - $1) <= 1e-3 }, "\(year)")
    }
  }

  @Test func onlyTheTotalsOf2011AreInDoubt() throws {
    let weights = try TotalWeights(reading: Bundled.table("weights/data.csv"))
    #expect(
      weights.doubts(on: try Self.published.get()).map(\.message) == [
        "63 published totals are not what their sub-indices make, by up to 0.552 (Vĩnh Long: 54.1, not "
          + "53.548)"
      ])
  }

  @Test(arguments: 2005...2021)
  func theScoresThatMakeTheTotalLieBetweenOneAndTen(year: Int) throws {
    let panel = try Self.published.get()
    let vintages = try TotalWeights(reading: Bundled.table("weights/data.csv")).vintages
    let parts = try #require(vintages.first { $0.years.contains(year) }).weights.keys
    let ranked = year == 2005 ? 42 : year < 2009 ? 64 : 63
    #expect(parts.count == (year == 2005 || (2009...2012).contains(year) ? 9 : 10))
    for code in parts {
      let scores = try #require(panel.column(code, in: year)).compactMap(\.self)
      #expect(scores.count == ranked, "\(code)")
      #expect(scores.allSatisfy { (1...10).contains($0) }, "\(code)")
    }
  }
}

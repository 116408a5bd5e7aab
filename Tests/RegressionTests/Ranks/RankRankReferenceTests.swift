import FoundationEssentials
import LinearAlgebra
import Panels
import Regression
import Tables
import TestSupport
import Testing

/// Regressions of the ranks of provinces on those of the year before, beside `Reference/rank_rank.py`.
@Suite struct RankRankReferenceTests {
  @Test(arguments: ["transparency", "predictability", "website_score"])
  func everyModelGivesWhatTheSecondProgramGives(_ indicator: String) throws {
    let sample = try Pairs(of: indicator)
    let expected = try expected().filter { $0.indicator == indicator }
    var compared = 0
    for (model, tieWeight) in models {
      let fit = try sample.fit(model, tieWeight: tieWeight)
      let lines = expected.filter { $0.model == model && $0.tieWeight == tieWeight }
      #expect(lines.count == fit.coefficients.count)
      for (place, line) in lines.enumerated() {
        let coefficient = fit.coefficients[place]
        // Both solve well-conditioned systems of 30 to 315 rows: only sums are rounded otherwise.
        #expect(abs(coefficient.estimate - line.estimate) < 1e-12, "\(model) \(place)")
        #expect(correctDigits(of: coefficient.standardError, certified: line.standardError) > 11)
        #expect(abs(fit.covariance[place, 0] - line.covarianceWithFirst) < 1e-13)
        compared += 1
      }
    }
    #expect(compared == 38 && expected.count == 38)
  }

  @Test func theTableOfThePageIsWhatTheFiguresGive() throws {
    let page = try String(
      contentsOfFile: Bundled.checkout + "/docs/methods/rank-regression.md", encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
      row.split(separator: "|").map { $0.filter { $0 != " " } }
    }
    #expect(rows.count == 10)
    for row in rows {
      let pairs = try Pairs(of: row[0])
      let fit = try pairs.fit("clustered", tieWeight: 1)
      let start = fit.expectedResponse(at: 16.0 / 63).value
      let slope = fit.coefficients[1]
      let figures = [
        slope.estimate, slope.standardError, pairs.usualError(fit.residuals), 64 - 63 * start,
      ]
      for (figure, (cell, digits)) in zip(figures, zip(row.dropFirst(), [3, 3, 3, 1])) {
        // Half of the last digit printed.
        let rounding = 0.5 * (0..<digits).reduce(1) { unit, _ in unit / 10 }
        #expect(abs(figure - (Double(cell) ?? .nan)) <= rounding, "\(row[0])")
      }
    }
  }

  private let models: [(String, Double)] = [
    ("plain", 1), ("plain", 0.5), ("plain", 0.25), ("clustered", 1), ("covariate", 0.5),
    ("regions", 1), ("weighted", 0.5), ("rank-level", 1), ("level-rank", 1),
  ]

  private struct Line {
    let indicator: String
    let model: String
    let tieWeight: Double
    let estimate: Double
    let standardError: Double
    let covarianceWithFirst: Double
  }

  private func expected() throws -> [Line] {
    let file = Bundled.checkout + "/Tests/RegressionTests/Reference/rank_rank.csv"
    return try Records(CSVReader().table(contentsOf: file)).map { record in
      Line(
        indicator: try record.text("indicator"), model: try record.text("model"),
        tieWeight: try record.number("tie_weight"), estimate: try record.number("estimate"),
        standardError: try record.number("standard_error"),
        covarianceWithFirst: try record.number("covariance_with_first"))
    }
  }
}

/// A row for each province and each pair of years under one rule: values before and after.
private struct Pairs {
  private(set) var before: [Double] = []
  private(set) var after: [Double] = []
  private(set) var provinces: [String] = []
  private(set) var years: [Int] = []
  private(set) var regions: [String] = []

  init(of indicator: String) throws {
    let panel = try Bundled.panel()
    for year in [2014, 2015, 2016, 2018, 2019] {
      for province in try Bundled.gazetteer().provinces {
        guard let first = panel[province.key, indicator, year - 1],
          let second = panel[province.key, indicator, year]
        else { continue }
        before.append(first)
        after.append(second)
        provinces.append(province.key)
        years.append(year)
        regions.append(province.regionEn)
      }
    }
  }

  func fit(_ model: String, tieWeight: Double) throws -> RankRankRegression {
    let isPlain = model == "plain"
    let covariate = years.enumerated().map { row, year in
      Double((year - 2016) * (year - 2016) + 7 * row % 11)
    }
    let hasCovariate = !isPlain && model != "clustered"
    return try RankRankRegression(
      response: after, regressor: before,
      covariates: hasCovariate ? Matrix(rows: before.count, columns: [covariate]) : nil,
      covariateNames: hasCovariate ? ["any"] : [],
      form: RankRankRegression.Form(rawValue: model) ?? .rankOnRank,
      within: isPlain ? nil : Grouping(name: "year", labels: years.map(String.init)),
      groups: model == "regions" ? Grouping(name: "region", labels: regions) : nil,
      clusters: isPlain ? nil : Grouping(name: "province", labels: provinces),
      weights: model == "weighted" ? before.indices.map { 1 + Double($0 % 3) / 2 } : nil,
      tieWeight: tieWeight)
  }

  /// The clustered error of the slope that takes ranks within years for data.
  func usualError(_ residuals: [Double]) -> Double {
    let year = Grouping(name: "year", labels: years.map(String.init))
    let ranks = DistributionRanks(of: before, within: year).ranks
    let mean = ranks.reduce(0, +) / Double(ranks.count)
    var (squares, sums) = (0.0, [String: Double]())
    for (row, rank) in ranks.enumerated() {
      squares += (rank - mean) * (rank - mean)
      sums[provinces[row], default: 0] += (rank - mean) * residuals[row]
    }
    return provinces.sorted().reduce(into: [String]()) { names, name in
      if names.last != name { names.append(name) }
    }.reduce(0) { $0 + (sums[$1] ?? 0) * (sums[$1] ?? 0) }.squareRoot() / squares
  }
}
